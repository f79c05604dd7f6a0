#!/usr/bin/env python3
"""Behaviour programs against an interpreter: what they print is what their `# expect:` lines say.

  expect.py check COMMAND...      runs every program under the command, shows each difference, exits 1 on one; programs listed in
                                  known-failures.txt (NAME: reason) may fail
  expect.py write [FILE...]       run under CPython 3.14: rewrites the expectations of the programs (review the diff)

In a program, `# expect: TEXT` is one line of standard output, in order; `# raises: TEXT` is the last line of standard error of a program
that ends with an uncaught exception. `write` puts what a top-level statement prints right behind that statement. A program with the line
`# only: tuff` is about what CPython does not have: its expectations come from the rules, and `write` under CPython leaves it alone.
"""
import ast
import contextlib
import glob
import io
import linecache
import os
import subprocess
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest

HERE = os.path.dirname(os.path.abspath(__file__))


def programs():
    return sorted(glob.glob(os.path.join(HERE, 'programs', '*.py')))


def wanted(path):
    output, raises = [], None
    with open(path, encoding='utf-8') as f:
        for line in f:
            if line.startswith('# expect:'):
                output.append(line[9:].removeprefix(' ').rstrip('\n'))
            elif line.startswith('# raises:'):
                raises = line[9:].strip()
    return output, raises


def known_failures():
    path = os.path.join(HERE, 'known-failures.txt')
    if not os.path.exists(path):
        return {}
    with open(path, encoding='utf-8') as f:
        return dict(line.rstrip().split(': ', 1) for line in f if line.strip() and not line.startswith('#'))


def check(command):
    def run(path):
        environment = dict(os.environ, PYTHONIOENCODING='utf-8', PYTHONDONTWRITEBYTECODE='1')
        try:
            done = subprocess.run(command + [path], capture_output=True, encoding='utf-8', errors='replace', timeout=120,
                                  stdin=subprocess.DEVNULL, env=environment)
        except subprocess.TimeoutExpired:
            return [f'{os.path.basename(path)}: no end within 120 s']
        output, raises = wanted(path)
        problems = []
        got = done.stdout.split('\n')[:-1]
        for number, (want, have) in enumerate(zip_longest(output, got)):
            if want is None or have is None or want.rstrip() != have.rstrip():  # an editor may drop blanks at a line's end
                problems.append(f'{os.path.basename(path)}: line {number + 1} of the output: expected {want!r}, got {have!r}')
                break
        last = (done.stderr.strip().splitlines() or [None])[-1]
        if raises != (last if done.returncode else None):
            problems.append(f'{os.path.basename(path)}: expected to raise {raises!r}, got exit {done.returncode}, {last!r}')
        return problems

    paths = programs()
    known = known_failures()
    passed = failed = skipped = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, problems in zip(paths, pool.map(run, paths)):
            name = os.path.basename(path)
            if not problems:
                passed += 1
                if name in known:
                    print(f'{name}: passes, take it out of known-failures.txt')
            elif name in known:
                skipped += 1
            else:
                failed += 1
                for problem in problems:
                    print(problem)
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed else 0


def write(path):
    # what is printed may hold line numbers, and the comments move lines: again until nothing changes
    for _ in range(5):
        with open(path, encoding='utf-8') as f:
            source = f.read()
        if '\n# only: tuff\n' in source and sys.implementation.name == 'cpython':
            return
        save(path, with_expectations(path, source))
        with open(path, encoding='utf-8') as f:
            if f.read() == source:
                return
    raise SystemExit(f'{path}: what it prints does not settle')


def with_expectations(path, source):
    """The lines of the program, with the expectations of this run."""
    tree = ast.parse(source, path)
    module = type(sys)('__main__')
    module.__file__ = path
    sys.modules['__main__'] = module
    linecache.clearcache()
    behind = {}
    for statement in tree.body:
        output = io.StringIO()
        raised = None
        future = [s for s in tree.body if isinstance(s, ast.ImportFrom) and s.module == '__future__' and s is not statement]
        code = compile(ast.Module(future + [statement], []), path, 'exec', dont_inherit=True)
        with contextlib.redirect_stdout(output):
            try:
                exec(code, module.__dict__)
            except SystemExit:
                break
            except BaseException as error:
                raised = traceback.format_exception_only(error)[-1].strip().splitlines()[-1]
        text = output.getvalue()
        if text and not text.endswith('\n'):
            raise SystemExit(f'{path}:{statement.lineno}: a top-level statement ends in the middle of an output line')
        comments = [('# expect: ' + line).rstrip() for line in text.split('\n')[:-1]]
        if raised:
            comments.append('# raises: ' + raised)
        behind[statement.end_lineno] = comments
        if raised:
            break
    result = []
    for number, line in enumerate(source.split('\n'), 1):
        if not line.startswith(('# expect:', '# raises:')):
            result.append(line)
        result.extend(behind.get(number, []))
    return result


def save(path, lines):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines).rstrip('\n') + '\n')


def main():
    if len(sys.argv) > 2 and sys.argv[1] == 'check':
        sys.exit(check(sys.argv[2:]))
    elif len(sys.argv) > 1 and sys.argv[1] == 'write':
        for path in sys.argv[2:] or programs():
            write(os.path.abspath(path))
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main()
