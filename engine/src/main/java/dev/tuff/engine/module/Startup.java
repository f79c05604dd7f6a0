package dev.tuff.engine.module;

import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Calls;

/** Brings an interpreter up: builtins, sys, the import system, the standard streams, {@code __main__}. */
public final class Startup {
  private Startup() {}

  /**
   * Prepares an interpreter to run programs, on the thread that has entered it. The import system waits for {@link Interpreter#complete}.
   *
   * @param interpreter with host, library and native modules set
   */
  public static void run(Interpreter interpreter, Settings settings) {
    interpreter.mainThread = dev.tuff.engine.core.ThreadState.current();
    interpreter.builtins = BuiltinsModule.create();
    interpreter.allFunction = interpreter.builtins.dict().getStr("all");
    interpreter.anyFunction = interpreter.builtins.dict().getStr("any");
    interpreter.importFunction = interpreter.builtins.dict().getStr("__import__");
    interpreter.modules.putStr("builtins", interpreter.builtins);
    interpreter.devMode = settings.flag("dev_mode") != 0;
    interpreter.sys = SysModule.create(interpreter, settings);
    interpreter.modules.putStr("sys", interpreter.sys);
    interpreter.builtins.set("__debug__", interpreter.optimize == 0);
    if (settings.flag("verbose") != 0) {
      interpreter.sys.set("stderr", new PyStandardPrinter(interpreter));
    }
    interpreter.defer(() -> imports(interpreter));
    // with an unusual encoding, this imports its codec
    interpreter.nativeModules.openStreams(interpreter, settings);
    PyModule main = new PyModule("__main__");
    main.set("__builtins__", interpreter.builtins);
    interpreter.modules.putStr("__main__", main);
  }

  /** The import system, as {@code importlib} makes it. */
  public static void imports(Interpreter interpreter) {
    PyModule bootstrap = new PyModule("_frozen_importlib");
    interpreter.importlib = bootstrap;
    PyDict names = bootstrap.dict();
    names.putStr("__builtins__", interpreter.builtins);
    // what importlib makes the module's __spec__ from
    names.putStr("__origname__", "importlib._bootstrap");
    interpreter.modules.putStr("_frozen_importlib", bootstrap);
    Calls.runCode(new PyCode(ImpModule.frozen(interpreter, "_frozen_importlib")), names, names);
    PyModule imp = ImpModule.create(interpreter, "_imp");
    interpreter.modules.putStr("_imp", imp);
    Call.attribute(bootstrap, "_install", interpreter.sys, imp);
    Call.attribute(bootstrap, "_install_external_importers");
    Object external = names.getStr("_bootstrap_external");
    Attributes.set(external, "_compile_bytecode", CachedCode.create());
    PyDict sys = interpreter.sys.dict();
    Object hooks = sys.getStr("path_hooks");
    Call.attribute(hooks, "insert", Py.box(0), ArchiveHook.create());
    // the library's own directory is served from the jar
    Call.attribute(hooks, "insert", Py.box(0), LibraryFinder.hook());
    interpreter.libraryImport = new LibraryImport(interpreter);
  }
}
