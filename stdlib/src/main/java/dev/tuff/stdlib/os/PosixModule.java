package dev.tuff.stdlib.os;

import dev.tuff.engine.bytes.PyBytes;
import dev.tuff.engine.container.PyDict;
import dev.tuff.engine.container.PyList;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Attributes;
import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Errors;
import dev.tuff.engine.core.Exposed;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.PyException;
import dev.tuff.engine.expose.Function;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.text.PyStr;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import dev.tuff.host.HostException;
import java.nio.charset.StandardCharsets;

/** {@code posix}. */
public final class PosixModule {
  private PosixModule() {}

  /** The struct sequence types of one interpreter. */
  private static final class Records {
    final StructSequence stat = new StructSequence("os.stat_result", "stat_result: Result from stat, fstat, or lstat.", 10, true,
        "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", null, null, null, "st_atime", "st_mtime", "st_ctime",
        "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev");
  }

  public static void init(PyModule m) {
    Exposed.define(m, "posix", new PosixModuleTable());
    PyDict environ = new PyDict();
    for (var e : Interpreter.current().host.environment().all().entrySet()) {
      environ.put(new PyBytes(e.getKey().getBytes(StandardCharsets.UTF_8)), new PyBytes(e.getValue().getBytes(StandardCharsets.UTF_8)));
    }
    m.set("environ", environ);
    m.set("stat_result", Interpreter.current().state(Records.class, Records::new).stat.type);
    m.set("error", dev.tuff.engine.exception.Exceptions.OSError);
    m.set("_have_functions", new PyList());
    m.set("O_RDONLY", Py.box(FileSystem.O_RDONLY));
    m.set("O_WRONLY", Py.box(FileSystem.O_WRONLY));
    m.set("O_CREAT", Py.box(FileSystem.O_CREAT));
    m.set("O_EXCL", Py.box(FileSystem.O_EXCL));
  }

  private static PyException error(HostException e, Object path) {
    return Errors.osError(e.errno(), dev.tuff.host.Errno.message(e.errno()), path);
  }

  private static String path(Object o) {
    Object p = fspath(o);
    return PyStr.isStr(p) ? PyStr.java(p) : new String(((PyBytes) p).array(), StandardCharsets.UTF_8);
  }

  @Function(value = "fspath(path)", doc = "The path that a path-like object stands for.")
  static Object fspath(Object path) {
    if (PyStr.isStr(path) || path instanceof PyBytes) {
      return path;
    }
    Object f = Attributes.special(path, "__fspath__");
    if (f == null) {
      throw Errors.typeError("expected str, bytes or os.PathLike object, not " + Py.typeOf(path).name());
    }
    Object r = Call.call(f);
    if (PyStr.isStr(r) || r instanceof PyBytes) {
      return r;
    }
    throw Errors.typeError("expected " + Py.typeOf(path).name() + ".__fspath__() to return str or bytes, not " + Py.typeOf(r).name());
  }

  @Function(value = "getcwd()", doc = "The current directory.")
  static Object getcwd(Interpreter interpreter) {
    return Py.str(interpreter.host.files().cwd());
  }

  @Function(value = "stat(path, *, dir_fd=None, follow_symlinks=True)", doc = "What is known of a file.")
  static Object stat(Object path, Object dirFd, boolean follow, Interpreter interpreter) {
    FileStatus s;
    try {
      s = interpreter.host.files().stat(path(path), follow);
    } catch (HostException e) {
      throw error(e, path);
    }
    return interpreter.state(Records.class, Records::new).stat.of(Py.box(s.mode()), Py.box(s.inode()), Py.box(s.device()), Py.box(s.links()),
        Py.box(s.uid()), Py.box(s.gid()), Py.box(s.size()), Py.box(Math.floorDiv(s.accessed(), 1_000_000_000L)),
        Py.box(Math.floorDiv(s.modified(), 1_000_000_000L)), Py.box(Math.floorDiv(s.changed(), 1_000_000_000L)), s.accessed() / 1e9,
        s.modified() / 1e9, s.changed() / 1e9, Py.box(s.accessed()), Py.box(s.modified()), Py.box(s.changed()), Py.box(4096),
        Py.box((s.size() + 511) / 512), Py.box(s.rdevice()));
  }

  @Function(value = "lstat(path, *, dir_fd=None)", doc = "As stat, of the link itself.")
  static Object lstat(Object path, Object dirFd, Interpreter interpreter) {
    return stat(path, dirFd, false, interpreter);
  }

  @Function(value = "listdir(path='.')", doc = "The names in a directory.")
  static Object listdir(Object path, Interpreter interpreter) {
    PyList names = new PyList();
    try (FileSystem.Entries entries = interpreter.host.files().list(path == Py.None ? "." : path(path))) {
      for (String n; (n = entries.next()) != null; ) {
        names.add(Py.str(n));
      }
    } catch (HostException e) {
      throw error(e, path);
    }
    return names;
  }
}
