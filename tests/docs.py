#!/usr/bin/env python3
"""Runs the examples of documentation pages, so that what they show is what happens.

  docs.py check COMMAND...      all pages below under that interpreter, `docs.py check ./tuff`; shows each difference, exits 1 on one
  docs.py write COMMAND...      rewrites the outputs that the pages show (review the diff)

A page's examples run one after the other in a folder of their own. Of its fenced blocks

  python            is a program, which is run
  python NAME.py    is written under that name, for later examples; run only if an output follows
  text              right behind a program is what it prints, and if an exception ends it the last line of that too
  console           has lines `$ tuff ARGUMENTS` and what each prints; a line `…` there stands for any number of lines

and all others are only to be read. The last line is `N passed, N failed`.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGES = ('docs/static-python.md', 'docs/moving-to-static-python.md')
FENCE = re.compile(r'^```(.*?)\n(.*?)^```$', re.M | re.S)


def run(command, arguments, folder):
    done = subprocess.run([*command, *arguments], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, timeout=180)
    return done.returncode, done.stdout, done.stderr


def program(command, name, folder):
    code, out, errors = run(command, [name], folder)
    last = errors.strip().splitlines()[-1:]
    return code, out + ''.join(line + '\n' for line in last if code)


def console(command, text, folder):
    """The block again, with what its commands print now."""
    lines = []
    for line in text.splitlines():
        if line.startswith('$ tuff '):
            code, out, errors = run(command, shlex.split(line[7:]), folder)
            lines += [line, *(out + errors).splitlines()]
        elif line.startswith('$ '):
            raise SystemExit(f'docs.py: only tuff can be run: {line}')
    return '\n'.join(lines) + '\n'


def fits(shown, printed):
    """Whether a block shows what was printed, as far as it shows it."""
    parts = [re.escape(part) for part in shown.split('…\n')]
    return re.fullmatch('(?:.*\n)*?'.join(parts), printed) is not None


class Page:
    def __init__(self, path, command):
        self.path, self.command = path, command
        self.passed = self.failed = 0
        with open(os.path.join(ROOT, path), encoding='utf-8') as f:
            self.text = f.read()
        self.outputs = []  # begin, end, what was printed there

    def differs(self, at, wanted, got):
        line = self.text.count('\n', 0, at) + 1
        if fits(wanted, got):
            self.passed += 1
            return
        self.failed += 1
        print(f'{self.path}:{line}')
        for d in difflib.unified_diff(wanted.splitlines(), got.splitlines(), 'shown', 'printed', lineterm='', n=1):
            print('    ' + d)

    def check(self):
        blocks = list(FENCE.finditer(self.text))
        with tempfile.TemporaryDirectory() as folder:
            for i, block in enumerate(blocks):
                kind, _, name = block[1].strip().partition(' ')
                if kind == 'console':
                    got = console(self.command, block[2], folder)
                    if not fits(block[2], got):
                        self.outputs.append((*block.span(2), got))
                    self.differs(block.start(), block[2], got)
                elif kind == 'python':
                    follows = i + 1 < len(blocks) and blocks[i + 1][1] == 'text' and not self.text[block.end():blocks[i + 1].start()].strip()
                    self.python(block, name, blocks[i + 1] if follows else None, folder)

    def python(self, block, name, output, folder):
        with open(os.path.join(folder, name or 'example.py'), 'w', encoding='utf-8') as f:
            f.write(block[2])
        if name and not output:
            return
        code, got = program(self.command, name or 'example.py', folder)
        if output:
            self.outputs.append((*output.span(2), got))
            self.differs(block.start(), output[2], got)
        else:
            self.differs(block.start(), '', got if code else '')

    def write(self):
        for begin, end, got in reversed(self.outputs):
            self.text = self.text[:begin] + got + self.text[end:]
        with open(os.path.join(ROOT, self.path), 'w', encoding='utf-8') as f:
            f.write(self.text)


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ('check', 'write'):
        sys.exit(__doc__)
    command = sys.argv[2:]
    if os.path.exists(command[0]):
        command[0] = os.path.abspath(command[0])
    passed = failed = 0
    for path in PAGES:
        page = Page(path, command)
        page.check()
        passed, failed = passed + page.passed, failed + page.failed
        if sys.argv[1] == 'write':
            page.write()
    print(f'{passed} passed, {failed} failed')
    sys.exit(1 if failed and sys.argv[1] == 'check' else 0)


if __name__ == '__main__':
    main()
