"""Code generators: what turns a syntax tree into a code object, as objects."""
import ast
import builtins as _builtins

from .pyassem import PyFlowGraph


class CodeGenerator:
    """Compiles one tree as Python does."""
    flow_graph = PyFlowGraph

    def __init__(self, tree, filename, mode='exec', optimize=0, modname='<module>', flags=0):
        self.tree = tree
        self.filename = filename
        self.mode = mode
        self.optimize = optimize
        self.modname = modname
        self.flags = flags

    @classmethod
    def make_code_gen(cls, module_name, tree, filename, source, flags=0, optimize=0, ast_optimizer_enabled=True, mode='exec'):
        return cls(tree, filename, mode, optimize, module_name, flags)

    @property
    def graph(self):
        raise NotImplementedError('cinderx.compiler.pycodegen.CodeGenerator.graph is not supported: Tuff does not assemble code in Python')

    def getCode(self):
        return _builtins.compile(self.tree, self.filename, self.mode, self.flags, True, self.optimize)


class PythonCodeGenerator(CodeGenerator):
    pass


class CinderCodeGenerator(PythonCodeGenerator):
    pass


CodeGenerator312 = CodeGenerator314 = PythonCodeGenerator312 = PythonCodeGenerator314 = PythonCodeGenerator
CinderCodeGenerator312 = CinderCodeGenerator314 = CinderCodeGenerator


def make_compiler(source, filename, mode, flags=0, dont_inherit=None, generator=None, modname='<module>', optimize=-1,
                  ast_optimizer_enabled=True):
    """A code generator for a text or a tree."""
    if optimize < 0:
        import sys
        optimize = sys.flags.optimize
    if mode not in ('single', 'exec', 'eval'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    tree = source
    if not isinstance(source, ast.AST):
        tree = _builtins.compile(source, filename, mode, flags | ast.PyCF_ONLY_AST, True)
    return (generator or PythonCodeGenerator).make_code_gen(modname, tree, filename, source, flags, optimize, ast_optimizer_enabled,
                                                            mode=mode)


def compile_code(source, filename, mode, flags=0, dont_inherit=None, compiler=None, modname='<module>', optimize=-1):
    """The code of a text or a tree; with PyCF_ONLY_AST its tree."""
    if flags & ast.PyCF_ONLY_AST:
        return _builtins.compile(source, filename, mode, flags, True)
    return make_compiler(source, filename, mode, flags, dont_inherit, compiler, modname, optimize).getCode()


compile = compile_code


def compileFile(filename, display=0, compiler=None, modname='<module>'):
    """Compiles a source file into the bytecode file beside it."""
    import py_compile
    return py_compile.compile(filename, cfile=filename + 'c', doraise=True)
