"""Compiles sources to bytecode files, through the strict loader if asked to."""
import compileall as _compileall
import importlib.util as _util
import os as _os
import sys as _sys
from functools import partial as _partial

__all__ = ['compile_dir', 'compile_file', 'compile_path']


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, invalidation_mode=None, *, stripdir=None,
                 prependdir=None, limit_sl_dest=None, hardlink_dupes=False, loader_override=None, strict_compile=False,
                 loader_options=None):
    """Compiles one file; whether that went well. With `strict_compile` by the strict loader, else as `compileall` does."""
    if not strict_compile:
        if loader_override is not None:
            raise NotImplementedError('cinderx.compileall: loader_override is not supported')
        return _compileall.compile_file(fullname, ddir, force, rx, quiet, legacy, optimize, invalidation_mode, stripdir=stripdir,
                                        prependdir=prependdir, limit_sl_dest=limit_sl_dest, hardlink_dupes=hardlink_dupes)
    fullname = _os.fspath(fullname)
    if rx is not None and rx.search(fullname) or not fullname.endswith('.py'):
        return True
    from cinderx.compiler.strict.loader import strict_compile as to_file
    fine = True
    for level in [optimize] if isinstance(optimize, int) else sorted(set(optimize)):
        target = fullname + 'c' if legacy else _util.cache_from_source(fullname, optimization='' if level < 1 else level)
        shown = fullname if ddir is None else _os.path.join(ddir, _os.path.basename(fullname))
        if not quiet:
            print(f'Compiling {fullname!r}...')
        try:
            to_file(fullname, target, shown, True, level, invalidation_mode, loader_options=loader_options)
        except (SyntaxError, UnicodeError, OSError, ImportError, Exception) as e:
            fine = False
            if quiet < 2:
                print(f'*** Error compiling {fullname!r}...\n{type(e).__name__}: {e}')
    return fine


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1, workers=1, invalidation_mode=None,
                **options):
    """Compiles all sources below a folder; whether all went well."""
    if maxlevels is None:
        maxlevels = _sys.getrecursionlimit()
    one = _partial(compile_file, force=force, rx=rx, quiet=quiet, legacy=legacy, optimize=optimize, invalidation_mode=invalidation_mode,
                   **options)
    fine = True
    for folder, folders, files in _os.walk(dir):
        depth = len(_os.path.relpath(folder, dir).split(_os.sep)) if folder != _os.fspath(dir) else 0
        folders[:] = sorted(f for f in folders if f != '__pycache__') if depth < maxlevels else []
        if not quiet:
            print(f'Listing {folder!r}...')
        for name in sorted(files):
            if name.endswith('.py'):
                shown = None if ddir is None else _os.path.join(ddir, _os.path.relpath(folder, dir))
                fine &= bool(one(_os.path.join(folder, name), ddir=shown))
    return fine


def compile_path(skip_curdir=1, maxlevels=0, **options):
    """Compiles the sources in the folders of `sys.path`."""
    fine = True
    for folder in _sys.path:
        if folder and folder != _os.curdir or not skip_curdir:
            fine &= compile_dir(folder or _os.curdir, maxlevels, **options)
    return fine
