package dev.tuff.engine.module;

import dev.tuff.compiler.Code;
import dev.tuff.engine.bytes.Buffers;
import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.function.PyBuiltinFunction;
import dev.tuff.engine.function.PyCode;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.HostException;
import java.io.ByteArrayOutputStream;

/**
 * The last step of loading a {@code .pyc} file, in the place of importlib's {@code _compile_bytecode}: importlib has seen that the file is as
 * new as its source, but code of a static module is out of date also when a module has changed that it has types from.
 */
final class CachedCode {
  /** Before the code: the magic number, flags, and what the source must be like. */
  private static final int HEADER = 16;

  /** Flags of files that are never compared with their source. */
  private static final int UNCHECKED_HASH = 1;

  private CachedCode() {}

  static Object create() {
    dev.tuff.engine.expose.BuiltinTable table = new CachedCodeTable();
    return new PyBuiltinFunction(table, table.defs()[0], Py.None, "_frozen_importlib_external");
  }

  @Function(value = "_compile_bytecode(data, name=None, bytecode_path=None, source_path=None)", doc = "The code in a bytecode file.")
  static Object _compile_bytecode(Object data, Object name, Object bytecode_path, Object source_path, ThreadState ts) {
    Interpreter interpreter = ts.interpreter;
    Object loaded = Call.attribute(interpreter.importModule("marshal"), "loads", data);
    if (!(loaded instanceof PyCode code)) {
      throw Errors.importError("Non-code object in " + Py.javaRepr(bytecode_path), name, bytecode_path);
    }
    Call.attribute(interpreter.importlib, "_verbose_message", Py.str("code object from {!r}"), bytecode_path);
    if (source_path == Py.None) {
      return code;
    }
    String source = PyStr.java(source_path);
    code.code.relocate(source);
    StaticCompiler statics = interpreter.staticCompiler;
    if ((code.flags & Code.CO_STATICALLY_COMPILED) == 0 || statics == null) {
      return code;
    }
    String module = ModuleInHand.name(source);
    byte[] header = header(interpreter, bytecode_path);
    boolean checked = header == null || header[4] != UNCHECKED_HASH;
    if (module == null || statics.isCurrent(interpreter, code.code, module, checked)) {
      return code;
    }
    // what runs as the program is kept under its own name
    return renewed(ts, source, module.equals("__main__") ? null : header, bytecode_path);
  }

  private static byte[] header(Interpreter interpreter, Object path) {
    try {
      byte[] header = PyStr.isStr(path) ? Compilation.read(interpreter, PyStr.java(path), HEADER) : null;
      return header == null || header.length < HEADER ? null : header;
    } catch (HostException gone) {
      return null;
    }
  }

  /** Compiles the source again; the file keeps its header, which says what the source is like. */
  private static Object renewed(ThreadState ts, String source, byte[] header, Object path) {
    Interpreter interpreter = ts.interpreter;
    Object bytes = new PyBytes(Compilation.read(interpreter, source, Integer.MAX_VALUE));
    Object code = Compilation.compile(ts, bytes, Py.str(source), "exec", 0, true, -1, -1);
    if (header != null && !Py.truth(interpreter.sys.dict().getStr("dont_write_bytecode"))) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(header);
      file.writeBytes(Buffers.find(Call.attribute(interpreter.importModule("marshal"), "dumps", code)));
      Object external = Attributes.get(interpreter.importlib, "_bootstrap_external");
      try {
        Call.attribute(external, "_write_atomic", path, new PyBytes(file.toByteArray()), Call.attribute(external, "_calc_mode", Py.str(source)));
      } catch (dev.tuff.engine.core.PyException unwritable) {
        if (!unwritable.is(dev.tuff.engine.exception.Exceptions.OSError)) {
          throw unwritable;
        }
        // as importlib: code that cannot be kept is compiled each time
      }
    }
    return code;
  }
}
