#!/usr/bin/env python3
"""Runs the benchmark set under several interpreters in turn and prints ratios against the first one.

  bench.py [options] NAME=COMMAND [NAME=COMMAND ...]

  bench.py cpython=python3.14 tuff=./tuff
  bench.py --quick --only fib,nbody cpython=python3.14 'tuff=./tuff -X jit=off'

For each program each interpreter runs once per round, one right after the other, so that a slow minute of the machine hits all alike;
the best of the rounds counts. A ratio below 1 is faster (or smaller) than the first interpreter. Runs under any Python from 3.11.
"""
import argparse
import glob
import json
import os
import shlex
import sys

import report
from measure import FIGURES, best_of, known_failures, mean, measure, ratio, worker

HERE = os.path.dirname(os.path.abspath(__file__))
STARTS = {
    'start: pass': ['-c', 'pass'],
    'start: hello': ['-c', 'print("hello")'],
    'start: imports': ['-c', 'import asyncio, json, dataclasses, typing, re, argparse'],
}


def starts(interpreters, rounds, timeout):
    """Start-up times: many short runs, interleaved; the lower quartile of each."""
    result = {}
    for label, arguments in STARTS.items():
        samples = {name: [] for name in interpreters}
        peaks = {name: 0 for name in interpreters}
        errors = {}
        for _ in range(rounds):
            for name, command in interpreters.items():
                if name in errors:
                    continue
                took, peak, said = measure(command + arguments, timeout)
                if took is None:
                    errors[name] = said
                else:
                    samples[name].append(took)
                    peaks[name] = max(peaks[name], peak)
        result[label] = {}
        for name in interpreters:
            if name in errors:
                result[label][name] = {'error': errors[name]}
            else:
                result[label][name] = {'steady': sorted(samples[name])[len(samples[name]) // 4], 'rss': peaks[name]}
    return result


def programs(interpreters, only, size, budget, rounds, timeout):
    result = {}
    for path in sorted(glob.glob(os.path.join(HERE, 'programs', '*.py'))):
        program = os.path.basename(path)[:-3]
        if only and program not in only:
            continue
        best = best_of({name: command + worker(path, size, budget) for name, command in interpreters.items()}, rounds, timeout)
        result[program] = best
        row(program, best, list(interpreters))
    return result


def show(value, unit):
    if value is None:
        return '-'
    return f'{value / 1024:.0f} MB' if unit == 'rss' else f'{value * 1000:.1f} ms' if value < 10 else f'{value:.1f} s'


def row(label, best, names, figures=FIGURES):
    base = names[0]
    cells = [f'{label:18}']
    for figure in figures:
        cells.append(f'{show(best.get(base, {}).get(figure), figure):>9}')
        for name in names[1:]:
            r = ratio(best, name, base, figure)
            cells.append(f'{r:7.2f}x' if r is not None else '      - ')
        cells.append('|')
    print(' '.join(cells).rstrip(' |'), flush=True)
    for name in names:
        if 'error' in best.get(name, {}):
            print(f'    {name}: {best[name]["error"]}', flush=True)


def header(names, figures, first):
    cells = [f'{first:18}']
    for figure in figures:
        cells.append(f'{names[0][:9]:>9}')
        cells += [f'{name[:8]:>8}' for name in names[1:]]
        cells.append('|')
    title = f'{"":18} ' + ''.join(f'{figure:^{9 + 9 * (len(names) - 1) + 3}}' for figure in figures)
    print(title.rstrip())
    print(' '.join(cells).rstrip(' |'))


def main():
    parser = argparse.ArgumentParser(description='The benchmark set, as ratios against the first interpreter.')
    parser.add_argument('interpreters', nargs='+', metavar='NAME=COMMAND')
    parser.add_argument('--quick', action='store_true', help='small sizes and budgets: a check that all runs, not a measurement')
    parser.add_argument('--only', default='', help='comma-separated programs')
    parser.add_argument('--rounds', type=int, help='processes per program and interpreter (default 2; quick 1)')
    parser.add_argument('--budget', type=float, help='seconds of iterations per process, and up to four times as many while they become faster (default 10: HotSpot needs some to come to its end; quick 0.1)')
    parser.add_argument('--timeout', type=float, default=180, help='seconds that one process may take')
    parser.add_argument('--known', metavar='FILE', help='programs that may fail, lines NAME: reason')
    parser.add_argument('--no-start', action='store_true', help='leave out the start-up times')
    parser.add_argument('--json', metavar='FILE', help='write all figures')
    parser.add_argument('--report', metavar='FILE', help='write a page with the table; what FILE says from "## Where" on is kept')
    parser.add_argument('--worst', type=float, metavar='X', help='exit 1 if a steady-state ratio is above X, or a program fails')
    options = parser.parse_args()

    interpreters = {}
    for text in options.interpreters:
        name, equals, command = text.partition('=')
        if not equals:
            name, command = os.path.basename(text), text
        interpreters[name] = shlex.split(command)
    names = list(interpreters)
    size = 'quick' if options.quick else 'full'
    rounds = options.rounds or (1 if options.quick else 2)
    budget = options.budget if options.budget is not None else 0.1 if options.quick else 10.0

    for command in interpreters.values():  # a first run may build or fill caches
        measure(command + ['-c', 'import asyncio, json, dataclasses, typing, re, argparse'], 1800)
    figures = {}
    if not options.no_start:
        print('start-up' + (' (ratios to ' + names[0] + ')' if len(names) > 1 else ''))
        figures['start'] = starts(interpreters, 3 if options.quick else 20, options.timeout)
        for label, best in figures['start'].items():
            row(label, best, names, ('steady', 'rss'))
        print()
    header(names, FIGURES, 'program')
    figures['programs'] = programs(interpreters, set(filter(None, options.only.split(','))), size, budget, rounds, options.timeout)
    figures['means'] = {}
    known = known_failures(options.known)
    errors = [(program, name) for program, best in figures['programs'].items() for name in names if 'error' in best[name]]
    failed = [f'{program} ({name})' for program, name in errors if program not in known]
    bad = list(failed)
    for name in names[1:]:
        means = figures['means'][name] = {}
        for figure in FIGURES:
            ratios = {p: r for p, best in figures['programs'].items() if (r := ratio(best, name, names[0], figure)) is not None}
            means[figure] = mean(list(ratios.values()))
            if figure == 'steady' and options.worst:
                bad += [f'{p} {r:.2f}x' for p, r in ratios.items() if r > options.worst]
        print(f'{name}: geometric mean ' + ', '.join(f'{f} {m:.2f}x' for f, m in means.items() if m) + f' of {names[0]}')
    print(f'{len(figures["programs"]) * len(names) - len(errors)} passed, {len(failed)} failed, {len(errors) - len(failed)} skipped')
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as f:
            json.dump(figures, f, indent=1, sort_keys=True)
    if options.report:
        report.write(options.report, figures, names, ratio, interpreters, budget)
    if failed or options.worst and bad:
        print('beyond the limit: ' + ', '.join(bad))
        sys.exit(1)


if __name__ == '__main__':
    main()
