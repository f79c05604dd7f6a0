package dev.tuff.stdlib.math;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import dev.tuff.engine.number.PyInt;
import java.math.BigInteger;

/** {@code _random.Random}: the generator under {@code random.Random}. */
public final class PyRandom extends PyObject {
  public static final PyType TYPE = PyType.builtin("_random.Random", PyType.OBJECT, 0,
      "Random() -> create a random number generator with its own internal state.", new PyRandomTable());

  private final MersenneTwister generator = new MersenneTwister();

  private PyRandom(PyType type) {
    super(type);
  }

  @New(value = "Random(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType type, Object[] args, PyDict kwargs) {
    return new PyRandom(type);
  }

  @Method(value = "__init__(self, *args)", textSignature = false)
  static void __init__(PyRandom self, Object[] args, Interpreter interpreter) {
    if (args.length > 1) {
      throw Errors.typeError("Random() requires 0 or 1 argument");
    }
    seed(self, args.length == 0 ? Py.None : args[0], interpreter);
  }

  @Method(value = "seed(self, n=None, /)", doc = "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\n"
      + "of the current time and the process identifier.")
  static void seed(PyRandom self, Object n, Interpreter interpreter) {
    if (n == Py.None) {
      byte[] bytes = new byte[4 * MersenneTwister.N];
      interpreter.host.entropy().fill(bytes);
      self.init(new BigInteger(1, bytes));
      return;
    }
    BigInteger b;
    if (PyInt.isInt(n)) {
      b = PyInt.big(n).abs();
    } else {
      long h = Py.hash(n);
      b = new BigInteger(Long.toUnsignedString(h));
    }
    self.init(b);
  }

  private void init(BigInteger seed) {
    int words = Math.max(1, (seed.bitLength() + 31) / 32);
    int[] key = new int[words];
    for (int i = 0; i < words; i++) {
      key[i] = seed.shiftRight(32 * i).intValue();
    }
    synchronized (this) {
      generator.init(key);
    }
  }

  @Method(value = "random(self, /)", doc = "random() -> x in the interval [0, 1).")
  static double random(PyRandom self) {
    synchronized (self) {
      return self.generator.nextDouble();
    }
  }

  @Method(value = "getrandbits(self, k, /)", doc = "getrandbits(k) -> x.  Generates an int with k random bits.")
  static Object getrandbits(PyRandom self, Object k) {
    Object v = PyInt.index(k);
    if (PyInt.sign(v) < 0) {
      throw Errors.valueError("Cannot convert negative int");
    }
    if (!(v instanceof Long bits) || bits > Integer.MAX_VALUE) {
      throw Errors.overflowError("Python int too large to convert to C int");
    }
    int n = (int) (long) bits;
    synchronized (self) {
      if (n == 0) {
        return Py.box(0);
      }
      if (n <= 32) {
        return Py.box((self.generator.next() & 0xFFFFFFFFL) >>> 32 - n);
      }
      int words = (n - 1) / 32 + 1;
      byte[] out = new byte[4 * words];
      for (int i = 0, left = n; i < words; i++, left -= 32) {
        int r = self.generator.next();
        if (left < 32) {
          r >>>= 32 - left;
        }
        int at = out.length - 4 * (i + 1);
        out[at] = (byte) (r >>> 24);
        out[at + 1] = (byte) (r >>> 16);
        out[at + 2] = (byte) (r >>> 8);
        out[at + 3] = (byte) r;
      }
      return Py.box(new BigInteger(1, out));
    }
  }

  @Method(value = "getstate(self, /)", doc = "getstate() -> tuple containing the current state.")
  static Object getstate(PyRandom self) {
    synchronized (self) {
      Object[] items = new Object[MersenneTwister.N + 1];
      for (int i = 0; i < MersenneTwister.N; i++) {
        items[i] = Py.box(self.generator.state[i] & 0xFFFFFFFFL);
      }
      items[MersenneTwister.N] = Py.box(self.generator.index);
      return PyTuple.of(items);
    }
  }

  @Method(value = "setstate(self, state, /)", doc = "setstate(state) -> None.  Restores generator state.")
  static void setstate(PyRandom self, Object state) {
    if (!(state instanceof PyTuple t)) {
      throw Errors.typeError("state vector must be a tuple");
    }
    if (t.size() != MersenneTwister.N + 1) {
      throw Errors.valueError("state vector is the wrong size");
    }
    int[] words = new int[MersenneTwister.N];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) word(t.get(i));
    }
    long index = word(t.get(MersenneTwister.N));
    if (index < 0 || index > MersenneTwister.N) {
      throw Errors.valueError("invalid state");
    }
    synchronized (self) {
      System.arraycopy(words, 0, self.generator.state, 0, words.length);
      self.generator.index = (int) index;
    }
  }

  private static long word(Object o) {
    if (!PyInt.isInt(o)) {
      throw Errors.typeError("an integer is required");
    }
    Object v = PyInt.value(o);
    if (PyInt.sign(v) < 0) {
      throw Errors.overflowError("can't convert negative value to unsigned int");
    }
    if (!(v instanceof Long l)) {
      throw Errors.overflowError("Python int too large to convert to C unsigned long");
    }
    return l;
  }
}
