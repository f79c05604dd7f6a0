package dev.tuff.stdlib.compile;

import dev.tuff.compiler.CompileOptions;
import dev.tuff.compiler.Scope;
import dev.tuff.compiler.SymbolTable;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Identity;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyObject;
import dev.tuff.engine.core.PyType;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.expose.Getter;
import dev.tuff.engine.expose.Method;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.module.PyModule;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import dev.tuff.syntax.SyntaxError;

/** {@code _symtable}: the compiler's symbol tables as objects. */
public final class SymtableModule {
  private SymtableModule() {}

  public static void init(PyModule m) {
    Exposed.define(m, "_symtable", new SymtableModuleTable());
    // flags of symbols
    set(m, "DEF_GLOBAL", Scope.DEF_GLOBAL);
    set(m, "DEF_LOCAL", Scope.DEF_LOCAL);
    set(m, "DEF_PARAM", Scope.DEF_PARAM);
    set(m, "DEF_NONLOCAL", Scope.DEF_NONLOCAL);
    set(m, "USE", Scope.USE);
    set(m, "DEF_FREE_CLASS", Scope.DEF_FREE_CLASS);
    set(m, "DEF_IMPORT", Scope.DEF_IMPORT);
    // DEF_BOUND has no type parameters here, for whatever reason
    set(m, "DEF_BOUND", Scope.DEF_LOCAL | Scope.DEF_PARAM | Scope.DEF_IMPORT);
    set(m, "DEF_ANNOT", Scope.DEF_ANNOT);
    set(m, "DEF_COMP_ITER", Scope.DEF_COMP_ITER);
    set(m, "DEF_TYPE_PARAM", Scope.DEF_TYPE_PARAM);
    set(m, "DEF_COMP_CELL", Scope.DEF_COMP_CELL);
    set(m, "SCOPE_OFF", Scope.SCOPE_OFFSET);
    set(m, "SCOPE_MASK", Scope.SCOPE_MASK);
    set(m, "LOCAL", Scope.LOCAL);
    set(m, "GLOBAL_EXPLICIT", Scope.GLOBAL_EXPLICIT);
    set(m, "GLOBAL_IMPLICIT", Scope.GLOBAL_IMPLICIT);
    set(m, "FREE", Scope.FREE);
    set(m, "CELL", Scope.CELL);
    for (Scope.Type t : Scope.Type.values()) {
      set(m, "TYPE_" + t.name(), t.ordinal());
    }
  }

  private static void set(PyModule m, String name, int value) {
    m.set(name, Py.box(value));
  }

  @Function(value = "symtable(source, filename, startstr, /)", doc = "Return symbol and scope dictionaries used internally by compiler.")
  static Object symtable(Object source, Object filename, String startstr) {
    Mode mode = switch (startstr) {
      case "exec" -> Mode.EXEC;
      case "eval" -> Mode.EVAL;
      case "single" -> Mode.SINGLE;
      default -> throw Errors.valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    };
    String file = Compilation.filename(filename);
    try {
      Source text = Compilation.source(source, file, false, "symtable");
      return new Entry(SymbolTable.build(Parser.parse(text, mode, ParseOptions.DEFAULT), file, CompileOptions.DEFAULT).top());
    } catch (SyntaxError e) {
      throw Compilation.raise(e, file);
    }
  }

  /** {@code symtable entry}: one scope. */
  public static final class Entry extends PyObject {
    static final PyType TYPE =
        PyType.builtin("symtable entry", PyType.OBJECT, PyType.FINAL | PyType.NO_NEW, null, new SymtableModuleEntryTable());

    private final Scope scope;
    private PyList children;

    Entry(Scope scope) {
      super(TYPE);
      this.scope = scope;
    }

    @Method("__repr__(self, /)")
    static Object __repr__(Entry self) {
      return Py.str("<symtable entry " + self.scope.name() + "(" + Py.javaString(Identity.id(self.scope)) + "), line " + self.scope.line() + ">");
    }

    @Getter(value = "id", member = true)
    static Object getId(Entry self) {
      return Identity.id(self.scope);
    }

    @Getter(value = "name", member = true)
    static Object getName(Entry self) {
      return Py.str(self.scope.name());
    }

    @Getter(value = "symbols", member = true)
    static Object getSymbols(Entry self) {
      PyDict d = new PyDict();
      for (int i = 0; i < self.scope.symbolCount(); i++) {
        d.put(Py.str(self.scope.symbolName(i)), Py.box(self.scope.symbolFlags(i)));
      }
      return d;
    }

    @Getter(value = "varnames", member = true)
    static Object getVarnames(Entry self) {
      PyList l = new PyList();
      for (String name : self.scope.parameters()) {
        l.add(Py.str(name));
      }
      return l;
    }

    @Getter(value = "children", member = true)
    static Object getChildren(Entry self) {
      if (self.children == null) {
        self.children = new PyList();
        for (Scope s : self.scope.children()) {
          self.children.add(new Entry(s));
        }
      }
      return self.children;
    }

    @Getter(value = "nested", member = true)
    static long getNested(Entry self) {
      return self.scope.isNested() ? 1 : 0;
    }

    @Getter(value = "type", member = true)
    static long getType(Entry self) {
      return self.scope.type().ordinal();
    }

    @Getter(value = "lineno", member = true)
    static long getLineno(Entry self) {
      return self.scope.line();
    }
  }
}
