"""python -m cinderx.compiler [-c] [--dis] [--output FILE] [--strict] [--static] FILE: compiles a file, and runs it unless told otherwise."""
import argparse
import ast
import builtins
import importlib.util
import marshal
import os
import sys
from dis import dis
from types import ModuleType


def main():
    parser = argparse.ArgumentParser(prog='cinderx.compiler', description='Compile and run Python files, static and strict ones too.')
    parser.add_argument('-c', action='store_true', help='compile into a bytecode file instead of running')
    parser.add_argument('--dis', action='store_true', help='print the instructions')
    parser.add_argument('--output', help='the bytecode file to write')
    parser.add_argument('--modname', default='__main__')
    parser.add_argument('--opt', type=int, default=-1, help='optimization level')
    parser.add_argument('--strict', action='store_true', help='compile as a strict module')
    parser.add_argument('--static', action='store_true', help='compile with the static compiler')
    parser.add_argument('input')
    parser.add_argument('arguments', nargs=argparse.REMAINDER)
    options = parser.parse_args()
    with open(options.input, 'rb') as f:
        source = f.read()
    optimize = sys.flags.optimize if options.opt < 0 else options.opt
    if options.strict or options.static:
        from .strict.compiler import Compiler
        from .strict.flag_extractor import Flags
        compiler = Compiler(sys.path, '', [], [], raise_on_error=True)
        code, _, static = compiler.load_compiled_module_from_source(source, options.input, options.modname, optimize,
                                                                   override_flags=Flags(options.static, options.strict))
    else:
        code = compile(source, options.input, 'exec', 0, True, optimize)
    if options.dis:
        dis(code)
    if options.c:
        target = options.output or importlib.util.cache_from_source(options.input)
        os.makedirs(os.path.dirname(target) or '.', exist_ok=True)
        stat = os.stat(options.input)
        header = importlib.util.MAGIC_NUMBER + b''.join(n.to_bytes(4, 'little') for n in (0, int(stat.st_mtime), stat.st_size & 0xffffffff))
        with open(target, 'wb') as f:
            f.write(header + marshal.dumps(code))
        return
    sys.argv[:] = [options.input, *options.arguments]
    module = ModuleType(options.modname)
    module.__file__ = options.input
    sys.modules[options.modname] = module
    if options.strict or options.static:
        from .strict.common import FIXED_MODULES
        module.__dict__.update({'<fixed-modules>': FIXED_MODULES, '<builtins>': builtins.__dict__})
    exec(code, module.__dict__)


if __name__ == '__main__':
    main()
