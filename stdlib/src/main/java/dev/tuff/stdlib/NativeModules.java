package dev.tuff.stdlib;

import dev.tuff.engine.module.NativeModuleTable;
import dev.tuff.engine.module.PyModule;
import dev.tuff.stdlib.ast.AstModule;
import dev.tuff.stdlib.asyncio.AsyncioModule;
import dev.tuff.stdlib.binary.ArrayModule;
import dev.tuff.stdlib.binary.BinasciiModule;
import dev.tuff.stdlib.binary.MarshalModule;
import dev.tuff.stdlib.binary.StructModule;
import dev.tuff.stdlib.collections.CollectionsModule;
import dev.tuff.stdlib.compile.OpcodeModule;
import dev.tuff.stdlib.compile.SuggestionsModule;
import dev.tuff.stdlib.compile.SymtableModule;
import dev.tuff.stdlib.compile.TokenizeModule;
import dev.tuff.stdlib.context.ContextvarsModule;
import dev.tuff.stdlib.csv.CsvModule;
import dev.tuff.stdlib.datetime.DatetimeModule;
import dev.tuff.stdlib.dbm.DbmModule;
import dev.tuff.stdlib.decimal.DecimalModule;
import dev.tuff.stdlib.functools.FunctoolsModule;
import dev.tuff.stdlib.hash.Blake2Module;
import dev.tuff.stdlib.hash.Md5Module;
import dev.tuff.stdlib.hash.Sha1Module;
import dev.tuff.stdlib.hash.Sha2Module;
import dev.tuff.stdlib.hash.Sha3Module;
import dev.tuff.stdlib.io.IoModule;
import dev.tuff.stdlib.io.StandardStreams;
import dev.tuff.stdlib.itertools.ItertoolsModule;
import dev.tuff.stdlib.json.JsonModule;
import dev.tuff.stdlib.math.CmathModule;
import dev.tuff.stdlib.math.MathModule;
import dev.tuff.stdlib.math.RandomModule;
import dev.tuff.stdlib.math.StatisticsModule;
import dev.tuff.stdlib.objects.AbcModule;
import dev.tuff.stdlib.objects.GcModule;
import dev.tuff.stdlib.objects.TypesModule;
import dev.tuff.stdlib.objects.TypingModule;
import dev.tuff.stdlib.objects.WeakrefModule;
import dev.tuff.stdlib.operator.OperatorModule;
import dev.tuff.stdlib.os.AtexitModule;
import dev.tuff.stdlib.os.ErrnoModule;
import dev.tuff.stdlib.os.FaulthandlerModule;
import dev.tuff.stdlib.os.FcntlModule;
import dev.tuff.stdlib.os.GrpModule;
import dev.tuff.stdlib.os.LocaleModule;
import dev.tuff.stdlib.os.PosixModule;
import dev.tuff.stdlib.os.PosixSubprocessModule;
import dev.tuff.stdlib.os.PwdModule;
import dev.tuff.stdlib.os.ResourceModule;
import dev.tuff.stdlib.os.SignalModule;
import dev.tuff.stdlib.os.SysconfigDataModule;
import dev.tuff.stdlib.os.TermiosModule;
import dev.tuff.stdlib.os.TracemallocModule;
import dev.tuff.stdlib.pickle.PickleModule;
import dev.tuff.stdlib.queue.QueueModule;
import dev.tuff.stdlib.select.SelectModule;
import dev.tuff.stdlib.socket.SocketModule;
import dev.tuff.stdlib.sorted.BisectModule;
import dev.tuff.stdlib.sorted.HeapqModule;
import dev.tuff.stdlib.sre.SreModule;
import dev.tuff.stdlib.testing.TestCapiModule;
import dev.tuff.stdlib.testing.TestInternalCapiModule;
import dev.tuff.stdlib.testing.TestMultiphaseModule;
import dev.tuff.stdlib.text.CodecsModule;
import dev.tuff.stdlib.text.MultibyteModule;
import dev.tuff.stdlib.text.StringModule;
import dev.tuff.stdlib.text.UnicodedataModule;
import dev.tuff.stdlib.thread.ThreadModule;
import dev.tuff.stdlib.time.TimeModule;
import dev.tuff.stdlib.warnings.WarningsModule;
import dev.tuff.stdlib.zlib.ZlibModule;
import dev.tuff.stdlib.zoneinfo.ZoneInfoModule;
import java.util.Arrays;
import java.util.List;

/** The table of native modules: the Java halves of what are C modules in CPython. */
public final class NativeModules implements NativeModuleTable {
  // ORDER: alphabetical; the same names as in the switch below
  private static final String[] NAMES = {
    "_abc",
    "_ast",
    "_asyncio",
    "_bisect",
    "_blake2",
    "_codecs",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_collections",
    "_contextvars",
    "_csv",
    "_datetime",
    "_decimal",
    "_functools",
    "_heapq",
    "_io",
    "_json",
    "_locale",
    "_md5",
    "_multibytecodec",
    "_opcode",
    "_operator",
    "_pickle",
    "_posixsubprocess",
    "_queue",
    "_random",
    "_sha1",
    "_sha2",
    "_sha3",
    "_signal",
    "_socket",
    "_sre",
    "_statistics",
    "_string",
    "_struct",
    "_suggestions",
    "_symtable",
    "_sysconfigdata__linux_aarch64-linux-gnu",
    "_sysconfigdata__linux_x86_64-linux-gnu",
    "_testcapi",
    "_testinternalcapi",
    "_testlimitedcapi",
    "_testmultiphase",
    "_thread",
    "_tokenize",
    "_tracemalloc",
    "_types",
    "_typing",
    "_warnings",
    "_weakref",
    "_zoneinfo",
    "array",
    "atexit",
    "binascii",
    "cmath",
    "dbm",
    "errno",
    "faulthandler",
    "fcntl",
    "gc",
    "grp",
    "itertools",
    "marshal",
    "math",
    "posix",
    "pwd",
    "resource",
    "select",
    "termios",
    "time",
    "unicodedata",
    "zlib",
  };

  @Override
  public List<String> names() {
    return Arrays.asList(NAMES);
  }

  @Override
  public boolean init(String name, PyModule m) {
    switch (name) {
      case "_abc" -> AbcModule.init(m);
      case "_ast" -> AstModule.init(m);
      case "_asyncio" -> AsyncioModule.init(m);
      case "_bisect" -> BisectModule.init(m);
      case "_blake2" -> Blake2Module.init(m);
      case "_codecs" -> CodecsModule.init(m);
      case "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw" -> MultibyteModule.initCountry(m);
      case "_collections" -> CollectionsModule.init(m);
      case "_contextvars" -> ContextvarsModule.init(m);
      case "_csv" -> CsvModule.init(m);
      case "_datetime" -> DatetimeModule.init(m);
      case "_decimal" -> DecimalModule.init(m);
      case "_functools" -> FunctoolsModule.init(m);
      case "_heapq" -> HeapqModule.init(m);
      case "_io" -> IoModule.init(m);
      case "_json" -> JsonModule.init(m);
      case "_locale" -> LocaleModule.init(m);
      case "_md5" -> Md5Module.init(m);
      case "_multibytecodec" -> MultibyteModule.init(m);
      case "_opcode" -> OpcodeModule.init(m);
      case "_operator" -> OperatorModule.init(m);
      case "_pickle" -> PickleModule.init(m);
      case "_posixsubprocess" -> PosixSubprocessModule.init(m);
      case "_queue" -> QueueModule.init(m);
      case "_random" -> RandomModule.init(m);
      case "_sha1" -> Sha1Module.init(m);
      case "_sha2" -> Sha2Module.init(m);
      case "_sha3" -> Sha3Module.init(m);
      case "_signal" -> SignalModule.init(m);
      case "_socket" -> SocketModule.init(m);
      case "_sre" -> SreModule.init(m);
      case "_statistics" -> StatisticsModule.init(m);
      case "_string" -> StringModule.init(m);
      case "_struct" -> StructModule.init(m);
      case "_suggestions" -> SuggestionsModule.init(m);
      case "_symtable" -> SymtableModule.init(m);
      case "_sysconfigdata__linux_aarch64-linux-gnu" -> SysconfigDataModule.init(m);
      case "_sysconfigdata__linux_x86_64-linux-gnu" -> SysconfigDataModule.init(m);
      case "_testcapi" -> TestCapiModule.init(m);
      case "_testinternalcapi" -> TestInternalCapiModule.init(m);
      case "_testlimitedcapi" -> dev.tuff.stdlib.testing.TestLimitedCapiModule.init(m);
      case "_testmultiphase" -> TestMultiphaseModule.init(m);
      case "_thread" -> ThreadModule.init(m);
      case "_tokenize" -> TokenizeModule.init(m);
      case "_tracemalloc" -> TracemallocModule.init(m);
      case "_types" -> TypesModule.init(m);
      case "_typing" -> TypingModule.init(m);
      case "_warnings" -> WarningsModule.init(m);
      case "_weakref" -> WeakrefModule.init(m);
      case "_zoneinfo" -> ZoneInfoModule.init(m);
      case "array" -> ArrayModule.init(m);
      case "atexit" -> AtexitModule.init(m);
      case "binascii" -> BinasciiModule.init(m);
      case "cmath" -> CmathModule.init(m);
      case "dbm" -> DbmModule.init(m);
      case "errno" -> ErrnoModule.init(m);
      case "faulthandler" -> FaulthandlerModule.init(m);
      case "fcntl" -> FcntlModule.init(m);
      case "gc" -> GcModule.init(m);
      case "grp" -> GrpModule.init(m);
      case "itertools" -> ItertoolsModule.init(m);
      case "marshal" -> MarshalModule.init(m);
      case "math" -> MathModule.init(m);
      case "posix" -> PosixModule.init(m);
      case "pwd" -> PwdModule.init(m);
      case "resource" -> ResourceModule.init(m);
      case "select" -> SelectModule.init(m);
      case "termios" -> TermiosModule.init(m);
      case "time" -> TimeModule.init(m);
      case "unicodedata" -> UnicodedataModule.init(m);
      case "zlib" -> ZlibModule.init(m);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public dev.tuff.engine.module.Compilation.AstBridge astBridge() {
    return AstModule.bridge();
  }

  @Override
  public void openStreams(dev.tuff.engine.core.Interpreter interpreter, dev.tuff.engine.module.Settings settings) {
    StandardStreams.open(interpreter, settings);
    if (interpreter.ownsSignals) {
      SignalModule.interruptible(interpreter);
    }
  }

  @Override
  public boolean flushStreams(dev.tuff.engine.core.Interpreter interpreter) {
    return !StandardStreams.flush(interpreter);
  }
}
