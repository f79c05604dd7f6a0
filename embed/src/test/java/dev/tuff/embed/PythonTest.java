package dev.tuff.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.host.LimitedHost;
import dev.tuff.host.SystemHost;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Java API: code in both directions, values in both directions, isolation, no growth. */
class PythonTest {
  @Test
  void runsCodeAndCallsIt() {
    try (Python python = Python.create()) {
      python.exec("def area(r, pi=3): return pi * r * r");
      assertEquals(12, python.get("area").call(2).asLong());
      assertEquals(16, python.get("area").call(List.of(2), Map.of("pi", 4)).asLong());
      assertEquals(1 << 20, python.eval("2 ** 20").asLong());
      assertNull(python.get("nothing"));
      assertEquals("json", python.importModule("json").attribute("__name__").asString());
    }
  }

  @Test
  void valuesGoBothWays() {
    try (Python python = Python.create()) {
      Object marker = new Object();
      List<Object> values = java.util.Arrays.asList(
          null, true, 7L, BigInteger.TWO.pow(80), 2.5, "text \ud83d\ude00", List.of(1L, "a"), Map.of("k", List.of(2L)), marker);
      for (Object v : values) {
        assertEquals(v, python.value(v).toJava());
      }
      assertSame(marker, python.value(marker).toJava());
      assertArrayEquals(new byte[] {1, 2}, (byte[]) python.value(new byte[] {1, 2}).toJava());
      python.set("n", 41);
      assertEquals(42, python.eval("n + 1").asLong());
    }
  }

  @Test
  void pythonCallsJava() {
    try (Python python = Python.create()) {
      python.set("join", (PythonCallable) args -> String.join("-", args.stream().map(String::valueOf).toList()));
      assertEquals("1-b-[2]", python.eval("join(1, 'b', [2])").asString());
      python.set("fail", (PythonCallable) args -> {
        throw new java.io.IOException("no disk");
      });
      python.exec("""
          try:
              fail()
          except RuntimeError as e:
              caught = str(e)
          """);
      assertEquals("java.io.IOException: no disk", python.get("caught").asString());
    }
  }

  @Test
  void exceptionsCarryTypeMessageAndTraceback() {
    try (Python python = Python.create()) {
      PythonException e = assertThrows(PythonException.class, () -> python.exec("def f():\n  return 1 / 0\nf()", "report.py"));
      assertEquals("ZeroDivisionError", e.type());
      assertEquals("ZeroDivisionError: division by zero", e.getMessage());
      assertTrue(e.traceback().contains("File \"report.py\", line 2, in f"), e.traceback());
      assertEquals("SyntaxError", assertThrows(PythonException.class, () -> python.eval("1 +")).type());
    }
  }

  @Test
  void interpretersShareNothing() {
    try (Python a = Python.create(); Python b = Python.create()) {
      a.exec("import json; json.mark = 1; x = 1");
      assertNull(b.get("x"));
      assertTrue(!b.importModule("json").hasAttribute("mark"));
      assertEquals("b", b.eval("type('b', (), {}).__name__").asString());
      a.exec("class OfA(int): pass");
      assertEquals(0, b.eval("sum(c.__name__ == 'OfA' for c in int.__subclasses__())").asLong());
    }
  }

  @Test
  void theHostDecidesWhatCanBeReached() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SystemHost machine = new SystemHost(InputStream.nullInputStream(), out, out);
    try (Python python = Python.builder().host(LimitedHost.sandbox(machine)).build()) {
      python.exec("print('hello', sum(range(10)))");
      assertEquals("PermissionError", assertThrows(PythonException.class, () -> python.exec("open('/etc/passwd')")).type());
      assertEquals(0, python.eval("len(__import__('os').environ)").asLong());
    }
    assertEquals("hello 45\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aClosedInterpreterIsGone() throws InterruptedException {
    int threads = Thread.activeCount();
    long before = 0;
    for (int i = 0; i < 1000; i++) {
      try (Python python = Python.create()) {
        assertEquals(100, python.eval("len([object() for i in range(100)])").asLong());
      }
      if (i == 200) {
        before = used();
      }
    }
    // a busy machine may be slow to clear references: what is lost for good stays however long one waits
    long growth = used() - before;
    for (int i = 0; i < 50 && growth >= LEAK; i++) {
      growth = used() - before;
    }
    assertTrue(growth < LEAK, "grew by " + growth + " bytes");
    // those of earlier tests may have ended meanwhile
    assertTrue(Thread.activeCount() <= threads, () -> Thread.getAllStackTraces().keySet().toString());
    try (Python python = Python.create()) {
      python.close();
      assertThrows(IllegalStateException.class, () -> python.eval("1"));
    }
  }

  /** Bytes that 800 interpreters may leave at most. */
  private static final long LEAK = 8 << 20;

  /** Bytes in use after the collector has had several chances. */
  private static long used() throws InterruptedException {
    Runtime r = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
      least = Math.min(least, r.totalMemory() - r.freeMemory());
    }
    return least;
  }
}
