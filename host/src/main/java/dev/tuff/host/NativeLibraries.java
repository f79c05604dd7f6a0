package dev.tuff.host;

/** Libraries of machine code: finds functions in them and calls those whose arguments and results are integers. */
public interface NativeLibraries {
  /** No library can be had. */
  NativeLibraries NONE = new NativeLibraries() {
    @Override
    public boolean open(String library) {
      return false;
    }

    @Override
    public long find(String library, String symbol) {
      return 0;
    }

    @Override
    public long call(long address, String signature, long[] arguments) {
      throw new UnsupportedOperationException("native functions cannot be called here");
    }
  };

  /** Loads a library for the rest of the process; false if there is none of that name or path. */
  boolean open(String library);

  /** The address of a function in a library that is open; 0 if it has none of that name. */
  long find(String library, String symbol);

  /**
   * Calls a function.
   *
   * @param signature how wide the arguments are and then the result: {@code b h i q} for 8, 16, 32, 64 bits, {@code ?} for a C bool
   * @return the result, sign-extended
   */
  long call(long address, String signature, long[] arguments);
}
