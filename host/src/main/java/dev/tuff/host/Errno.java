package dev.tuff.host;

/** The error numbers of Linux: their values, names and messages. */
public final class Errno {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int EIO = 5;
  public static final int ENXIO = 6;
  public static final int E2BIG = 7;
  public static final int ENOEXEC = 8;
  public static final int EBADF = 9;
  public static final int ECHILD = 10;
  public static final int EAGAIN = 11;
  public static final int EWOULDBLOCK = 11;
  public static final int ENOMEM = 12;
  public static final int EACCES = 13;
  public static final int EFAULT = 14;
  public static final int ENOTBLK = 15;
  public static final int EBUSY = 16;
  public static final int EEXIST = 17;
  public static final int EXDEV = 18;
  public static final int ENODEV = 19;
  public static final int ENOTDIR = 20;
  public static final int EISDIR = 21;
  public static final int EINVAL = 22;
  public static final int ENFILE = 23;
  public static final int EMFILE = 24;
  public static final int ENOTTY = 25;
  public static final int ETXTBSY = 26;
  public static final int EFBIG = 27;
  public static final int ENOSPC = 28;
  public static final int ESPIPE = 29;
  public static final int EROFS = 30;
  public static final int EMLINK = 31;
  public static final int EPIPE = 32;
  public static final int EDOM = 33;
  public static final int ERANGE = 34;
  public static final int EDEADLK = 35;
  public static final int EDEADLOCK = 35;
  public static final int ENAMETOOLONG = 36;
  public static final int ENOLCK = 37;
  public static final int ENOSYS = 38;
  public static final int ENOTEMPTY = 39;
  public static final int ELOOP = 40;
  public static final int ENOMSG = 42;
  public static final int EIDRM = 43;
  public static final int ECHRNG = 44;
  public static final int EL2NSYNC = 45;
  public static final int EL3HLT = 46;
  public static final int EL3RST = 47;
  public static final int ELNRNG = 48;
  public static final int EUNATCH = 49;
  public static final int ENOCSI = 50;
  public static final int EL2HLT = 51;
  public static final int EBADE = 52;
  public static final int EBADR = 53;
  public static final int EXFULL = 54;
  public static final int ENOANO = 55;
  public static final int EBADRQC = 56;
  public static final int EBADSLT = 57;
  public static final int EBFONT = 59;
  public static final int ENOSTR = 60;
  public static final int ENODATA = 61;
  public static final int ETIME = 62;
  public static final int ENOSR = 63;
  public static final int ENONET = 64;
  public static final int ENOPKG = 65;
  public static final int EREMOTE = 66;
  public static final int ENOLINK = 67;
  public static final int EADV = 68;
  public static final int ESRMNT = 69;
  public static final int ECOMM = 70;
  public static final int EPROTO = 71;
  public static final int EMULTIHOP = 72;
  public static final int EDOTDOT = 73;
  public static final int EBADMSG = 74;
  public static final int EOVERFLOW = 75;
  public static final int ENOTUNIQ = 76;
  public static final int EBADFD = 77;
  public static final int EREMCHG = 78;
  public static final int ELIBACC = 79;
  public static final int ELIBBAD = 80;
  public static final int ELIBSCN = 81;
  public static final int ELIBMAX = 82;
  public static final int ELIBEXEC = 83;
  public static final int EILSEQ = 84;
  public static final int ERESTART = 85;
  public static final int ESTRPIPE = 86;
  public static final int EUSERS = 87;
  public static final int ENOTSOCK = 88;
  public static final int EDESTADDRREQ = 89;
  public static final int EMSGSIZE = 90;
  public static final int EPROTOTYPE = 91;
  public static final int ENOPROTOOPT = 92;
  public static final int EPROTONOSUPPORT = 93;
  public static final int ESOCKTNOSUPPORT = 94;
  public static final int ENOTSUP = 95;
  public static final int EOPNOTSUPP = 95;
  public static final int EPFNOSUPPORT = 96;
  public static final int EAFNOSUPPORT = 97;
  public static final int EADDRINUSE = 98;
  public static final int EADDRNOTAVAIL = 99;
  public static final int ENETDOWN = 100;
  public static final int ENETUNREACH = 101;
  public static final int ENETRESET = 102;
  public static final int ECONNABORTED = 103;
  public static final int ECONNRESET = 104;
  public static final int ENOBUFS = 105;
  public static final int EISCONN = 106;
  public static final int ENOTCONN = 107;
  public static final int ESHUTDOWN = 108;
  public static final int ETOOMANYREFS = 109;
  public static final int ETIMEDOUT = 110;
  public static final int ECONNREFUSED = 111;
  public static final int EHOSTDOWN = 112;
  public static final int EHOSTUNREACH = 113;
  public static final int EALREADY = 114;
  public static final int EINPROGRESS = 115;
  public static final int ESTALE = 116;
  public static final int EUCLEAN = 117;
  public static final int ENOTNAM = 118;
  public static final int ENAVAIL = 119;
  public static final int EISNAM = 120;
  public static final int EREMOTEIO = 121;
  public static final int EDQUOT = 122;
  public static final int ENOMEDIUM = 123;
  public static final int EMEDIUMTYPE = 124;
  public static final int ECANCELED = 125;
  public static final int ENOKEY = 126;
  public static final int EKEYEXPIRED = 127;
  public static final int EKEYREVOKED = 128;
  public static final int EKEYREJECTED = 129;
  public static final int EOWNERDEAD = 130;
  public static final int ENOTRECOVERABLE = 131;
  public static final int ERFKILL = 132;
  public static final int EHWPOISON = 133;
  public static final int EFTYPE = 134;

  private Errno() {}

  /** What the C library says for {@code errno}. */
  public static String message(int errno) {
    String s = errno < 0 || errno >= Messages.TEXT.length ? null : Messages.TEXT[errno];
    return s == null ? "Unknown error " + errno : s;
  }

  /** The error number whose message is {@code text}, or 0: the JDK reports many system errors by message alone. */
  public static int ofMessage(String text) {
    if (text == null) {
      return 0;
    }
    for (int i = 1; i < Messages.TEXT.length; i++) {
      if (text.equals(Messages.TEXT[i])) {
        return i;
      }
    }
    return 0;
  }

  /** All names with their numbers, as {@code "ENOENT 2"}. */
  public static String[] names() {
    return new String[] {
      "EPERM 1", "ENOENT 2", "ESRCH 3", "EINTR 4", "EIO 5", "ENXIO 6", "E2BIG 7", "ENOEXEC 8", "EBADF 9", "ECHILD 10",
      "EAGAIN 11", "EWOULDBLOCK 11", "ENOMEM 12", "EACCES 13", "EFAULT 14", "ENOTBLK 15", "EBUSY 16", "EEXIST 17",
      "EXDEV 18", "ENODEV 19", "ENOTDIR 20", "EISDIR 21", "EINVAL 22", "ENFILE 23", "EMFILE 24", "ENOTTY 25", "ETXTBSY 26",
      "EFBIG 27", "ENOSPC 28", "ESPIPE 29", "EROFS 30", "EMLINK 31", "EPIPE 32", "EDOM 33", "ERANGE 34", "EDEADLK 35",
      "EDEADLOCK 35", "ENAMETOOLONG 36", "ENOLCK 37", "ENOSYS 38", "ENOTEMPTY 39", "ELOOP 40", "ENOMSG 42", "EIDRM 43",
      "ECHRNG 44", "EL2NSYNC 45", "EL3HLT 46", "EL3RST 47", "ELNRNG 48", "EUNATCH 49", "ENOCSI 50", "EL2HLT 51", "EBADE 52",
      "EBADR 53", "EXFULL 54", "ENOANO 55", "EBADRQC 56", "EBADSLT 57", "EBFONT 59", "ENOSTR 60", "ENODATA 61", "ETIME 62",
      "ENOSR 63", "ENONET 64", "ENOPKG 65", "EREMOTE 66", "ENOLINK 67", "EADV 68", "ESRMNT 69", "ECOMM 70", "EPROTO 71",
      "EMULTIHOP 72", "EDOTDOT 73", "EBADMSG 74", "EOVERFLOW 75", "ENOTUNIQ 76", "EBADFD 77", "EREMCHG 78", "ELIBACC 79",
      "ELIBBAD 80", "ELIBSCN 81", "ELIBMAX 82", "ELIBEXEC 83", "EILSEQ 84", "ERESTART 85", "ESTRPIPE 86", "EUSERS 87",
      "ENOTSOCK 88", "EDESTADDRREQ 89", "EMSGSIZE 90", "EPROTOTYPE 91", "ENOPROTOOPT 92", "EPROTONOSUPPORT 93",
      "ESOCKTNOSUPPORT 94", "ENOTSUP 95", "EOPNOTSUPP 95", "EPFNOSUPPORT 96", "EAFNOSUPPORT 97", "EADDRINUSE 98",
      "EADDRNOTAVAIL 99", "ENETDOWN 100", "ENETUNREACH 101", "ENETRESET 102", "ECONNABORTED 103", "ECONNRESET 104",
      "ENOBUFS 105", "EISCONN 106", "ENOTCONN 107", "ESHUTDOWN 108", "ETOOMANYREFS 109", "ETIMEDOUT 110", "ECONNREFUSED 111",
      "EHOSTDOWN 112", "EHOSTUNREACH 113", "EALREADY 114", "EINPROGRESS 115", "ESTALE 116", "EUCLEAN 117", "ENOTNAM 118",
      "ENAVAIL 119", "EISNAM 120", "EREMOTEIO 121", "EDQUOT 122", "ENOMEDIUM 123", "EMEDIUMTYPE 124", "ECANCELED 125",
      "ENOKEY 126", "EKEYEXPIRED 127", "EKEYREVOKED 128", "EKEYREJECTED 129", "EOWNERDEAD 130", "ENOTRECOVERABLE 131",
      "ERFKILL 132", "EHWPOISON 133", "EFTYPE 134",
    };
  }

  /** Loaded with the first error that is shown. */
  private static final class Messages {
    static final String[] TEXT = {
      "Success",
      "Operation not permitted",
      "No such file or directory",
      "No such process",
      "Interrupted system call",
      "Input/output error",
      "No such device or address",
      "Argument list too long",
      "Exec format error",
      "Bad file descriptor",
      "No child processes",
      "Resource temporarily unavailable",
      "Cannot allocate memory",
      "Permission denied",
      "Bad address",
      "Block device required",
      "Device or resource busy",
      "File exists",
      "Invalid cross-device link",
      "No such device",
      "Not a directory",
      "Is a directory",
      "Invalid argument",
      "Too many open files in system",
      "Too many open files",
      "Inappropriate ioctl for device",
      "Text file busy",
      "File too large",
      "No space left on device",
      "Illegal seek",
      "Read-only file system",
      "Too many links",
      "Broken pipe",
      "Numerical argument out of domain",
      "Numerical result out of range",
      "Resource deadlock avoided",
      "File name too long",
      "No locks available",
      "Function not implemented",
      "Directory not empty",
      "Too many levels of symbolic links",
      null,
      "No message of desired type",
      "Identifier removed",
      "Channel number out of range",
      "Level 2 not synchronized",
      "Level 3 halted",
      "Level 3 reset",
      "Link number out of range",
      "Protocol driver not attached",
      "No CSI structure available",
      "Level 2 halted",
      "Invalid exchange",
      "Invalid request descriptor",
      "Exchange full",
      "No anode",
      "Invalid request code",
      "Invalid slot",
      null,
      "Bad font file format",
      "Device not a stream",
      "No data available",
      "Timer expired",
      "Out of streams resources",
      "Machine is not on the network",
      "Package not installed",
      "Object is remote",
      "Link has been severed",
      "Advertise error",
      "Srmount error",
      "Communication error on send",
      "Protocol error",
      "Multihop attempted",
      "RFS specific error",
      "Bad message",
      "Value too large for defined data type",
      "Name not unique on network",
      "File descriptor in bad state",
      "Remote address changed",
      "Can not access a needed shared library",
      "Accessing a corrupted shared library",
      ".lib section in a.out corrupted",
      "Attempting to link in too many shared libraries",
      "Cannot exec a shared library directly",
      "Invalid or incomplete multibyte or wide character",
      "Interrupted system call should be restarted",
      "Streams pipe error",
      "Too many users",
      "Socket operation on non-socket",
      "Destination address required",
      "Message too long",
      "Protocol wrong type for socket",
      "Protocol not available",
      "Protocol not supported",
      "Socket type not supported",
      "Operation not supported",
      "Protocol family not supported",
      "Address family not supported by protocol",
      "Address already in use",
      "Cannot assign requested address",
      "Network is down",
      "Network is unreachable",
      "Network dropped connection on reset",
      "Software caused connection abort",
      "Connection reset by peer",
      "No buffer space available",
      "Transport endpoint is already connected",
      "Transport endpoint is not connected",
      "Cannot send after transport endpoint shutdown",
      "Too many references: cannot splice",
      "Connection timed out",
      "Connection refused",
      "Host is down",
      "No route to host",
      "Operation already in progress",
      "Operation now in progress",
      "Stale file handle",
      "Structure needs cleaning",
      "Not a XENIX named type file",
      "No XENIX semaphores available",
      "Is a named type file",
      "Remote I/O error",
      "Disk quota exceeded",
      "No medium found",
      "Wrong medium type",
      "Operation canceled",
      "Required key not available",
      "Key has expired",
      "Key has been revoked",
      "Key was rejected by service",
      "Owner died",
      "State not recoverable",
      "Operation not possible due to RF-kill",
      "Memory page has hardware error",
      "Inappropriate file type or format",
    };
  }
}
