final class Program {
  private Program() {}

  private static final class Body {
    double x;
    double y;
    double z;
    double vx;
    double vy;
    double vz;
    final double mass;

    Body(double x, double y, double z, double vx, double vy, double vz, double mass) {
      double year = 365.24;
      this.x = x;
      this.y = y;
      this.z = z;
      this.vx = vx * year;
      this.vy = vy * year;
      this.vz = vz * year;
      this.mass = mass * 39.47841760435743;
    }
  }

  private static Body[] planets() {
    Body[] bodies = {
      new Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
      new Body(4.841431442464721, -1.1603200440274284, -0.10362204447112311,
          0.001660076642744037, 0.007699011184197404, -6.90460016972063e-05, 0.0009547919384243266),
      new Body(8.34336671824458, 4.124798564124305, -0.4035234171143214,
          -0.002767425107268624, 0.004998528012349172, 2.3041729757376393e-05, 0.0002858859806661308),
      new Body(12.894369562139131, -15.111151401698631, -0.22330757889265573,
          0.002964601375647616, 0.0023784717395948095, -2.9658956854023756e-05, 4.366244043351563e-05),
      new Body(15.379697114850917, -25.919314609987964, 0.17925877295037118,
          0.0026806777249038932, 0.001628241700382423, -9.515922545197159e-05, 5.1513890204661145e-05),
    };
    double px = 0;
    double py = 0;
    double pz = 0;
    for (Body b : bodies) {
      px += b.vx * b.mass;
      py += b.vy * b.mass;
      pz += b.vz * b.mass;
    }
    Body sun = bodies[0];
    sun.vx = -px / sun.mass;
    sun.vy = -py / sun.mass;
    sun.vz = -pz / sun.mass;
    return bodies;
  }

  private static void advance(Body[] bodies, double dt) {
    for (int i = 0; i < bodies.length; i++) {
      Body a = bodies[i];
      for (int j = i + 1; j < bodies.length; j++) {
        Body b = bodies[j];
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double dz = a.z - b.z;
        double square = dx * dx + dy * dy + dz * dz;
        double pull = dt / (square * Math.sqrt(square));
        double am = a.mass * pull;
        double bm = b.mass * pull;
        a.vx -= dx * bm;
        a.vy -= dy * bm;
        a.vz -= dz * bm;
        b.vx += dx * am;
        b.vy += dy * am;
        b.vz += dz * am;
      }
    }
    for (Body body : bodies) {
      body.x += dt * body.vx;
      body.y += dt * body.vy;
      body.z += dt * body.vz;
    }
  }

  private static double energy(Body[] bodies) {
    double total = 0;
    for (int i = 0; i < bodies.length; i++) {
      Body a = bodies[i];
      total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
      for (int j = i + 1; j < bodies.length; j++) {
        Body b = bodies[j];
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double dz = a.z - b.z;
        total -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return total;
  }

  static long run(long n) {
    Body[] bodies = planets();
    for (long i = 0; i < n; i++) {
      advance(bodies, 0.01);
    }
    return (long) Math.rint(energy(bodies) * 1e9);
  }
}
