package dev.tuff.jit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.engine.core.Call;
import dev.tuff.engine.core.Interpreter;
import dev.tuff.engine.core.Py;
import dev.tuff.engine.core.ThreadState;
import dev.tuff.engine.module.PyModule;
import dev.tuff.engine.module.Settings;
import dev.tuff.engine.module.Startup;
import dev.tuff.host.SystemHost;
import dev.tuff.stdlib.StandardInterpreter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is left of Python code in hot loops, seen in the HIR. */
class JitTest {
  /** The HIR of each unit that running the source compiles, and the log. */
  private static String compiled(String source) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    Interpreter interpreter = StandardInterpreter.create(new SystemHost(), null);
    interpreter.tier = Jit.of("always", out, out);
    ThreadState state = new ThreadState(interpreter);
    state.thread = Thread.currentThread();
    ThreadState before = ThreadState.attach(state);
    try {
      Startup.run(interpreter, new Settings(List.of(""), List.of(), "", List.of(), List.of(), Map.of(), null, Map.of("no_site", 1)));
      PyModule main = (PyModule) interpreter.modules.getStr("__main__");
      Call.call(interpreter.builtins.dict().getStr("exec"), Py.str(source), main.dict());
    } finally {
      ThreadState.attach(before);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The last unit of a function, with the entry if that matters: {@code name@1}. */
  private static String unit(String hir, String name) {
    int from = hir.lastIndexOf("unit " + name);
    assertTrue(from >= 0, () -> "no unit " + name + " in\n" + hir);
    return hir.substring(from, hir.indexOf("\njit: ", from));
  }

  /** The operations of a unit's loop. */
  private static String loop(String hir, String name) {
    String body = unit(hir, name + "@1\n");
    // from the head of the loop to the block that returns
    StringBuilder loop = new StringBuilder();
    for (String block : body.substring(body.indexOf(": loop")).split("\\n(?=b)")) {
      if (block.contains("return")) {
        break;
      }
      loop.append(block.replaceAll(" {2}else .*", "")).append('\n');
    }
    return loop.toString();
  }

  private static void assertRaw(String loop) {
    for (String costly : new String[] {"box_", "step", "call_", "store_frame", "load_frame", "enter"}) {
      assertFalse(loop.replace("unbox_", "").contains(costly), () -> costly + " in\n" + loop);
    }
  }

  @Test
  void summingOverRangeAllocatesNothing() {
    String hir = compiled("""
        def sums(n):
            total = 0
            for i in range(n):
                total += i * 3 & 255
            return total
        for _ in range(5):
            sums(1000)
        """);
    String loop = loop(hir, "sums");
    assertRaw(loop);
    assertTrue(loop.contains("add_long"), loop);
  }

  @Test
  void floatsStayRaw() {
    String hir = compiled("""
        def decay(n):
            x = 1.0
            i = 0
            while i < n:
                x = x * 0.5 + i
                i += 1
            return x
        for _ in range(5):
            decay(1000)
        """);
    String loop = loop(hir, "decay");
    assertRaw(loop);
    assertTrue(loop.contains("multiply_double") && loop.contains("long_to_double"), loop);
  }

  @Test
  void callsOfKnownFunctionsAreInlined() {
    String hir = compiled("""
        def inc(n, by=1):
            return n + by
        def many(n):
            k = 0
            while k < n:
                k = inc(by=2, n=k)
            return k
        for _ in range(5):
            many(100)
        """);
    String loop = loop(hir, "many");
    assertRaw(loop);
    assertTrue(loop.contains("inline inc"), loop);
  }

  @Test
  void methodsAndConstructorsAreInlined() {
    String hir = compiled("""
        class Point:
            def __init__(self, x, y):
                self.x = x
                self.y = y
            def length(self):
                return self.x * self.x + self.y * self.y
        def lengths(n):
            total = 0.0
            for i in range(n):
                total += Point(1.5, 2.5).length()
            return total
        for _ in range(5):
            lengths(100)
        """);
    String loop = loop(hir, "lengths");
    assertTrue(loop.contains("inline Point.__init__") && loop.contains("inline Point.length"), loop);
    assertFalse(loop.contains("step") || loop.contains("enter") || loop.contains("call_"), loop);
  }

  @Test
  void whatIsNotInlinedIsCalledWithoutTheInterpreter() {
    String hir = compiled("""
        def countdown(n):
            return n if n < 1 else countdown(n - 1)
        for _ in range(5):
            countdown(100)
        """);
    String unit = unit(hir, "countdown@1");
    assertTrue(unit.contains("inline countdown") && unit.contains("call_function"), unit);
    assertFalse(unit.contains("step"), unit);
  }

  @Test
  void handlersThatHaveRunAreCompiled() {
    String hir = compiled("""
        def caught(n):
            k = 0
            for i in range(n):
                try:
                    raise ValueError
                except ValueError:
                    k += 1
            return k
        for _ in range(5):
            caught(100)
        """);
    String unit = unit(hir, "caught@1");
    assertTrue(unit.contains("raise at") && unit.contains("push_handled"), unit);
  }

  @Test
  void generatorsAreCompiled() {
    String hir = compiled("""
        def evens(n):
            for i in range(n):
                yield i * 2
        for _ in range(5):
            sum(evens(100))
        """);
    String unit = unit(hir, "evens@");
    assertTrue(unit.contains("yield v") && unit.contains("range_next"), unit);
    assertFalse(unit.contains("step"), unit);
  }

  private static void assertOperations(String loop, String... operations) {
    assertFalse(loop.contains("step"), loop);
    for (String op : operations) {
      assertTrue(loop.contains(op), () -> op + " not in\n" + loop);
    }
  }

  @Test
  void textIsReadWithoutTheInterpreter() {
    String hir = compiled("""
        def vowels(text):
            n = 0
            i = 0
            while i < len(text):
                if text[i] in 'aeiou' or text[i] == 'y':
                    n += ord(text[i]) & 1
                i += 1
            return n
        for _ in range(5):
            vowels('why do you say so' * 5)
        """);
    String loop = loop(hir, "vowels");
    assertOperations(loop, "len", "str_item", "str_contains", "compare_str", "ord");
    assertFalse(loop.contains(" box_long"), loop);
  }

  @Test
  void containersAreChangedWithoutTheInterpreter() {
    String hir = compiled("""
        def count(words):
            seen = {}
            order = []
            i = 0
            while i < 50:
                word = words[i % 3]
                seen[word] = seen.get(word, 0) + 1
                if not order or word not in seen:
                    order.append((word, i))
                i += 1
            return seen, order
        for _ in range(5):
            count(['a', 'b', 'c'])
        """);
    assertOperations(loop(hir, "count"), "get_item", "dict_get", "store_dict_item", "to_bool");
  }

  @Test
  void pairsOfIteratorsAreNoTuples() {
    String hir = compiled("""
        def weigh(values):
            total = 0
            for i, v in enumerate(values):
                total += i * v
            return total
        for _ in range(5):
            weigh([1, 2, 3] * 30)
        """);
    String loop = loop(hir, "weigh");
    assertOperations(loop, "enumerate_item", "enumerate_count", "multiply_long");
    assertFalse(loop.contains("new_tuple") || loop.contains(" box_long"), loop);
  }

  @Test
  void whatHasNeverRunIsNotCompiled() {
    String hir = compiled("""
        def rarely(n):
            k = 0
            while k < n:
                if k < 0:
                    k = k * 'x' in n
                k += 1
            return k
        for _ in range(5):
            rarely(100)
        """);
    String loop = loop(hir, "rarely");
    assertOperations(loop, "unseen");
    assertRaw(loop);
  }

  @Test
  void loopsOfLongCodeAreUnitsOfTheirOwn() {
    StringBuilder source = new StringBuilder("def many(n):\n  t = 0\n");
    for (int k = 0; k < 40; k++) {
      source.append("  for i in range(n):\n    t += i % 7\n    if t > 1000: t = str(t) + 'x'; t = len(t)\n");
    }
    source.append("  return t\nfor _ in range(60):\n  many(30)\n");
    String hir = compiled(source.toString());
    assertTrue(hir.contains("compiled, that loop alone"), hir);
  }

  @Test
  void propertiesSuperAndContextManagersAreFunctions() {
    String hir = compiled("""
        class Base:
            def area(self):
                return 1
            @classmethod
            def unit(cls):
                return 2
        class Side(Base):
            def __init__(self, side):
                self.side = side
            @property
            def double(self):
                return self.side * 2
            def area(self):
                return super().area() + self.side
            def __enter__(self):
                return self.side
            def __exit__(self, *error):
                pass
        def measure(s, n):
            total = 0
            for i in range(n):
                total += s.double + s.area() + Side.unit()
            return total
        def entered(s, n):
            total = 0
            for i in range(n):
                with s as side:
                    total += side
            return total
        for _ in range(5):
            measure(Side(3), 50)
            entered(Side(3), 50)
        """);
    String loop = loop(hir, "measure");
    assertOperations(loop, "check_property", "check_known_type", "check_class_attribute", "inline Side.double", "inline Base.unit");
    assertFalse(loop.contains("step") || loop.contains("call_"), loop);
    assertFalse(loop(hir, "entered").contains("step"), hir);
  }
}
