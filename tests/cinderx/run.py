#!/usr/bin/env python3
"""CinderX's own tests of Static Python, Strict Modules and the JIT's interface under Tuff, unmodified, against expectations kept beside this file.

  run.py [MODULE ...]              run these modules (default: all of modules.txt) and compare; exit 1 on a difference
  run.py --update [MODULE ...]     write what happened into the expectations (reasons already given are kept)
  run.py --report FILE             run, and write a page with the counts

A module is named as in modules.txt: `test_static.test_array`. The tests come from CinderX's public repository (see fetch) and stay outside
this one. What they import of `cinderx`, `__static__` and `__strict__` is Tuff's; only `cinderx.test_support` is the tests' own.

Behaviour decides whether a test passes. Assertions about instructions are looked at in Tuff's `dis` where Tuff has an instruction of that name
and counted apart: held, differing, or neutral (Tuff has none of that name). The expectations are as in tests/conformance/run.py.
"""
import argparse
import importlib.util
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
spec = importlib.util.spec_from_file_location('conformance', os.path.join(ROOT, 'tests', 'conformance', 'run.py'))
conformance = importlib.util.module_from_spec(spec)
spec.loader.exec_module(conformance)
conformance.HERE = HERE


# The tests of the JIT are about one that is on, and about what is compiled when a call has returned.
JIT = {'test_jit.': ['-X', 'jit=on', '-X', 'cinderx-jit-background-compile=0'], 'test_jit.test_jitlist': ['-X', 'cinderx-jit-all']}


def options_for(name):
    return [option for start, more in JIT.items() if name.startswith(start) for option in more]


class Module(conformance.Module):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.instructions = {}  # id -> [held, differing, neutral]

    def place(self, folder):
        for name in ('test_cinderx', 'support'):
            os.symlink(os.path.join(self.suite, name), os.path.join(folder, name))

    def take(self, word, name, reason):
        if word == 'instructions':
            self.instructions[name] = [int(n) for n in reason.split()]


def counts(module):
    t = conformance.tally(module)
    held, differing, neutral = (sum(row) for row in zip(*module.instructions.values())) if module.instructions else (0, 0, 0)
    whole = sum(1 for name, (word, _) in module.fates.items() if word == 'ok' and not module.instructions.get(name, (0, 0, 0))[1])
    return dict(t, whole=whole, held=held, differing=differing, neutral=neutral)


def report(path, modules, version):
    heads = ('ok', 'fail', 'skip', 'whole', 'held', 'differing', 'neutral')
    lines = ['# CinderX\'s own tests', '', f'{version}; the output of `tests/cinderx/run.py --report`. "Whole" passed with every assertion about',
             'instructions that Tuff has by that name; the last three columns count these assertions.', '',
             '| module | passed | failed | skipped | whole | held | differing | neutral |', '|---|' + '---:|' * 7]
    total = dict.fromkeys(heads, 0)
    for m in modules:
        row = counts(m)
        for h in heads:
            total[h] += row[h]
        lines.append(f'| {m.name} | ' + ' | '.join(str(row[h]) for h in heads) + ' |')
    lines.append('| **all** | ' + ' | '.join(str(total[h]) for h in heads) + ' |')
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')


def main():
    parser = argparse.ArgumentParser(description="CinderX's own tests under Tuff.")
    parser.add_argument('modules', nargs='*')
    parser.add_argument('--update', action='store_true')
    parser.add_argument('--report', metavar='FILE')
    parser.add_argument('--command', default=os.path.join(ROOT, 'tuff'), help='what to run (default: ./tuff)')
    parser.add_argument('--timeout', type=int, default=300, help='seconds for one module')
    parser.add_argument('-j', type=int, default=os.cpu_count(), help='modules at a time')
    parser.add_argument('-v', action='store_true', help='show each failure')
    options = parser.parse_args()

    fetched = subprocess.run([os.path.join(HERE, 'fetch')], capture_output=True, text=True)
    if fetched.returncode:
        print(fetched.stderr.strip() or 'fetch failed')
        print("cinderx: CinderX's tests cannot be had here, so none was run: 0 passed, 0 failed")
        return 0
    suite = fetched.stdout.strip().splitlines()[-1]
    known = conformance.read_names('modules.txt')
    names = [n for n in known if not options.modules or any(n == m or n.startswith(m + '.') or n.endswith('.' + m) for m in options.modules)]
    if not names:
        sys.exit('no such module in modules.txt')
    command = options.command.split()
    version = subprocess.run(command + ['--version'], capture_output=True, text=True).stdout.strip()
    print(f'{version}: {len(names)} modules, {options.j} at a time', flush=True)
    passed = failed = skipped = whole = 0
    sums = [0, 0, 0]
    modules = []
    began = time.monotonic()
    with ThreadPoolExecutor(options.j) as pool:
        for module in pool.map(lambda n: Module(n, command + options_for(n), suite, options.timeout).run(), names):
            modules.append(module)
            row = counts(module)
            print(f'{module.name:44} ok {row["ok"]:4} (whole {row["whole"]:4})  failed {row["fail"]:4}  skipped {row["skip"]:3}  '
                  f'instructions {row["held"]} held, {row["differing"]} differ, {row["neutral"]} neutral  {module.seconds:5.1f} s', flush=True)
            if options.v:
                for name, (word, reason) in module.fates.items():
                    if word == 'fail':
                        print(f'    {name}: {reason}')
            if options.update:
                conformance.update(module)
            found = conformance.compare(module)
            for line in found:
                print('  ' + line, flush=True)
            passed += row['ok']
            skipped += row['skip']
            whole += row['whole']
            failed += len(found)
            sums = [a + row[b] for a, b in zip(sums, ('held', 'differing', 'neutral'))]
    if options.report:
        report(options.report, modules, version)
    bad = sum(counts(m)['fail'] for m in modules)
    print(f'all: {passed} ok ({whole} whole), {bad} failing, {skipped} skipped; instructions: {sums[0]} held, {sums[1]} differ, '
          f'{sums[2]} neutral; {time.monotonic() - began:.0f} s')
    print(f'cinderx: {passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
