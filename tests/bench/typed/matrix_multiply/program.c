#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static double *matrix(int64_t n, int64_t seed) {
  double *made = malloc(n * n * sizeof *made);
  int64_t state = seed;
  for (int64_t i = 0; i < n * n; i++) {
    state = state * 16807 % 2147483647;
    made[i] = (double) state / 2147483647.0 - 0.5;
  }
  return made;
}

static double *multiply(const double *a, const double *b, int64_t n) {
  double *product = malloc(n * n * sizeof *product);
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < n; j++) {
      double total = 0;
      for (int64_t k = 0; k < n; k++) {
        total += a[i * n + k] * b[k * n + j];
      }
      product[i * n + j] = total;
    }
  }
  return product;
}

int64_t run(int64_t n) {
  double *a = matrix(n, 1), *b = matrix(n, 2), *product = multiply(a, b, n), trace = 0;
  for (int64_t i = 0; i < n; i++) {
    trace += product[i * n + i];
  }
  free(a);
  free(b);
  free(product);
  return (int64_t) rint(trace * 1000000000);
}
