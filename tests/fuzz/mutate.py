"""Mutates library files and compares what CPython and Tuff's parser say: accepted or not, the tree, the error and its place.

usage: mutate.py SECONDS SEED FILE_OR_DIRECTORY...
A mutation deletes, doubles, swaps, replaces or inserts tokens, characters or lines in a few statements of a file, or in a string of it:
the strings of a parser's tests are programs.
"""

import ast
import collections
import io
import os
import random
import re
import sys
import time

import oracle
import snippets

PIECE = re.compile(r"\s+|\w+|\"\"\"|'''|[^\w\s]")
WORDS = (
    "if else elif for while in is not and or lambda def class return yield await async with as try except finally raise from import "
    "global nonlocal del pass break continue assert match case type None True False _ print exec x y self 1 0 0x1 1j 1.5 1_0 09 'a' \"b\" "
    "b'c' f'{x}' f\"{x!r:>{y}}\" t'{x}' r'\\d' '\\q' ( ) [ ] { } , : ; . ... = == != <> := + - * ** / // % @ & | ^ ~ << >> < > <= >= += "
    "-= -> ! $ ? ` \\ # \n \n\n \t '\\\n' \u00a0 \u2019 \u00e9 \U0001d518 \x0c '''"
).split(" ")


def chunks(source):
    """Pieces of the file that are parsed alone: a few statements each, so that one error does not hide the next."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return
    lines = source.splitlines(keepends=True)
    for first, last in zip(tree.body, tree.body[4:]):
        if last.end_lineno - first.lineno < 60:
            yield "".join(lines[first.lineno - 1 : last.end_lineno])
    todo = [(tree.body, 0)]
    while todo:
        body, depth = todo.pop()
        for node in body:
            start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
            text = "".join(lines[start - 1 : node.end_lineno])
            if node.end_lineno - start < 25:
                indent = len(text) - len(text.lstrip(" "))
                if depth and indent:
                    text = "if x:\n" + text
                yield text
            elif hasattr(node, "body") and isinstance(node.body, list):
                todo.append((node.body, depth + 1))


def mutate(text, rng):
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        kind = rng.randrange(9)
        if kind < 6:
            pieces = PIECE.findall(text)
            if not pieces:
                return text
            i = rng.randrange(len(pieces))
            if kind == 0:
                del pieces[i]
            elif kind == 1:
                pieces.insert(i, pieces[i])
            elif kind == 2:
                j = rng.randrange(len(pieces))
                pieces[i], pieces[j] = pieces[j], pieces[i]
            elif kind == 3:
                pieces[i] = rng.choice(WORDS)
            elif kind == 4:
                pieces.insert(i, rng.choice(WORDS) + " ")
            else:
                j = min(len(pieces), i + rng.randrange(1, 6))
                del pieces[i:j]
            text = "".join(pieces)
        elif kind == 6:
            i = rng.randrange(len(text) + 1)
            text = text[:i] + text[i + 1 :]
        else:
            lines = text.splitlines(keepends=True)
            if not lines:
                return text
            i = rng.randrange(len(lines))
            if kind == 7:
                lines.insert(i, lines.pop(rng.randrange(len(lines))))
            else:
                lines[i] = rng.choice((" ", "", "\t", "  ")) + lines[i].lstrip(" ")
            text = "".join(lines)
    return text


def files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for root, dirs, names in os.walk(path):
            dirs[:] = sorted(d for d in dirs if d != "__pycache__")
            for name in sorted(names):
                if name.endswith(".py") and os.path.exists(os.path.join(root, name)):
                    yield os.path.join(root, name)


def way(rng):
    """A mode and flags: mostly plain modules."""
    n = rng.randrange(20)
    if n < 13:
        return "exec", 0
    if n < 15:
        return "exec", rng.choice((oracle.TYPE_COMMENTS, oracle.INCOMPLETE))
    if n < 19:
        return "single", rng.choice((0, oracle.INCOMPLETE | oracle.DONT_IMPLY_DEDENT))
    return rng.choice(("eval", "func_type")), 0


def main():
    deadline = time.time() + float(sys.argv[1])
    rng = random.Random(int(sys.argv[2]))
    paths = list(files(sys.argv[3:]))
    server = oracle.Server()
    total = 0
    kinds = collections.defaultdict(list)
    while time.time() < deadline:
        path = rng.choice(paths)
        try:
            with io.open(path, encoding="utf-8") as f:
                texts = list(chunks(f.read()))
            if rng.random() < 0.5:
                texts = [s for s in snippets.snippets(path) if len(s) < 400]
        except (UnicodeDecodeError, ValueError, SyntaxError):
            continue
        for text in rng.sample(texts, min(len(texts), 30)):
            for _ in range(6):
                source = mutate(text, rng)
                mode, flags = way(rng)
                try:
                    expected = oracle.cpython(source, mode, flags)
                except UnicodeEncodeError:
                    continue
                if expected.startswith("skip") or "future feature" in expected or "not a chance" in expected:
                    continue
                total += 1
                actual = server.ask(source, mode, flags)
                if actual != expected:
                    a, b = expected.split("\n"), actual.split("\n")
                    if a[0] == b[0] == "error":
                        key = "place: " + a[2] if a[:3] == b[:3] else "text: %s | %s" % (a[2], b[2])
                    else:
                        key = a[0][:3] + " | " + " ".join(b[:3])[:80]
                    kinds[key].append((source, expected, actual, mode, flags))
    for key, cases in sorted(kinds.items(), key=lambda kv: -len(kv[1])):
        print(len(cases), key)
        for source, expected, actual, mode, flags in sorted(cases, key=lambda c: len(c[0]))[:2]:
            print("   ", mode, flags, repr(source)[:500])
            print("    CPython:", repr(expected)[:400])
            print("    Tuff:   ", repr(actual)[:400])
    print(total, "sources,", sum(map(len, kinds.values())), "different")
    sys.exit(bool(kinds))


if __name__ == "__main__":
    main()
