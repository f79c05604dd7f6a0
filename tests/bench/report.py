"""The pages with the tables: docs/performance.md from the figures of bench.py, docs/static-python-speed.md from those of typed.py (`--report`)."""
import os
import platform
import shlex

HOW_TO_READ = '''# How fast Tuff is

Written by `{command}`
on {machine}. Each program of `tests/bench/programs` runs in a fresh process under each interpreter, one right after the other; `{base}` is in
milliseconds, the others are ratios to it: **below 1 is faster**.

- *steady*: the median of the fastest half of the last two thirds of {budget:g} seconds of iterations, or of up to four times as long while they still become faster: hot code.
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


TYPED_HEAD = {
    'typed': ('Typed programs', 'The same program as Static Python (*typed*), in plain annotated Python under Tuff and the others, in Java, and in C where it is numeric.'),
    'micro': ('Operations of static classes', 'One kind of operation in a loop: a static class under Tuff (*typed*) and the same class in plain Python (*tuff*).'),
    'mixed': ('Mixed programs', 'An untyped program under Tuff on a library that is untyped too (*untyped*) or Static Python (*mixed*).'),
}


def write_typed(path, figures, columns, faster, mean, said, goals, budget):
    lines = ['# How fast Static Python is', '',
             f'Written by `tests/bench/typed.py --report docs/{os.path.basename(path)}` on {platform.system()} {platform.machine()}. Each program runs in a '
             'fresh process under each column in turn;',
             f'the figure is the median of the fastest half of the last two thirds of {budget:g} seconds of iterations, or of up to four times as long while they still become faster: hot code. `cpython` is CPython 3.14 on the '
             'plain program,', 'in milliseconds; the other columns say **how many times as fast** that is: above 1 is faster. These machines are shared and noisy.', '',
             *goals.splitlines(), '']
    lines += [f'- {s}' for s in said]
    for kind, results in figures.items():
        names = columns[kind]
        title, what = TYPED_HEAD[kind]
        lines += ['', f'## {title}', '', what, '', '| | cpython, ms | ' + ' | '.join(names) + ' |', '|---|---|' + '---|' * len(names)]
        for program, best in results.items():
            base = best.get('cpython', {}).get('steady')
            cells = [cell(faster(best, name, 'cpython')) for name in names]
            lines.append(f'| {program} | {base * 1000:.1f} | ' + ' | '.join(cells) + ' |' if base else f'| {program} | - | ' + ' | '.join(cells) + ' |')
        means = [cell(mean([f for best in results.values() if (f := faster(best, name, 'cpython'))])) for name in names]
        lines.append('| **geometric mean** | | ' + ' | '.join(f'**{m}**' for m in means) + ' |')
    kept = remarks(path)
    if kept:
        lines += ['', kept.rstrip()]
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')
