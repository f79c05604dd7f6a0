#include <math.h>
#include <stdint.h>

#define BODIES 5
#define YEAR 365.24
#define SOLAR_MASS 39.47841760435743

typedef struct {
  double x, y, z, vx, vy, vz, mass;
} Body;

static const Body start[BODIES] = {
  {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0},
  {4.841431442464721, -1.1603200440274284, -0.10362204447112311,
   0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05, 0.0009547919384243266},
  {8.34336671824458, 4.124798564124305, -0.4035234171143214,
   -0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05, 0.0002858859806661308},
  {12.894369562139131, -15.111151401698631, -0.22330757889265573,
   0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05, 4.366244043351563e-05},
  {15.379697114850917, -25.919314609987964, 0.17925877295037118,
   0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05, 5.1513890204661145e-05},
};

static void planets(Body *bodies) {
  double px = 0, py = 0, pz = 0;
  for (int i = 0; i < BODIES; i++) {
    Body *b = &bodies[i];
    *b = start[i];
    b->vx *= YEAR;
    b->vy *= YEAR;
    b->vz *= YEAR;
    b->mass *= SOLAR_MASS;
    px += b->vx * b->mass;
    py += b->vy * b->mass;
    pz += b->vz * b->mass;
  }
  bodies[0].vx = -px / bodies[0].mass;
  bodies[0].vy = -py / bodies[0].mass;
  bodies[0].vz = -pz / bodies[0].mass;
}

static void advance(Body *bodies, double dt) {
  for (int i = 0; i < BODIES; i++) {
    Body *a = &bodies[i];
    for (int j = i + 1; j < BODIES; j++) {
      Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      double square = dx * dx + dy * dy + dz * dz;
      double pull = dt / (square * sqrt(square));
      double am = a->mass * pull, bm = b->mass * pull;
      a->vx -= dx * bm;
      a->vy -= dy * bm;
      a->vz -= dz * bm;
      b->vx += dx * am;
      b->vy += dy * am;
      b->vz += dz * am;
    }
  }
  for (int i = 0; i < BODIES; i++) {
    Body *b = &bodies[i];
    b->x += dt * b->vx;
    b->y += dt * b->vy;
    b->z += dt * b->vz;
  }
}

static double energy(const Body *bodies) {
  double total = 0;
  for (int i = 0; i < BODIES; i++) {
    const Body *a = &bodies[i];
    total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
    for (int j = i + 1; j < BODIES; j++) {
      const Body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
      total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

int64_t run(int64_t n) {
  Body bodies[BODIES];
  planets(bodies);
  for (int64_t i = 0; i < n; i++) {
    advance(bodies, 0.01);
  }
  return (int64_t) rint(energy(bodies) * 1e9);
}
