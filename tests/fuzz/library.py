"""Compares the trees of whole files (arguments: files or directories) between CPython and Tuff's parser."""

import os
import sys

import oracle


def files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for root, dirs, names in os.walk(path):
            dirs[:] = sorted(d for d in dirs if d != "__pycache__")
            for name in sorted(names):
                if name.endswith(".py") and os.path.exists(os.path.join(root, name)):
                    yield os.path.join(root, name)


def main():
    server = oracle.Server()
    total = different = 0
    for path in files(sys.argv[1:]):
        with open(path, "rb") as f:
            source = f.read()
        expected = oracle.cpython(source)
        if expected.startswith("skip"):
            continue
        actual = server.ask(source)
        total += 1
        if expected != actual:
            different += 1
            if expected.startswith("ok") and actual.startswith("ok"):
                flags = oracle.WHOLE_DUMP
                print(path, "\n" + oracle.first_difference(oracle.cpython(source, flags=flags), server.ask(source, flags=flags)))
            else:
                print(path, "\nCPython:", expected, "\nTuff:", actual[:1000])
    print(total, "files,", different, "different")
    sys.exit(different > 0)


if __name__ == "__main__":
    main()
