final class Program {
  private Program() {}

  private static long flips(long[] perm, long[] work, int n) {
    System.arraycopy(perm, 0, work, 0, n);
    long count = 0;
    int first = (int) work[0];
    while (first != 0) {
      for (int low = 0, high = first; low < high; low++, high--) {
        long other = work[low];
        work[low] = work[high];
        work[high] = other;
      }
      count++;
      first = (int) work[0];
    }
    return count;
  }

  static long run(long size) {
    int n = (int) size;
    long[] perm = new long[n];
    long[] work = new long[n];
    long[] turned = new long[n + 1];
    for (int i = 0; i < n; i++) {
      perm[i] = i;
    }
    long checksum = 0;
    long most = 0;
    long sign = 1;
    while (true) {
      long count = flips(perm, work, n);
      most = Math.max(most, count);
      checksum += sign * count;
      sign = -sign;
      for (int k = 1;; k++) {
        if (k == n) {
          return checksum * 1000 + most;
        }
        long head = perm[0];
        for (int j = 0; j < k; j++) {
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
}
