"""Runs one benchmark program inside the interpreter under test and prints what it took, as one line of JSON.

  worker.py PROGRAM.py full|quick BUDGET_SECONDS

First iteration: the first call of run(n), everything cold. Steady state: calls go on until the budget is spent (at least five);
the figure is the median of the fastest half of the last two thirds, so that neither warm-up nor a neighbour's load counts.
"""
import sys
from time import perf_counter


def main():
    path, size, budget = sys.argv[1], sys.argv[2], float(sys.argv[3])
    with open(path, encoding='utf-8') as f:
        source = f.read()
    start = perf_counter()
    # a module under its own name, as pickle wants it
    module = type(sys)('program')
    sys.modules['program'] = module
    module.__file__ = path
    exec(compile(source, path, 'exec'), module.__dict__)
    loaded = perf_counter() - start
    n, expected = module.SIZES[size]
    run = module.run
    times = []
    began = perf_counter()
    while True:
        start = perf_counter()
        result = run(n)
        end = perf_counter()
        times.append(end - start)
        if result != expected:
            sys.exit(f'{path}: wrong result {result!r}, expected {expected!r}')
        if end - began > budget and len(times) >= 5:
            break
    late = sorted(times[len(times) // 3:])
    late = late[:len(late) // 2 + 1]
    print('{"load": %r, "first": %r, "steady": %r, "iterations": %d}' % (loaded, times[0], late[len(late) // 2], len(times)))


main()
