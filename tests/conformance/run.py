#!/usr/bin/env python3
"""CPython 3.14's own test modules under Tuff, against expectations kept beside this file.

  run.py [MODULE ...]              run these modules (default: all of modules.txt) and compare; exit 1 on a difference
  run.py --update [MODULE ...]     write what happened into the expectations (reasons already given are kept)
  run.py --report                  run, and write docs/conformance.md
  run.py --ci                      the modules marked in ci.txt only
  run.py --count COMMAND           counts.json anew from CPython 3.14 itself, run the same way

expectations/MODULE.txt has a line for each test that does not pass, `WORD ID: reason`, with WORD one of
  fail    fails under Tuff; passing it is an error too, so that the list shrinks with the work
  flaky   may pass or fail
  omit    is not run: it would hang or take the machine down, or tests what only CPython's own implementation has
An ID may end in `*`. Tests that a module itself skips need no line.
"""
import argparse
import fnmatch
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RESTARTS = 12


def expectations(module):
    """Three lists of (pattern, reason) by word."""
    words = {'fail': {}, 'flaky': {}, 'omit': {}}
    path = os.path.join(HERE, 'expectations', module + '.txt')
    if os.path.exists(path):
        with open(path, encoding='utf-8') as f:
            for number, line in enumerate(f, 1):
                if line.strip() and not line.startswith('#'):
                    m = re.match(r'(fail|flaky|omit) (.+?): (.+)', line)
                    if not m:
                        sys.exit(f'{path}:{number}: not `fail|flaky|omit ID: reason`')
                    words[m[1]][m[2]] = m[3].strip()
    return words


def listed(patterns, name):
    if name in patterns:
        return name
    return next((p for p in patterns if '*' in p and fnmatch.fnmatchcase(name, p)), None)


class Module:
    """One module's run: the driver is started again after a test that hung or killed it, less what is already done."""

    def __init__(self, name, command, suite, timeout):
        self.name, self.command, self.suite, self.timeout = name, command, suite, timeout
        self.fates = {}  # id -> (word, reason)
        self.seconds = 0.0

    def run(self):
        began = time.monotonic()
        expected = expectations(self.name)
        omitted = sorted(expected['omit'])
        if f'test.{self.name}' in omitted:
            return self
        done = set()
        for _ in range(RESTARTS):
            how, hung = self.once(omitted + sorted(done))
            done |= set(self.fates)
            if how == 'end':
                break
            if hung is None:
                self.fates.setdefault('test.' + self.name, ('fail', how))
                break
            self.fates[hung] = ('fail', how)
            done.add(hung)
            if how.startswith('no end') and time.monotonic() - began > self.timeout:
                self.fates['test.' + self.name] = ('fail', 'the module takes too long')
                break
        self.seconds = time.monotonic() - began
        return self

    def place(self, folder):
        """Puts into a folder of sys.path what the tests are imported from."""
        os.symlink(os.path.join(self.suite, 'test'), os.path.join(folder, 'test'))

    def take(self, word, name, reason):
        """A line of the driver's that is none of start, end, ok, fail, skip."""

    def once(self, skip):
        with tempfile.TemporaryDirectory(prefix='tuff-conformance') as folder:
            self.place(folder)
            results = os.path.join(folder, 'results')
            environment = dict(os.environ, PYTHONPATH=folder, PYTHONDONTWRITEBYTECODE='1', LC_ALL='C.UTF-8')
            work = os.path.join(folder, 'work')
            os.mkdir(work)
            with open(os.path.join(folder, 'output'), 'wb') as output:
                process = subprocess.Popen(self.command + [os.path.join(HERE, 'driver.py'), self.name, results] + skip, cwd=work,
                                           env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                           start_new_session=True)
                try:
                    code = process.wait(self.timeout)
                    how = f'the interpreter ended with exit code {code}'
                except subprocess.TimeoutExpired:
                    how = f'no end within {self.timeout} s'
                finally:
                    try:  # the tests may have left children
                        os.killpg(process.pid, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
                    process.wait()
            running = None
            ended = False
            if os.path.exists(results):
                with open(results, encoding='utf-8', errors='replace') as f:
                    for line in f:
                        word, _, rest = line.rstrip('\n').partition(' ')
                        name, _, reason = rest.partition('\t')
                        if word == 'start':
                            running = name
                        elif word == 'end':
                            ended = True
                        elif word in ('ok', 'fail', 'skip'):
                            if word != 'ok' or self.fates.get(name, ('ok',))[0] == 'ok':
                                self.fates[name] = (word, reason)
                            running = None
                        else:
                            self.take(word, name, reason)
            return ('end', None) if ended else (how, running)


def compare(module):
    """Lines that say what differs from the expectations."""
    expected = expectations(module.name)
    differences = []
    used = set()
    for name, (word, reason) in sorted(module.fates.items()):
        if listed(expected['flaky'], name) or listed(expected['omit'], name):
            continue
        pattern = listed(expected['fail'], name)
        if word == 'fail' and not pattern:
            differences.append(f'REGRESSION {name}: {reason}')
        elif word == 'ok' and pattern and '*' not in pattern:
            differences.append(f'UNEXPECTED PASS {name}')
        if pattern:
            used.add(pattern)
    for pattern in expected['fail']:
        if pattern not in used:
            differences.append(f'NO SUCH TEST {pattern}')
    return differences


def update(module):
    expected = expectations(module.name)
    lines = []
    for word in ('omit', 'flaky'):
        lines += [f'{word} {name}: {reason}' for name, reason in sorted(expected[word].items())]
    patterns = {p: r for p, r in expected['fail'].items() if '*' in p}
    lines += [f'fail {p}: {r}' for p, r in sorted(patterns.items())]
    for name, (word, reason) in sorted(module.fates.items()):
        if word == 'fail' and not any(listed(expected[w], name) for w in ('omit', 'flaky')) and not listed(patterns, name):
            reason = expected['fail'].get(name) or reason or 'no message'
            reason = reason.replace(ROOT, '.').replace(os.path.expanduser('~'), '~')
            reason = re.sub(r'/tmp/tuff-conformance\w+', '…', re.sub(r'0x[0-9a-f]{6,}', '0x…', reason))
            lines.append(f'fail {name}: {reason}')
    path = os.path.join(HERE, 'expectations', module.name + '.txt')
    if lines:
        with open(path, 'w', encoding='utf-8') as f:
            f.write('\n'.join(lines) + '\n')
    elif os.path.exists(path):
        os.remove(path)


def tally(module):
    words = [word for word, _ in module.fates.values()]
    return {word: words.count(word) for word in ('ok', 'fail', 'skip')}


# What only CPython's own implementation has. The tests say so themselves, in the reasons for which they skip under anything else.
ONLY_CPYTHON = (
    ('specific to cpython', "the test says that it is of CPython's implementation"),
    ('_testcapi', "needs `_testcapi`, CPython's C API"),
    ('_testinternalcapi', "needs `_testinternalcapi`, CPython's inner C API"),
    ('_testlimitedcapi', "needs `_testlimitedcapi`, CPython's C API"),
    ('_testsinglephase', "needs `_testsinglephase`, a C extension"),
    ('_testclinic', "needs `_testclinic`, a C extension"),
    ('C API', "needs CPython's C API"),
    ('refcount', 'needs reference counts'),
)


def only_cpython(word, reason):
    return next((text for mark, text in ONLY_CPYTHON if word == 'skip' and mark in reason), None)


def report(modules, version, seconds):
    rows, excluded, left_out = [], [], []
    total = want = outside = 0
    for module in modules:
        t = tally(module)
        base = COUNTS.get(module.name, {}).get('ok', 0) or t['ok'] + t['fail']
        reasons = {}
        for name, (word, reason) in sorted(module.fates.items()):
            why = only_cpython(word, reason)
            if why:
                reasons.setdefault(why, []).append(name)
        only = min(sum(map(len, reasons.values())), max(0, base - t['ok']))
        good = min(t['ok'], base)
        total += good
        want += base
        outside += only
        rows.append(f'| {module.name} | {t["ok"]} | {t["fail"]} | {t["skip"]} | {base} | {100 * good / max(1, base):.1f} % '
                    f'| {only or ""} | {100 * good / max(1, base - only):.1f} % |')
        for why, names in reasons.items():
            short = ', '.join('.'.join(name.split('.')[2:]) for name in names)
            excluded.append(f'* **{module.name}**, {why}: {short}')
        for pattern, reason in sorted(expectations(module.name)['omit'].items()):
            left_out.append(f'| `{pattern}` | {reason} |')
    text = f'''# Conformance

CPython 3.14's own test package, run by `tests/conformance/run.py --report`; this page is that command's output, not edited by hand.
{version}: **{total:,} of {want:,} test methods that CPython 3.14 passes when run the same way, {100 * total / max(1, want):.1f} %**
({len(modules)} modules in {seconds / 60:.0f} minutes). {outside} of the rest are of what only CPython has and are named below; without them it
is {100 * total / max(1, want - outside):.1f} %. Each test that fails stands in `tests/conformance/expectations/` with its reason.

| module | passed | failed | skipped | CPython passes | share | only CPython's | share of the others |
|---|---:|---:|---:|---:|---:|---:|---:|
''' + '\n'.join(rows) + '\n'
    if excluded:
        text += "\n## Only CPython's\n\n" + '\n'.join(excluded) + '\n'
    if left_out:
        text += '\n## Not run\n\n| test | why |\n|---|---|\n' + '\n'.join(left_out) + '\n'
    os.makedirs(os.path.join(ROOT, 'docs'), exist_ok=True)
    with open(os.path.join(ROOT, 'docs', 'conformance.md'), 'w', encoding='utf-8') as f:
        f.write(text)


def read_names(path):
    with open(os.path.join(HERE, path), encoding='utf-8') as f:
        return [line.split('#')[0].strip() for line in f if line.split('#')[0].strip()]


def main():
    global COUNTS
    parser = argparse.ArgumentParser(description="CPython's own tests under Tuff.")
    parser.add_argument('modules', nargs='*')
    parser.add_argument('--update', action='store_true')
    parser.add_argument('--report', action='store_true')
    parser.add_argument('--ci', action='store_true')
    parser.add_argument('--count', metavar='COMMAND')
    parser.add_argument('--command', default=os.path.join(ROOT, 'tuff'), help='what to run (default: ./tuff)')
    parser.add_argument('--timeout', type=int, default=300, help='seconds for one module')
    parser.add_argument('-j', type=int, default=os.cpu_count(), help='modules at a time')
    parser.add_argument('-v', action='store_true', help='show each failure')
    options = parser.parse_args()

    counts_path = os.path.join(HERE, 'counts.json')
    COUNTS = json.load(open(counts_path)) if os.path.exists(counts_path) else {}
    suite = subprocess.check_output([os.path.join(HERE, 'fetch')], text=True).strip().splitlines()[-1]
    names = options.modules or read_names('ci.txt' if options.ci else 'modules.txt')
    command = (options.count or options.command).split()
    version = subprocess.run(command + ['--version'], capture_output=True, text=True).stdout.strip()
    print(f'{version}: {len(names)} modules, {options.j} at a time', flush=True)
    # the slow ones first, so that none is left alone at the end
    order = sorted(names, key=lambda n: -COUNTS.get(n, {}).get('seconds', 0))
    began = time.monotonic()
    passed = failed = skipped = 0
    differences = []
    modules = {}
    with ThreadPoolExecutor(options.j) as pool:
        for module in pool.map(lambda n: Module(n, command, suite, options.timeout).run(), order):
            modules[module.name] = module
            t = tally(module)
            print(f'{module.name:32} ok {t["ok"]:5}  failed {t["fail"]:5}  skipped {t["skip"]:4}  {module.seconds:6.1f} s', flush=True)
            if options.v:
                for name, (word, reason) in module.fates.items():
                    if word == 'fail':
                        print(f'    {name}: {reason}')
            if options.count:
                continue
            if options.update:
                update(module)
            found = compare(module)
            differences += found
            for line in found:
                print('  ' + line, flush=True)
            passed += t['ok']
            skipped += t['skip']
            failed += len(found)
    seconds = time.monotonic() - began
    ordered = [modules[n] for n in names]
    if options.count:
        for module in ordered:
            t = tally(module)
            COUNTS[module.name] = {'ok': t['ok'], 'seconds': round(module.seconds, 1)}
        with open(counts_path, 'w', encoding='utf-8') as f:
            json.dump(COUNTS, f, indent=0, sort_keys=True)
            f.write('\n')
        return
    if options.report:
        report(ordered, version, seconds)
    print(f'conformance: {passed} passed, {failed} failed, {skipped} skipped')
    sys.exit(1 if differences else 0)


if __name__ == '__main__':
    main()
