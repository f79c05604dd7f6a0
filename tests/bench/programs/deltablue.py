"""OO: an incremental constraint solver with strengths (the DeltaBlue algorithm): chains and a projection of scaled variables."""

SIZES = {'full': (1500, (73549, 8613780)), 'quick': (40, (2009, 83730))}

REQUIRED, STRONG, PREFERRED, MEDIUM, WEAK, WEAKEST = range(6)
NONE, FORWARD, BACKWARD = range(3)


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.strength = WEAKEST
        self.stay = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        self.connect()
        planner.incremental_add(self)

    def satisfy(self, mark, planner):
        self.choose(mark)
        if not self.satisfied():
            if self.strength == REQUIRED:
                raise ValueError('a required constraint cannot be met')
            return None
        self.mark_inputs(mark)
        out = self.output()
        overridden = out.determined_by
        if overridden is not None:
            overridden.forget()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError('a cycle of constraints')
        out.mark = mark
        return overridden

    def is_input(self):
        return False


class Unary(Constraint):
    def __init__(self, variable, strength, planner):
        super().__init__(strength)
        self.variable = variable
        self.met = False
        self.add_to(planner)

    def connect(self):
        self.variable.constraints.append(self)
        self.met = False

    def disconnect(self):
        self.variable.constraints.remove(self)
        self.met = False

    def choose(self, mark):
        self.met = self.variable.mark != mark and self.strength < self.variable.strength

    def satisfied(self):
        return self.met

    def output(self):
        return self.variable

    def mark_inputs(self, mark):
        pass

    def forget(self):
        self.met = False

    def inputs_known(self, mark):
        return True

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.stay = not self.is_input()
        if self.variable.stay:
            self.execute()


class Stay(Unary):
    def execute(self):
        pass


class Edit(Unary):
    def is_input(self):
        return True

    def execute(self):
        pass


class Binary(Constraint):
    def __init__(self, first, second, strength, planner):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NONE
        self.add_to(planner)

    def connect(self):
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = NONE

    def disconnect(self):
        self.first.constraints.remove(self)
        self.second.constraints.remove(self)
        self.direction = NONE

    def choose(self, mark):
        first, second = self.first, self.second
        if first.mark == mark:
            forward = second.mark != mark and self.strength < second.strength
            self.direction = FORWARD if forward else NONE
        elif second.mark == mark:
            self.direction = BACKWARD if self.strength < first.strength else NONE
        elif first.strength > second.strength:
            self.direction = BACKWARD if self.strength < first.strength else NONE
        else:
            self.direction = FORWARD if self.strength < second.strength else NONE

    def satisfied(self):
        return self.direction != NONE

    def source(self):
        return self.first if self.direction == FORWARD else self.second

    def output(self):
        return self.second if self.direction == FORWARD else self.first

    def mark_inputs(self, mark):
        self.source().mark = mark

    def forget(self):
        self.direction = NONE

    def inputs_known(self, mark):
        source = self.source()
        return source.mark == mark or source.stay or source.determined_by is None

    def recalculate(self):
        source, out = self.source(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.source().value


class Scale(Binary):
    """second = first * factor + offset"""

    def __init__(self, first, factor, offset, second, strength, planner):
        self.factor = factor
        self.offset = offset
        super().__init__(first, second, strength, planner)

    def connect(self):
        super().connect()
        self.factor.constraints.append(self)
        self.offset.constraints.append(self)

    def disconnect(self):
        super().disconnect()
        self.factor.constraints.remove(self)
        self.offset.constraints.remove(self)

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.factor.mark = self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value

    def recalculate(self):
        source, out = self.source(), self.output()
        out.strength = max(self.strength, source.strength)
        out.stay = source.stay and self.factor.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self):
        self.last_mark = 0

    def mark(self):
        self.last_mark += 1
        return self.last_mark

    def incremental_add(self, constraint):
        mark = self.mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, constraint):
        out = constraint.output()
        constraint.forget()
        constraint.disconnect()
        out.determined_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied, todo = [], [out]
        while todo:
            variable = todo.pop()
            for other in variable.constraints:
                if not other.satisfied():
                    unsatisfied.append(other)
            for other in self.consumers(variable):
                other.recalculate()
                todo.append(other.output())
        for strength in range(WEAKEST):
            for other in unsatisfied:
                if other.strength == strength:
                    self.incremental_add(other)

    def consumers(self, variable):
        by = variable.determined_by
        return [c for c in variable.constraints if c is not by and c.satisfied()]

    def propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            current = todo.pop()
            if current.output().mark == mark:
                self.incremental_remove(constraint)
                return False
            current.recalculate()
            todo.extend(self.consumers(current.output()))
        return True

    def plan(self, sources):
        mark = self.mark()
        plan, todo = [], list(sources)
        while todo:
            constraint = todo.pop()
            out = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                out.mark = mark
                todo.extend(self.consumers(out))
        return plan


def change(planner, variable, value):
    edit = Edit(variable, PREFERRED, planner)
    plan = planner.plan([edit] if edit.is_input() and edit.satisfied() else [])
    for _ in range(10):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    planner.incremental_remove(edit)


def chain(n):
    planner = Planner()
    variables = [Variable(0) for _ in range(n + 1)]
    for first, second in zip(variables, variables[1:]):
        Equal(first, second, REQUIRED, planner)
    Stay(variables[-1], WEAK, planner)
    edit = Edit(variables[0], PREFERRED, planner)
    plan = planner.plan([edit])
    for value in range(50):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        if variables[-1].value != value:
            raise AssertionError('the chain lost a value')
    return sum(v.value for v in variables)


def projection(n):
    planner = Planner()
    factor, offset = Variable(10), Variable(1000)
    targets = []
    source = target = None
    for i in range(n):
        source, target = Variable(i), Variable(i)
        targets.append(target)
        Stay(source, WEAK, planner)
        Scale(source, factor, offset, target, REQUIRED, planner)
    change(planner, source, 17)
    if target.value != 1170:
        raise AssertionError('projection forwards')
    change(planner, target, 1050)
    if source.value != 5:
        raise AssertionError('projection backwards')
    change(planner, factor, 5)
    if any(t.value != i * 5 + 1000 for i, t in enumerate(targets[:-1])):
        raise AssertionError('projection by the factor')
    change(planner, offset, 2000)
    return sum(t.value for t in targets)


def run(n):
    return chain(n), projection(n)
