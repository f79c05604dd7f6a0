"""Compiling Python, static Python and strict modules from Python."""
import dis as _dis
from io import StringIO as _StringIO

from .pycodegen import CinderCodeGenerator, compile, compile_code, compileFile


def make_static_instr(instr, co):
    """The instruction as a static one: in Tuff it is one already."""
    return instr


def get_disassembly_as_string(co, recurse=False):
    """The listing that `dis` prints, without that of nested code unless asked for."""
    out = _StringIO()
    _dis.dis(co, file=out, depth=None if recurse else 0)
    return out.getvalue()


def exec_cinder(source, locals, globals, modname='<module>'):
    """Compiles, if it is no code object yet, and runs."""
    code = source if hasattr(source, 'co_code') else compile_code(source, '<module>', 'exec', modname=modname)
    exec(code, globals, locals)
