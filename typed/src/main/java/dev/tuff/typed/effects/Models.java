package dev.tuff.typed.effects;

/** Tables of what may run at import: builtins, methods that change their object, names of library modules. */
final class Models {
  private Models() {}

  /** Whether a builtin does nothing but make a value of its arguments. */
  static boolean isPure(String builtin) {
    return switch (builtin) {
      case "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "classmethod", "complex", "dict", "divmod",
          "enumerate", "filter", "float", "format", "frozenset", "getattr", "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len",
          "list", "map", "max", "memoryview", "min", "next", "object", "oct", "ord", "pow", "property", "range", "repr", "reversed", "round",
          "set", "setattr", "delattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "zip" -> true;
      default -> isException(builtin);
    };
  }

  static boolean isException(String builtin) {
    return builtin.endsWith("Error") || builtin.endsWith("Exception") || builtin.endsWith("Warning") || builtin.endsWith("ExceptionGroup")
        || builtin.equals("StopIteration") || builtin.equals("StopAsyncIteration") || builtin.equals("KeyboardInterrupt")
        || builtin.equals("SystemExit") || builtin.equals("GeneratorExit");
  }

  /** Why a builtin may not run; null for one that the table does not know. */
  static String prohibited(String builtin) {
    return switch (builtin) {
      case "exec", "eval", "compile", "__import__" -> "runs code that cannot be followed";
      case "print", "open", "input", "breakpoint", "exit", "quit", "help" -> "acts on the world outside";
      case "id", "hash" -> "differs from run to run";
      case "globals", "locals", "vars", "dir" -> "gives names that may then be changed unseen";
      default -> null;
    };
  }

  /** Builtins that are values, not functions. */
  static Known constant(String builtin) {
    return switch (builtin) {
      case "NotImplemented", "Ellipsis", "__debug__", "__doc__", "__file__", "__package__", "__spec__", "__loader__", "__builtins__",
          "__cached__", "__path__", "__annotations__", "__qualname__", "__module__", "__class__" -> Known.plain("object");
      default -> null;
    };
  }

  /** Whether a method of a builtin type changes its object. */
  static boolean changes(String method) {
    return switch (method) {
      case "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "add", "discard", "update", "setdefault", "popitem",
          "difference_update", "intersection_update", "symmetric_difference_update", "appendleft", "extendleft", "popleft", "rotate",
          "move_to_end", "subtract", "__setitem__", "__delitem__", "__iadd__", "send", "throw", "close" -> true;
      default -> false;
    };
  }

  /** Of a library module, whether what a name stands for only makes values: then its calls are allowed. */
  static boolean isModelled(String module, String name) {
    return switch (module) {
      case "typing", "typing_extensions", "__future__", "__static__", "__strict__", "strict_modules", "dataclasses", "enum", "abc", "types",
          "collections.abc", "numbers", "operator", "itertools", "keyword", "string", "token", "errno", "stat", "fractions", "decimal",
          "__static__.compiler_flags" -> true;
      case "collections" -> switch (name) {
        case "namedtuple", "OrderedDict", "defaultdict", "deque", "Counter", "ChainMap", "abc", "UserDict", "UserList", "UserString" -> true;
        default -> false;
      };
      case "functools" -> !name.equals("_lru_cache_wrapper");
      case "contextlib" -> switch (name) {
        case "contextmanager", "asynccontextmanager", "suppress", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
            "ContextDecorator", "ExitStack", "AsyncExitStack" -> true;
        default -> false;
      };
      case "re" -> switch (name) {
        case "compile", "escape", "Pattern", "Match", "A", "ASCII", "I", "IGNORECASE", "M", "MULTILINE", "S", "DOTALL", "X", "VERBOSE", "U",
            "UNICODE", "RegexFlag" -> true;
        default -> false;
      };
      case "math", "cmath" -> true;
      case "sys" -> switch (name) {
        case "version_info", "hexversion", "platform", "maxsize", "byteorder", "implementation", "maxunicode", "float_info", "hash_info" -> true;
        default -> false;
      };
      case "warnings" -> name.equals("deprecated");
      case "weakref" -> name.equals("WeakKeyDictionary") || name.equals("WeakValueDictionary") || name.equals("WeakSet");
      default -> false;
    };
  }

  /** Names of library modules whose value at import is known. */
  static Known constant(String module, String name) {
    return name.equals("TYPE_CHECKING") && module.startsWith("typing") ? new Known.Plain("bool", Boolean.FALSE) : null;
  }
}
