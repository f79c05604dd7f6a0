"""Compares what CPython and Tuff compile files to: instructions, positions, exception tables, constants, names; or symbol tables.

  codes.py [-O LEVEL] [--symbols] FILE_OR_DIRECTORY ...

Run with CPython 3.14. TUFF_JAVA is the command that starts Java, TUFF_CLASSES the class path of Tuff's modules. Reports the share of
functions that are the same, and the first difference in each file. What differs by design is made equal before: caches and extended
arguments are left out, jumps are indices of instructions, borrowed loads are plain ones.
"""

import argparse
import dis
import opcode
import os
import struct
import subprocess
import sys
import tempfile
import warnings

import _symtable

HERE = os.path.dirname(os.path.abspath(__file__))
SYMBOLS = 9
PLAIN = {"LOAD_FAST_BORROW": "LOAD_FAST", "LOAD_FAST_BORROW_LOAD_FAST_BORROW": "LOAD_FAST_LOAD_FAST"}
BACKWARD = {"JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "END_ASYNC_FOR"}
TYPES = {value: name[5:] for name, value in vars(_symtable).items() if name.startswith("TYPE_")}


class Server:
    def __init__(self):
        java = os.environ.get("TUFF_JAVA", "java")
        classes = os.environ["TUFF_CLASSES"]
        out = tempfile.mkdtemp()
        subprocess.run([java + "c", "-cp", classes, "-d", out, os.path.join(HERE, "CodeServer.java")], check=True)
        self.process = subprocess.Popen(
            [java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss64m", "-cp", classes + ":" + out, "CodeServer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, source, level):
        self.process.stdin.write(bytes([level]) + struct.pack(">i", len(source)) + source)
        self.process.stdin.flush()
        (size,) = struct.unpack(">i", self.process.stdout.read(4))
        return self.process.stdout.read(size).decode("utf-16-be", "surrogatepass")


def instructions(code):
    """(offset, offset of the next, name, argument), and the index of each offset."""
    found, index, data, at, extended = [], {}, code.co_code, 0, 0
    while at < len(data):
        name, arg = opcode.opname[data[at]], data[at + 1] | extended << 8
        index[at] = len(found)
        if name == "EXTENDED_ARG":
            extended = arg
            at += 2
            continue
        extended = 0
        after = at + 2 + 2 * opcode._inline_cache_entries.get(name, 0)
        found.append((at, after, name, arg))
        at = after
    index[len(data)] = len(found)
    return found, index


def constant(value):
    if hasattr(value, "co_code"):
        return "<code %s>" % value.co_name
    if isinstance(value, frozenset):
        return "<frozenset %d>" % len(value)
    return repr(value)


def dump(code, out):
    out.append("code %s line %d" % (code.co_qualname, code.co_firstlineno))
    out.append("  %s flags %d args %d %d %d stack %d" % (
        code.co_name, code.co_flags, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_stacksize))
    varnames = ["format" if name == ".format" else name for name in code.co_varnames]
    out.append("  names " + "|".join(map(",".join, (code.co_names, varnames, code.co_cellvars, code.co_freevars))))
    out.extend("  const " + constant(value) for value in code.co_consts)
    found, index = instructions(code)
    positions = list(code.co_positions())
    for i, (at, after, name, arg) in enumerate(found):
        op = opcode.opmap[name]
        if op in opcode.hasjrel:
            arg = index[after - 2 * arg if name in BACKWARD else after + 2 * arg]
        shown = arg if op in opcode.hasarg else "-"
        place = " ".join(str(-1 if n is None else n) for n in positions[at // 2])
        out.append("  %d %s %s  %s" % (i, PLAIN.get(name, name), shown, place))
    for entry in dis._parse_exception_table(code):
        out.append("  try %d %d %d %d %d" % (index[entry.start], index[entry.end], index[entry.target], entry.depth, entry.lasti))
    for value in code.co_consts:
        if hasattr(value, "co_code"):
            dump(value, out)


def dump_scope(scope, out):
    symbols = ", ".join("%s=%d" % item for item in sorted(scope.symbols.items()))
    out.append("scope %s %s %d %d %s {%s}" % (
        TYPES[scope.type], scope.name, scope.lineno, scope.nested, ",".join(scope.varnames), symbols))
    for child in scope.children:
        dump_scope(child, out)
    out.append("end")


def cpython(source, level):
    out = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            if level == SYMBOLS:
                dump_scope(_symtable.symtable(source, "f", "exec"), out)
            else:
                dump(compile(source, "f", "exec", dont_inherit=True, optimize=level), out)
        except SyntaxError as e:
            return "error %s %s %s %s %s %s\n" % (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
        except (ValueError, RecursionError, MemoryError):
            return None
    # Invalid escapes and the like are found by the tokenizer, whose warnings the server does not hear.
    told = ["warning %d %s" % (w.lineno, w.message) for w in caught if level != SYMBOLS and from_compiler(str(w.message))]
    return "".join(line + "\n" for line in told + out)


def from_compiler(message):
    return not message.startswith(("invalid ", '"\\'))


def blocks(text, start):
    found = {}
    for block in ("\n" + text).split("\n" + start)[1:]:
        found.setdefault(block.split("\n", 1)[0], []).append(block)
    return found


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
    parser = argparse.ArgumentParser()
    parser.add_argument("-O", type=int, default=0, dest="level")
    parser.add_argument("--symbols", action="store_true")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    level = SYMBOLS if options.symbols else options.level
    start = "scope " if options.symbols else "code "
    server = Server()
    total = same = bad = 0
    for path in files(options.paths):
        with open(path, "rb") as f:
            source = f.read()
        expected = cpython(source, level)
        if expected is None:
            continue
        actual = server.ask(source, level)
        ours, theirs = blocks(actual, start), blocks(expected, start)
        for key, bodies in theirs.items():
            total += len(bodies)
            same += sum(a == b for a, b in zip(bodies, ours.get(key, [])))
        if actual != expected:
            bad += 1
            for theirs_line, ours_line in zip(expected.split("\n"), actual.split("\n")):
                if theirs_line != ours_line:
                    print("%s\n  CPython %s\n  Tuff    %s" % (path, theirs_line[:300], ours_line[:300]))
                    break
    share = 100.0 * same / max(total, 1)
    print("%d %ss, %d the same (%.3f %%), %d files differ" % (total, start.strip(), same, share, bad))
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
