#!/usr/bin/env python3
"""Static Python's benchmarks: what typed code gains, measured against the same without types and in other languages.

  typed.py [options] [NAME=COMMAND ...]

  typed.py                                              all, with what is found on the path
  typed.py --only nbody,sieve --budget 3 'tuff=./tuff -X jit=on' cpython=python3.14 pypy=
  typed.py --quick tuff=./tuff                          a check that all runs and that all results agree, not a measurement

Three sets, each a folder beside this file:

  typed/NAME/   static.py, the same in plain annotated Python (plain.py), in Java (Program.java), and for numeric ones in C (program.c)
  micro/NAME/   one operation of static classes: static.py against plain.py
  mixed/NAME/   an untyped program (main.py) on a library that is static.py or plain.py

NAME is one of cpython, tuff, pypy, mypyc (compiles plain.py), java (with javac beside it), c (a compiler); `NAME=` leaves it out, and so does a
command that is not there. Each program runs under each in turn, as in bench.py. Columns say how many times as fast as CPython: above 1 is faster.
"""
import argparse
import ast
import glob
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile

import report
from measure import HERE, best_of, known_failures, mean, ratio, worker

ROOT = os.path.dirname(os.path.dirname(HERE))
SETS = ('typed', 'micro', 'mixed')
GOALS = '''Goals: typed programs 30 times as fast as CPython by geometric mean, within 1.3 of Java's time and 1.5 of C's, faster than mypyc in each;
attributes and method calls of static classes 7 times as fast as CPython's; mixed programs never slower than all-untyped ones.'''


def newest_java():
    """A JDK that compiles the programs (they use what came with 21), or what is on the path."""
    homes = [os.environ.get('JAVA_HOME', ''), *sorted(glob.glob('/usr/lib/jvm/*2[1-9]*'), reverse=True)]
    return next((java for home in homes if os.path.exists(java := os.path.join(home, 'bin', 'java'))), 'java')


def tools(given, quick):
    """The commands by name, and of each that is left out why."""
    tuff = shlex.quote(os.path.join(ROOT, 'tuff')) + ' -X jit=on'
    commands = {'cpython': 'python3.14', 'tuff': tuff, 'pypy': 'pypy3', 'mypyc': 'mypyc', 'java': newest_java(), 'c': 'gcc -O2'}
    if quick:  # half a minute of compiling for each program
        commands['mypyc'] = ''
    for text in given:
        name, equals, command = text.partition('=')
        if not equals or name not in commands:
            sys.exit(f'typed.py: {text!r}: want NAME=COMMAND, NAME one of {", ".join(commands)}')
        commands[name] = command
    found, absent = {}, {}
    for name, command in commands.items():
        words = shlex.split(command)
        if words and shutil.which(words[0]):
            found[name] = words
        else:
            absent[name] = f'no {words[0]}' if words else 'not asked for'
    return found, absent


class Failed(Exception):
    pass


def build(command, folder):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise Failed(f'{os.path.basename(command[0])}: {(done.stdout.strip().splitlines() or [""])[-1]}'[:150])


def sizes(path):
    with open(path, encoding='utf-8') as f:
        tree = ast.parse(f.read())
    return next(ast.literal_eval(s.value) for s in tree.body if isinstance(s, ast.Assign) and s.targets[0].id == 'SIZES')


def compiled_java(java, source, n, expected, budget, out):
    javac = os.path.join(os.path.dirname(shutil.which(java[0])), 'javac')
    build([javac, '-d', out, os.path.join(HERE, 'typed', 'Bench.java'), os.path.join(source, 'Program.java')], out)
    return [*java, '-cp', out, 'Bench', n, expected, budget]


def compiled_c(cc, source, n, expected, budget, out):
    program = os.path.join(out, 'program')
    build([*cc, '-o', program, os.path.join(HERE, 'typed', 'bench.c'), os.path.join(source, 'program.c'), '-lm'], out)
    return [program, n, expected, budget]


def compiled_mypyc(mypyc, source, size, budget, out):
    """The plain program, compiled; it runs under the Python that mypyc belongs to."""
    name = os.path.basename(source)
    shutil.copy(os.path.join(source, 'plain.py'), os.path.join(out, name + '.py'))
    build([*mypyc, name + '.py'], out)
    with open(shutil.which(mypyc[0]), encoding='utf-8', errors='replace') as f:
        head = f.readline()
    python = shlex.split(head[2:]) if head.startswith('#!') and 'python' in head else ['python3']
    return python + worker(glob.glob(os.path.join(out, name + '.*.so'))[0], size, budget)


def commands(kind, source, found, size, budget, out):
    """What runs a program, by column, and of the columns that cannot be made why."""
    def file(name):
        return os.path.join(source, name)

    made, failed = {}, {}
    if kind == 'mixed':
        if 'cpython' in found:
            made['cpython'] = found['cpython'] + worker(file('main.py'), size, budget, file('plain.py'))
        if 'tuff' in found:
            made['untyped'] = found['tuff'] + worker(file('main.py'), size, budget, file('plain.py'))
            made['mixed'] = found['tuff'] + worker(file('main.py'), size, budget, file('static.py'))
        return made, failed
    if 'cpython' in found:
        made['cpython'] = found['cpython'] + worker(file('plain.py'), size, budget)
    if 'tuff' in found:
        made['typed'] = found['tuff'] + worker(file('static.py'), size, budget)
        made['tuff'] = found['tuff'] + worker(file('plain.py'), size, budget)
    if kind == 'micro':
        return made, failed
    if 'pypy' in found:
        made['pypy'] = found['pypy'] + worker(file('plain.py'), size, budget)
    n, expected = (str(v) for v in sizes(file('plain.py'))[size])
    for name, make in (('mypyc', lambda to: compiled_mypyc(found['mypyc'], source, size, budget, to)),
                       ('java', lambda to: compiled_java(found['java'], source, n, expected, str(budget), to)),
                       ('c', lambda to: compiled_c(found['c'], source, n, expected, str(budget), to))):
        if name not in found or name == 'c' and not os.path.exists(file('program.c')):
            continue
        folder = os.path.join(out, kind, os.path.basename(source), name)
        os.makedirs(folder)
        try:
            made[name] = make(folder)
        except Failed as e:
            failed[name] = {'error': str(e)}
    return made, failed


def columns(kind, found):
    """The columns of a set beside the first, CPython's."""
    if kind == 'mixed':
        return ['untyped', 'mixed'] if 'tuff' in found else []
    rest = ('pypy', 'mypyc', 'java', 'c') if kind == 'typed' else ()
    return (['typed', 'tuff'] if 'tuff' in found else []) + [name for name in rest if name in found]


def faster(best, name, than):
    """How many times as fast one column is as another; None if one of them has no figure."""
    return ratio(best, than, name, 'steady')


def row(program, best, names):
    base = best.get('cpython', {}).get('steady')
    cells = [f'{program:18}', f'{base * 1000:8.1f} ms' if base else '         - ']
    for name in names:
        factor = faster(best, name, 'cpython')
        own = best.get(name, {}).get('steady')
        cells.append(f'{factor:8.2f}x' if factor else f'{own * 1000:6.1f} ms' if own else '       - ')
    print(' '.join(cells), flush=True)
    for name, figures in best.items():
        if 'error' in figures:
            print(f'    {name}: {figures["error"]}', flush=True)


def run(kind, only, found, size, budget, rounds, timeout, out):
    names = columns(kind, found)
    print(f'\n{kind:18} {"cpython":>11} ' + ' '.join(f'{name:>9}' for name in names))
    result = {}
    for source in sorted(glob.glob(os.path.join(HERE, kind, '*', ''))):
        source = source.rstrip(os.sep)
        program = os.path.basename(source)
        if only and program not in only:
            continue
        made, failed = commands(kind, source, found, size, budget, out)
        result[program] = best_of(made, rounds, timeout) | failed
        row(program, result[program], names)
    means = {name: mean([f for best in result.values() if (f := faster(best, name, 'cpython'))]) for name in names}
    print(f'{"geometric mean":30} ' + ' '.join(f'{m:8.2f}x' if (m := means[name]) else '       - ' for name in names))
    return result


def verdict(figures):
    """What the goals are about, in words."""
    lines = []

    def factors(kind, name, than):
        return {p: f for p, best in figures.get(kind, {}).items() if (f := faster(best, name, than))}

    def line(text, found, show=lambda f: f):
        if found:
            lines.append(text.format(show(mean(list(found.values())))))

    line('typed: {:.1f} times as fast as CPython', factors('typed', 'typed', 'cpython'))
    line('typed: {:.2f} of the time of Java', factors('typed', 'java', 'typed'))
    line('typed: {:.2f} of the time of C, where there is one', factors('typed', 'c', 'typed'))
    line('typed: {:.1f} times as fast as PyPy on the untyped programs', factors('typed', 'typed', 'pypy'))
    mypyc = factors('typed', 'typed', 'mypyc')
    line('typed: {:.1f} times as fast as mypyc', mypyc)
    if mypyc:
        slower = sorted(p for p, f in mypyc.items() if f < 1)
        lines.append('slower than mypyc: ' + (', '.join(slower) or 'none'))
    micro = factors('micro', 'typed', 'cpython')
    line('micro: {:.1f} times as fast as CPython', micro)
    if micro:
        lines.append('micro, below 7 times: ' + (', '.join(f'{p} {f:.1f}' for p, f in micro.items() if f < 7) or 'none'))
    mixed = factors('mixed', 'mixed', 'untyped')
    line('mixed: {:.2f} times as fast as all-untyped', mixed)
    if mixed:
        lines.append('mixed, slower than all-untyped: ' + (', '.join(f'{p} {f:.2f}' for p, f in mixed.items() if f < 1) or 'none'))
    return lines


def main():
    parser = argparse.ArgumentParser(description="Static Python's benchmarks, as factors to CPython.")
    parser.add_argument('commands', nargs='*', metavar='NAME=COMMAND')
    parser.add_argument('--set', default=','.join(SETS), help='comma-separated: ' + ', '.join(SETS))
    parser.add_argument('--quick', action='store_true', help='small sizes and budgets: a check that all runs, not a measurement')
    parser.add_argument('--only', default='', help='comma-separated programs')
    parser.add_argument('--rounds', type=int, help='processes per program and column (default 2; quick 1)')
    parser.add_argument('--budget', type=float, help='seconds of iterations per process, for Python up to four times as many while they become faster (default 10; quick 0)')
    parser.add_argument('--timeout', type=float, default=180, help='seconds that one process may take')
    parser.add_argument('--known', metavar='FILE', help='programs that may fail, lines NAME: reason')
    parser.add_argument('--json', metavar='FILE', help='write all figures')
    parser.add_argument('--report', metavar='FILE', help='write a page with the tables; what FILE says from "## Where" on is kept')
    options = parser.parse_args()

    found, absent = tools(options.commands, options.quick)
    for name, why in absent.items():
        print(f'{name}: left out, {why}')
    size = 'quick' if options.quick else 'full'
    rounds = options.rounds or (1 if options.quick else 2)
    budget = options.budget if options.budget is not None else 0.0 if options.quick else 10.0
    only = set(filter(None, options.only.split(',')))
    figures = {}
    with tempfile.TemporaryDirectory() as out:
        for kind in options.set.split(','):
            figures[kind] = run(kind, only, found, size, budget, rounds, options.timeout, out)
    said = [] if options.quick else verdict(figures)
    print('\n' + '\n'.join(said) if said else '')
    known = known_failures(options.known)
    cells = [(program, name, best) for results in figures.values() for program, bests in results.items() for name, best in bests.items()]
    errors = [(program, name) for program, name, best in cells if 'error' in best]
    failed = [f'{program} ({name})' for program, name in errors if program not in known]
    print(f'{len(cells) - len(errors)} passed, {len(failed)} failed, {len(errors) - len(failed)} skipped')
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as f:
            json.dump(figures, f, indent=1, sort_keys=True)
    if options.report:
        report.write_typed(options.report, figures, {kind: columns(kind, found) for kind in figures}, faster, mean, said, GOALS, budget)
    if failed:
        print('failed: ' + ', '.join(failed))
        sys.exit(1)


if __name__ == '__main__':
    main()
