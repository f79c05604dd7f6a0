final class Program {
  private Program() {}

  private static double[] matrix(int n, long seed) {
    double[] made = new double[n * n];
    long state = seed;
    for (int i = 0; i < n * n; i++) {
      state = state * 16807 % 2147483647;
      made[i] = (double) state / 2147483647.0 - 0.5;
    }
    return made;
  }

  private static double[] multiply(double[] a, double[] b, int n) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double total = 0;
        for (int k = 0; k < n; k++) {
          total += a[i * n + k] * b[k * n + j];
        }
        product[i * n + j] = total;
      }
    }
    return product;
  }

  static long run(long size) {
    int n = (int) size;
    double[] product = multiply(matrix(n, 1), matrix(n, 2), n);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += product[i * n + i];
    }
    return (long) Math.rint(trace * 1000000000);
  }
}
