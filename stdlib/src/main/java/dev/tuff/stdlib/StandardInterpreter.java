package dev.tuff.stdlib;

import dev.tuff.engine.core.Interpreter;
import dev.tuff.host.Host;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Interpreters with the standard library: what the command line and embedding programs start from. */
public final class StandardInterpreter {
  /** What programs see as the library's folder; its files come with Tuff. */
  private static final String LIBRARY = "/usr/lib/python3.14";

  private StandardInterpreter() {}

  /**
   * A new interpreter, not started.
   *
   * @param pack the library in one file; null to take it from the jar
   */
  public static Interpreter create(Host host, String pack) {
    Interpreter interpreter = new Interpreter();
    interpreter.nativeModules = new NativeModules();
    ResourceLibrary library = new ResourceLibrary(LIBRARY, pack);
    interpreter.library = library;
    interpreter.host = LibraryHost.of(host, library);
    byte[] key = new byte[16];
    host.entropy().fill(key);
    setHashKey(interpreter, key);
    return interpreter;
  }

  /** The 16 bytes that str and bytes are hashed with; before the interpreter starts. */
  public static void setHashKey(Interpreter interpreter, byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN);
    interpreter.hashKey0 = bytes.getLong(0);
    interpreter.hashKey1 = bytes.getLong(8);
  }
}
