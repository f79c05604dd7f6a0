"""Writes docs/performance.md from the figures of bench.py: `bench.py --report docs/performance.md …`."""
import os
import platform
import shlex

HOW_TO_READ = '''# How fast Tuff is

Written by `{command}`
on {machine}. Each program of `tests/bench/programs` runs in a fresh process under each interpreter, one right after the other; `{base}` is in
milliseconds, the others are ratios to it: **below 1 is faster**.

- *steady*: the median of the fastest half of the last two thirds of {budget:g} seconds of iterations: hot code.
- *first*: the first iteration of the process, everything cold.
- *rss*: peak memory of the process.

These machines are shared and noisy: a single figure may be off by a third, the means are not. Run the command yourself before you rely on one.
'''


def cell(value):
    return '-' if value is None else f'{value:.2f}'


def remarks(path):
    """What people have written below the tables."""
    if not os.path.exists(path):
        return ''
    with open(path, encoding='utf-8') as f:
        text = f.read()
    at = text.find('## Where')
    return '' if at < 0 else text[at:]


def write(path, figures, names, ratio, interpreters, budget):
    # where the interpreters lie is nobody else's concern
    commands = (f'{name}={shlex.join([os.path.basename(command[0]), *command[1:]])}' for name, command in interpreters.items())
    command = 'tests/bench/bench.py --report docs/performance.md ' + shlex.join(commands)
    kept = remarks(path)
    base, others = names[0], names[1:]
    lines = [HOW_TO_READ.format(command=command, base=base, budget=budget, machine=f'{platform.system()} {platform.machine()}')]
    lines += ['', '| | ' + ' | '.join(f'{f} {n}' for f in ('steady', 'first', 'rss') for n in others) + ' |']
    lines.append('|---|' + '---|' * (3 * len(others)))
    lines.append('| **geometric mean** | ' + ' | '.join(f'**{cell(figures["means"][n][f])}**' for f in ('steady', 'first', 'rss') for n in others) + ' |')
    lines += ['', f'| program | {base}, ms | ' + ' | '.join(f'steady {n}' for n in others) + ' | ' + ' | '.join(f'first {n}' for n in others) + ' |']
    lines.append('|---|---|' + '---|' * (2 * len(others)))
    for program, best in figures['programs'].items():
        steady = best[base].get('steady')
        row = [program, '-' if steady is None else f'{steady * 1000:.1f}']
        row += [cell(ratio(best, n, base, f)) for f in ('steady', 'first') for n in others]
        lines.append('| ' + ' | '.join(row) + ' |')
    if kept:
        lines += ['', kept.rstrip()]
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')
