#include <stdint.h>
#include <stdlib.h>

int64_t run(int64_t n) {
  int64_t *crossed = calloc(n, sizeof *crossed), total = 0;
  for (int64_t i = 2; i < n; i++) {
    if (!crossed[i]) {
      total += i;
      for (int64_t k = i * i; k < n; k += i) {
        crossed[k] = 1;
      }
    }
  }
  free(crossed);
  return total;
}
