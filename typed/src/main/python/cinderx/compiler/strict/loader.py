"""Imports modules by what they ask for: strict and static ones become StrictModules. Their bytecode files lie beside the usual ones.

A bytecode file here is: 4 bytes that say whether the module is strict or static, the 16 bytes of a usual header, the marshalled dependencies
((name, stamp of its source or nothing if it is not static), …), the marshalled code.
"""
import _imp
import builtins
import importlib.util
import marshal
import os
import sys
from importlib import _bootstrap_external as _external
from importlib.machinery import (
    BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader, FileFinder, SourceFileLoader, SourcelessFileLoader)
from io import BytesIO
from py_compile import PycInvalidationMode, _get_default_invalidation_mode

import __static__
import __strict__
from cinderx import StrictModule, install_frame_evaluator, watch_sys_modules
from cinderx.static import install_sp_audit_hook

from ..consts import CI_CO_STATICALLY_COMPILED
from .common import DEFAULT_STUB_PATH, FIXED_MODULES, MAGIC_NUMBER as STRICT_MAGIC_NUMBER
from .compiler import Compiler, Dependencies, SourceInfo
from .flag_extractor import Flags
from .patching import StrictModuleTestingPatchProxy  # noqa: F401: part of this module's surface

_MAGIC_STRICT_OR_STATIC = (STRICT_MAGIC_NUMBER + 0x8000).to_bytes(2, 'little') + b'\r\n'
_MAGIC_NEITHER_STRICT_NOR_STATIC = bytes(2) + b'\r\n'
_MAGIC_LEN = 4
_HEADER_LEN = 16


class StrictBytecodeError(ImportError):
    """A bytecode file is none of this loader's."""


# ---- bytecode files


def classify_strict_pyc(data, name, exc_details):
    """(flags of the usual header, whether the module is strict or static)."""
    flags = _external._classify_pyc(data[_MAGIC_LEN:], name, exc_details)
    magic = bytes(data[:_MAGIC_LEN])
    if magic not in (_MAGIC_STRICT_OR_STATIC, _MAGIC_NEITHER_STRICT_NOR_STATIC):
        raise StrictBytecodeError(f'Bad magic number {magic!r} in {exc_details["path"]}')
    return flags, magic == _MAGIC_STRICT_OR_STATIC


def _uint32(n):
    return (int(n) & 0xFFFFFFFF).to_bytes(4, 'little')


def get_dependency_data(info, hash_based):
    """The stamp of a source: its hash, or when it was changed and its length."""
    return importlib.util.source_hash(info.source) if hash_based else _uint32(info.mtime) + _uint32(info.size)


def get_deps(deps, hash_based):
    if deps is None:
        return ()
    return tuple((info.name, get_dependency_data(info, hash_based)) for info in deps.static) + tuple((name, b'') for name in deps.nonstatic)


def validate_dependencies(compiler, deps, hash_based):
    """Raises ImportError if code that was compiled with these dependencies may be out of date."""
    for name, stamp in deps:
        info = compiler.get_source(name, need_contents=hash_based or not stamp)
        if info is None:
            if stamp:
                raise ImportError(f'{name} is missing')
        elif not stamp:
            if b'import __static__' in info.source:
                raise ImportError(f'{name} may now be static')
        elif stamp != get_dependency_data(info, hash_based):
            raise ImportError(f'{name} has changed')


def _pyc(code, strict_or_static, header, deps):
    magic = _MAGIC_STRICT_OR_STATIC if strict_or_static else _MAGIC_NEITHER_STRICT_NOR_STATIC
    return bytearray(magic + importlib.util.MAGIC_NUMBER + header + marshal.dumps(deps) + marshal.dumps(code))


def code_to_strict_timestamp_pyc(code, strict_or_static, deps, mtime=0, source_size=0):
    return _pyc(code, strict_or_static, _uint32(0) + _uint32(mtime) + _uint32(source_size), get_deps(deps, False))


def code_to_strict_hash_pyc(code, strict_or_static, deps, source_hash, checked=True):
    return _pyc(code, strict_or_static, _uint32(1 | checked << 1) + source_hash, get_deps(deps, True))


def add_strict_tag(path, enable_patching):
    """The name of the bytecode file of this loader for that of the usual one."""
    base, _, extension = path.rpartition('.')
    return f'{base}.strict{".patch" if enable_patching else ""}.{extension}'


# ---- the loader


class StrictSourceFileLoader(SourceFileLoader):
    """Loads a source file; the compiler is shared by all loaders, so that static modules know each other."""
    compiler = None
    module = None

    def __init__(self, fullname, path, import_path=None, stub_path=None, allow_list_prefix=None, allow_list_exact=None,
                 enable_patching=False, log_source_load=None, init_cached_properties=None, log_time_func=None, use_py_compiler=False,
                 allow_list_regex=None):
        super().__init__(fullname, path)
        self.import_path = import_path or list(sys.path)
        if stub_path is None:
            stub_path = sys._xoptions.get('strict-module-stubs-path') or os.getenv('PYTHONSTRICTMODULESTUBSPATH') or DEFAULT_STUB_PATH
        if stub_path and not os.path.isdir(stub_path):
            raise ValueError(f'Strict module stubs path does not exist: {stub_path}')
        self.stub_path = stub_path
        self.allow_list_prefix = allow_list_prefix or []
        self.allow_list_exact = allow_list_exact or []
        self.allow_list_regex = allow_list_regex or []
        self.enable_patching = enable_patching
        self.log_source_load = log_source_load
        self.init_cached_properties = init_cached_properties
        self.log_time_func = log_time_func
        self.use_py_compiler = use_py_compiler
        self.bytecode_found = False
        self.bytecode_path = None
        self.strict_or_static = False
        self.is_static = False

    @classmethod
    def ensure_compiler(cls, path, stub_path, allow_list_prefix, allow_list_exact, log_time_func=None, enable_patching=False,
                        allow_list_regex=None):
        if cls.compiler is None:
            cls.compiler = Compiler(path, stub_path, allow_list_prefix, allow_list_exact, log_time_func, True, enable_patching,
                                    allow_list_regex=allow_list_regex or [])
        return cls.compiler

    def get_compiler(self):
        return self.ensure_compiler(self.import_path, self.stub_path, self.allow_list_prefix, self.allow_list_exact, self.log_time_func,
                                    self.enable_patching, self.allow_list_regex)

    def should_force_strict(self):
        """For subclasses: whether modules are strict that do not ask for it."""
        return False

    def get_code(self, fullname):
        source_path = self.get_filename(fullname)
        try:
            self.bytecode_path = add_strict_tag(importlib.util.cache_from_source(source_path), self.enable_patching)
            stats = self.path_stats(source_path)
        except (NotImplementedError, OSError):
            return self.source_to_code(self.get_data(source_path), source_path)
        as_hash = None  # of a file that was: whether it is checked
        try:
            data = self.get_data(self.bytecode_path)
        except OSError:
            pass
        else:
            self.bytecode_found = True
            try:
                flags, self.strict_or_static = classify_strict_pyc(data, fullname, {'name': fullname, 'path': self.bytecode_path})
                as_hash = bool(flags & 2) if flags & 1 else None
                return self._from_bytecode(data, fullname, source_path, stats, flags)
            except (ImportError, EOFError):
                pass
        source = self.get_data(source_path)
        code = self.source_to_code(source, source_path)
        if not sys.dont_write_bytecode:
            self._write_bytecode(code, source, source_path, stats, as_hash)
        return code

    def _from_bytecode(self, data, fullname, source_path, stats, flags):
        details = {'name': fullname, 'path': self.bytecode_path}
        rest = BytesIO(data)
        rest.seek(_MAGIC_LEN + _HEADER_LEN)
        deps = marshal.load(rest)
        if flags & 1:
            if _imp.check_hash_based_pycs != 'never' and (flags & 2 or _imp.check_hash_based_pycs == 'always'):
                _external._validate_hash_pyc(data[_MAGIC_LEN:], importlib.util.source_hash(self.get_data(source_path)), fullname, details)
                validate_dependencies(self.get_compiler(), deps, True)
        else:
            _external._validate_timestamp_pyc(data[_MAGIC_LEN:], int(stats['mtime']), stats['size'], fullname, details)
            validate_dependencies(self.get_compiler(), deps, False)
        return _external._compile_bytecode(memoryview(data)[rest.tell():], name=fullname, bytecode_path=self.bytecode_path,
                                           source_path=source_path)

    def _write_bytecode(self, code, source, source_path, stats, as_hash):
        deps = self.get_compiler().get_dependencies(self.name) if self.is_static else None
        if as_hash is None:
            data = code_to_strict_timestamp_pyc(code, self.strict_or_static, deps, int(stats['mtime']), len(source))
        else:
            _with_sources(self.get_compiler(), deps)
            data = code_to_strict_hash_pyc(code, self.strict_or_static, deps, importlib.util.source_hash(source), as_hash)
        try:
            self._cache_bytecode(source_path, self.bytecode_path, data)
        except NotImplementedError:
            pass

    def source_to_code(self, data, path, *, _optimize=-1):
        if self.log_source_load is not None:
            self.log_source_load(path, self.bytecode_path, self.bytecode_found)
        force = self.should_force_strict()
        text = data if isinstance(data, bytes) else str(data).encode('utf-8', 'surrogatepass')
        if not force and b'__strict__' not in text and b'__static__' not in text:
            self.strict_or_static = self.is_static = False
            return super().source_to_code(data, path, _optimize=_optimize)
        packages = [os.path.dirname(path)] if path.endswith('__init__.py') else None
        code, strict, self.is_static = self.get_compiler().load_compiled_module_from_source(
            data, path, self.name, sys.flags.optimize if _optimize == -1 else _optimize, packages, Flags(is_strict=force))
        self.strict_or_static = strict or self.is_static
        return code

    def exec_module(self, module):
        # The module that importlib has made is replaced once the code is there and says what it is: no code of the program runs between.
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'Cannot import module {module.__name__}; get_code() returned None')
        spec = module.__spec__
        if spec is not None and spec.cached:
            spec.cached = module.__cached__ = add_strict_tag(spec.cached, self.enable_patching)
        if not self.strict_or_static:
            exec(code, module.__dict__)
            return
        if spec is None:
            raise ImportError(f'Missing module spec for {module.__name__}')
        names = {'<fixed-modules>': FIXED_MODULES, '<builtins>': builtins.__dict__,
                 '<init-cached-properties>': self.init_cached_properties}
        if code.co_flags & CI_CO_STATICALLY_COMPILED:
            init_static_python()
            names['<imported-from>'] = code.co_consts[-1]
        names.update(module.__dict__)
        sys.modules[module.__name__] = StrictModule(names, self.enable_patching)
        exec(code, names)


class StrictSourceFileLoaderWithPatching(StrictSourceFileLoader):
    """The same, with modules that tests may patch."""

    def __init__(self, *args, enable_patching=True, **options):
        super().__init__(*args, enable_patching=enable_patching, **options)


def _with_sources(compiler, deps):
    """Reads the sources that are to be hashed."""
    if deps is not None:
        deps.static[:] = [compiler.get_source(info.name) for info in deps.static]


def strict_compile(file, cfile, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, loader_override=None, loader_options=None):
    """Compiles a source file into a bytecode file of this loader; returns its path."""
    folder = next((f for f in sys.path if f and file.startswith(f.rstrip(os.sep) + os.sep)), '')
    name = file[len(folder):].removesuffix('.py').removesuffix('__init__').replace(os.sep, '.').strip('.')
    loader = StrictSourceFileLoader(name, file, sys.path, **(loader_options or {}))
    cfile = add_strict_tag(cfile, loader.enable_patching)
    source = loader.get_data(file)
    code = loader.source_to_code(source, dfile or file, _optimize=optimize)
    compiler = loader.get_compiler()
    deps = compiler.get_dependencies(name)
    mode = invalidation_mode or _get_default_invalidation_mode()
    if mode == PycInvalidationMode.TIMESTAMP:
        stats = loader.path_stats(file)
        data = code_to_strict_timestamp_pyc(code, loader.strict_or_static, deps, stats['mtime'], stats['size'])
    else:
        _with_sources(compiler, deps)
        data = code_to_strict_hash_pyc(code, loader.strict_or_static, deps, importlib.util.source_hash(source),
                                       mode == PycInvalidationMode.CHECKED_HASH)
    os.makedirs(os.path.dirname(cfile) or '.', exist_ok=True)
    loader._cache_bytecode(file, cfile, data)
    return cfile


def init_static_python():
    """What static modules rely on is in place from here on; may be called any number of times."""
    install_frame_evaluator()
    watch_sys_modules()
    install_sp_audit_hook()


def _get_supported_file_loaders(enable_patching=False):
    source = StrictSourceFileLoaderWithPatching if enable_patching else StrictSourceFileLoader
    return [(ExtensionFileLoader, EXTENSION_SUFFIXES), (source, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)]


def install(enable_patching=False):
    """Makes this the loader of source files, of folders that were looked into before, too."""
    hook = FileFinder.path_hook(*_get_supported_file_loaders(enable_patching))
    at = next((i for i, h in enumerate(sys.path_hooks) if getattr(h, '__name__', '') == 'path_hook_for_FileFinder'), 0)
    sys.path_hooks.insert(at, hook)
    sys.path_importer_cache.clear()


if __name__ == '__main__':
    install()
    del sys.argv[0]
    __import__(sys.argv[0]).__main__()
