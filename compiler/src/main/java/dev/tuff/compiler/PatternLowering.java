package dev.tuff.compiler;

import static dev.tuff.compiler.Opcode.*;

import dev.tuff.syntax.Const;
import dev.tuff.syntax.ConstantText;
import dev.tuff.syntax.ast.CmpOperator;
import dev.tuff.syntax.ast.Expr;
import dev.tuff.syntax.ast.MatchCase;
import dev.tuff.syntax.ast.Operator;
import dev.tuff.syntax.ast.Pattern;
import dev.tuff.syntax.ast.Stmt;
import dev.tuff.syntax.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lowering of {@code match} (PEP 634). A pattern consumes the subject on top of the stack. What it captures is put below the
 * {@code onTop} values that are still needed, and stored only when the whole pattern has matched. On failure it jumps to the
 * label that drops exactly what is on the stack by then: {@code failPop[n]} drops n values.
 */
final class PatternLowering {
  private final CodeGen g;
  private List<String> stores;
  private boolean allowIrrefutable;
  /** Labels, made on demand. */
  private List<Integer> failPop;
  private int onTop;

  PatternLowering(CodeGen g) {
    this.g = g;
  }

  void match(Stmt.Match s) {
    List<String> outerStores = stores;
    List<Integer> outerFailPop = failPop;
    boolean outerAllow = allowIrrefutable;
    int outerOnTop = onTop;
    cases(s);
    stores = outerStores;
    failPop = outerFailPop;
    allowIrrefutable = outerAllow;
    onTop = outerOnTop;
  }

  private void cases(Stmt.Match s) {
    g.expressions.visit(s.subject());
    int end = g.newLabel();
    int count = s.cases().size();
    MatchCase last = s.cases().get(count - 1);
    boolean hasDefault = isWildcard(last.pattern()) && count > 1;
    int tested = hasDefault ? count - 1 : count;
    for (int i = 0; i < tested; i++) {
      MatchCase c = s.cases().get(i);
      Loc loc = Loc.of(c.pattern());
      boolean keepSubject = i != tested - 1;
      if (keepSubject) {
        g.emit(COPY, 1, loc);
      }
      stores = new ArrayList<>();
      failPop = new ArrayList<>();
      allowIrrefutable = c.guard() != null || i == count - 1;
      onTop = 0;
      pattern(c.pattern());
      for (String name : stores) {
        g.store(name, loc);
      }
      if (c.guard() != null) {
        g.control.jumpIf(loc, c.guard(), failLabel(0), false);
      }
      if (keepSubject) {
        g.emit(POP_TOP, Loc.NEXT);
      }
      g.statements.visitAll(c.body());
      g.jump(Pseudo.JUMP, end, Loc.NONE);
      emitFailPops(loc);
    }
    if (hasDefault) {
      Loc loc = Loc.of(last.pattern());
      // A line event for the default case.
      g.emit(NOP, loc);
      if (last.guard() != null) {
        g.control.jumpIf(loc, last.guard(), end, false);
      }
      g.statements.visitAll(last.body());
    }
    g.use(end);
  }

  private static boolean isWildcard(Pattern p) {
    return p instanceof Pattern.MatchAs a && a.name() == null;
  }

  private static boolean isStarWildcard(Pattern p) {
    return p instanceof Pattern.MatchStar s && s.name() == null;
  }

  private int failLabel(int pops) {
    while (failPop.size() <= pops) {
      failPop.add(g.newLabel());
    }
    return failPop.get(pops);
  }

  private void jumpToFail(int jump, Loc loc) {
    g.jump(jump, failLabel(onTop + stores.size()), loc);
  }

  private void emitFailPops(Loc loc) {
    for (int i = failPop.size() - 1; i > 0; i--) {
      g.use(failPop.get(i));
      g.emit(POP_TOP, loc);
    }
    if (!failPop.isEmpty()) {
      g.use(failPop.getFirst());
    }
    failPop = new ArrayList<>();
  }

  private void rotate(int count, Loc loc) {
    for (int n = count; n > 1; n--) {
      g.emit(SWAP, n, loc);
    }
  }

  private void capture(String name, Loc loc) {
    if (name == null) {
      g.emit(POP_TOP, loc);
      return;
    }
    if (stores.contains(name)) {
      throw duplicate(name, loc);
    }
    rotate(onTop + stores.size() + 1, loc);
    stores.add(name);
  }

  private RuntimeException duplicate(String name, Loc loc) {
    return g.error(loc, "multiple assignments to name " + ConstantText.of(name) + " in pattern");
  }

  private void pattern(Pattern p) {
    g.diagnostics.enter();
    Loc loc = Loc.of(p);
    if (p instanceof Pattern.MatchValue v) {
      value(v, loc);
    } else if (p instanceof Pattern.MatchSingleton s) {
      g.loadConst(s.value(), loc);
      g.expressions.compareOp(CmpOperator.Is, loc);
      jumpToFail(POP_JUMP_IF_FALSE, loc);
    } else if (p instanceof Pattern.MatchSequence s) {
      sequence(s, loc);
    } else if (p instanceof Pattern.MatchMapping m) {
      mapping(m, loc);
    } else if (p instanceof Pattern.MatchClass c) {
      classPattern(c, loc);
    } else if (p instanceof Pattern.MatchStar s) {
      capture(s.name(), loc);
    } else if (p instanceof Pattern.MatchAs a) {
      as(a, loc);
    } else if (p instanceof Pattern.MatchOr o) {
      or(o, loc);
    }
    g.diagnostics.leave();
  }

  private void subpattern(Pattern p) {
    boolean outer = allowIrrefutable;
    allowIrrefutable = true;
    pattern(p);
    allowIrrefutable = outer;
  }

  private void value(Pattern.MatchValue p, Loc loc) {
    Object constant = constant(p.value());
    if (constant != null) {
      g.loadConst(constant, Loc.of(p.value()));
    } else if (p.value() instanceof Expr.Attribute) {
      g.expressions.visit(p.value());
    } else {
      throw g.error(loc, "patterns may only match literals and attribute lookups");
    }
    g.expressions.compareOp(CmpOperator.Eq, loc);
    g.emit(TO_BOOL, loc);
    jumpToFail(POP_JUMP_IF_FALSE, loc);
  }

  /** The value of a literal, also of {@code -1} and {@code 1 + 2j}; null if it is none. */
  static Object constant(Expr e) {
    if (e instanceof Expr.Constant c) {
      return c.value();
    }
    if (e instanceof Expr.UnaryOp u && u.op() == UnaryOperator.USub && u.operand() instanceof Expr.Constant c) {
      return ConstantArithmetic.negative(c.value());
    }
    if (e instanceof Expr.BinOp b && (b.op() == Operator.Add || b.op() == Operator.Sub) && b.right() instanceof Expr.Constant c) {
      Object left = constant(b.left());
      return left == null ? null : ConstantArithmetic.binary(left, BinaryOp.of(b.op(), false), c.value());
    }
    return null;
  }

  private void as(Pattern.MatchAs p, Loc loc) {
    if (p.pattern() == null) {
      if (!allowIrrefutable) {
        throw g.error(
            loc,
            p.name() != null
                ? "name capture " + ConstantText.of(p.name()) + " makes remaining patterns unreachable"
                : "wildcard makes remaining patterns unreachable");
      }
      capture(p.name(), loc);
      return;
    }
    onTop++;
    g.emit(COPY, 1, loc);
    pattern(p.pattern());
    onTop--;
    capture(p.name(), loc);
  }

  // ---- sequences ----

  private void sequence(Pattern.MatchSequence p, Loc loc) {
    List<Pattern> patterns = p.patterns();
    int size = patterns.size();
    int star = -1;
    boolean onlyWildcards = true;
    boolean starWildcard = false;
    for (int i = 0; i < size; i++) {
      Pattern element = patterns.get(i);
      if (element instanceof Pattern.MatchStar) {
        if (star >= 0) {
          throw g.error(loc, "multiple starred names in sequence pattern");
        }
        starWildcard = isStarWildcard(element);
        onlyWildcards &= starWildcard;
        star = i;
      } else {
        onlyWildcards &= isWildcard(element);
      }
    }
    onTop++;
    g.emit(MATCH_SEQUENCE, loc);
    jumpToFail(POP_JUMP_IF_FALSE, loc);
    if (star < 0) {
      checkLength(size, CmpOperator.Eq, loc);
    } else if (size > 1) {
      checkLength(size - 1, CmpOperator.GtE, loc);
    }
    onTop--;
    if (onlyWildcards) {
      g.emit(POP_TOP, loc);
    } else if (starWildcard) {
      sequenceByIndex(patterns, star, loc);
    } else {
      sequenceByUnpacking(patterns, loc);
    }
  }

  private void checkLength(long length, CmpOperator op, Loc loc) {
    g.emit(GET_LEN, loc);
    g.loadConst(length, loc);
    g.expressions.compareOp(op, loc);
    jumpToFail(POP_JUMP_IF_FALSE, loc);
  }

  private void sequenceByUnpacking(List<Pattern> patterns, Loc loc) {
    int size = patterns.size();
    boolean seenStar = false;
    for (int i = 0; i < size; i++) {
      if (patterns.get(i) instanceof Pattern.MatchStar) {
        if (i >= 1 << 8 || size - i - 1 >= 1 << 15) {
          throw g.error(loc, "too many expressions in star-unpacking sequence pattern");
        }
        g.emit(UNPACK_EX, i + (size - i - 1 << 8), loc);
        seenStar = true;
      }
    }
    if (!seenStar) {
      g.emit(UNPACK_SEQUENCE, size, loc);
    }
    onTop += size;
    for (Pattern p : patterns) {
      onTop--;
      subpattern(p);
    }
  }

  /** With an unnamed star only the other elements are looked at. */
  private void sequenceByIndex(List<Pattern> patterns, int star, Loc loc) {
    onTop++;
    int size = patterns.size();
    for (int i = 0; i < size; i++) {
      Pattern p = patterns.get(i);
      if (isWildcard(p) || i == star) {
        continue;
      }
      g.emit(COPY, 1, loc);
      if (i < star) {
        g.loadConst((long) i, loc);
      } else {
        // The subject may not know negative indices.
        g.emit(GET_LEN, loc);
        g.loadConst((long) (size - i), loc);
        g.emit(BINARY_OP, BinaryOp.NB_SUBTRACT, loc);
      }
      g.emit(BINARY_OP, BinaryOp.NB_SUBSCR, loc);
      subpattern(p);
    }
    onTop--;
    g.emit(POP_TOP, loc);
  }

  // ---- mappings and classes ----

  private void mapping(Pattern.MatchMapping p, Loc loc) {
    int size = p.keys().size();
    if (size != p.patterns().size()) {
      throw g.error(loc, "keys (" + size + ") / patterns (" + p.patterns().size() + ") length mismatch in mapping pattern");
    }
    onTop++;
    g.emit(MATCH_MAPPING, loc);
    jumpToFail(POP_JUMP_IF_FALSE, loc);
    if (size == 0 && p.rest() == null) {
      onTop--;
      g.emit(POP_TOP, loc);
      return;
    }
    if (size > 0) {
      checkLength(size, CmpOperator.GtE, loc);
    }
    mappingKeys(p, loc);
    g.emit(BUILD_TUPLE, size, loc);
    g.emit(MATCH_KEYS, loc);
    // Above the subject: the tuple of keys and the tuple of values.
    onTop += 2;
    failUnlessFound(loc);
    g.emit(UNPACK_SEQUENCE, size, loc);
    onTop += size - 1;
    for (Pattern value : p.patterns()) {
      onTop--;
      subpattern(value);
    }
    onTop -= 2;
    if (p.rest() == null) {
      g.emit(POP_TOP, loc);
      g.emit(POP_TOP, loc);
      return;
    }
    g.emit(BUILD_MAP, 0, loc);
    g.emit(SWAP, 3, loc);
    g.emit(DICT_UPDATE, 2, loc);
    g.emit(UNPACK_SEQUENCE, size, loc);
    for (int n = size; n > 0; n--) {
      g.emit(COPY, 1 + n, loc);
      g.emit(SWAP, 2, loc);
      g.emit(DELETE_SUBSCR, loc);
    }
    capture(p.rest(), loc);
  }

  private void failUnlessFound(Loc loc) {
    g.emit(COPY, 1, loc);
    g.loadConst(Const.None.NONE, loc);
    g.emit(IS_OP, 1, loc);
    jumpToFail(POP_JUMP_IF_FALSE, loc);
  }

  private void mappingKeys(Pattern.MatchMapping p, Loc loc) {
    Set<Object> seen = new HashSet<>();
    for (Expr key : p.keys()) {
      if (key == null) {
        throw g.error(loc, "can't use NULL keys in MatchMapping (set 'rest' parameter instead)");
      }
      Object constant = constant(key);
      if (constant != null) {
        if (!seen.add(ConstantArithmetic.equalityKey(constant))) {
          throw g.error(loc, "mapping pattern checks duplicate key (" + ConstantText.of(constant) + ")");
        }
        g.loadConst(constant, Loc.of(key));
      } else if (key instanceof Expr.Attribute) {
        g.expressions.visit(key);
      } else {
        throw g.error(loc, "mapping pattern keys may only match literals and attribute lookups");
      }
    }
  }

  private void classPattern(Pattern.MatchClass p, Loc loc) {
    int positional = p.patterns().size();
    int named = p.kwdAttrs().size();
    if (named != p.kwdPatterns().size()) {
      throw g.error(
          loc, "kwd_attrs (" + named + ") / kwd_patterns (" + p.kwdPatterns().size() + ") length mismatch in class pattern");
    }
    for (int i = 0; i < named; i++) {
      for (int j = i + 1; j < named; j++) {
        if (p.kwdAttrs().get(i).equals(p.kwdAttrs().get(j))) {
          throw g.error(Loc.of(p.kwdPatterns().get(j)), "attribute name repeated in class pattern: " + p.kwdAttrs().get(i));
        }
      }
    }
    g.expressions.visit(p.cls());
    g.loadConst(new Const.Tuple(new ArrayList<>(p.kwdAttrs())), loc);
    g.emit(MATCH_CLASS, positional, loc);
    g.emit(COPY, 1, loc);
    g.loadConst(Const.None.NONE, loc);
    g.emit(IS_OP, 1, loc);
    onTop++;
    jumpToFail(POP_JUMP_IF_FALSE, loc);
    g.emit(UNPACK_SEQUENCE, positional + named, loc);
    onTop += positional + named - 1;
    for (int i = 0; i < positional + named; i++) {
      onTop--;
      Pattern element = i < positional ? p.patterns().get(i) : p.kwdPatterns().get(i - positional);
      if (isWildcard(element)) {
        g.emit(POP_TOP, loc);
      } else {
        subpattern(element);
      }
    }
  }

  // ---- alternatives ----

  private void or(Pattern.MatchOr p, Loc loc) {
    int end = g.newLabel();
    List<String> outerStores = stores;
    List<Integer> outerFailPop = failPop;
    boolean outerAllow = allowIrrefutable;
    int outerOnTop = onTop;
    // What the first alternative binds; the others must bind the same and put it in the same order.
    List<String> control = null;
    int size = p.patterns().size();
    for (int i = 0; i < size; i++) {
      Pattern alternative = p.patterns().get(i);
      Loc at = Loc.of(alternative);
      stores = new ArrayList<>();
      allowIrrefutable = i == size - 1 && outerAllow;
      failPop = new ArrayList<>();
      onTop = 0;
      g.emit(COPY, 1, at);
      pattern(alternative);
      if (control == null) {
        control = new ArrayList<>(stores);
      } else {
        reorder(control, loc, at);
      }
      g.jump(Pseudo.JUMP, end, at);
      emitFailPops(at);
    }
    stores = outerStores;
    failPop = outerFailPop;
    allowIrrefutable = outerAllow;
    onTop = outerOnTop;
    g.emit(POP_TOP, loc);
    jumpToFail(Pseudo.JUMP, loc);
    g.use(end);
    // Between the captures and their place: each other, the copy of the subject, and what was there before.
    int rotations = control.size() + 1 + onTop + stores.size();
    for (String name : control) {
      rotate(rotations, loc);
      if (stores.contains(name)) {
        throw duplicate(name, loc);
      }
      stores.add(name);
    }
    g.emit(POP_TOP, loc);
  }

  private void reorder(List<String> control, Loc loc, Loc at) {
    if (stores.size() != control.size()) {
      throw g.error(loc, "alternative patterns bind different names");
    }
    for (int wanted = stores.size() - 1; wanted >= 0; wanted--) {
      int found = stores.indexOf(control.get(wanted));
      if (found < 0) {
        throw g.error(loc, "alternative patterns bind different names");
      }
      if (found != wanted) {
        int count = found + 1;
        List<String> rotated = new ArrayList<>(stores.subList(0, count));
        stores.subList(0, count).clear();
        stores.addAll(wanted - found, rotated);
        for (int i = 0; i < count; i++) {
          rotate(wanted + 1, at);
        }
      }
    }
  }
}
