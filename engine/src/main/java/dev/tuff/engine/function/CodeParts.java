package dev.tuff.engine.function;

import dev.tuff.compiler.Code;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.core.Convert;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.interp.Constants;
import dev.tuff.engine.text.PyStr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A code object under construction by Python code: {@code types.CodeType(…)} and {@code code.replace(…)}. */
final class CodeParts {
  int argCount;
  int posOnly;
  int kwOnly;
  int nlocals;
  int stackSize;
  int flags;
  int firstLine;
  byte[] code;
  byte[] lineTable;
  byte[] exceptionTable;
  PyTuple consts;
  PyTuple names;
  PyTuple varnames;
  PyTuple freevars;
  PyTuple cellvars;
  String filename;
  String name;
  String qualname;

  private final String function;

  /** The code that is copied, and whether its instructions, lines and variables stay; null for none. */
  private PyCode original;
  private boolean sameLines;
  private boolean sameVariables;

  CodeParts(String function) {
    this.function = function;
  }

  static CodeParts of(PyCode c) {
    CodeParts p = new CodeParts("replace");
    p.original = c;
    p.sameLines = true;
    p.sameVariables = true;
    p.argCount = c.code.argCount;
    p.posOnly = c.code.posOnlyArgCount;
    p.kwOnly = c.code.kwOnlyArgCount;
    p.nlocals = c.code.nlocals;
    p.stackSize = c.code.stackSize;
    p.flags = c.code.flags;
    p.firstLine = c.code.firstLine;
    p.consts = c.constsTuple();
    p.names = (PyTuple) PyCodeMethods.getNames(c);
    p.varnames = (PyTuple) PyCodeMethods.getVarnames(c);
    p.freevars = (PyTuple) PyCodeMethods.getFreevars(c);
    p.cellvars = (PyTuple) PyCodeMethods.getCellvars(c);
    p.filename = c.code.filename;
    p.name = c.code.name;
    p.qualname = c.code.qualname;
    return p;
  }

  void replace(PyDict changes) {
    for (Object key : changes.keysArray()) {
      Object v = changes.get(key);
      String k = PyStr.java(key);
      String quoted = "'" + k + "'";
      switch (k) {
        case "co_argcount" -> argCount = count(v, k);
        case "co_posonlyargcount" -> posOnly = count(v, k);
        case "co_kwonlyargcount" -> kwOnly = count(v, k);
        case "co_nlocals" -> nlocals = count(v, k);
        case "co_stacksize" -> stackSize = count(v, k);
        case "co_flags" -> flags = count(v, k);
        case "co_firstlineno" -> {
          firstLine = count(v, k);
          lineTable = lineTable == null ? original.layout().lineTable() : lineTable;
          sameLines = false;
        }
        case "co_code" -> code = bytes(v, quoted);
        case "co_consts" -> consts = tuple(v, quoted);
        case "co_names" -> names = tuple(v, quoted);
        case "co_varnames" -> varnames = variables(v, quoted);
        case "co_freevars" -> freevars = variables(v, quoted);
        case "co_cellvars" -> cellvars = variables(v, quoted);
        case "co_filename" -> filename = str(v, quoted);
        case "co_name" -> name = str(v, quoted);
        case "co_qualname" -> qualname = str(v, quoted);
        case "co_linetable" -> {
          lineTable = bytes(v, quoted);
          sameLines = false;
        }
        case "co_exceptiontable" -> exceptionTable = bytes(v, quoted);
        default -> throw Errors.typeError("replace() got an unexpected keyword argument '" + k + "'");
      }
    }
    if (code != null && Arrays.equals(code, original.layout().bytes())) {
      code = null;
    }
    if (exceptionTable != null && Arrays.equals(exceptionTable, original.layout().exceptionTable())) {
      exceptionTable = null;
    }
  }

  private PyTuple variables(Object v, String where) {
    sameVariables = false;
    return tuple(v, where);
  }

  private static int count(Object v, String name) {
    int n = Convert.toInt(v);
    if (n < 0) {
      throw Errors.valueError(name + " must be a positive integer");
    }
    return n;
  }

  byte[] bytes(Object o, String argument) {
    if (o instanceof PyBytes b) {
      return b.array();
    }
    throw wrong(o, "bytes", argument);
  }

  PyTuple tuple(Object o, String argument) {
    if (o instanceof PyTuple t) {
      return t;
    }
    throw wrong(o, "tuple", argument);
  }

  String str(Object o, String argument) {
    if (PyStr.isStr(o)) {
      return PyStr.java(o);
    }
    throw wrong(o, "str", argument);
  }

  private PyException wrong(Object o, String expected, String argument) {
    return Errors.typeError(function + "() argument " + argument + " must be " + expected + ", not " + Py.typeOf(o).name());
  }

  private static String[] strings(PyTuple t) {
    String[] out = new String[t.size()];
    for (int i = 0; i < out.length; i++) {
      if (!PyStr.isStr(t.get(i))) {
        throw Errors.typeError("name tuples must contain only strings, not '" + Py.typeOf(t.get(i)).name() + "'");
      }
      out[i] = PyStr.java(t.get(i));
    }
    return out;
  }

  PyCode build() {
    notNegative(argCount, "argcount");
    notNegative(posOnly, "posonlyargcount");
    notNegative(kwOnly, "kwonlyargcount");
    notNegative(nlocals, "nlocals");
    if (posOnly > argCount || stackSize < 0 || flags < 0) {
      throw Errors.systemError("code: bad argument to internal function");
    }
    String[] variableNames;
    byte[] kinds;
    if (sameVariables) {
      variableNames = original.code.localsPlusNames;
      kinds = original.code.localsPlusKinds;
      check(nlocals);
    } else {
      List<String> all = new ArrayList<>();
      List<Byte> kindList = new ArrayList<>();
      List<String> locals = List.of(strings(varnames));
      List<String> cells = List.of(strings(cellvars));
      for (String v : locals) {
        all.add(v);
        kindList.add(CodeIterators.kind(true, cells.contains(v), false));
      }
      for (String v : cells) {
        if (!locals.contains(v)) {
          all.add(v);
          kindList.add(CodeIterators.kind(false, true, false));
        }
      }
      for (String v : strings(freevars)) {
        all.add(v);
        kindList.add(CodeIterators.kind(false, false, true));
      }
      check(locals.size());
      variableNames = all.toArray(new String[0]);
      kinds = new byte[variableNames.length];
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = kindList.get(i);
      }
    }
    int[] instructions = code == null ? original.code.instructions() : CodeLayout.decode(code);
    Code draft = draft(instructions, variableNames, kinds, new int[0], new byte[0]);
    CodeLayout layout = new CodeLayout(draft);
    int[] exceptions = exceptionTable == null ? original.code.exceptionTable() : layout.readExceptionTable(exceptionTable);
    byte[] positions = sameLines ? original.code.positions() : CodeLayout.positions(lineTable, firstLine, layout);
    return new PyCode(draft(instructions, variableNames, kinds, exceptions, positions), consts.array().clone());
  }

  private static void notNegative(int n, String what) {
    if (n < 0) {
      throw Errors.valueError("code: " + what + " must not be negative");
    }
  }

  private void check(int locals) {
    int parameters = argCount + kwOnly + ((flags & Code.CO_VARARGS) != 0 ? 1 : 0) + ((flags & Code.CO_VARKEYWORDS) != 0 ? 1 : 0);
    if (locals < parameters) {
      throw Errors.valueError("code: co_varnames is too small");
    }
    if (nlocals != locals || sameVariables && nlocals != original.code.nlocals) {
      throw Errors.valueError("code: co_nlocals != len(co_varnames)");
    }
  }

  private Code draft(int[] instructions, String[] variableNames, byte[] kinds, int[] exceptions, byte[] positions) {
    Object[] constants = new Object[consts.size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = Constants.back(consts.get(i));
    }
    Code.Body body = new Code.Body(instructions, constants, Code.interned(strings(names)), exceptions, positions);
    return new Code(name, qualname, filename, firstLine, flags, argCount, posOnly, kwOnly, stackSize, variableNames, kinds, body, null);
  }
}
