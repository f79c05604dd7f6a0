"""Objects: an incremental constraint solver with strengths (the DeltaBlue algorithm): a chain and a projection of scaled variables."""
from __future__ import annotations

from typing import Final, Optional

SIZES = {'full': (1200, 64840030), 'quick': (40, 2092730)}

REQUIRED: Final[int] = 0
PREFERRED: Final[int] = 2
WEAK: Final[int] = 4
WEAKEST: Final[int] = 5

NOWHERE: Final[int] = 0
FORWARD: Final[int] = 1
BACKWARD: Final[int] = 2


class Variable:
    def __init__(self, value: int) -> None:
        self.value: int = value
        self.constraints: list[Constraint] = []
        self.determined_by: Optional[Constraint] = None
        self.mark: int = 0
        self.strength: int = WEAKEST
        self.stay: bool = True


def drop(constraints: list[Constraint], gone: Constraint) -> None:
    """Takes `gone` out of a list, which then has its last one in that place."""
    n: int = len(constraints)
    for i in range(n):
        if constraints[i] is gone:
            constraints[i] = constraints[n - 1]
            constraints.pop()
            return


class Constraint:
    def __init__(self, strength: int) -> None:
        self.strength: int = strength

    def connect(self) -> None:
        raise NotImplementedError

    def disconnect(self) -> None:
        raise NotImplementedError

    def choose(self, mark: int) -> None:
        raise NotImplementedError

    def satisfied(self) -> bool:
        raise NotImplementedError

    def output(self) -> Variable:
        raise NotImplementedError

    def mark_inputs(self, mark: int) -> None:
        raise NotImplementedError

    def forget(self) -> None:
        raise NotImplementedError

    def inputs_known(self, mark: int) -> bool:
        raise NotImplementedError

    def recalculate(self) -> None:
        raise NotImplementedError

    def execute(self) -> None:
        raise NotImplementedError

    def is_input(self) -> bool:
        return False

    def add_to(self, planner: Planner) -> None:
        self.connect()
        planner.incremental_add(self)

    def satisfy(self, mark: int, planner: Planner) -> Optional[Constraint]:
        self.choose(mark)
        if not self.satisfied():
            if self.strength == REQUIRED:
                raise ValueError('a required constraint cannot be met')
            return None
        self.mark_inputs(mark)
        out: Variable = self.output()
        overridden: Optional[Constraint] = out.determined_by
        if overridden is not None:
            overridden.forget()
        out.determined_by = self
        if not planner.propagate(self, mark):
            raise ValueError('a cycle of constraints')
        out.mark = mark
        return overridden


class Unary(Constraint):
    def __init__(self, variable: Variable, strength: int) -> None:
        super().__init__(strength)
        self.variable: Variable = variable
        self.met: bool = False

    def connect(self) -> None:
        self.variable.constraints.append(self)
        self.met = False

    def disconnect(self) -> None:
        drop(self.variable.constraints, self)
        self.met = False

    def choose(self, mark: int) -> None:
        self.met = self.variable.mark != mark and self.strength < self.variable.strength

    def satisfied(self) -> bool:
        return self.met

    def output(self) -> Variable:
        return self.variable

    def mark_inputs(self, mark: int) -> None:
        pass

    def forget(self) -> None:
        self.met = False

    def inputs_known(self, mark: int) -> bool:
        return True

    def recalculate(self) -> None:
        variable: Variable = self.variable
        variable.strength = self.strength
        variable.stay = not self.is_input()
        if variable.stay:
            self.execute()


class Stay(Unary):
    def execute(self) -> None:
        pass


class Edit(Unary):
    def is_input(self) -> bool:
        return True

    def execute(self) -> None:
        pass


class Binary(Constraint):
    def __init__(self, first: Variable, second: Variable, strength: int) -> None:
        super().__init__(strength)
        self.first: Variable = first
        self.second: Variable = second
        self.direction: int = NOWHERE

    def connect(self) -> None:
        self.first.constraints.append(self)
        self.second.constraints.append(self)
        self.direction = NOWHERE

    def disconnect(self) -> None:
        drop(self.first.constraints, self)
        drop(self.second.constraints, self)
        self.direction = NOWHERE

    def choose(self, mark: int) -> None:
        first: Variable = self.first
        second: Variable = self.second
        self.direction = NOWHERE
        if first.mark == mark:
            if second.mark != mark and self.strength < second.strength:
                self.direction = FORWARD
        elif second.mark == mark or first.strength > second.strength:
            if self.strength < first.strength:
                self.direction = BACKWARD
        elif self.strength < second.strength:
            self.direction = FORWARD

    def satisfied(self) -> bool:
        return self.direction != NOWHERE

    def source(self) -> Variable:
        if self.direction == FORWARD:
            return self.first
        return self.second

    def output(self) -> Variable:
        if self.direction == FORWARD:
            return self.second
        return self.first

    def mark_inputs(self, mark: int) -> None:
        self.source().mark = mark

    def forget(self) -> None:
        self.direction = NOWHERE

    def inputs_known(self, mark: int) -> bool:
        source: Variable = self.source()
        if source.mark == mark or source.stay:
            return True
        return source.determined_by is None

    def recalculate(self) -> None:
        source: Variable = self.source()
        out: Variable = self.output()
        out.strength = self.strength
        if source.strength > out.strength:
            out.strength = source.strength
        out.stay = source.stay
        if out.stay:
            self.execute()


class Equal(Binary):
    def execute(self) -> None:
        self.output().value = self.source().value


class Scale(Binary):
    """second = first * factor + offset"""

    def __init__(self, first: Variable, factor: Variable, offset: Variable, second: Variable, strength: int) -> None:
        super().__init__(first, second, strength)
        self.factor: Variable = factor
        self.offset: Variable = offset

    def connect(self) -> None:
        super().connect()
        self.factor.constraints.append(self)
        self.offset.constraints.append(self)

    def disconnect(self) -> None:
        super().disconnect()
        drop(self.factor.constraints, self)
        drop(self.offset.constraints, self)

    def mark_inputs(self, mark: int) -> None:
        super().mark_inputs(mark)
        self.factor.mark = mark
        self.offset.mark = mark

    def execute(self) -> None:
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.factor.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.factor.value

    def recalculate(self) -> None:
        source: Variable = self.source()
        out: Variable = self.output()
        out.strength = self.strength
        if source.strength > out.strength:
            out.strength = source.strength
        out.stay = source.stay and self.factor.stay and self.offset.stay
        if out.stay:
            self.execute()


class Planner:
    def __init__(self) -> None:
        self.last_mark: int = 0

    def new_mark(self) -> int:
        self.last_mark += 1
        return self.last_mark

    def incremental_add(self, constraint: Constraint) -> None:
        mark: int = self.new_mark()
        overridden: Optional[Constraint] = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def incremental_remove(self, constraint: Constraint) -> None:
        out: Variable = constraint.output()
        constraint.forget()
        constraint.disconnect()
        out.determined_by = None
        out.strength = WEAKEST
        out.stay = True
        unsatisfied: list[Constraint] = []
        todo: list[Variable] = [out]
        while len(todo):
            variable: Variable = todo.pop()
            for other in variable.constraints:
                if not other.satisfied():
                    unsatisfied.append(other)
            by: Optional[Constraint] = variable.determined_by
            for other in variable.constraints:
                if other is not by:
                    if other.satisfied():
                        other.recalculate()
                        todo.append(other.output())
        strength: int = REQUIRED
        while strength < WEAKEST:
            for other in unsatisfied:
                if other.strength == strength:
                    self.incremental_add(other)
            strength += 1

    def add_consumers(self, variable: Variable, todo: list[Constraint]) -> None:
        by: Optional[Constraint] = variable.determined_by
        for other in variable.constraints:
            if other is not by:
                if other.satisfied():
                    todo.append(other)

    def propagate(self, constraint: Constraint, mark: int) -> bool:
        todo: list[Constraint] = [constraint]
        while len(todo):
            current: Constraint = todo.pop()
            out: Variable = current.output()
            if out.mark == mark:
                self.incremental_remove(constraint)
                return False
            current.recalculate()
            self.add_consumers(out, todo)
        return True

    def plan(self, source: Constraint) -> list[Constraint]:
        mark: int = self.new_mark()
        made: list[Constraint] = []
        todo: list[Constraint] = []
        if source.is_input() and source.satisfied():
            todo.append(source)
        while len(todo):
            constraint: Constraint = todo.pop()
            out: Variable = constraint.output()
            if out.mark != mark and constraint.inputs_known(mark):
                made.append(constraint)
                out.mark = mark
                self.add_consumers(out, todo)
        return made


def execute(plan: list[Constraint]) -> None:
    for constraint in plan:
        constraint.execute()


def change(planner: Planner, variable: Variable, value: int) -> None:
    edit: Edit = Edit(variable, PREFERRED)
    edit.add_to(planner)
    plan: list[Constraint] = planner.plan(edit)
    times: int = 10
    while times:
        variable.value = value
        execute(plan)
        times -= 1
    planner.incremental_remove(edit)


def total(variables: list[Variable]) -> int:
    found: int = 0
    for variable in variables:
        found += variable.value
    return found


def chain(n: int) -> int:
    planner: Planner = Planner()
    variables: list[Variable] = [Variable(0)]
    for i in range(n):
        following: Variable = Variable(0)
        equal: Equal = Equal(variables[i], following, REQUIRED)
        equal.add_to(planner)
        variables.append(following)
    first: Variable = variables[0]
    last: Variable = variables[n]
    stay: Stay = Stay(last, WEAK)
    stay.add_to(planner)
    edit: Edit = Edit(first, PREFERRED)
    edit.add_to(planner)
    plan: list[Constraint] = planner.plan(edit)
    value: int = 0
    while value < 50:
        first.value = value
        execute(plan)
        if last.value != value:
            raise AssertionError('the chain lost a value')
        value += 1
    return total(variables)


def projection(n: int) -> int:
    planner: Planner = Planner()
    factor: Variable = Variable(10)
    offset: Variable = Variable(1000)
    source: Variable = factor
    target: Variable = factor
    targets: list[Variable] = []
    for i in range(n):
        source = Variable(i)
        target = Variable(i)
        targets.append(target)
        stay: Stay = Stay(source, WEAK)
        stay.add_to(planner)
        scale: Scale = Scale(source, factor, offset, target, REQUIRED)
        scale.add_to(planner)
    change(planner, source, 17)
    if target.value != 1170:
        raise AssertionError('projection forwards')
    change(planner, target, 1050)
    if source.value != 5:
        raise AssertionError('projection backwards')
    change(planner, factor, 5)
    for i in range(n - 1):
        if targets[i].value != i * 5 + 1000:
            raise AssertionError('projection by the factor')
    change(planner, offset, 2000)
    return total(targets)


def run(n: int) -> int:
    size: int = n
    return chain(size) * 1000 + projection(size)
