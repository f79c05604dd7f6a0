"""Compiles modules by what they ask for at their head: plain, strict, or static; finds the sources of those that they import."""
import ast
import os
import sys
from dataclasses import dataclass, replace

from ..errors import TypedSyntaxError
from ..static import StaticCodeGenerator
from ..static.compiler import Compiler as StaticCompiler
from ..static.module_table import ModuleTable
from . import strict_compile
from .common import StrictModuleError
from .flag_extractor import FlagExtractor, Flags
from .rewriter import remove_annotations, rewrite


@dataclass(frozen=True)
class SourceInfo:
    """A module's source file; its text only where someone asked for it."""
    name: str
    prefix: str
    relative_path: str
    path: str
    source: bytes | None
    mtime: int
    size: int


@dataclass(frozen=True)
class Dependencies:
    """What a static module's code relies on: the sources of static modules, and names of modules that are not static."""
    static: list
    nonstatic: list


class Compiler(StaticCompiler):
    """The allow-lists, the folder of stubs and `log_time_func` are taken and not used. What runs at import is analysed if
    `-X strict-analysis` or PYTHONSTRICTANALYSIS asks for it."""

    def __init__(self, import_path, stub_root, allow_list_prefix, allow_list_exact, log_time_func=None, raise_on_error=False,
                 enable_patching=False, use_py_compiler=False, allow_list_regex=None):
        super().__init__(StaticCodeGenerator)
        self.import_path = list(import_path)
        self.stub_root = stub_root
        self.allow_list_prefix = allow_list_prefix
        self.allow_list_exact = allow_list_exact
        self.allow_list_regex = allow_list_regex or []
        self.log_time_func = log_time_func
        self.raise_on_error = raise_on_error
        self.enable_patching = enable_patching
        self.use_py_compiler = use_py_compiler
        self.verbose = bool(os.getenv('PYTHONSTRICTVERBOSE') or sys._xoptions.get('strict-verbose') is True)
        self.disable_analysis = bool(os.getenv('PYTHONSTRICTDISABLEANALYSIS') or sys._xoptions.get('strict-disable-analysis') is True)
        self.analysed = not self.disable_analysis and (bool(os.getenv('PYTHONSTRICTANALYSIS')) or 'strict-analysis' in sys._xoptions)
        self.not_static = set()
        self.sources = {}

    # ---- sources

    def get_source(self, name, *, need_contents=True):
        """The SourceInfo of a module, or None: packages before modules, these before stubs."""
        if name not in self.sources:
            self.sources[name] = self._find(name)
        info = self.sources[name]
        if info is not None and info.source is None and need_contents:
            try:
                with open(info.path, 'rb') as f:
                    info = self.sources[name] = replace(info, source=f.read())
            except OSError:
                return None
        return info

    def _find(self, name):
        base = name.replace('.', os.sep)
        for suffixes in ((os.sep + '__init__.py', '.py'), ('.pyi',)):
            for prefix in self.import_path:
                for suffix in suffixes:
                    path = os.path.join(prefix, base + suffix)
                    try:
                        st = os.stat(path)
                    except OSError:
                        continue
                    return SourceInfo(name, prefix, base + suffix, path, None, int(st.st_mtime), st.st_size)
        return None

    def import_module(self, name, optimize=0):
        if name in self.modules:
            return self.modules[name]
        info = None if name in self.not_static else self.get_source(name)
        if info is None:
            return None
        tree = ast.parse(info.source)
        if not FlagExtractor().get_flags(tree).is_static:
            self.not_static.add(name)
            return None
        if info.relative_path.endswith('.pyi'):
            tree = remove_annotations(tree)
        self.add_module(name, info.relative_path, rewrite(tree), info.source, optimize)
        return self.modules[name]

    def get_dependencies(self, name):
        table = self.modules.get(name)
        found = Dependencies([], [])
        for module in table.get_dependencies() if table is not None else ():
            if module.name in self.intrinsic_modules:
                continue
            info = self.get_source(module.name) if isinstance(module, ModuleTable) else None
            if info is None:
                found.nonstatic.append(module.name)
            else:
                found.static.append(info)
        return found

    # ---- compiling

    def get_flags(self, module_name, tree, override_flags=None):
        return FlagExtractor().get_flags(tree).merge(override_flags)

    def load_compiled_module_from_source(self, source, filename, name, optimize, submodule_search_locations=None, override_flags=None):
        """(code, is strict, is static) of a module's text."""
        tree = ast.parse(source, filename)
        flags = self.get_flags(name, tree, override_flags)
        if self.analysed and (flags.is_static or flags.is_strict):
            self._analyse(name, filename, tree)
        if flags.is_static:
            return self._compile_static(tree, source, filename, name, optimize), flags.is_strict, True
        if flags.is_strict:
            return strict_compile(name, filename, rewrite(tree), source, optimize), True, False
        return compile(tree, filename, 'exec', 0, True, optimize), False, False

    def _analyse(self, name, filename, tree):
        """Refuses a module that does at import what strict ones may not."""
        import _static_compiler
        for message, lineno, col in _static_compiler.effects(name, filename, tree):
            raise StrictModuleError(message, filename, lineno, col)

    def _compile_static(self, tree, source, filename, name, optimize):
        try:
            return self.compile(name, filename, rewrite(tree), source, optimize, enable_patching=self.enable_patching)
        except TypedSyntaxError as e:
            if not self.raise_on_error:
                return None
            raise StrictModuleError(e.msg or 'unknown error during static compilation', e.filename or filename, e.lineno or 1, 0) from e
