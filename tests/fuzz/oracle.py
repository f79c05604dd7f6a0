"""Asks CPython and Tuff's parser about the same source and compares the answers; run with CPython 3.14.

The Java side is ParseServer; TUFF_JAVA is the command that starts it, TUFF_CLASSES the class path of Tuff's modules.
"""

import _tokenize
import ast
import hashlib
import io
import os
import struct
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
MODES = {"exec": b"e", "single": b"s", "eval": b"v", "func_type": b"f", "tokens": b"t"}
TYPE_COMMENTS, INCOMPLETE, DONT_IMPLY_DEDENT, WHOLE_DUMP, DECODE = 1, 2, 4, 8, 16
PY_FLAGS = {TYPE_COMMENTS: 0x1000, INCOMPLETE: 0x4000, DONT_IMPLY_DEDENT: 0x200}


class Server:
    def __init__(self):
        java = os.environ.get("TUFF_JAVA", "java")
        classes = os.environ["TUFF_CLASSES"]
        out = tempfile.mkdtemp()
        subprocess.run([java + "c", "-cp", classes, "-d", out, os.path.join(HERE, "ParseServer.java")], check=True)
        self.process = subprocess.Popen(
            [java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m", "-cp", classes + ":" + out, "ParseServer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, source, mode="exec", flags=0):
        data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        if isinstance(source, bytes):
            flags |= DECODE
        self.process.stdin.write(MODES[mode] + bytes([flags]) + struct.pack(">i", len(data)) + data)
        self.process.stdin.flush()
        (size,) = struct.unpack(">i", self.process.stdout.read(4))
        return self.process.stdout.read(size).decode("utf-8", "surrogatepass")


def escape(s):
    return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def cpython_tokens(text, extra):
    """The tokens of a text as ParseServer writes them."""
    out = ["ok"]
    try:
        for t in _tokenize.TokenizerIter(io.StringIO(text, newline="").readline, extra_tokens=extra):
            out.append("%d %s %d %d %d %d %s" % (t[0], escape(t[1]), *t[2], *t[3], escape(t[4])))
    except SyntaxError as e:
        out.append("error %s: %s %s" % (type(e).__name__, e.msg, e.lineno))
    return "\n".join(out)


def cpython(source, mode="exec", flags=0):
    """The same answer by CPython's parser alone: its compiler is not asked."""
    py_flags = 0x400
    for flag, py_flag in PY_FLAGS.items():
        if flags & flag:
            py_flags |= py_flag
    try:
        tree = compile(source, "f", mode, py_flags)
    except SyntaxError as e:
        text = "None" if e.text is None else e.text.replace("\\", "\\\\").replace("\n", "\\n")
        return "\n".join(
            map(str, ["error", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset])
        ) + "\n" + text
    except MemoryError as e:
        return "error\nMemoryError\n%s\nNone\nNone\nNone\nNone\nNone" % e
    except (ValueError, RecursionError, OverflowError) as e:
        return "skip " + repr(e)
    try:
        dump = ast.dump(tree, include_attributes=True)
    except (ValueError, RecursionError) as e:
        return "skip " + repr(e)
    if flags & WHOLE_DUMP:
        return "ok " + dump
    return "ok " + hashlib.sha1(dump.encode("utf-8", "surrogatepass")).hexdigest()


def first_difference(a, b):
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return "...%s\n...%s" % (a[max(0, i - 150) : i + 150], b[max(0, i - 150) : i + 150])
