"""Fills in what CPython says in the example files of the parser's tests (syntax/src/test/resources/dev/tuff/syntax/*.txt).

An example is "=== MODE FLAGS", the source, "---" and the answer as oracle.cpython gives it. Answers are written anew; the sources stay.
"""

import sys

import oracle


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as f:
            parts = f.read().split("\n=== ")
        out = [parts[0]]
        for part in parts[1:]:
            header, rest = part.split("\n", 1)
            source = rest.split("\n---\n")[0]
            words = header.split()
            text = source.encode().decode("unicode_escape").encode("latin-1").decode("utf-8") if "escaped" in words else source
            flags = int(words[1]) | oracle.WHOLE_DUMP
            answer = oracle.cpython(text, words[0], flags)
            out.append("%s\n%s\n---\n%s" % (header, source, answer))
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n=== ".join(out) + "\n")


main()
