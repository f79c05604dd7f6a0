package dev.tuff.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tuff.syntax.SyntaxError;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The opcode table is complete, and the tables of positions and names keep what is put into them. */
class OpcodeTest {
  private static final Set<String> NO_OPCODES = Set.of("COUNT", "FIRST_SPECIALIZED", "FIRST_STATIC");

  @Test
  void everyConstantHasARow() throws IllegalAccessException {
    for (Field field : Opcode.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == int.class && !NO_OPCODES.contains(field.getName())) {
        int opcode = field.getInt(null);
        assertEquals(field.getName(), Opcode.name(opcode));
        assertNotNull(Opcode.argKind(opcode));
        assertNotNull(Opcode.cacheKind(opcode));
        assertTrue(!Opcode.doc(opcode).isEmpty());
        assertEquals(opcode, Opcode.byName(field.getName()));
        assertEquals(Opcode.isSpecialized(opcode), Opcode.parent(opcode) != opcode);
      }
    }
  }

  @Test
  void positionsComeBack() {
    int[][] positions = {
      {3, 3, 0, 5}, {3, 3, 79, 94}, {3, 3, 80, 127}, {4, 4, 1, 2}, {6, 6, 10, 11}, {9, 12, 4, 3}, {2, 2, 200, 400},
      {-1, -1, -1, -1},
      {5, 5, -1, -1}, {100000, 100001, 3, 70000}, {1, 1, 0, 0}
    };
    PositionTable.Writer writer = new PositionTable.Writer(3);
    for (int i = 0; i < positions.length; i++) {
      writer.add(i + 1, positions[i][0], positions[i][1], positions[i][2], positions[i][3]);
    }
    byte[] table = writer.finish();
    int at = 0;
    for (int i = 0; i < positions.length; i++) {
      for (int n = 0; n <= i; n++, at++) {
        int[] found = PositionTable.position(table, 3, at);
        for (int k = 0; k < 4; k++) {
          assertEquals(positions[i][k], found[k], "entry " + i + " part " + k);
        }
        assertEquals(positions[i][0], PositionTable.line(table, 3, at));
      }
    }
  }

  @Test
  void nameTablesKeepOrderAndValues() {
    NameTable table = new NameTable();
    for (int i = 0; i < 100; i++) {
      assertEquals(i, table.intern("n" + i));
    }
    assertEquals(42, table.intern("n42"));
    assertEquals(NameTable.ABSENT, table.get("x"));
    table.remove("n0");
    assertEquals(99, table.size());
    assertEquals(99, table.get("n99"));
    assertEquals("n1", table.name(0));
  }

  @Test
  void longChainsCompileAndDeepNestingIsAnError() {
    String chain = "1" + "+x".repeat(100_000);
    assertEquals(2, Compiler.compile(FileTest.parse(chain), "test", CompileOptions.DEFAULT).stackSize);
    String nested = "-".repeat(Diagnostics.MAX_DEPTH + 10) + "x";
    SyntaxError e = assertThrows(
        SyntaxError.class, () -> Compiler.compile(FileTest.parse(nested), "test", CompileOptions.DEFAULT));
    assertTrue(e.kind == SyntaxError.Kind.RECURSION || e.kind == SyntaxError.Kind.MEMORY || e.kind == SyntaxError.Kind.SYNTAX);
  }
}
