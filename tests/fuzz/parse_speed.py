"""The counterpart of ParseSpeed for CPython: ast.parse over the same files."""

import ast
import os
import sys
import time

sources = []
for root, dirs, names in os.walk(sys.argv[1]):
    dirs[:] = sorted(d for d in dirs if d not in ("test", "__pycache__", "site-packages"))
    for name in sorted(names):
        path = os.path.join(root, name)
        if name.endswith(".py") and os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                sources.append(f.read())
lines = sum(len(s.splitlines()) for s in sources)
for _ in range(int(sys.argv[2])):
    start = time.perf_counter()
    for source in sources:
        ast.parse(source)
    seconds = time.perf_counter() - start
    print("%d files, %d lines, %.3f s, %.0f lines/s" % (len(sources), lines, seconds, lines / seconds))
