package dev.tuff.stdlib.sre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From the code that {@code re._compiler} makes to a {@link Program}. */
final class Translator {
  private final int[] in;
  private int[] out = new int[64];
  private int n;
  private final List<CharSet> sets = new ArrayList<>();
  private final List<boolean[]> firsts = new ArrayList<>();
  private final List<int[]> strings = new ArrayList<>();
  private final FirstCharacters first;
  private int registers;

  private Translator(int[] in, int groups) {
    this.in = in;
    first = new FirstCharacters(in);
    registers = 2 * groups + 1;
  }

  static Program translate(int[] code, int groups) {
    Translator t = new Translator(code, groups);
    t.block(0, code.length);
    Program p = new Program(Arrays.copyOf(t.out, t.n), t.sets.toArray(CharSet[]::new), t.firsts.toArray(boolean[][]::new),
        t.strings.toArray(int[][]::new), groups, t.registers);
    if (code.length > 0 && code[0] == Opcodes.INFO) {
      info(code, p);
    }
    if (p.first == null && p.prefixText == null && p.minWidth > 0) {
      p.first = t.first.of(0, code.length);
    }
    return p;
  }

  private static void info(int[] code, Program p) {
    int flags = code[2];
    p.minWidth = code[3] < 0 ? Integer.MAX_VALUE : code[3];
    if ((flags & Opcodes.INFO_PREFIX) != 0) {
      p.prefix = Arrays.copyOfRange(code, 7, 7 + code[5]);
      p.prefixText = Program.text(p.prefix);
      p.literal = (flags & Opcodes.INFO_LITERAL) != 0 && p.groups == 0;
    } else if ((flags & Opcodes.INFO_CHARSET) != 0) {
      p.first = new CharSet(code, 5, CharSet.Fold.NONE).low;
    }
  }

  // ---- output

  private void emit(int... words) {
    if (n + words.length > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, n + words.length));
    }
    System.arraycopy(words, 0, out, n, words.length);
    n += words.length;
  }

  /** The number of the set of the single-character operator at {@code i}. */
  private int set(int i) {
    sets.add(first.set(i));
    return sets.size() - 1;
  }

  private int table(boolean[] characters) {
    firsts.add(characters);
    return firsts.size() - 1;
  }

  private int register(int count) {
    int r = registers;
    registers += count;
    return r;
  }

  // ---- blocks

  /** Translates the operators from {@code i} up to {@code end}; stops early at a JUMP and returns where. */
  private int block(int i, int end) {
    while (i < end) {
      int op = in[i];
      switch (op) {
        case Opcodes.FAILURE -> {
          emit(Program.FAIL);
          i++;
        }
        case Opcodes.SUCCESS -> {
          emit(Program.MATCH);
          i++;
        }
        case Opcodes.ANY -> {
          emit(Program.ANY);
          i++;
        }
        case Opcodes.ANY_ALL -> {
          emit(Program.ANY_ALL);
          i++;
        }
        case Opcodes.LITERAL -> i = literals(i, end);
        case Opcodes.NOT_LITERAL, Opcodes.LITERAL_IGNORE, Opcodes.NOT_LITERAL_IGNORE, Opcodes.LITERAL_UNI_IGNORE,
            Opcodes.NOT_LITERAL_UNI_IGNORE, Opcodes.LITERAL_LOC_IGNORE, Opcodes.NOT_LITERAL_LOC_IGNORE, Opcodes.CATEGORY -> {
          emit(Program.SET, set(i));
          i += 2;
        }
        case Opcodes.IN, Opcodes.IN_IGNORE, Opcodes.IN_UNI_IGNORE, Opcodes.IN_LOC_IGNORE -> {
          emit(Program.SET, set(i));
          i += 1 + in[i + 1];
        }
        case Opcodes.AT -> {
          emit(Program.AT, in[i + 1]);
          i += 2;
        }
        case Opcodes.MARK -> {
          emit(Program.MARK, in[i + 1]);
          i += 2;
        }
        case Opcodes.INFO -> i += 1 + in[i + 1];
        case Opcodes.JUMP -> {
          return i;
        }
        case Opcodes.BRANCH -> i = branch(i + 1);
        case Opcodes.REPEAT_ONE, Opcodes.MIN_REPEAT_ONE, Opcodes.POSSESSIVE_REPEAT_ONE -> i = repeatOne(i, end);
        case Opcodes.REPEAT -> {
          int until = i + 1 + in[i + 1];
          repeat(in[i + 2], limit(in[i + 3]), i + 4, until, in[until] == Opcodes.MAX_UNTIL, false);
          i = until + 1;
        }
        case Opcodes.POSSESSIVE_REPEAT -> {
          int success = i + 1 + in[i + 1];
          int r = register(1);
          emit(Program.ATOMIC, r);
          repeat(in[i + 2], limit(in[i + 3]), i + 4, success, true, true);
          emit(Program.ATOMIC_END, r);
          i = success + 1;
        }
        case Opcodes.ATOMIC_GROUP -> {
          int next = i + 1 + in[i + 1];
          atomic(i + 2, next - 1);
          i = next;
        }
        case Opcodes.ASSERT -> {
          int next = i + 1 + in[i + 1];
          int r = register(2);
          emit(Program.LOOK, r, in[i + 2]);
          block(i + 3, next - 1);
          emit(Program.LOOK_END, r);
          i = next;
        }
        case Opcodes.ASSERT_NOT -> {
          int next = i + 1 + in[i + 1];
          int r = register(1);
          emit(Program.LOOK_NOT, r, in[i + 2], 0);
          int target = n - 1;
          block(i + 3, next - 1);
          emit(Program.LOOK_NOT_END, r);
          out[target] = n;
          i = next;
        }
        case Opcodes.GROUPREF, Opcodes.GROUPREF_IGNORE, Opcodes.GROUPREF_LOC_IGNORE, Opcodes.GROUPREF_UNI_IGNORE -> {
          CharSet.Fold fold = op == Opcodes.GROUPREF ? CharSet.Fold.NONE
              : op == Opcodes.GROUPREF_UNI_IGNORE ? CharSet.Fold.UNICODE : CharSet.Fold.ASCII;
          emit(Program.BACKREF, in[i + 1], fold.ordinal());
          i += 2;
        }
        case Opcodes.GROUPREF_EXISTS -> i = ifGroup(i);
        default -> throw new IllegalArgumentException("operator " + op);
      }
    }
    return i;
  }

  private void atomic(int from, int end) {
    int r = register(1);
    emit(Program.ATOMIC, r);
    block(from, end);
    emit(Program.ATOMIC_END, r);
  }

  private static int limit(int max) {
    return max < 0 ? Program.UNLIMITED : max;
  }

  private int literals(int i, int end) {
    int last = i;
    while (last < end && in[last] == Opcodes.LITERAL) {
      last += 2;
    }
    int count = (last - i) / 2;
    if (count == 1) {
      emit(Program.CHAR, in[i + 1]);
      return last;
    }
    int[] points = new int[count];
    for (int k = 0; k < count; k++) {
      points[k] = in[i + 1 + 2 * k];
    }
    emit(Program.STRING, strings.size());
    strings.add(points);
    return last;
  }

  /** Alternatives: skip body JUMP end, skip body JUMP end, …, 0. */
  private int branch(int i) {
    List<boolean[]> starts = new ArrayList<>();
    for (int at = i; in[at] != 0; at += in[at]) {
      starts.add(first.of(at + 1, at + in[at] - 2));
    }
    // rest[k]: what the alternatives behind the k-th start with
    boolean[][] rest = new boolean[starts.size()][];
    for (int k = rest.length - 1; k > 0; k--) {
      rest[k - 1] = k == rest.length - 1 ? starts.get(k) : FirstCharacters.union(starts.get(k), rest[k]);
    }
    List<Integer> ends = new ArrayList<>();
    for (int k = 0; k < rest.length; k++) {
      int next = i + in[i];
      boolean last = k == rest.length - 1;
      int target = last ? -1 : choice(starts.get(k), rest[k]);
      block(i + 1, next - 2);
      if (!last) {
        emit(Program.JUMP, 0);
        ends.add(n - 1);
        out[target] = n;
      }
      i = next;
    }
    for (int at : ends) {
      out[at] = n;
    }
    return i + 1;
  }

  /** A choice before what starts with {@code starts} and what else could start with {@code rest}, null for unknown; where its target goes. */
  private int choice(boolean[] starts, boolean[] rest) {
    if (starts == null) {
      emit(Program.CHOICE, 0);
      return n - 1;
    }
    emit(Program.CHOICE_FIRST, 0, table(starts), rest == null ? -1 : table(rest));
    return n - 3;
  }

  private int repeatOne(int i, int end) {
    int next = i + 1 + in[i + 1];
    int body = i + 4;
    int op = switch (in[i]) {
      case Opcodes.REPEAT_ONE -> Program.STAR;
      case Opcodes.MIN_REPEAT_ONE -> Program.LAZY;
      default -> Program.POSSESSIVE;
    };
    int kind;
    int argument = 0;
    switch (in[body]) {
      case Opcodes.ANY -> kind = Program.RUN_ANY;
      case Opcodes.ANY_ALL -> kind = Program.RUN_ANY_ALL;
      case Opcodes.LITERAL -> {
        kind = Program.RUN_CHAR;
        argument = in[body + 1];
      }
      default -> {
        kind = Program.RUN_SET;
        argument = set(body);
      }
    }
    int after = next;
    while (after < end && in[after] == Opcodes.MARK) {
      after += 2;
    }
    int following = after < end && in[after] == Opcodes.LITERAL ? in[after + 1] : -1;
    if (following >= 0 && !runHas(kind, argument, following)) {
      // a shorter run would be followed by one of its own characters: the longest is the only one that can go on
      op = Program.POSSESSIVE;
    }
    emit(op, kind, argument, in[i + 2], limit(in[i + 3]), following);
    return next;
  }

  private boolean runHas(int kind, int argument, int c) {
    return switch (kind) {
      case Program.RUN_ANY -> c != '\n';
      case Program.RUN_ANY_ALL -> true;
      case Program.RUN_CHAR -> c == argument;
      default -> sets.get(argument).has(c);
    };
  }

  private void repeat(int min, int max, int from, int end, boolean greedy, boolean atomicBody) {
    boolean consumes = width(from, end) > 0;
    if (consumes && max == Program.UNLIMITED && min <= 1 || min == 0 && max == 1) {
      plainRepeat(min, max, from, end, greedy, atomicBody);
      return;
    }
    int r = register(2);
    emit(Program.LOOP_INIT, r);
    emit(Program.JUMP, 0);
    int jump = n - 1;
    int body = n;
    body(from, end, atomicBody);
    out[jump] = n;
    emit(greedy ? Program.LOOP_MAX : Program.LOOP_MIN, r, min, max, body);
  }

  private void body(int from, int end, boolean atomic) {
    if (atomic) {
      atomic(from, end);
    } else {
      block(from, end);
    }
  }

  /** {@code *}, {@code +} and {@code ?} need no count, and no check for rounds that consume nothing. */
  private void plainRepeat(int min, int max, int from, int end, boolean greedy, boolean atomicBody) {
    int start = n;
    if (min == 1) {
      // body first, then the choice of another round
      body(from, end, atomicBody);
      if (greedy) {
        int after = choice(first.of(from, end), null);
        emit(Program.JUMP, start);
        out[after] = n;
      } else {
        emit(Program.CHOICE, start);
      }
      return;
    }
    int target;
    if (greedy) {
      target = choice(first.of(from, end), null);
    } else {
      // tries what follows first
      emit(Program.CHOICE, n + 4);
      emit(Program.JUMP, 0);
      target = n - 1;
    }
    body(from, end, atomicBody);
    if (max != 1) {
      emit(Program.JUMP, start);
    }
    out[target] = n;
  }

  /** group, skip, yes [JUMP, skip, no]. */
  private int ifGroup(int i) {
    emit(Program.IF_GROUP, in[i + 1], 0);
    int target = n - 1;
    int no = i + 1 + in[i + 2];
    int stopped = block(i + 3, no);
    if (stopped >= no) {
      out[target] = n;
      return no;
    }
    int end = stopped + 1 + in[stopped + 1];
    emit(Program.JUMP, 0);
    int jump = n - 1;
    out[target] = n;
    block(no, end);
    out[jump] = n;
    return end;
  }

  // ---- widths

  /** The least number of characters that the operators from {@code i} up to {@code end} consume (capped). */
  private long width(int i, int end) {
    long w = 0;
    while (i < end) {
      switch (in[i]) {
        case Opcodes.ANY, Opcodes.ANY_ALL -> {
          w++;
          i++;
        }
        case Opcodes.FAILURE, Opcodes.SUCCESS -> i++;
        case Opcodes.LITERAL, Opcodes.NOT_LITERAL, Opcodes.LITERAL_IGNORE, Opcodes.NOT_LITERAL_IGNORE, Opcodes.LITERAL_UNI_IGNORE,
            Opcodes.NOT_LITERAL_UNI_IGNORE, Opcodes.LITERAL_LOC_IGNORE, Opcodes.NOT_LITERAL_LOC_IGNORE, Opcodes.CATEGORY -> {
          w++;
          i += 2;
        }
        case Opcodes.IN, Opcodes.IN_IGNORE, Opcodes.IN_UNI_IGNORE, Opcodes.IN_LOC_IGNORE -> {
          w++;
          i += 1 + in[i + 1];
        }
        case Opcodes.REPEAT_ONE, Opcodes.MIN_REPEAT_ONE, Opcodes.POSSESSIVE_REPEAT_ONE -> {
          w += in[i + 2] & 0xFFFFFFFFL;
          i += 1 + in[i + 1];
        }
        case Opcodes.REPEAT, Opcodes.POSSESSIVE_REPEAT -> {
          int until = i + 1 + in[i + 1];
          w += Math.min(width(i + 4, until), 1) * (in[i + 2] & 0xFFFFFFFFL);
          i = until + 1;
        }
        case Opcodes.ATOMIC_GROUP -> {
          int next = i + 1 + in[i + 1];
          w += width(i + 2, next - 1);
          i = next;
        }
        case Opcodes.ASSERT, Opcodes.ASSERT_NOT, Opcodes.INFO -> i += 1 + in[i + 1];
        case Opcodes.BRANCH -> {
          long least = Long.MAX_VALUE;
          for (i++; in[i] != 0; i += in[i]) {
            least = Math.min(least, width(i + 1, i + in[i] - 2));
          }
          w += least == Long.MAX_VALUE ? 0 : least;
          i++;
        }
        case Opcodes.GROUPREF_EXISTS -> {
          // either branch may be the shorter: nothing is certain
          int no = i + 1 + in[i + 2];
          i = after(i + 3, no);
        }
        default -> i += 2;
      }
    }
    return w;
  }

  /** Where the code goes on behind the yes branch that ends at {@code no}, and its no branch if it has one. */
  private int after(int i, int no) {
    while (i < no) {
      switch (in[i]) {
        case Opcodes.JUMP -> {
          return i + 1 + in[i + 1];
        }
        case Opcodes.ANY, Opcodes.ANY_ALL, Opcodes.FAILURE, Opcodes.SUCCESS -> i++;
        case Opcodes.IN, Opcodes.IN_IGNORE, Opcodes.IN_UNI_IGNORE, Opcodes.IN_LOC_IGNORE, Opcodes.REPEAT_ONE, Opcodes.MIN_REPEAT_ONE,
            Opcodes.POSSESSIVE_REPEAT_ONE, Opcodes.ATOMIC_GROUP, Opcodes.ASSERT, Opcodes.ASSERT_NOT, Opcodes.INFO ->
            i += 1 + in[i + 1];
        case Opcodes.REPEAT, Opcodes.POSSESSIVE_REPEAT -> i += 2 + in[i + 1];
        case Opcodes.BRANCH -> {
          i++;
          while (in[i] != 0) {
            i += in[i];
          }
          i++;
        }
        case Opcodes.GROUPREF_EXISTS -> i = after(i + 3, i + 1 + in[i + 2]);
        default -> i += 2;
      }
    }
    return no;
  }
}
