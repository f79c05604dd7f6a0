package dev.tuff.stdlib.itertools;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.New;

/** {@code itertools.product}. */
final class PyProduct extends PyIterator {
  static final PyType TYPE = PyType.builtin("itertools.product", PyType.OBJECT, 0,
      "Cartesian product of input iterables.  Equivalent to nested for-loops.", IteratorMethods.table(), new PyProductTable());

  private final Object[][] pools;
  private int[] indices;
  private Object[] result;
  private boolean over;

  private PyProduct(PyType type, Object[][] pools) {
    super(type);
    this.pools = pools;
  }

  @New(value = "product(*iterables, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] iterables, PyDict kwargs) {
    Object given = kwargs.getStr("repeat");
    for (Object name : kwargs.keysArray()) {
      if (!name.equals("repeat")) {
        throw Errors.typeError("product() got an unexpected keyword argument '" + Py.javaString(name) + "'");
      }
    }
    long repeat = given == null ? 1 : Convert.toLong(given);
    if (repeat < 0) {
      throw Errors.valueError("repeat argument cannot be negative");
    }
    int n = repeat == 0 ? 0 : iterables.length;
    if (n > 0 && repeat > Integer.MAX_VALUE / 8 / n) {
      throw Errors.overflowError("repeat argument too large");
    }
    Object[][] pools = new Object[n == 0 ? 0 : (int) (n * repeat)][];
    for (int i = 0; i < pools.length; i++) {
      pools[i] = i < n ? Iteration.toArray(iterables[i]) : pools[i - n];
    }
    return new PyProduct(cls, pools);
  }

  @Override
  public Object next() {
    if (over) {
      return null;
    }
    int n = pools.length;
    if (result == null) {
      result = new Object[n];
      indices = new int[n];
      for (int i = 0; i < n; i++) {
        if (pools[i].length == 0) {
          over = true;
          return null;
        }
        result[i] = pools[i][0];
      }
      return PyTuple.of(result.clone());
    }
    for (int i = n - 1; i >= 0; i--) {
      if (++indices[i] < pools[i].length) {
        result[i] = pools[i][indices[i]];
        return PyTuple.of(result.clone());
      }
      indices[i] = 0;
      result[i] = pools[i][0];
    }
    over = true;
    return null;
  }
}
