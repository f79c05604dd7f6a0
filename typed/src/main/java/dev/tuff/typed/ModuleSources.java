package dev.tuff.typed;

import dev.tuff.compiler.Code;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.module.Compilation;
import dev.tuff.engine.text.SipHash;
import dev.tuff.host.FileStatus;
import dev.tuff.host.HostException;
import dev.tuff.syntax.Const;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.SyntaxError;
import dev.tuff.syntax.ast.Mod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the sources of the modules that a static module imports, where the import system will find them, without importing any; and keeps with
 * the module's code what they were like, so that the code is made anew when one has changed.
 *
 * <pre>
 * last constant but one of the module's code: ("dependencies", module, (dependency, …))
 * dependency: (module,) without a source file, or (module, whether its text matters, time of change, size, hash)
 * </pre>
 */
final class ModuleSources implements StaticCompiler.Importer {
  private static final String MARK = "dependencies";
  private static final String FLAG = "__static__";

  private final Interpreter interpreter;
  private final ModuleFinder finder;
  private final StaticPython statics;
  private final Map<String, StaticPython.Source> found = new HashMap<>();
  private final Map<String, Const.Tuple> dependencies = new LinkedHashMap<>();

  ModuleSources(Interpreter interpreter, StaticPython statics) {
    this.interpreter = interpreter;
    finder = new ModuleFinder(interpreter);
    this.statics = statics;
  }

  @Override
  public StaticPython.Source find(String name) {
    if (!dependencies.containsKey(name)) {
      ModuleFinder.Spec spec = finder.find(name);
      found.put(name, spec == null ? null : read(name, spec.file()));
      dependencies.computeIfAbsent(name, n -> new Const.Tuple(List.of(n)));
    }
    return found.get(name);
  }

  private StaticPython.Source read(String name, String file) {
    FileStatus status = file == null ? null : interpreter.host.files().find(file, true);
    if (status == null) {
      return null;
    }
    try {
      byte[] text = Compilation.read(interpreter, file, Integer.MAX_VALUE);
      Mod tree = mentions(text, FLAG) ? parsed(file) : null;
      boolean isStatic = tree != null && statics.wants(tree);
      depend(name, isStatic, status, text);
      return isStatic ? new StaticPython.Source((Mod.Module) tree, file) : null;
    } catch (HostException | SyntaxError e) {
      // the import itself will tell
      return null;
    }
  }

  private Mod parsed(String file) {
    return Parser.parse(Compilation.sourceFile(interpreter, file, Integer.MAX_VALUE), Mode.EXEC, ParseOptions.DEFAULT);
  }

  private void depend(String name, boolean onText, FileStatus status, byte[] text) {
    dependencies.put(name, new Const.Tuple(List.of(name, onText, status.modified(), (long) text.length, hash(text))));
  }

  /** A namespace package; or one whose file only imports and assigns, and neither to that name. */
  @Override
  public boolean leavesToModule(String packageName, String name) {
    ModuleFinder.Spec spec = finder.find(packageName);
    if (spec == null || spec.path() == null) {
      return false;
    }
    if (spec.file() == null) {
      return spec.namespace();
    }
    try {
      FileStatus status = interpreter.host.files().find(spec.file(), true);
      if (status == null || !(parsed(spec.file()) instanceof Mod.Module tree) || !PlainPackage.leaves(tree, name)) {
        return false;
      }
      depend(packageName, true, status, Compilation.read(interpreter, spec.file(), Integer.MAX_VALUE));
      return true;
    } catch (HostException | SyntaxError e) {
      return false;
    }
  }

  private static long hash(byte[] text) {
    return SipHash.hash(text, 0, text.length, 0, 0);
  }

  /** Most modules do not need to be parsed to know that they are not static. */
  static boolean mentions(byte[] text, String flag) {
    int n = flag.length();
    for (int i = 0; i <= text.length - n; i++) {
      int k = 0;
      while (k < n && text[i + k] == flag.charAt(k)) {
        k++;
      }
      if (k == n) {
        return true;
      }
    }
    return false;
  }

  // ---- what is kept

  /** The code with what it depends on. */
  Code with(Code code, String name) {
    Object[] before = code.consts();
    Object[] consts = java.util.Arrays.copyOf(before, before.length + 1);
    consts[before.length] = before[before.length - 1];
    consts[before.length - 1] = new Const.Tuple(List.of(MARK, name, new Const.Tuple(new ArrayList<>(dependencies.values()))));
    Code.Body b = code.body();
    return new Code(code.name, code.qualname, code.filename, code.firstLine, code.flags, code.argCount, code.posOnlyArgCount,
        code.kwOnlyArgCount, code.stackSize, code.localsPlusNames, code.localsPlusKinds,
        new Code.Body(b.instructions, consts, b.names, b.exceptionTable, b.positions), null);
  }

  /** Whether code with dependencies is what compiling it again would make. */
  boolean current(Code code, String name, boolean checkSources) {
    Object[] consts = code.consts();
    if (consts.length < 2 || !(consts[consts.length - 2] instanceof Const.Tuple t) || t.items().size() != 3 || !MARK.equals(t.items().get(0))) {
      return false;
    }
    boolean current = name.equals(t.items().get(1));
    for (Object dependency : checkSources && current ? ((Const.Tuple) t.items().get(2)).items() : List.of()) {
      current = current && unchanged(((Const.Tuple) dependency).items());
    }
    return current;
  }

  private boolean unchanged(List<Object> before) {
    ModuleFinder.Spec spec = finder.find((String) before.get(0));
    String file = spec == null ? null : spec.file();
    FileStatus status = file == null ? null : interpreter.host.files().find(file, true);
    if (before.size() == 1 || status == null) {
      return before.size() == 1 && status == null;
    }
    if (before.get(2).equals(status.modified()) && before.get(3).equals(status.size())) {
      return true;
    }
    if (before.get(1) == Boolean.FALSE) {
      return !mayBeStatic(file);
    }
    try {
      return before.get(4).equals(hash(Compilation.read(interpreter, file, Integer.MAX_VALUE)));
    } catch (HostException gone) {
      return false;
    }
  }

  private boolean mayBeStatic(String file) {
    try {
      return mentions(Compilation.read(interpreter, file, Integer.MAX_VALUE), FLAG);
    } catch (HostException unreadable) {
      return false;
    }
  }
}
