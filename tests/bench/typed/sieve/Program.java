final class Program {
  private Program() {}

  static long run(long n) {
    long[] crossed = new long[(int) n];
    long total = 0;
    for (int i = 2; i < n; i++) {
      if (crossed[i] == 0) {
        total += i;
        for (long k = (long) i * i; k < n; k += i) {
          crossed[(int) k] = 1;
        }
      }
    }
    return total;
  }
}
