package dev.tuff.stdlib.os;

import dev.tuff.engine.container.PyTuple;
import dev.tuff.engine.container.StructSequence;
import dev.tuff.engine.core.Py;
import dev.tuff.host.FileStatus;
import dev.tuff.host.FileSystem;
import java.math.BigInteger;

/** {@code os.stat_result} and {@code os.statvfs_result}. */
final class StatResults {
  static final StructSequence STAT = new StructSequence("os.stat_result", "What stat, fstat and lstat tell of a file.", 10, true,
      "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", null, null, null, "st_atime", "st_mtime", "st_ctime",
      "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev");
  static final StructSequence STATVFS = new StructSequence("os.statvfs_result", "What statvfs tells of a file system.", 10, true,
      "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid");

  private static final long BILLION = 1_000_000_000L;

  private StatResults() {}

  static PyTuple of(FileStatus s) {
    return STAT.of(Py.box(s.mode()), unsigned(s.inode()), unsigned(s.device()), Py.box(s.links()), unsigned(s.uid()), unsigned(s.gid()),
        Py.box(s.size()), seconds(s.accessed()), seconds(s.modified()), seconds(s.changed()), time(s.accessed()), time(s.modified()),
        time(s.changed()), Py.box(s.accessed()), Py.box(s.modified()), Py.box(s.changed()), Py.box(4096), Py.box((s.size() + 511) / 512),
        Py.box(s.rdevice()));
  }

  private static Object unsigned(int v) {
    return Py.box(v & 0xFFFFFFFFL);
  }

  private static Object unsigned(long v) {
    return v >= 0 ? Py.box(v) : Py.box(BigInteger.valueOf(v).add(BigInteger.ONE.shiftLeft(64)));
  }

  private static Object seconds(long nanos) {
    return Py.box(Math.floorDiv(nanos, BILLION));
  }

  private static Object time(long nanos) {
    return Math.floorDiv(nanos, BILLION) + 1e-9 * Math.floorMod(nanos, BILLION);
  }

  static PyTuple of(FileSystem.Space s) {
    long b = s.blockSize();
    return STATVFS.of(Py.box(b), Py.box(b), Py.box(s.total() / b), Py.box(s.free() / b), Py.box(s.available() / b), Py.box(0), Py.box(0),
        Py.box(0), Py.box(s.readOnly() ? 1 : 0), Py.box(255), Py.box(0));
  }
}
