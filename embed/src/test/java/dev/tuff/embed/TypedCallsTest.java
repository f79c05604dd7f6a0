package dev.tuff.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of static modules as Java interfaces and handles: machine numbers as they are, with the interpreter alone and compiled. */
class TypedCallsTest {
  /** Of four kinds at once. */
  public interface Mixed {
    double run(int a, String s, double d, boolean b);
  }

  public interface Narrow {
    int run(long a);
  }

  public interface Maker {
    PythonValue make(long x);
  }

  private static final String MODULE = """
      import __static__
      from __static__ import box, cbool, crange, double, int32, int64, uint8

      seen = []

      def add(a: int64, b: int64) -> int64:
          return a + b

      def mixed(a: int64, s: str, d: double, b: cbool) -> double:
          if b:
              return d * d
          return d + double(len(s))

      def narrow(a: uint8) -> int32:
          return a + 1

      def fails(a: int64) -> int64:
          if a == 3:
              raise ValueError('three')
          return a

      def fib(n: int64) -> int64:
          if n < 2:
              return n
          return fib(n - 1) + fib(n - 2)

      def total(n: int64) -> int64:
          s: int64 = 0
          for i in crange(n):
              s += i * i
          return s

      def note(a: int64) -> None:
          seen.append(box(a))

      class Point:
          def __init__(self, x: int64) -> None:
              self.x: int64 = x

          def moved(self, by: int64) -> int64:
              self.x += by
              return self.x

      def text(p: Point, n: int) -> str:
          return str(box(p.x) + n)

      def plain(x, y=2):
          return x * y
      """;

  @TempDir
  Path folder;
  private Python python;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("calc.py"), MODULE);
  }

  @AfterEach
  void close() {
    python.close();
  }

  private PythonValue module(boolean jit) {
    python = Python.builder().path(folder.toString()).jit(jit).build();
    return python.importModule("calc");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void machineNumbersPass(boolean jit) throws Throwable {
    PythonValue m = module(jit);
    LongBinaryOperator add = m.attribute("add").as(LongBinaryOperator.class);
    assertEquals(Long.MIN_VALUE, add.applyAsLong(Long.MAX_VALUE, 1));
    Mixed mixed = m.attribute("mixed").as(Mixed.class);
    assertEquals(2.25, mixed.run(1, "abc", 1.5, true));
    assertEquals(4.5, mixed.run(1, "abc", 1.5, false));
    MethodHandle fib = m.attribute("fib").handle(MethodType.methodType(long.class, int.class));
    assertEquals(6765L, (long) fib.invokeExact(20));
    LongUnaryOperator total = m.attribute("total").as(LongUnaryOperator.class);
    // hot enough to be compiled while it is called
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum = add.applyAsLong(sum, total.applyAsLong(i & 15));
    }
    long all = sum;
    assertEquals(all, python.inside(() -> {
      long again = 0;
      for (int i = 0; i < 20_000; i++) {
        again = add.applyAsLong(again, total.applyAsLong(i & 15));
      }
      return again;
    }));
    assertEquals(333328333350000L, total.applyAsLong(100_000));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatDoesNotFitIsRefused(boolean jit) {
    PythonValue m = module(jit);
    Narrow narrow = m.attribute("narrow").as(Narrow.class);
    assertEquals(256, narrow.run(255));
    for (long bad : new long[] {256, -1}) {
      assertEquals("OverflowError: int overflow", assertThrows(PythonException.class, () -> narrow.run(bad)).getMessage());
    }
    PythonValue add = m.attribute("add");
    assertEquals("argument a of add is a long: a double cannot be one",
        assertThrows(IllegalArgumentException.class, () -> add.as(DoubleBinaryOperator.class)).getMessage());
    assertEquals("TypeError: add() missing 1 required positional argument: 'b'",
        assertThrows(PythonException.class, () -> add.as(LongUnaryOperator.class).applyAsLong(1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> add.as(String.class));
    BiFunction<Object, Object, Object> text = text(m);
    assertEquals("StaticTypeError: text expected 'int' for argument n, got 'str'",
        assertThrows(PythonException.class, () -> text.apply(m.attribute("Point").call(1), "1")).getMessage());
    assertEquals("StaticTypeError: text expected 'Point' for argument p, got 'int'",
        assertThrows(PythonException.class, () -> text.apply(3, 1)).getMessage());
  }

  @SuppressWarnings("unchecked")
  private static BiFunction<Object, Object, Object> text(PythonValue m) {
    return m.attribute("text").as(BiFunction.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void exceptionsComeOut(boolean jit) {
    LongUnaryOperator fails = module(jit).attribute("fails").as(LongUnaryOperator.class);
    for (int i = 0; i < 5_000; i++) {
      int n = i & 3;
      if (n == 3) {
        assertEquals("ValueError: three", assertThrows(PythonException.class, () -> fails.applyAsLong(n)).getMessage());
      } else {
        assertEquals(n, fails.applyAsLong(n));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void objectsGoAlong(boolean jit) {
    PythonValue m = module(jit);
    m.attribute("note").as(LongConsumer.class).accept(8);
    assertEquals(List.of(8L), m.attribute("seen").toJava());
    PythonValue p = m.attribute("Point").as(Maker.class).make(3);
    LongUnaryOperator moved = p.attribute("moved").as(LongUnaryOperator.class);
    assertEquals(7, moved.applyAsLong(4));
    assertEquals(12, moved.applyAsLong(5));
    assertEquals("13", text(m).apply(p, 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyCallableIsAnInterface(boolean jit) {
    PythonValue plain = module(jit).attribute("plain");
    assertEquals(8, plain.as(LongUnaryOperator.class).applyAsLong(4));
    assertEquals(8.0, plain.as(DoubleUnaryOperator.class).applyAsDouble(4));
    assertEquals("2a", python.eval("lambda x, y: f'{x}{y}'").as(BiFunction.class).apply(2, "a"));
  }
}
