package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.core.Warn;
import dev.tuff.engine.exception.Exceptions;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.expose.New;
import java.util.Arrays;

/** The attributes and methods of {@code code}. */
final class PyCodeMethods {
  private PyCodeMethods() {}

  @New("code(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, "
      + "qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)")
  static Object __new__(PyType cls, int argcount, int posonly, int kwonly, int nlocals, int stacksize, int flags, Object codestring,
      Object constants, Object names, Object varnames, Object filename, Object name, Object qualname, int firstlineno, Object linetable,
      Object exceptiontable, Object freevars, Object cellvars) {
    CodeParts p = new CodeParts("code");
    p.argCount = argcount;
    p.posOnly = posonly;
    p.kwOnly = kwonly;
    p.nlocals = nlocals;
    p.stackSize = stacksize;
    p.flags = flags;
    p.code = p.bytes(codestring, "7");
    p.consts = p.tuple(constants, "8");
    p.names = p.tuple(names, "9");
    p.varnames = p.tuple(varnames, "10");
    p.filename = p.str(filename, "11");
    p.name = p.str(name, "12");
    p.qualname = p.str(qualname, "13");
    p.firstLine = firstlineno;
    p.lineTable = p.bytes(linetable, "15");
    p.exceptionTable = p.bytes(exceptiontable, "16");
    p.freevars = p.tuple(freevars, "17");
    p.cellvars = p.tuple(cellvars, "18");
    return p.build();
  }

  @Method(value = "replace(self, /, *args, **changes)", doc = "Return a copy of the code object with new values for the specified fields.",
      textSignature = false)
  static Object replace(PyCode self, Object[] args, PyDict changes) {
    if (args.length > 0) {
      throw Errors.typeError("replace() takes no positional arguments");
    }
    CodeParts p = CodeParts.of(self);
    p.replace(changes);
    return p.build();
  }

  @Method(value = "__replace__(self, /, *args, **changes)", doc = "The same as replace().", textSignature = false)
  static Object __replace__(PyCode self, Object[] args, PyDict changes) {
    return replace(self, args, changes);
  }

  @Method("__repr__(self, /)")
  static Object __repr__(PyCode self) {
    return Py.str("<code object " + self.code.name + " at 0x" + Identity.hex(self) + ", file \"" + self.code.filename + "\", line "
        + (self.code.firstLine == 0 ? -1 : self.code.firstLine) + ">");
  }

  // ---- comparison: by all that makes the code do what it does, and its positions

  @Method("__eq__(self, value, /)")
  static Object __eq__(PyCode self, Object other) {
    return other instanceof PyCode o ? (Object) same(self, o) : Py.NotImplemented;
  }

  @Method("__ne__(self, value, /)")
  static Object __ne__(PyCode self, Object other) {
    return other instanceof PyCode o ? (Object) !same(self, o) : Py.NotImplemented;
  }

  private static boolean same(PyCode x, PyCode y) {
    Code a = x.code;
    Code b = y.code;
    return x == y
        || a.name.equals(b.name)
            && a.argCount == b.argCount
            && a.posOnlyArgCount == b.posOnlyArgCount
            && a.kwOnlyArgCount == b.kwOnlyArgCount
            && a.flags == b.flags
            && a.firstLine == b.firstLine
            && Arrays.equals(a.instructions(), b.instructions())
            && ConstantKey.equal(x.constsTuple(), y.constsTuple())
            && Arrays.equals(a.names(), b.names())
            && Arrays.equals(a.localsPlusNames, b.localsPlusNames)
            && Arrays.equals(a.positions(), b.positions())
            && Arrays.equals(a.exceptionTable(), b.exceptionTable());
  }

  @Method("__hash__(self, /)")
  static long __hash__(PyCode self) {
    Code c = self.code;
    int h = Arrays.hashCode(c.instructions());
    h = 31 * h + c.name.hashCode();
    h = 31 * h + ConstantKey.hash(self.constsTuple());
    h = 31 * h + Arrays.hashCode(c.names());
    h = 31 * h + Arrays.hashCode(c.localsPlusNames);
    h = 31 * h + Arrays.hashCode(c.positions());
    return 31L * h + c.argCount * 7 + c.firstLine + c.flags;
  }

  // ---- iterators

  @Method("co_lines(self, /)")
  static Object co_lines(PyCode self) {
    return new CodeIterators.Lines(self);
  }

  @Method("co_positions(self, /)")
  static Object co_positions(PyCode self) {
    return new CodeIterators.Positions(self);
  }

  @Method("co_branches(self, /)")
  static Object co_branches(PyCode self) {
    return new CodeIterators.Branches(self);
  }

  @Method("_varname_from_oparg(self, /, oparg)")
  static Object varnameFromOparg(PyCode self, int oparg) {
    if (oparg < 0 || oparg >= self.code.localsPlusNames.length) {
      throw Errors.indexError("tuple index out of range");
    }
    return Py.str(self.code.localsPlusNames[oparg]);
  }

  // ---- attributes

  private static PyTuple strings(String[] names) {
    Object[] items = new Object[names.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = Py.str(names[i]);
    }
    return PyTuple.of(items);
  }

  @Getter(value = "co_argcount", member = true)
  static long getArgcount(PyCode self) {
    return self.code.argCount;
  }

  @Getter(value = "co_posonlyargcount", member = true)
  static long getPosonlyargcount(PyCode self) {
    return self.code.posOnlyArgCount;
  }

  @Getter(value = "co_kwonlyargcount", member = true)
  static long getKwonlyargcount(PyCode self) {
    return self.code.kwOnlyArgCount;
  }

  @Getter(value = "co_stacksize", member = true)
  static long getStacksize(PyCode self) {
    return self.code.stackSize;
  }

  @Getter(value = "co_flags", member = true)
  static long getFlags(PyCode self) {
    return self.code.flags;
  }

  @Getter(value = "co_names", member = true)
  static Object getNames(PyCode self) {
    return strings(self.code.names());
  }

  @Getter(value = "co_filename", member = true)
  static Object getFilename(PyCode self) {
    return self.filename();
  }

  @Getter(value = "co_name", member = true)
  static Object getName(PyCode self) {
    return self.name;
  }

  @Getter(value = "co_qualname", member = true)
  static Object getQualname(PyCode self) {
    return self.qualname;
  }

  @Getter(value = "co_firstlineno", member = true)
  static long getFirstlineno(PyCode self) {
    return self.code.firstLine;
  }

  @Getter(value = "co_consts", member = true)
  static Object getConsts(PyCode self) {
    return self.constsTuple();
  }

  @Getter("co_nlocals")
  static long getNlocals(PyCode self) {
    return self.code.nlocals;
  }

  @Getter("co_varnames")
  static Object getVarnames(PyCode self) {
    return strings(self.code.namesOfKind(Code.FAST_LOCAL));
  }

  @Getter("co_cellvars")
  static Object getCellvars(PyCode self) {
    return strings(self.code.namesOfKind(Code.FAST_CELL));
  }

  @Getter("co_freevars")
  static Object getFreevars(PyCode self) {
    return strings(self.code.namesOfKind(Code.FAST_FREE));
  }

  @Getter("co_code")
  static Object getCode(PyCode self) {
    return new PyBytes(self.layout().bytes());
  }

  @Getter("_co_code_adaptive")
  static Object getCodeAdaptive(PyCode self) {
    return getCode(self);
  }

  @Getter(value = "co_linetable", member = true)
  static Object getLinetable(PyCode self) {
    return new PyBytes(self.layout().lineTable());
  }

  @Getter(value = "co_exceptiontable", member = true)
  static Object getExceptiontable(PyCode self) {
    return new PyBytes(self.layout().exceptionTable());
  }

  /** The line table of before Python 3.10: pairs of byte steps and line steps. */
  @Getter("co_lnotab")
  static Object getLnotab(PyCode self) {
    Warn.warn(Exceptions.DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.", 1);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    int line = self.code.firstLine;
    int from = 0;
    CodeIterators.Lines lines = new CodeIterators.Lines(self);
    for (Object o; (o = lines.next()) != null; ) {
      PyTuple t = (PyTuple) o;
      if (t.get(2) == Py.None) {
        continue;
      }
      int start = (int) (long) (Long) t.get(0);
      int to = (int) (long) (Long) t.get(2);
      if (to == line) {
        continue;
      }
      int bytes = start - from;
      for (; bytes > 254; bytes -= 254) {
        out.write(254);
        out.write(0);
      }
      int delta = to - line;
      for (; delta > 127 || delta < -128; bytes = 0) {
        int step = delta > 0 ? 127 : -128;
        out.write(bytes);
        out.write(step);
        delta -= step;
      }
      out.write(bytes);
      out.write(delta);
      from = start;
      line = to;
    }
    return new PyBytes(out.toByteArray());
  }
}
