package dev.tuff.typed.runtime;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.PySetBase;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Items;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.PyFrame;
import dev.tuff.engine.interp.Signature;
import dev.tuff.engine.interp.StaticOps;
import dev.tuff.engine.primitive.Primitive;
import dev.tuff.engine.primitive.StaticArray;
import dev.tuff.engine.primitive.TypeCodes;
import dev.tuff.engine.text.PyStr;
import java.util.Arrays;

/** The instructions of Static Python, interpreted; their rows in {@code Opcode} say what they do. */
public final class TypedOps implements StaticOps {
  @Override
  public void classAttribute(PyType type, String name, Object value) {
    if (value != null) {
      Originals.of(Interpreter.current()).warn(type, name, value);
    }
  }

  @Override
  public char fieldKind(Object descriptor) {
    int code = Descriptor.primitive(descriptor);
    return code == TypeCodes.UINT64 ? 'U' : TypeCodes.isInteger(code) ? 'J'
        : code == TypeCodes.DOUBLE || code == TypeCodes.SINGLE ? 'D' : code == TypeCodes.BOOL ? 'Z' : 'O';
  }

  @Override
  public Signature signature(PyCode code) {
    return ArgumentChecks.signature(Interpreter.current(), code);
  }

  @Override
  public int run(ThreadState ts, PyFrame f, int instruction, int at, int sp) {
    Object[] s = f.fast;
    int arg = instruction >>> 8;
    switch (instruction & 0xFF) {
      case CHECK_ARGS:
        ArgumentChecks.run(ts.interpreter, f);
        return sp;
      case INVOKE_FUNCTION:
        return StaticCalls.function(ts, f, arg, at, sp);
      case INVOKE_METHOD:
        return StaticCalls.method(ts, f, arg, at, sp);
      case INVOKE_NATIVE:
        return StaticCalls.nativeFunction(ts, f, arg, sp);
      case BUILD_CHECKED_LIST, BUILD_CHECKED_MAP:
        return build(ts.interpreter, f, arg, at, sp);
      case LOAD_METHOD_STATIC, REFINE_TYPE:
        return sp;
      case CAST:
        s[sp - 1] = Casts.cast(descriptor(ts.interpreter, f, arg, at), s[sp - 1]);
        return sp;
      case LOAD_FIELD:
        s[sp - 1] = Fields.load(ts.interpreter, f, arg, at, s[sp - 1]);
        return sp;
      case STORE_FIELD:
        Fields.store(ts.interpreter, f, arg, at, s[sp - 1], s[sp - 2]);
        return sp - 2;
      case TP_ALLOC:
        s[sp] = Fields.allocate(descriptor(ts.interpreter, f, arg, at).type());
        return sp + 1;
      case LOAD_CLASS:
        s[sp] = descriptor(ts.interpreter, f, arg, at).type();
        return sp + 1;
      case LOAD_TYPE:
        s[sp - 1] = Py.typeOf(s[sp - 1]);
        return sp;
      case SECOND:
        s[sp - 2] = s[sp - 1];
        return sp - 1;
      case FAST_LEN:
        s[sp - 1] = Py.box(length(s[sp - 1]));
        return sp;
      case SEQUENCE_GET:
        s[sp - 2] = get(s[sp - 2], (Long) s[sp - 1]);
        return sp - 1;
      case SEQUENCE_SET:
        set(s[sp - 2], (Long) s[sp - 1], s[sp - 3]);
        return sp - 3;
      case LIST_DEL:
        Items.delete(s[sp - 2], s[sp - 1]);
        return sp - 2;
      default:
        return primitive(f, instruction & 0xFF, arg, sp);
    }
  }

  private static int primitive(PyFrame f, int opcode, int arg, int sp) {
    Object[] s = f.fast;
    switch (opcode) {
      case PRIMITIVE_LOAD_CONST: {
        PyTuple c = (PyTuple) f.code.consts[arg];
        Object v = c.get(0);
        s[sp] = v instanceof java.math.BigInteger b ? Py.box(b.longValue()) : v;
        return sp + 1;
      }
      case PRIMITIVE_BOX, RETURN_PRIMITIVE:
        s[sp - 1] = Primitive.box(arg, s[sp - 1]);
        return sp;
      case PRIMITIVE_UNBOX:
        s[sp - 1] = Primitive.unbox(arg, s[sp - 1]);
        return sp;
      case PRIMITIVE_BINARY_OP:
        s[sp - 2] = Primitive.binary(arg & 0xFF, arg >> 8, s[sp - 2], s[sp - 1]);
        return sp - 1;
      case PRIMITIVE_COMPARE_OP:
        s[sp - 2] = Primitive.compare(arg & 0xFF, s[sp - 2], s[sp - 1]);
        return sp - 1;
      case PRIMITIVE_UNARY_OP:
        s[sp - 1] = Primitive.unary(arg & 0xFF, arg >> 8, s[sp - 1]);
        return sp;
      case CONVERT_PRIMITIVE:
        s[sp - 1] = Primitive.convert(arg & 15, arg >> 4, s[sp - 1]);
        return sp;
      default:
        throw Errors.systemError("unknown opcode " + opcode);
    }
  }

  /** What the constant of an instruction describes, looked up once. */
  static Descriptor descriptor(Interpreter interpreter, PyFrame f, int constant, int at) {
    if (f.code.caches[at + 1] instanceof Descriptor known) {
      return known;
    }
    Descriptor d = Descriptor.resolve(interpreter, f.code.consts[constant]);
    f.code.caches[at + 1] = d;
    return d;
  }

  private static int build(Interpreter interpreter, PyFrame f, int arg, int at, int sp) {
    int n = arg & 0xFF;
    int from = sp - n;
    Object[] s = f.fast;
    Descriptor d = f.code.caches[at + 1] instanceof Descriptor known
        ? known : Descriptor.resolve(interpreter, ((PyTuple) f.code.consts[arg >> 8]).get(0));
    f.code.caches[at + 1] = d;
    s[from] = d.container(Arrays.copyOfRange(s, from, sp));
    return from + 1;
  }

  // ---- sequences

  private static long length(Object o) {
    // a subclass may have a __len__ of its own
    boolean own = Py.typeOf(o).isHeap();
    if (!own && o instanceof PyList l) {
      return l.size();
    }
    if (!own && o instanceof PyDict d) {
      return d.size();
    }
    if (!own && o instanceof PyTuple t) {
      return t.size();
    }
    if (o instanceof StaticArray a) {
      return a.length();
    }
    if (!own && PyStr.isStr(o)) {
      return PyStr.length(o);
    }
    if (!own && o instanceof PySetBase set) {
      return set.size();
    }
    return Items.length(o);
  }

  private static Object get(Object sequence, long i) {
    if (sequence instanceof StaticArray a) {
      return a.get(a.at(i));
    }
    if (sequence instanceof PyList l && !l.type().isHeap()) {
      return l.getItem(i);
    }
    return Items.get(sequence, Py.box(i));
  }

  private static void set(Object sequence, long i, Object value) {
    if (sequence instanceof StaticArray a) {
      a.set(a.at(i), value);
    } else if (sequence instanceof PyList l && !l.type().isHeap()) {
      l.setItem(i, value);
    } else {
      Items.set(sequence, Py.box(i), value);
    }
  }
}
