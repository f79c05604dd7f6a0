package dev.tuff.stdlib.sre;

import dev.tuff.engine.core.ThreadState;
import dev.tuff.stdlib.thread.Waiting;
import java.util.Arrays;

/**
 * Runs a {@link Program} on a {@link Subject}, with a stack of its own for what is still to be tried: no repeat, however long, makes the Java
 * stack deeper.
 *
 * <pre>
 * an entry of the stack, three ints:
 *   pc, position, -          a choice: go on there
 *   RESTORE, register, old   undo a change of a register
 *   STAR - pc, at, least     a greedy run of single characters that may give some back
 *   LAZY, as STAR, with how many more it may take
 * </pre>
 */
final class Matcher {
  private static final int RESTORE = -1;

  /** The tag of a run's entry is RUN minus its instruction. */
  private static final int RUN = -2;

  /** After so many failed choices, a power of two, it is looked whether somebody wants something of the thread. */
  private static final int POLL = 4096;

  private final Program program;
  private final int[] code;
  private final Subject subject;
  private final String text;
  private final int[] wide;

  /** Where the subject ends for this matcher ({@code endpos}). */
  final int end;

  /** Marks and other registers; -1 for not set. */
  final int[] registers;
  private int[] stack = new int[96];

  /** Where the next match may start, and after a match, its bounds. */
  int start;
  int matchStart;
  int matchEnd;

  /** A match must not be empty at {@link #start}: the one before ended there. */
  boolean mustAdvance;

  /** The first position tried, if a match that is empty there is not wanted; else -1. */
  private int forbiddenEnd;
  private boolean whole;

  /** How many instructions the interpreter took for the attempt before. */
  private int steps;

  private int failures;

  /** Whether marks are left from an attempt before. */
  private boolean dirty;

  Matcher(Program program, Subject subject, int start, int end) {
    this.program = program;
    code = program.code;
    this.subject = subject;
    text = subject.text;
    wide = subject.wide;
    this.start = start;
    this.end = end;
    registers = new int[program.registers];
    Arrays.fill(registers, -1);
  }

  /** Matches at {@link #start}; if {@code whole}, all up to the end. */
  boolean match(boolean whole) {
    this.whole = whole;
    forbiddenEnd = mustAdvance ? start : -1;
    matchStart = start;
    return start <= end && attempt(start);
  }

  /** Finds the first match at {@link #start} or later. */
  boolean search() {
    whole = false;
    forbiddenEnd = mustAdvance ? start : -1;
    int last = end - program.minWidth;
    if (start > last) {
      return false;
    }
    if (program.prefixText != null && text != null) {
      return searchPrefix(last);
    }
    if (code[0] == Program.AT && (code[1] == Opcodes.AT_BEGINNING || code[1] == Opcodes.AT_BEGINNING_STRING)) {
      last = Math.min(last, 0);
    }
    if (program.first != null) {
      return searchSet(last);
    }
    for (int i = start; i <= last; i++) {
      if (attempt(i)) {
        matchStart = i;
        return true;
      }
      forbiddenEnd = -1;
    }
    return false;
  }

  private boolean searchPrefix(int last) {
    String prefix = program.prefixText;
    for (int i = start; ; i++) {
      i = prefix.length() == 1 ? text.indexOf(prefix.charAt(0), i) : text.indexOf(prefix, i);
      if (i < 0 || i > last) {
        return false;
      }
      if (program.literal) {
        matchStart = i;
        matchEnd = i + prefix.length();
        return true;
      }
      if (attempt(i)) {
        matchStart = i;
        return true;
      }
    }
  }

  private boolean searchSet(int last) {
    boolean[] first = program.first;
    String text = this.text;
    for (int i = start; i <= last; i++) {
      int c = text != null ? text.charAt(i) : wide[i];
      if ((c > 255 || first[c]) && attempt(i)) {
        matchStart = i;
        return true;
      }
    }
    return false;
  }

  /** After a match: prepares for the next one behind it. */
  void advance() {
    mustAdvance = matchEnd == matchStart;
    start = matchEnd;
  }

  private int at(int i) {
    return text != null ? text.charAt(i) : wide[i];
  }

  // ---- the machine

  private boolean attempt(int position) {
    if (dirty) {
      Arrays.fill(registers, 0, program.lastIndex + 1, -1);
      dirty = false;
    }
    Compiled compiled = program.compiled;
    if (compiled != null && text != null) {
      return compiled.attempt(this, text, registers, stack, position, end);
    }
    boolean matches = interpret(position);
    program.worked(steps);
    return matches;
  }

  private boolean interpret(int position) {
    int[] regs = registers;
    int[] code = this.code;
    int[] stack = this.stack;
    int end = this.end;
    int steps = 0;
    int sp = 0;
    int pc = 0;
    int pos = position;
    while (true) {
      stack = room(stack, sp);
      steps++;
      boolean ok = false;
      switch (code[pc]) {
        case Program.CHAR:
          if (pos < end && at(pos) == code[pc + 1]) {
            pos++;
            pc += 2;
            ok = true;
          }
          break;
        case Program.SET:
          if (pos < end && program.sets[code[pc + 1]].has(at(pos))) {
            pos++;
            pc += 2;
            ok = true;
          }
          break;
        case Program.ANY:
          if (pos < end && at(pos) != '\n') {
            pos++;
            pc++;
            ok = true;
          }
          break;
        case Program.ANY_ALL:
          if (pos < end) {
            pos++;
            pc++;
            ok = true;
          }
          break;
        case Program.STRING:
          if (matchesString(code[pc + 1], pos)) {
            pos += program.strings[code[pc + 1]].length;
            pc += 2;
            ok = true;
          }
          break;
        case Program.AT:
          if (isAt(code[pc + 1], pos)) {
            pc += 2;
            ok = true;
          }
          break;
        case Program.MARK: {
          int mark = code[pc + 1];
          sp = save(stack, sp, mark);
          regs[mark] = pos;
          if ((mark & 1) != 0) {
            sp = save(stack, sp, program.lastIndex);
            regs[program.lastIndex] = mark / 2 + 1;
          }
          pc += 2;
          ok = true;
          break;
        }
        case Program.JUMP:
          pc = code[pc + 1];
          ok = true;
          break;
        case Program.CHOICE:
          sp = push(stack, sp, code[pc + 1], pos, 0);
          pc += 2;
          ok = true;
          break;
        case Program.CHOICE_FIRST:
          if (pos < end) {
            int c = at(pos);
            if (c > 255 || program.firsts[code[pc + 2]][c]) {
              if (c > 255 || code[pc + 3] < 0 || program.firsts[code[pc + 3]][c]) {
                sp = push(stack, sp, code[pc + 1], pos, 0);
              }
              pc += 4;
              ok = true;
              break;
            }
          }
          pc = code[pc + 1];
          ok = true;
          break;
        case Program.STAR: {
          int least = pos + code[pc + 3];
          int p = longest(code[pc + 1], code[pc + 2], pos, code[pc + 3], code[pc + 4], code[pc + 5]);
          if (p >= 0) {
            if (p > least) {
              sp = push(stack, sp, RUN - pc, p, least);
            }
            pos = p;
            pc += 6;
            ok = true;
          }
          break;
        }
        case Program.LAZY: {
          int least = code[pc + 3];
          int p = least == 0 ? pos : longest(code[pc + 1], code[pc + 2], pos, least, least, -1);
          if (p >= 0) {
            int more = code[pc + 4] == Program.UNLIMITED ? Program.UNLIMITED : code[pc + 4] - least;
            sp = push(stack, sp, RUN - pc, p, more);
            pos = p;
            pc += 6;
            ok = true;
          }
          break;
        }
        case Program.POSSESSIVE: {
          int p = longest(code[pc + 1], code[pc + 2], pos, code[pc + 3], code[pc + 4], -1);
          if (p >= 0) {
            pos = p;
            pc += 6;
            ok = true;
          }
          break;
        }
        case Program.LOOP_INIT: {
          int r = code[pc + 1];
          sp = save(stack, sp, r);
          sp = save(stack, sp, r + 1);
          regs[r] = 0;
          regs[r + 1] = -1;
          pc += 2;
          ok = true;
          break;
        }
        case Program.LOOP_MAX: {
          int r = code[pc + 1];
          int count = regs[r];
          if (count < code[pc + 2]) {
            sp = save(stack, sp, r);
            regs[r] = count + 1;
            pc = code[pc + 4];
          } else if (count < code[pc + 3] && pos != regs[r + 1]) {
            sp = push(stack, sp, pc + 5, pos, 0);
            sp = save(stack, sp, r);
            sp = save(stack, sp, r + 1);
            regs[r] = count + 1;
            regs[r + 1] = pos;
            pc = code[pc + 4];
          } else {
            pc += 5;
          }
          ok = true;
          break;
        }
        case Program.LOOP_MIN: {
          int r = code[pc + 1];
          int count = regs[r];
          if (count < code[pc + 2]) {
            sp = save(stack, sp, r);
            regs[r] = count + 1;
            pc = code[pc + 4];
          } else {
            if (count < code[pc + 3] && pos != regs[r + 1]) {
              // another round later, with the registers as they are now
              sp = push(stack, sp, RUN - pc, pos, count);
            }
            pc += 5;
          }
          ok = true;
          break;
        }
        case Program.BACKREF: {
          int p = backReference(code[pc + 1], code[pc + 2], pos);
          if (p >= 0) {
            pos = p;
            pc += 3;
            ok = true;
          }
          break;
        }
        case Program.IF_GROUP:
          pc = regs[2 * code[pc + 1]] >= 0 && regs[2 * code[pc + 1] + 1] >= 0 ? pc + 3 : code[pc + 2];
          ok = true;
          break;
        case Program.ATOMIC: {
          int r = code[pc + 1];
          sp = save(stack, sp, r);
          regs[r] = sp;
          pc += 2;
          ok = true;
          break;
        }
        case Program.ATOMIC_END:
          sp = cut(stack, sp, regs[code[pc + 1]]);
          pc += 2;
          ok = true;
          break;
        case Program.LOOK: {
          int from = pos - code[pc + 2];
          if (from >= 0) {
            int r = code[pc + 1];
            sp = save(stack, sp, r);
            sp = save(stack, sp, r + 1);
            regs[r] = sp;
            regs[r + 1] = pos;
            pos = from;
            pc += 3;
            ok = true;
          }
          break;
        }
        case Program.LOOK_END: {
          int r = code[pc + 1];
          sp = cut(stack, sp, regs[r]);
          pos = regs[r + 1];
          pc += 2;
          ok = true;
          break;
        }
        case Program.LOOK_NOT: {
          int from = pos - code[pc + 2];
          if (from < 0) {
            pc = code[pc + 3];
          } else {
            int r = code[pc + 1];
            sp = save(stack, sp, r);
            regs[r] = sp;
            sp = push(stack, sp, code[pc + 3], pos, 0);
            pos = from;
            pc += 4;
          }
          ok = true;
          break;
        }
        case Program.LOOK_NOT_END:
          sp = unwind(stack, sp, regs[code[pc + 1]]);
          break;
        case Program.MATCH:
          if (accepts(pos)) {
            this.steps = steps;
            return true;
          }
          break;
        default:
          break;
      }
      if (ok) {
        continue;
      }
      // backtrack
      while (true) {
        if (sp == 0) {
          this.steps = steps;
          return false;
        }
        failed();
        sp -= 3;
        int tag = stack[sp];
        if (tag >= 0) {
          pc = tag;
          pos = stack[sp + 1];
          break;
        }
        if (tag == RESTORE) {
          regs[stack[sp + 1]] = stack[sp + 2];
          continue;
        }
        pc = RUN - tag;
        int op = code[pc];
        if (op == Program.STAR) {
          int least = stack[sp + 2];
          int p = giveBack(stack[sp + 1] - 1, least, code[pc + 5]);
          if (p < least) {
            continue;
          }
          if (p > least) {
            stack[sp + 1] = p;
            sp += 3;
          }
          pos = p;
          pc += 6;
          break;
        }
        if (op == Program.LAZY) {
          int q = lengthen(stack, sp, code[pc + 1], code[pc + 2], code[pc + 5]);
          if (q < 0) {
            continue;
          }
          sp += 3;
          pos = q;
          pc += 6;
          break;
        }
        // a lazy loop goes round once more
        int r = code[pc + 1];
        pos = stack[sp + 1];
        int count = stack[sp + 2];
        sp = save(stack, sp, r);
        sp = save(stack, sp, r + 1);
        regs[r] = count + 1;
        regs[r + 1] = pos;
        pc = code[pc + 4];
        break;
      }
    }
  }

  /** One of the choices so far has failed: there may be very many, and signals and other threads do not wait for the last. */
  void failed() {
    if ((++failures & POLL - 1) == 0) {
      dirty = true;
      Waiting.check(ThreadState.current());
    }
  }

  /** The stack with room for what one instruction may push. */
  int[] room(int[] stack, int sp) {
    return sp + 12 > stack.length ? grown() : stack;
  }

  private int[] grown() {
    return stack = Arrays.copyOf(stack, stack.length * 2);
  }

  /** At the end of the program: whether this is a match that is wanted. */
  boolean accepts(int pos) {
    if (whole && pos != end || pos == forbiddenEnd) {
      return false;
    }
    dirty = true;
    matchEnd = pos;
    return true;
  }

  static int push(int[] stack, int sp, int tag, int a, int b) {
    stack[sp] = tag;
    stack[sp + 1] = a;
    stack[sp + 2] = b;
    return sp + 3;
  }

  int save(int[] stack, int sp, int register) {
    if (sp == 0) {
      // nothing is left to go back to
      dirty = true;
      return 0;
    }
    stack[sp] = RESTORE;
    stack[sp + 1] = register;
    stack[sp + 2] = registers[register];
    return sp + 3;
  }

  /** Drops the choices above {@code height}, but not how to undo what has been done since. */
  static int cut(int[] stack, int sp, int height) {
    int to = height;
    for (int i = height; i < sp; i += 3) {
      if (stack[i] == RESTORE) {
        stack[to] = RESTORE;
        stack[to + 1] = stack[i + 1];
        stack[to + 2] = stack[i + 2];
        to += 3;
      }
    }
    return to;
  }

  /** Undoes all above {@code height}. */
  int unwind(int[] stack, int sp, int height) {
    while (sp > height) {
      sp -= 3;
      if (stack[sp] == RESTORE) {
        registers[stack[sp + 1]] = stack[sp + 2];
      }
    }
    return sp;
  }

  // ---- runs of single characters

  /**
   * Where the longest run from {@code pos} ends that has {@code min} to {@code max} characters, and is followed by the literal {@code next} unless that
   * is -1; negative if there is none.
   */
  int longest(int kind, int argument, int pos, int min, int max, int next) {
    int least = pos + min;
    if (least > end || least < 0) {
      return -1;
    }
    int p = giveBack(run(kind, argument, pos, limit(pos, max)), least, next);
    return p < least ? -1 : p;
  }

  /** The same of the characters of a set. */
  int longest(CharSet set, int pos, int min, int max, int next) {
    int least = pos + min;
    if (least > end || least < 0) {
      return -1;
    }
    int p = giveBack(runSet(set, pos, limit(pos, max)), least, next);
    return p < least ? -1 : p;
  }

  private int limit(int pos, int max) {
    return max > end - pos ? end : pos + max;
  }

  /** How far a run of what {@code kind} and {@code argument} say gets from {@code pos} to {@code limit}. */
  private int run(int kind, int argument, int pos, int limit) {
    switch (kind) {
      case Program.RUN_ANY_ALL:
        return limit;
      case Program.RUN_ANY: {
        if (text != null) {
          int i = text.indexOf('\n', pos, limit);
          return i < 0 ? limit : i;
        }
        int i = pos;
        while (i < limit && wide[i] != '\n') {
          i++;
        }
        return i;
      }
      case Program.RUN_CHAR: {
        int i = pos;
        while (i < limit && at(i) == argument) {
          i++;
        }
        return i;
      }
      default:
        return runSet(program.sets[argument], pos, limit);
    }
  }

  private int runSet(CharSet set, int pos, int limit) {
    String text = this.text;
    int i = pos;
    if (text != null) {
      boolean[] low = set.low;
      while (i < limit) {
        char c = text.charAt(i);
        if (c < 256 ? !low[c] : !set.has(c)) {
          break;
        }
        i++;
      }
      return i;
    }
    while (i < limit && set.has(wide[i])) {
      i++;
    }
    return i;
  }

  /** The last position from {@code p} down to {@code least} where the literal {@code next} follows (any, if -1); less than least if none. */
  int giveBack(int p, int least, int next) {
    if (next >= 0) {
      if (p == end) {
        p--;
      }
      while (p >= least && at(p) != next) {
        p--;
      }
    }
    return p;
  }

  /** Makes the lazy run of the entry at {@code sp} longer, to where what follows may match; its new end, or -1. */
  int lengthen(int[] stack, int sp, int kind, int argument, int next) {
    int p = stack[sp + 1];
    int more = stack[sp + 2];
    int q = next < 0 ? oneMore(kind, argument, p, more) : takeMore(kind, argument, next, p, more);
    if (q >= 0) {
      stack[sp + 1] = q;
      stack[sp + 2] = more == Program.UNLIMITED ? more : more - (q - p);
    }
    return q;
  }

  private int oneMore(int kind, int argument, int p, int more) {
    return p < end && more > 0 && isOne(kind, argument, at(p)) ? p + 1 : -1;
  }

  private boolean isOne(int kind, int argument, int c) {
    return switch (kind) {
      case Program.RUN_ANY -> c != '\n';
      case Program.RUN_ANY_ALL -> true;
      case Program.RUN_CHAR -> c == argument;
      default -> program.sets[argument].has(c);
    };
  }

  /** The next position behind {@code p}, within {@code more} characters, where the literal {@code next} follows; -1 if there is none. */
  private int takeMore(int kind, int argument, int next, int p, int more) {
    int limit = limit(p, more);
    if (p >= limit) {
      return -1;
    }
    if (text != null && next < 65536 && kind <= Program.RUN_ANY_ALL) {
      // a jump to the literal, unless a newline is in the way
      int found = text.indexOf((char) next, p + 1, Math.min(end, limit == end ? end : limit + 1));
      if (found < 0 || kind == Program.RUN_ANY && text.indexOf('\n', p, found) >= 0) {
        return -1;
      }
      return found;
    }
    while (p < limit && isOne(kind, argument, at(p))) {
      p++;
      if (p < end && at(p) == next) {
        return p;
      }
    }
    return -1;
  }

  // ---- strings, positions, groups

  boolean matchesString(int number, int pos) {
    int[] points = program.strings[number];
    if (end - pos < points.length) {
      return false;
    }
    if (text != null) {
      String s = program.texts[number];
      return s != null && text.startsWith(s, pos);
    }
    for (int i = 0; i < points.length; i++) {
      if (wide[pos + i] != points[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isAt(int where, int pos) {
    return switch (where) {
      case Opcodes.AT_BEGINNING, Opcodes.AT_BEGINNING_STRING -> pos == 0;
      case Opcodes.AT_BEGINNING_LINE -> pos == 0 || at(pos - 1) == '\n';
      case Opcodes.AT_END -> pos == end || pos + 1 == end && at(pos) == '\n';
      case Opcodes.AT_END_LINE -> pos == end || at(pos) == '\n';
      case Opcodes.AT_END_STRING -> pos == end;
      case Opcodes.AT_UNI_BOUNDARY -> unicodeWord(pos - 1) != unicodeWord(pos);
      case Opcodes.AT_UNI_NON_BOUNDARY -> unicodeWord(pos - 1) == unicodeWord(pos);
      case Opcodes.AT_BOUNDARY, Opcodes.AT_LOC_BOUNDARY -> asciiWord(pos - 1) != asciiWord(pos);
      default -> asciiWord(pos - 1) == asciiWord(pos);
    };
  }

  private boolean unicodeWord(int i) {
    return i >= 0 && i < end && Characters.isWord(at(i));
  }

  private boolean asciiWord(int i) {
    return i >= 0 && i < end && Characters.isAsciiWord(at(i));
  }

  /** The position behind the text of {@code group} at {@code pos}, or -1 if it is not there. */
  int backReference(int group, int fold, int pos) {
    int from = registers[2 * group];
    int to = registers[2 * group + 1];
    if (from < 0 || to < from || to - from > end - pos) {
      return -1;
    }
    for (int i = from; i < to; i++, pos++) {
      int a = at(i);
      int b = at(pos);
      if (a != b) {
        boolean same = fold == CharSet.Fold.UNICODE.ordinal() ? Characters.lower(a) == Characters.lower(b)
            : fold == CharSet.Fold.ASCII.ordinal() && Characters.asciiLower(a) == Characters.asciiLower(b);
        if (!same) {
          return -1;
        }
      }
    }
    return pos;
  }

  // ---- results

  Subject subject() {
    return subject;
  }

  /** Start and end of the match and of each group, -1 for one that did not take part. */
  int[] spans() {
    int groups = program.groups;
    int[] spans = new int[2 * groups + 2];
    spans[0] = matchStart;
    spans[1] = matchEnd;
    for (int g = 0; g < groups; g++) {
      int from = registers[2 * g];
      int to = registers[2 * g + 1];
      boolean set = from >= 0 && to >= 0;
      spans[2 * g + 2] = set ? from : -1;
      spans[2 * g + 3] = set ? to : -1;
    }
    return spans;
  }

  /** The group that was closed last, or -1. */
  int lastIndex() {
    return registers[program.lastIndex];
  }
}
