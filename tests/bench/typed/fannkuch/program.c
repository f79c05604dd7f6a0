#include <stdint.h>
#include <stdlib.h>

static int64_t flips(const int64_t *perm, int64_t *work, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    work[i] = perm[i];
  }
  int64_t count = 0, first = work[0];
  while (first) {
    for (int64_t low = 0, high = first; low < high; low++, high--) {
      int64_t other = work[low];
      work[low] = work[high];
      work[high] = other;
    }
    count++;
    first = work[0];
  }
  return count;
}

int64_t run(int64_t n) {
  int64_t *perm = calloc(n, sizeof *perm), *work = calloc(n, sizeof *work), *turned = calloc(n + 1, sizeof *turned);
  for (int64_t i = 0; i < n; i++) {
    perm[i] = i;
  }
  int64_t checksum = 0, most = 0, sign = 1;
  for (;;) {
    int64_t count = flips(perm, work, n);
    if (count > most) {
      most = count;
    }
    checksum += sign * count;
    sign = -sign;
    int64_t k = 1;
    for (;; k++) {
      if (k == n) {
        free(perm);
        free(work);
        free(turned);
        return checksum * 1000 + most;
      }
      int64_t head = perm[0];
      for (int64_t j = 0; j < k; j++) {
        perm[j] = perm[j + 1];
      }
      perm[k] = head;
      if (++turned[k] <= k) {
        break;
      }
      turned[k] = 0;
    }
  }
}
