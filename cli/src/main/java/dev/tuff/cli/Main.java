package dev.tuff.cli;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.core.PyThread;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.interp.Calls;
import dev.tuff.engine.module.ExceptionDisplay;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.engine.module.Startup;
import dev.tuff.stdlib.NativeModules;
import dev.tuff.stdlib.ResourceLibrary;
import dev.tuff.syntax.Mode;
import dev.tuff.syntax.ParseOptions;
import dev.tuff.syntax.Parser;
import dev.tuff.syntax.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The {@code tuff} command. */
public final class Main {
  public static void main(String[] args) throws Exception {
    Interpreter interpreter = new Interpreter();
    interpreter.nativeModules = new NativeModules();
    interpreter.host = new dev.tuff.host.SystemHost();
    interpreter.library = new ResourceLibrary("/usr/lib/python3.14");
    ThreadState ts = new ThreadState(interpreter);
    int[] status = {0};
    PyThread main = new PyThread(ts, () -> {
      ts.thread = Thread.currentThread();
      interpreter.threads().add(ts);
      try {
        Startup.run(interpreter, new Settings(List.of(args), Arrays.asList(args), "tuff", List.of(), List.of(), java.util.Map.of(), java.util.Map.of()));
        PyModule m = (PyModule) interpreter.modules.getStr("__main__");
        Source source = args[0].equals("-c") ? Source.of(args[1], "<string>") : Source.decode(Files.readAllBytes(Path.of(args[0])), args[0]);
        PyCode code = new PyCode(dev.tuff.compiler.Compiler.compile(Parser.parse(source, Mode.EXEC, ParseOptions.DEFAULT), source.filename(), dev.tuff.compiler.CompileOptions.DEFAULT));
        Calls.runCode(code, m.dict(), m.dict());
        interpreter.nativeModules.flushStreams(interpreter);
      } catch (PyException e) {
        System.err.print(ExceptionDisplay.plain(e.value));
        status[0] = 1;
      } catch (Exception e) {
        e.printStackTrace();
        status[0] = 1;
      }
    }, "main", 1L << 29);
    main.start();
    main.join();
    System.exit(status[0]);
  }
}
