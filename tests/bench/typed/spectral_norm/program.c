#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static double element(int64_t i, int64_t j) {
  return 1.0 / (double) ((i + j) * (i + j + 1) / 2 + i + 1);
}

static void times(const double *vector, double *result, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    double total = 0;
    for (int64_t j = 0; j < n; j++) {
      total += element(i, j) * vector[j];
    }
    result[i] = total;
  }
}

static void transposed_times(const double *vector, double *result, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    double total = 0;
    for (int64_t j = 0; j < n; j++) {
      total += element(j, i) * vector[j];
    }
    result[i] = total;
  }
}

int64_t run(int64_t n) {
  double *u = malloc(n * sizeof *u), *v = malloc(n * sizeof *v), *between = malloc(n * sizeof *between);
  for (int64_t i = 0; i < n; i++) {
    u[i] = 1.0;
  }
  for (int rounds = 0; rounds < 6; rounds++) {
    times(u, between, n);
    transposed_times(between, v, n);
    times(v, between, n);
    transposed_times(between, u, n);
  }
  double vbv = 0, vv = 0;
  for (int64_t i = 0; i < n; i++) {
    vbv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  free(u);
  free(v);
  free(between);
  return (int64_t) rint(sqrt(vbv / vv) * 1000000000);
}
