"""Compares the tokens of whole files and of the strings in them between CPython and Tuff (arguments: files or directories)."""

import sys

import library
import oracle
import snippets


def main():
    server = oracle.Server()
    total = different = shown = 0
    for path in library.files(sys.argv[1:]):
        with open(path, "rb") as f:
            data = f.read()
        try:
            texts = [data.decode("utf-8")]
        except UnicodeDecodeError:
            continue
        try:
            texts += snippets.snippets(path)
        except SyntaxError:
            pass
        for text in texts:
            for extra in (False, True):
                try:
                    expected = oracle.cpython_tokens(text, extra)
                    actual = server.ask(text, "tokens", int(extra))
                except (UnicodeEncodeError, ValueError):
                    continue
                total += 1
                if expected != actual:
                    different += 1
                    if shown < 12:
                        shown += 1
                        a, b = expected.split("\n"), actual.split("\n")
                        i = 0
                        while i < min(len(a), len(b)) and a[i] == b[i]:
                            i += 1
                        print(path, repr(text[:100]), "extra" if extra else "")
                        print("  CPython:", a[i : i + 2])
                        print("  Tuff:   ", b[i : i + 2])
    print(total, "texts,", different, "different")
    sys.exit(different > 0)


main()
