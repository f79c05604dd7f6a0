/* Runs a program's run(n) as tests/bench/worker.py does a Python program's, and prints its times: bench N EXPECTED BUDGET_SECONDS. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int64_t run(int64_t n);

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    return 2;
  }
  int64_t n = atoll(argv[1]), expected = atoll(argv[2]);
  double budget = atof(argv[3]), began = now();
  printf("{\"times\": [");
  for (int i = 0;; i++) {
    double start = now();
    int64_t result = run(n);
    double end = now();
    printf(i ? ", %.9f" : "%.9f", end - start);
    if (result != expected) {
      fprintf(stderr, "wrong result %lld, expected %lld\n", (long long) result, (long long) expected);
      return 1;
    }
    if (end - began > budget && i >= 4) {
      break;
    }
  }
  printf("]}\n");
  return 0;
}
