"""The static compiler. The work is done in Java; here is how Python code asks for it."""
import ast as _ast

from ..consts import CI_CO_STATICALLY_COMPILED
from ..pycodegen import CodeGenerator

CACHED_PROPERTY_IMPL_PREFIX = '_pystatic_cprop.'
ASYNC_CACHED_PROPERTY_IMPL_PREFIX = '_pystatic_async_cprop.'


class StaticCodeGenerator(CodeGenerator):
    """Names the static compiler where a code generator is asked for; as an object, one module with its compiler."""

    def __init__(self, parent, tree, symbols, graph, compiler, modname, optimize=0, **options):
        super().__init__(tree, getattr(graph, 'filename', '<module>'), 'exec', optimize, modname)
        self.compiler = compiler
        self.options = options

    @classmethod
    def make_code_gen(cls, module_name, tree, filename, source, flags=0, optimize=0, ast_optimizer_enabled=True, mode='exec'):
        from .compiler import Compiler
        return cls(None, tree, None, cls.flow_graph(module_name, filename), Compiler(cls), module_name, optimize)

    def getCode(self):
        return self.compiler.compile(self.modname, self.filename, self.tree, '', self.optimize)

    def visit(self, tree):
        """Generates code for the module, for the warnings that come of it."""
        if not self.compiler.error_sink.has_errors:
            self.compiler.compile(self.modname, self.filename, tree, '', self.optimize)


def exec_static(source, locals, globals, modname='<module>'):
    """Compiles a text or a tree statically and runs it."""
    from .compiler import Compiler
    tree = source if isinstance(source, _ast.AST) else _ast.parse(source)
    code = Compiler(StaticCodeGenerator).compile(modname, f'{modname}.py', tree, source if isinstance(source, str) else '', 0)
    exec(code, locals, globals)
