/** Runs a program's {@code run(n)} as tests/bench/worker.py does a Python program's, and prints its times: Bench N EXPECTED BUDGET_SECONDS. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    long n = Long.parseLong(args[0]);
    long expected = Long.parseLong(args[1]);
    double budget = Double.parseDouble(args[2]) * 1e9;
    StringBuilder times = new StringBuilder();
    long began = System.nanoTime();
    for (int i = 0;; i++) {
      long start = System.nanoTime();
      long result = Program.run(n);
      long end = System.nanoTime();
      times.append(i == 0 ? "" : ", ").append((end - start) / 1e9);
      if (result != expected) {
        System.err.println("wrong result " + result + ", expected " + expected);
        System.exit(1);
      }
      if (end - began > budget && i >= 4) {
        break;
      }
    }
    System.out.println("{\"times\": [" + times + "]}");
  }
}
