final class Program {
  private Program() {}

  private static double element(long i, long j) {
    return 1.0 / (double) ((i + j) * (i + j + 1) / 2 + i + 1);
  }

  private static void times(double[] vector, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double total = 0;
      for (int j = 0; j < n; j++) {
        total += element(i, j) * vector[j];
      }
      result[i] = total;
    }
  }

  private static void transposedTimes(double[] vector, double[] result, int n) {
    for (int i = 0; i < n; i++) {
      double total = 0;
      for (int j = 0; j < n; j++) {
        total += element(j, i) * vector[j];
      }
      result[i] = total;
    }
  }

  static long run(long size) {
    int n = (int) size;
    double[] u = new double[n];
    double[] v = new double[n];
    double[] between = new double[n];
    java.util.Arrays.fill(u, 1.0);
    for (int rounds = 0; rounds < 6; rounds++) {
      times(u, between, n);
      transposedTimes(between, v, n);
      times(v, between, n);
      transposedTimes(between, u, n);
    }
    double vbv = 0;
    double vv = 0;
    for (int i = 0; i < n; i++) {
      vbv += u[i] * v[i];
      vv += v[i] * v[i];
    }
    return (long) Math.rint(Math.sqrt(vbv / vv) * 1000000000);
  }
}
