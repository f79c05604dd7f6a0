package dev.tuff.stdlib.sre;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From a {@link Program} that is run much to a hidden class with one method: each instruction becomes the JVM code of what {@link Matcher} does for it,
 * with its operands as constants, one behind the other. What is to be tried later lies on the same stack, with the number of a place in this method
 * where the interpreter has a pc; a failure jumps to {@link #fail}, where a switch goes on at the top entry's place.
 */
final class ProgramCompiler {
  /** HotSpot compiles no method of more bytes. */
  private static final int HOTSPOT_LIMIT = 8_000;

  /** Programs of more words are not tried: an instruction takes some 12 bytes a word. */
  private static final int MAX_WORDS = 600;

  private static final ClassDesc MATCHER = desc(Matcher.class);
  private static final ClassDesc SET = desc(CharSet.class);
  private static final ClassDesc COMPILED = desc(Compiled.class);
  private static final ClassDesc INTS = CD_int.arrayType();
  private static final MethodTypeDesc ATTEMPT = MethodTypeDesc.of(CD_boolean, MATCHER, CD_String, INTS, INTS, CD_int, CD_int);
  private static final DirectMethodHandleDesc CLASS_DATA_AT = ConstantDescs.ofConstantBootstrap(desc(MethodHandles.class), "classDataAt",
      ConstantDescs.CD_Object, CD_int);

  // local variables
  private static final int M = 1;
  private static final int TEXT = 2;
  private static final int REGISTERS = 3;
  private static final int STACK = 4;
  private static final int POS = 5;
  private static final int END = 6;
  private static final int SP = 7;
  private static final int P = 8;

  private final Program program;
  private final int[] code;
  private final CodeBuilder c;
  private final List<Object> constants;

  /** By pc. */
  private final Label[] labels;

  /** By number in the stack: the code that goes on there. */
  private final List<Resume> resumes = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
  private final Label fail;

  /** Where to go on after a failure: at {@code pc}, or with the next try of the run or loop there. */
  private record Resume(int pc, boolean run, Label label) {}

  private ProgramCompiler(Program program, CodeBuilder c, List<Object> constants) {
    this.program = program;
    this.c = c;
    this.constants = constants;
    code = program.code;
    labels = new Label[code.length + 1];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = c.newLabel();
    }
    fail = c.newLabel();
  }

  /** The program as a class; null if it is too long for that. */
  static Compiled compile(Program program) {
    if (program.code.length > MAX_WORDS) {
      return null;
    }
    List<Object> constants = new ArrayList<>();
    MethodHandles.Lookup home = MethodHandles.lookup();
    byte[] bytes = ClassFile.of().build(ClassDesc.of(home.lookupClass().getPackageName(), "Pattern"), b -> {
      b.withSuperclass(COMPILED).withFlags(ClassFile.ACC_FINAL);
      b.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0,
          i -> i.aload(0).invokespecial(COMPILED, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_());
      b.withMethodBody("attempt", ATTEMPT, ClassFile.ACC_FINAL, code -> new ProgramCompiler(program, code, constants).write());
    });
    if (bytes.length > HOTSPOT_LIMIT) {
      return null;
    }
    try {
      return (Compiled) home.defineHiddenClassWithClassData(bytes, constants, true).lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  // ---- the method

  private void write() {
    c.iconst_0().istore(SP).iconst_0().istore(P);
    int pc = 0;
    while (pc < code.length) {
      c.labelBinding(labels[pc]);
      pc = instruction(pc);
    }
    // a program ends with MATCH: only a jump to nowhere could come here
    c.labelBinding(labels[code.length]).goto_(fail);
    for (int k = 0; k < resumes.size(); k++) {
      resume(resumes.get(k));
    }
    backtrack();
  }

  /** Takes the top entry: undoes a change of a register, or goes on at its place. */
  private void backtrack() {
    Label some = c.newLabel();
    Label undo = c.newLabel();
    c.labelBinding(fail).iload(SP).ifne(some).iconst_0().ireturn();
    c.labelBinding(some).aload(M);
    call("failed", ConstantDescs.CD_void).iinc(SP, -3);
    entry(0);
    c.istore(P).iload(P).iflt(undo);
    entry(1);
    c.istore(POS);
    List<SwitchCase> cases = new ArrayList<>();
    for (int k = 0; k < resumes.size(); k++) {
      cases.add(SwitchCase.of(k, resumes.get(k).label));
    }
    if (cases.isEmpty()) {
      c.goto_(fail);
    } else {
      c.iload(P).tableswitch(0, cases.size() - 1, fail, cases);
    }
    c.labelBinding(undo).aload(REGISTERS);
    entry(1);
    entry(2);
    c.iastore().goto_(fail);
  }

  /** Word {@code i} of the entry at SP. */
  private void entry(int i) {
    c.aload(STACK).iload(SP);
    if (i > 0) {
      c.loadConstant(i).iadd();
    }
    c.iaload();
  }

  private void resume(Resume r) {
    c.labelBinding(r.label);
    if (!r.run) {
      c.goto_(labels[r.pc]);
      return;
    }
    int pc = r.pc;
    switch (code[pc]) {
      case Program.STAR -> {
        Label last = c.newLabel();
        // POS is the entry's
        c.aload(M).iload(POS).iconst_m1().iadd();
        entry(2);
        c.loadConstant(code[pc + 5]);
        call("giveBack", CD_int, CD_int, CD_int, CD_int).istore(POS);
        c.iload(POS);
        entry(2);
        c.if_icmplt(fail).iload(POS);
        entry(2);
        c.if_icmple(last).aload(STACK).iload(SP).iconst_1().iadd().iload(POS).iastore().iinc(SP, 3);
        c.labelBinding(last).goto_(labels[pc + 6]);
      }
      case Program.LAZY -> {
        c.aload(M).aload(STACK).iload(SP).loadConstant(code[pc + 1]).loadConstant(code[pc + 2]).loadConstant(code[pc + 5]);
        call("lengthen", CD_int, INTS, CD_int, CD_int, CD_int, CD_int).istore(POS);
        c.iload(POS).iflt(fail).iinc(SP, 3).goto_(labels[pc + 6]);
      }
      default -> {
        // LOOP_MIN: the entry has the count
        entry(2);
        c.istore(P);
        again(code[pc + 1]);
        c.goto_(labels[code[pc + 4]]);
      }
    }
  }

  /** Writes the instruction at {@code pc}; where the next is. */
  private int instruction(int pc) {
    switch (code[pc]) {
      case Program.CHAR:
        inside(fail);
        character().loadConstant(code[pc + 1]).if_icmpne(fail).iinc(POS, 1);
        return pc + 2;
      case Program.SET:
        inside(fail);
        constant(program.sets[code[pc + 1]], SET);
        character().invokevirtual(SET, "has", MethodTypeDesc.of(CD_boolean, CD_int)).ifeq(fail).iinc(POS, 1);
        return pc + 2;
      case Program.ANY:
        inside(fail);
        character().loadConstant((int) '\n').if_icmpeq(fail).iinc(POS, 1);
        return pc + 1;
      case Program.ANY_ALL:
        inside(fail);
        c.iinc(POS, 1);
        return pc + 1;
      case Program.STRING:
        c.aload(M).loadConstant(code[pc + 1]).iload(POS);
        call("matchesString", CD_boolean, CD_int, CD_int).ifeq(fail);
        c.iload(POS).loadConstant(program.strings[code[pc + 1]].length).iadd().istore(POS);
        return pc + 2;
      case Program.AT:
        c.aload(M).loadConstant(code[pc + 1]).iload(POS);
        call("isAt", CD_boolean, CD_int, CD_int).ifeq(fail);
        return pc + 2;
      case Program.MARK:
        mark(code[pc + 1]);
        return pc + 2;
      case Program.JUMP:
        c.goto_(labels[code[pc + 1]]);
        return pc + 2;
      case Program.CHOICE:
        push(number(code[pc + 1], false));
        return pc + 2;
      case Program.CHOICE_FIRST:
        choice(pc);
        return pc + 4;
      case Program.STAR, Program.LAZY, Program.POSSESSIVE:
        run(pc);
        return pc + 6;
      case Program.LOOP_INIT:
        save(code[pc + 1]);
        save(code[pc + 1] + 1);
        set(code[pc + 1], () -> c.iconst_0());
        set(code[pc + 1] + 1, () -> c.iconst_m1());
        return pc + 2;
      case Program.LOOP_MAX, Program.LOOP_MIN:
        loop(pc);
        return pc + 5;
      case Program.BACKREF:
        c.aload(M).loadConstant(code[pc + 1]).loadConstant(code[pc + 2]).iload(POS);
        call("backReference", CD_int, CD_int, CD_int, CD_int).istore(P);
        c.iload(P).iflt(fail).iload(P).istore(POS);
        return pc + 3;
      case Program.IF_GROUP:
        register(2 * code[pc + 1]).iflt(labels[code[pc + 2]]);
        register(2 * code[pc + 1] + 1).iflt(labels[code[pc + 2]]);
        return pc + 3;
      case Program.MATCH:
        c.aload(M).iload(POS);
        call("accepts", CD_boolean, CD_int).ifeq(fail).iconst_1().ireturn();
        return pc + 1;
      default:
        return look(pc);
    }
  }

  /** Atomic groups and what looks about: the height of the stack, and where it was, go into registers. */
  private int look(int pc) {
    switch (code[pc]) {
      case Program.ATOMIC:
        save(code[pc + 1]);
        set(code[pc + 1], () -> c.iload(SP));
        return pc + 2;
      case Program.ATOMIC_END:
        cut(code[pc + 1]);
        return pc + 2;
      case Program.LOOK:
        c.iload(POS).loadConstant(code[pc + 2]).if_icmplt(fail);
        save(code[pc + 1]);
        save(code[pc + 1] + 1);
        set(code[pc + 1], () -> c.iload(SP));
        set(code[pc + 1] + 1, () -> c.iload(POS));
        c.iload(POS).loadConstant(code[pc + 2]).isub().istore(POS);
        return pc + 3;
      case Program.LOOK_END:
        cut(code[pc + 1]);
        register(code[pc + 1] + 1).istore(POS);
        return pc + 2;
      case Program.LOOK_NOT:
        c.iload(POS).loadConstant(code[pc + 2]).if_icmplt(labels[code[pc + 3]]);
        save(code[pc + 1]);
        set(code[pc + 1], () -> c.iload(SP));
        push(number(code[pc + 3], false));
        c.iload(POS).loadConstant(code[pc + 2]).isub().istore(POS);
        return pc + 4;
      case Program.LOOK_NOT_END:
        c.aload(M).aload(STACK).iload(SP);
        register(code[pc + 1]);
        call("unwind", CD_int, INTS, CD_int, CD_int).istore(SP);
        c.goto_(fail);
        return pc + 2;
      default:
        // FAIL
        c.goto_(fail);
        return pc + 1;
    }
  }

  private void mark(int mark) {
    save(mark);
    set(mark, () -> c.iload(POS));
    if ((mark & 1) != 0) {
      save(program.lastIndex);
      set(program.lastIndex, () -> c.loadConstant(mark / 2 + 1));
    }
  }

  private void choice(int pc) {
    Label other = labels[code[pc + 1]];
    Label may = c.newLabel();
    Label only = c.newLabel();
    inside(other);
    character().istore(P);
    c.iload(P).loadConstant(255).if_icmpgt(may);
    constant(program.firsts[code[pc + 2]], CD_boolean.arrayType());
    c.iload(P).baload().ifeq(other);
    if (code[pc + 3] >= 0) {
      constant(program.firsts[code[pc + 3]], CD_boolean.arrayType());
      c.iload(P).baload().ifeq(only);
    }
    c.labelBinding(may);
    push(number(code[pc + 1], false));
    c.labelBinding(only);
  }

  private void run(int pc) {
    boolean lazy = code[pc] == Program.LAZY;
    int min = code[pc + 3];
    int max = code[pc + 4];
    if (!lazy || min > 0) {
      c.aload(M);
      if (code[pc + 1] == Program.RUN_SET) {
        constant(program.sets[code[pc + 2]], SET);
      } else {
        c.loadConstant(code[pc + 1]).loadConstant(code[pc + 2]);
      }
      c.iload(POS).loadConstant(min).loadConstant(lazy ? min : max).loadConstant(code[pc] == Program.STAR ? code[pc + 5] : -1);
      if (code[pc + 1] == Program.RUN_SET) {
        call("longest", CD_int, SET, CD_int, CD_int, CD_int, CD_int);
      } else {
        call("longest", CD_int, CD_int, CD_int, CD_int, CD_int, CD_int, CD_int);
      }
      c.istore(P).iload(P).iflt(fail);
    }
    if (lazy) {
      if (min > 0) {
        c.iload(P).istore(POS);
      }
      push(number(pc, true), () -> c.loadConstant(max == Program.UNLIMITED ? max : max - min));
      return;
    }
    if (code[pc] == Program.STAR) {
      Label no = c.newLabel();
      // P is the longest, POS the shortest that may be tried
      c.iload(POS).loadConstant(min).iadd().istore(POS);
      c.iload(P).iload(POS).if_icmple(no);
      room();
      c.aload(STACK).iload(SP).loadConstant(number(pc, true)).iload(P).iload(POS);
      pushed();
      c.labelBinding(no);
    }
    c.iload(P).istore(POS);
  }

  private void loop(int pc) {
    int r = code[pc + 1];
    Label enough = c.newLabel();
    Label body = labels[code[pc + 4]];
    Label next = labels[pc + 5];
    register(r).istore(P);
    c.iload(P).loadConstant(code[pc + 2]).if_icmpge(enough);
    save(r);
    set(r, () -> c.iload(P).iconst_1().iadd());
    c.goto_(body).labelBinding(enough);
    c.iload(P).loadConstant(code[pc + 3]).if_icmpge(next).iload(POS);
    register(r + 1).if_icmpeq(next);
    if (code[pc] == Program.LOOP_MIN) {
      push(number(pc, true), () -> c.iload(P));
      return;
    }
    push(number(pc + 5, false));
    again(r);
    c.goto_(body);
  }

  /** Another round of the loop with register {@code r}, of which there were P. */
  private void again(int r) {
    save(r);
    save(r + 1);
    set(r, () -> c.iload(P).iconst_1().iadd());
    set(r + 1, () -> c.iload(POS));
  }

  // ---- parts

  /** Goes to {@code outside} at the end of the text. */
  private void inside(Label outside) {
    c.iload(POS).iload(END).if_icmpge(outside);
  }

  private CodeBuilder character() {
    return c.aload(TEXT).iload(POS).invokevirtual(CD_String, "charAt", MethodTypeDesc.of(CD_char, CD_int));
  }

  private CodeBuilder register(int r) {
    return c.aload(REGISTERS).loadConstant(r).iaload();
  }

  private void set(int r, Runnable value) {
    c.aload(REGISTERS).loadConstant(r);
    value.run();
    c.iastore();
  }

  private void save(int r) {
    room();
    c.aload(M).aload(STACK).iload(SP).loadConstant(r);
    call("save", CD_int, INTS, CD_int, CD_int).istore(SP);
  }

  private void cut(int r) {
    c.aload(STACK).iload(SP);
    register(r);
    c.invokestatic(MATCHER, "cut", MethodTypeDesc.of(CD_int, INTS, CD_int, CD_int)).istore(SP);
  }

  private void push(int number) {
    push(number, () -> c.iconst_0());
  }

  private void push(int number, Runnable last) {
    room();
    c.aload(STACK).iload(SP).loadConstant(number).iload(POS);
    last.run();
    pushed();
  }

  private void pushed() {
    c.invokestatic(MATCHER, "push", MethodTypeDesc.of(CD_int, INTS, CD_int, CD_int, CD_int, CD_int)).istore(SP);
  }

  /** Before an entry is pushed. */
  private void room() {
    c.aload(M).aload(STACK).iload(SP);
    call("room", INTS, INTS, CD_int).astore(STACK);
  }

  /** The number in the stack of a place to go on at. */
  private int number(int pc, boolean run) {
    return numbers.computeIfAbsent(run ? -1 - pc : pc, key -> {
      resumes.add(new Resume(pc, run, c.newLabel()));
      return resumes.size() - 1;
    });
  }

  private CodeBuilder call(String name, ClassDesc result, ClassDesc... arguments) {
    return c.invokevirtual(MATCHER, name, MethodTypeDesc.of(result, arguments));
  }

  private void constant(Object value, ClassDesc type) {
    constants.add(value);
    c.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, type, constants.size() - 1));
  }
}
