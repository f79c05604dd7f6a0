package dev.tuff.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of the JIT's work: the log, dumps of classes, statistics, events for the flight recorder. */
class SeeingTest {
  private static final String PROGRAM = """
      def add(a, b):
          return a + b
      def varargs(*a):
          import sys
          return a
      def caller(n):
          return varargs(add(n, n))
      for i in range(10):
          caller(i)
      for i in range(40):
          add('a', 'b')
      for i in range(100):
          add(i, 0.5) if i % 2 else add(str(i), 'x')
      """;

  private static String shown(java.util.function.BiConsumer<JitSettings, PrintStream> where) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    JitSettings settings = JitSettings.of("always");
    where.accept(settings, new PrintStream(text, true, StandardCharsets.UTF_8));
    Programs.run(settings, PROGRAM);
    return text.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theLogTellsWhatBecameFastAndWhatNot() {
    String log = shown((s, out) -> s.log = out);
    assertTrue(log.contains("jit: add (<string>:1): compiled in "), log);
    assertTrue(log.contains("with calls inlined of add; not inlined: varargs (HasVarargs)"), log);
    assertTrue(log.contains("the interpreter still does IMPORT_NAME of line 4"), log);
    assertTrue(log.contains("jit: add (<string>:1): given up, to be compiled anew: a value was no int of 64 bits in line 2"), log);
  }

  @Test
  void classesHaveTheNamesAndLinesOfTheFunctions() {
    String classes = shown((s, out) -> s.classes = out);
    assertTrue(classes.contains("class dev/tuff/jit/Unit$add"), classes);
    assertTrue(classes.contains("\nadd(ThreadState,PyFrame,PyFunction,Object,Object)Object\n"), classes);
    assertTrue(classes.contains("# line 2\n"), classes);
  }

  @Test
  void statisticsCountTheWaysBack() {
    String stats = shown((s, out) -> s.stats = out);
    assertTrue(stats.contains("48 times back to the interpreter in add (<string>:2): a value was no int of 64 bits"), stats);
    assertTrue(stats.contains("given up"), stats);
  }

  @Test
  void theFlightRecorderHasEvents(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      for (String name : List.of("Compile", "Deopt", "Invalidation", "Limit")) {
        recording.enable("dev.tuff.jit." + name);
      }
      recording.start();
      Programs.run(JitSettings.of("always"), PROGRAM);
      JitSettings few = JitSettings.of("always");
      few.maxClasses = 1;
      Programs.run(few, PROGRAM);
      recording.stop();
      Files.deleteIfExists(file);
      recording.dump(file);
    }
    Set<String> names = new TreeSet<>();
    for (RecordedEvent e : RecordingFile.readAllEvents(file)) {
      String name = e.getEventType().getName();
      names.add(name.substring(name.lastIndexOf('.') + 1));
      if (name.endsWith("Deopt") && "add".equals(e.getString("function"))) {
        assertEquals("<string>", e.getString("file"));
      }
    }
    assertEquals(Set.of("Compile", "Deopt", "Invalidation", "Limit"), names);
  }
}
