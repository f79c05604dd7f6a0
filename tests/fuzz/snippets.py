"""Compares what CPython and Tuff say of every string in some Python files, and of the examples in their docstrings.

Strings in tests of a parser are programs, many of them wrong; all other strings are wrong programs, too.
"""

import ast
import collections
import doctest
import sys
import textwrap

import oracle


def snippets(path):
    with open(path, "rb") as f:
        tree = ast.parse(f.read())
    seen = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = [node.value, textwrap.dedent(node.value)]
            if ">>> " in node.value:
                try:
                    found += [e.source for e in doctest.DocTestParser().get_examples(node.value)]
                except ValueError:
                    pass
            for text in found:
                if text not in seen and len(text) < 20000:
                    seen.add(text)
                    yield text


def main():
    modes = ["exec"]
    paths = []
    flags = 0
    for arg in sys.argv[1:]:
        if arg.startswith("--modes="):
            modes = arg[8:].split(",")
        elif arg.startswith("--flags="):
            flags = int(arg[8:])
        else:
            paths.append(arg)
    server = oracle.Server()
    total = 0
    kinds = collections.defaultdict(list)
    for path in paths:
        for text in snippets(path):
            for mode in modes:
                try:
                    expected = oracle.cpython(text, mode, flags)
                except UnicodeEncodeError:
                    continue
                if expected.startswith("skip") or "future feature" in expected or "not a chance" in expected:
                    continue
                total += 1
                actual = server.ask(text, mode, flags)
                if actual != expected:
                    a, b = expected.split("\n"), actual.split("\n")
                    if a[0] == b[0] == "error":
                        key = "place: " + a[2] if a[:3] == b[:3] else "text: %s | %s" % (a[2], b[2])
                    else:
                        key = a[0] + " " + " ".join(b[:3])
                    kinds[key].append((mode, text, expected, actual))
    for key, cases in sorted(kinds.items(), key=lambda kv: -len(kv[1])):
        print(len(cases), key)
        for mode, text, expected, actual in sorted(cases, key=lambda c: len(c[1]))[:2]:
            print("   ", mode, repr(text)[:300])
            print("    CPython:", repr(expected)[:400])
            print("    Tuff:   ", repr(actual)[:400])
    print(total, "snippets,", sum(map(len, kinds.values())), "different")
    sys.exit(bool(kinds))


if __name__ == "__main__":
    main()
