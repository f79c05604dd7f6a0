import java.util.ArrayList;
import java.util.List;

final class Program {
  private static final int REQUIRED = 0;
  private static final int PREFERRED = 2;
  private static final int WEAK = 4;
  private static final int WEAKEST = 5;
  private static final int NOWHERE = 0;
  private static final int FORWARD = 1;
  private static final int BACKWARD = 2;

  private Program() {}

  private static final class Variable {
    long value;
    final List<Constraint> constraints = new ArrayList<>();
    Constraint determinedBy;
    long mark;
    long strength = WEAKEST;
    boolean stay = true;

    Variable(long value) {
      this.value = value;
    }
  }

  private static void drop(List<Constraint> constraints, Constraint gone) {
    int n = constraints.size();
    for (int i = 0; i < n; i++) {
      if (constraints.get(i) == gone) {
        constraints.set(i, constraints.get(n - 1));
        constraints.remove(n - 1);
        return;
      }
    }
  }

  private abstract static class Constraint {
    final long strength;

    Constraint(long strength) {
      this.strength = strength;
    }

    abstract void connect();

    abstract void disconnect();

    abstract void choose(long mark);

    abstract boolean satisfied();

    abstract Variable output();

    abstract void markInputs(long mark);

    abstract void forget();

    abstract boolean inputsKnown(long mark);

    abstract void recalculate();

    abstract void execute();

    boolean isInput() {
      return false;
    }

    void addTo(Planner planner) {
      connect();
      planner.incrementalAdd(this);
    }

    Constraint satisfy(long mark, Planner planner) {
      choose(mark);
      if (!satisfied()) {
        if (strength == REQUIRED) {
          throw new IllegalStateException("a required constraint cannot be met");
        }
        return null;
      }
      markInputs(mark);
      Variable out = output();
      Constraint overridden = out.determinedBy;
      if (overridden != null) {
        overridden.forget();
      }
      out.determinedBy = this;
      if (!planner.propagate(this, mark)) {
        throw new IllegalStateException("a cycle of constraints");
      }
      out.mark = mark;
      return overridden;
    }
  }

  private abstract static class Unary extends Constraint {
    final Variable variable;
    boolean met;

    Unary(Variable variable, long strength) {
      super(strength);
      this.variable = variable;
    }

    @Override
    void connect() {
      variable.constraints.add(this);
      met = false;
    }

    @Override
    void disconnect() {
      drop(variable.constraints, this);
      met = false;
    }

    @Override
    void choose(long mark) {
      met = variable.mark != mark && strength < variable.strength;
    }

    @Override
    boolean satisfied() {
      return met;
    }

    @Override
    Variable output() {
      return variable;
    }

    @Override
    void markInputs(long mark) {}

    @Override
    void forget() {
      met = false;
    }

    @Override
    boolean inputsKnown(long mark) {
      return true;
    }

    @Override
    void recalculate() {
      variable.strength = strength;
      variable.stay = !isInput();
      if (variable.stay) {
        execute();
      }
    }

    @Override
    void execute() {}
  }

  private static final class Stay extends Unary {
    Stay(Variable variable, long strength) {
      super(variable, strength);
    }
  }

  private static final class Edit extends Unary {
    Edit(Variable variable, long strength) {
      super(variable, strength);
    }

    @Override
    boolean isInput() {
      return true;
    }
  }

  private abstract static class Binary extends Constraint {
    final Variable first;
    final Variable second;
    long direction = NOWHERE;

    Binary(Variable first, Variable second, long strength) {
      super(strength);
      this.first = first;
      this.second = second;
    }

    @Override
    void connect() {
      first.constraints.add(this);
      second.constraints.add(this);
      direction = NOWHERE;
    }

    @Override
    void disconnect() {
      drop(first.constraints, this);
      drop(second.constraints, this);
      direction = NOWHERE;
    }

    @Override
    void choose(long mark) {
      direction = NOWHERE;
      if (first.mark == mark) {
        if (second.mark != mark && strength < second.strength) {
          direction = FORWARD;
        }
      } else if (second.mark == mark || first.strength > second.strength) {
        if (strength < first.strength) {
          direction = BACKWARD;
        }
      } else if (strength < second.strength) {
        direction = FORWARD;
      }
    }

    @Override
    boolean satisfied() {
      return direction != NOWHERE;
    }

    final Variable source() {
      return direction == FORWARD ? first : second;
    }

    @Override
    Variable output() {
      return direction == FORWARD ? second : first;
    }

    @Override
    void markInputs(long mark) {
      source().mark = mark;
    }

    @Override
    void forget() {
      direction = NOWHERE;
    }

    @Override
    boolean inputsKnown(long mark) {
      Variable source = source();
      return source.mark == mark || source.stay || source.determinedBy == null;
    }

    @Override
    void recalculate() {
      Variable source = source();
      Variable out = output();
      out.strength = Math.max(strength, source.strength);
      out.stay = source.stay;
      if (out.stay) {
        execute();
      }
    }
  }

  private static final class Equal extends Binary {
    Equal(Variable first, Variable second, long strength) {
      super(first, second, strength);
    }

    @Override
    void execute() {
      output().value = source().value;
    }
  }

  private static final class Scale extends Binary {
    final Variable factor;
    final Variable offset;

    Scale(Variable first, Variable factor, Variable offset, Variable second, long strength) {
      super(first, second, strength);
      this.factor = factor;
      this.offset = offset;
    }

    @Override
    void connect() {
      super.connect();
      factor.constraints.add(this);
      offset.constraints.add(this);
    }

    @Override
    void disconnect() {
      super.disconnect();
      drop(factor.constraints, this);
      drop(offset.constraints, this);
    }

    @Override
    void markInputs(long mark) {
      super.markInputs(mark);
      factor.mark = mark;
      offset.mark = mark;
    }

    @Override
    void execute() {
      if (direction == FORWARD) {
        second.value = first.value * factor.value + offset.value;
      } else {
        first.value = (second.value - offset.value) / factor.value;
      }
    }

    @Override
    void recalculate() {
      Variable source = source();
      Variable out = output();
      out.strength = Math.max(strength, source.strength);
      out.stay = source.stay && factor.stay && offset.stay;
      if (out.stay) {
        execute();
      }
    }
  }

  private static final class Planner {
    private long lastMark;

    long newMark() {
      return ++lastMark;
    }

    void incrementalAdd(Constraint constraint) {
      long mark = newMark();
      Constraint overridden = constraint.satisfy(mark, this);
      while (overridden != null) {
        overridden = overridden.satisfy(mark, this);
      }
    }

    void incrementalRemove(Constraint constraint) {
      Variable out = constraint.output();
      constraint.forget();
      constraint.disconnect();
      out.determinedBy = null;
      out.strength = WEAKEST;
      out.stay = true;
      List<Constraint> unsatisfied = new ArrayList<>();
      List<Variable> todo = new ArrayList<>();
      todo.add(out);
      while (!todo.isEmpty()) {
        Variable variable = todo.removeLast();
        for (Constraint other : variable.constraints) {
          if (!other.satisfied()) {
            unsatisfied.add(other);
          }
        }
        for (Constraint other : variable.constraints) {
          if (other != variable.determinedBy && other.satisfied()) {
            other.recalculate();
            todo.add(other.output());
          }
        }
      }
      for (long strength = REQUIRED; strength < WEAKEST; strength++) {
        for (Constraint other : unsatisfied) {
          if (other.strength == strength) {
            incrementalAdd(other);
          }
        }
      }
    }

    void addConsumers(Variable variable, List<Constraint> todo) {
      for (Constraint other : variable.constraints) {
        if (other != variable.determinedBy && other.satisfied()) {
          todo.add(other);
        }
      }
    }

    boolean propagate(Constraint constraint, long mark) {
      List<Constraint> todo = new ArrayList<>();
      todo.add(constraint);
      while (!todo.isEmpty()) {
        Constraint current = todo.removeLast();
        Variable out = current.output();
        if (out.mark == mark) {
          incrementalRemove(constraint);
          return false;
        }
        current.recalculate();
        addConsumers(out, todo);
      }
      return true;
    }

    List<Constraint> plan(Constraint source) {
      long mark = newMark();
      List<Constraint> made = new ArrayList<>();
      List<Constraint> todo = new ArrayList<>();
      if (source.isInput() && source.satisfied()) {
        todo.add(source);
      }
      while (!todo.isEmpty()) {
        Constraint constraint = todo.removeLast();
        Variable out = constraint.output();
        if (out.mark != mark && constraint.inputsKnown(mark)) {
          made.add(constraint);
          out.mark = mark;
          addConsumers(out, todo);
        }
      }
      return made;
    }
  }

  private static void execute(List<Constraint> plan) {
    for (Constraint constraint : plan) {
      constraint.execute();
    }
  }

  private static void change(Planner planner, Variable variable, long value) {
    Edit edit = new Edit(variable, PREFERRED);
    edit.addTo(planner);
    List<Constraint> plan = planner.plan(edit);
    for (int times = 10; times > 0; times--) {
      variable.value = value;
      execute(plan);
    }
    planner.incrementalRemove(edit);
  }

  private static long total(List<Variable> variables) {
    long found = 0;
    for (Variable variable : variables) {
      found += variable.value;
    }
    return found;
  }

  private static long chain(int n) {
    Planner planner = new Planner();
    List<Variable> variables = new ArrayList<>();
    variables.add(new Variable(0));
    for (int i = 0; i < n; i++) {
      Variable following = new Variable(0);
      new Equal(variables.get(i), following, REQUIRED).addTo(planner);
      variables.add(following);
    }
    Variable first = variables.getFirst();
    Variable last = variables.get(n);
    new Stay(last, WEAK).addTo(planner);
    Edit edit = new Edit(first, PREFERRED);
    edit.addTo(planner);
    List<Constraint> plan = planner.plan(edit);
    for (long value = 0; value < 50; value++) {
      first.value = value;
      execute(plan);
      if (last.value != value) {
        throw new AssertionError("the chain lost a value");
      }
    }
    return total(variables);
  }

  private static long projection(int n) {
    Planner planner = new Planner();
    Variable factor = new Variable(10);
    Variable offset = new Variable(1000);
    Variable source = factor;
    Variable target = factor;
    List<Variable> targets = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      source = new Variable(i);
      target = new Variable(i);
      targets.add(target);
      new Stay(source, WEAK).addTo(planner);
      new Scale(source, factor, offset, target, REQUIRED).addTo(planner);
    }
    change(planner, source, 17);
    if (target.value != 1170) {
      throw new AssertionError("projection forwards");
    }
    change(planner, target, 1050);
    if (source.value != 5) {
      throw new AssertionError("projection backwards");
    }
    change(planner, factor, 5);
    for (int i = 0; i < n - 1; i++) {
      if (targets.get(i).value != i * 5L + 1000) {
        throw new AssertionError("projection by the factor");
      }
    }
    change(planner, offset, 2000);
    return total(targets);
  }

  static long run(long n) {
    return chain((int) n) * 1000 + projection((int) n);
  }
}
