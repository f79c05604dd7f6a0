package dev.tuff.typed.runtime;

import dev.tuff.engine.container.Arguments;
import dev.tuff.engine.container.CheckedContainer;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySlice;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.SliceBounds;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Iteration;
import dev.tuff.engine.core.IteratorMethods;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyIterator;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.BuiltinTable;
import dev.tuff.engine.expose.ClassMethod;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/**
 * {@code CheckedList[T]}, {@code chklist} by its older name: a list of which every item is a {@code T}. It is no subclass of list, and has
 * list's methods; those that put items in check them. What Java code of the interpreter does with a {@link PyList} is not checked: static
 * code, whose compiler has checked, relies on that.
 */
public final class CheckedList extends PyList implements CheckedContainer {
  public static final PyType TYPE = PyType.builtin("__static__.chklist[T]", PyType.OBJECT,
      PyType.FINAL | PyType.NO_NEW | PyType.UNHASHABLE | PyType.SEQUENCE_OPS | PyType.MATCH_SEQUENCE | PyType.STATIC,
      "A list whose items are all of one type.", tables());

  private final ElementType element;

  /** An empty list of a type with type arguments. */
  public CheckedList(PyType type) {
    this(type, PyTuple.EMPTY.array());
  }

  private CheckedList(PyType type, Object[] items) {
    super(type, items, items.length);
    element = CheckedTypes.elements(type)[0];
  }

  private static BuiltinTable[] tables() {
    BuiltinTable[] ofList = PyList.methods();
    BuiltinTable[] all = Arrays.copyOf(ofList, ofList.length + 1);
    all[ofList.length] = new CheckedListTable();
    return all;
  }

  /** {@code CheckedList[element]}. */
  public static PyType typeOf(Interpreter interpreter, Object element) {
    return CheckedTypes.of(interpreter).type(TYPE, "chklist", 1, element);
  }

  @Override
  public boolean accepts(Object value) {
    return element.accepts(value);
  }

  private PyException bad(Object value) {
    return Errors.typeError("bad value '" + Py.typeOf(value).fullName() + "' for " + type().name());
  }

  private void check(Object value) {
    if (!element.accepts(value)) {
      throw bad(value);
    }
  }

  private Object[] checked(Object[] values) {
    for (Object v : values) {
      check(v);
    }
    return values;
  }

  @New(value = "chklist(*args, **kwargs)", textSignature = false)
  static Object __new__(PyType cls, Object[] args, PyDict kwargs) {
    return new CheckedList(cls);
  }

  @Method(value = "__init__(self, /, *args, **kwargs)", doc = "Initialize self.  See help(type(self)) for accurate signature.")
  static void __init__(CheckedList self, Object[] args, PyDict kwargs) {
    Arguments.noKeywords("chklist", TYPE, TYPE, kwargs);
    Arguments.atMostOne("chklist", args);
    if (self.size() > 0) {
      self.clear();
    }
    if (args.length == 1) {
      extend(self, args[0]);
    }
  }

  @ClassMethod(value = "__class_getitem__(type, object, /)", doc = "The type with its type argument.")
  static Object __class_getitem__(PyType cls, Object item, Interpreter interpreter) {
    return CheckedTypes.of(interpreter).type(cls, "chklist", 1, item);
  }

  @Method(value = "append(self, object, /)", doc = "Append object to the end of the list.")
  static void append(CheckedList self, Object value) {
    if (!self.element.accepts(value)) {
      throw Errors.typeError("append() argument 1 expected " + self.element.text());
    }
    self.add(value);
  }

  @Method(value = "insert(self, index, object, /)", doc = "Insert object before index.")
  static void insert(CheckedList self, long index, Object value) {
    if (!self.element.accepts(value)) {
      throw Errors.typeError("insert() argument 2 expected " + self.element.text());
    }
    self.insert(index, value);
  }

  @Method(value = "extend(self, iterable, /)", doc = "Append all items of the iterable. Those of a list or tuple are all checked first.")
  static void extend(CheckedList self, Object iterable) {
    if (iterable instanceof CheckedList l && l.type() == self.type()) {
      Object[] items = l.toArray();
      self.addAll(items, items.length);
    } else if (iterable instanceof PyList || iterable instanceof PyTuple) {
      Object[] items = self.checked(Iteration.toArray(iterable));
      self.addAll(items, items.length);
    } else {
      Object it = Iteration.iter(iterable);
      for (Object v; (v = Iteration.next(it)) != null; ) {
        self.check(v);
        self.add(v);
      }
    }
  }

  @Method(value = "copy(self, /)", doc = "Return a shallow copy of the list.")
  static Object copy(CheckedList self) {
    return new CheckedList(self.type(), self.toArray());
  }

  @Method(value = "__reversed__(self, /)", doc = "Return a reverse iterator over the list.")
  static Object __reversed__(CheckedList self) {
    return new Reverse(self);
  }

  @Method(value = "__getitem__(self, index, /)", doc = "Return self[index]; a slice is of the list's own type.")
  static Object __getitem__(CheckedList self, Object key) {
    Object found = self.subscript(key);
    return key instanceof PySlice ? new CheckedList(self.type(), ((PyList) found).toArray()) : found;
  }

  @Method(value = "__setitem__(self, key, value, /)", doc = "Set self[key] to value.")
  static void __setitem__(CheckedList self, Object key, Object value) {
    if (key instanceof PySlice) {
      if (Py.typeOf(value) != self.type()) {
        throw Errors.typeError(
            "Incompatible slice type '" + Py.typeOf(value).fullName() + "' assigned to '" + self.type().fullName() + "'");
      }
    } else {
      self.check(value);
    }
    self.assign(key, value);
  }

  @Method(value = "__add__(self, value, /)", doc = "Return self+value: of the list's own type if all items are, else a list.")
  static Object __add__(CheckedList self, Object value) {
    if (!(value instanceof PyList other)) {
      throw Errors.typeError("can only concatenate list (not \"" + Py.typeOf(value).name() + "\") to list");
    }
    Object[] a = self.toArray();
    Object[] b = other.toArray();
    Object[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    for (Object v : b) {
      if (!self.element.accepts(v)) {
        return PyList.of(both);
      }
    }
    return new CheckedList(self.type(), both);
  }

  @Method(value = "__iadd__(self, value, /)", doc = "Implement self+=value.")
  static Object __iadd__(CheckedList self, Object value) {
    extend(self, value);
    return self;
  }

  @Method(value = "__mul__(self, value, /)", doc = "Return self*value.")
  static Object __mul__(CheckedList self, Object value) {
    long n = SliceBounds.count(value);
    return n < 0 ? Py.NotImplemented : new CheckedList(self.type(), SliceBounds.repeat(self.toArray(), n));
  }

  @Method(value = "__rmul__(self, value, /)", doc = "Return value*self.")
  static Object __rmul__(CheckedList self, Object value) {
    return __mul__(self, value);
  }

  /** {@code _static.list_reverseiterator}. */
  private static final class Reverse extends PyIterator {
    private static final PyType REVERSE = PyType.builtin("_static.list_reverseiterator", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null,
        IteratorMethods.table());

    private final CheckedList list;
    private int index;

    Reverse(CheckedList list) {
      super(REVERSE);
      this.list = list;
      index = list.size() - 1;
    }

    @Override
    public Object next() {
      Object v = index < 0 ? null : list.getOrNull(index);
      index = v == null ? -1 : index - 1;
      return v;
    }
  }
}
