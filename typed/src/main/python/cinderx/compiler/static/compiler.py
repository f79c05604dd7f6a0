"""The static compiler for a group of modules: they may import each other, by sources that need not be files."""
from ..errors import ErrorSink, PerfWarning
from .module_table import ModuleTable


class Scopes:
    """The scopes of a bound module: each is known by its node alone."""

    def __getitem__(self, node):
        return node

    @property
    def scopes(self):
        return self


class Compiler:
    """Compiles modules; `import_module` is to be overridden by whoever knows where other modules come from."""

    def __init__(self, code_generator, error_sink=None):
        self.code_generator = code_generator
        self.error_sink = error_sink or ErrorSink()
        self.modules = {}
        self.intrinsic_modules = {'builtins', 'typing', 'typing_extensions', '__static__', '__strict__', 'strict_modules', 'dataclasses',
                                  'cinder', 'cinderx'}
        self._requested = {}  # module -> {name it imports, also through others: whether that is static}

    def __getitem__(self, name):
        return self.modules[name]

    def add_module(self, name, filename, tree, source, optimize):
        """Makes a module known, so that others can import from it."""
        self.modules[name] = ModuleTable(name, filename, tree, source, self)
        return tree

    def import_module(self, name, optimize=0):
        """The ModuleTable of a static module, having added it; None for all others, whose names are dynamic."""
        return self.modules.get(name)

    def _importer(self, importing):
        requested = self._requested[importing] = {}

        def load(name, optimize):
            table = self.modules.get(name) or self.import_module(name, optimize)
            if name != importing:
                requested[name] = table is not None
            return None if table is None else (table.tree, table.filename)

        return load

    def _declare(self, name, filename, tree, source, optimize):
        table = self.modules.get(name)
        if table is None or table.tree is not tree:
            tree = self.add_module(name, filename, tree, source, optimize)
        return tree

    def compile(self, name, filename, tree, source, optimize=0, enable_patching=False, builtins=None):
        """The module's code. An error of types is raised, whatever the error sink."""
        tree = self._declare(name, filename, tree, source, optimize)
        import _static_compiler
        return _static_compiler.compile(name, filename, tree, _text(source), optimize, enable_patching, self._importer(name))

    def bind(self, name, filename, tree, source, optimize=0, enable_patching=False):
        """Checks the module's types: all errors and warnings go to the error sink."""
        tree = self._declare(name, filename, tree, source, optimize)
        import _static_compiler
        errors, warnings = _static_compiler.bind(name, filename, tree, _text(source), optimize, self._importer(name))
        for error in errors:
            self.error_sink.error(error)
        for message, lineno, offset, end_lineno, end_offset in warnings:
            self.error_sink.warn(PerfWarning(message, filename, lineno, offset, None, end_lineno, end_offset))
        return tree

    def _bind(self, name, filename, tree, source, optimize=0, enable_patching=False):
        return self.bind(name, filename, tree, source, optimize, enable_patching), Scopes()

    def code_gen(self, name, filename, tree, source, optimize, enable_patching=False, builtins=None):
        """A code generator whose `getCode` compiles the module."""
        generator = self.code_generator
        return generator(None, tree, Scopes(), generator.flow_graph(name, filename), self, name, optimize)

    @property
    def type_env(self):
        raise NotImplementedError('cinderx.compiler.static.compiler.Compiler.type_env is not supported: types live in Java')


def _text(source):
    return source.decode('utf-8', 'surrogateescape') if isinstance(source, bytes) else source if isinstance(source, str) else ''
