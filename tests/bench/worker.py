"""Runs one benchmark program inside the interpreter under test and prints what it took, as one line of JSON.

  worker.py PROGRAM full|quick BUDGET_SECONDS [LIBRARY.py]

First iteration: the first call of run(n), everything cold. Steady state: calls go on until the budget is spent (at least five), and on, up to four times the
budget, while they still become faster; the figure is the median of the fastest half of the last two thirds, so that neither warm-up nor a neighbour's load counts.
The program may be compiled (PROGRAM.so); what is given as LIBRARY it imports as `library`.
"""
import importlib.util
import os
import sys
from time import perf_counter


def load(name, path):
    """A module under its own name, as pickle wants it, made by the import system, which alone sees whether one is Static Python."""
    spec = importlib.util.spec_from_file_location(name, path)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def typical(times):
    """The median of the fastest half."""
    fast = sorted(times)[:len(times) // 2 + 1]
    return fast[len(fast) // 2]


def summary(times):
    return {'first': times[0], 'steady': typical(times[len(times) // 3:]), 'iterations': len(times)}


def is_steady(times):
    """Whether it is hardly faster in the last third of the time than in the one before."""
    before, last = [], []
    whole = sum(times)
    now = 0
    for t in times:
        now += t / whole
        if now > 2 / 3:
            last.append(t)
        elif now > 1 / 3:
            before.append(t)
    return bool(before) and typical(last) > 0.95 * typical(before)


def main():
    path, size, budget = sys.argv[1], sys.argv[2], float(sys.argv[3])
    writes = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    start = perf_counter()
    if len(sys.argv) > 4:
        load('library', sys.argv[4])
    # compiled code knows what it is called
    module = load(os.path.basename(path).split('.')[0] if path.endswith('.so') else 'program', path)
    loaded = perf_counter() - start
    sys.dont_write_bytecode = writes
    n, expected = module.SIZES[size]
    run = module.run
    times = []
    began = perf_counter()
    least = most = budget
    if budget >= 1:
        most *= 4
    while True:
        start = perf_counter()
        result = run(n)
        end = perf_counter()
        times.append(end - start)
        if result != expected:
            sys.exit(f'{path}: wrong result {result!r}, expected {expected!r}')
        spent = end - began
        if spent > least and len(times) >= 5:
            if spent > most or is_steady(times):
                break
            least += budget / 4
    figures = ', '.join('"%s": %r' % item for item in dict(summary(times), load=loaded).items())
    print('{' + figures + '}')


if __name__ == '__main__':
    main()
