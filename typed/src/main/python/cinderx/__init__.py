"""The Python side of Tuff's Static Python, Strict Modules and caching descriptors, under the names that CinderX gives them."""
import os as _os

from _cinderx import (
    StaticTypeError, StrictModule, clear_caches, clear_classloader_caches, freeze_type, immortalize_heap, install_frame_evaluator,
    is_frame_evaluator_installed, is_immortal, is_prefork_build, remove_frame_evaluator, strict_module_patch,
    strict_module_patch_delete, strict_module_patch_enabled, watch_sys_modules)

from ._asyncio import AsyncLazyValue
from ._properties import (
    async_cached_classproperty, async_cached_property, cached_classproperty, cached_property, cached_property_with_descr)

_parallel_gc = None


def is_force_disabled():
    """Whether CINDERX_DISABLE asks to do without these features. Here they are part of the interpreter: the variable is only reported."""
    return _os.environ.get('CINDERX_DISABLE', '0') not in ('', '0')


def is_supported_runtime():
    return True


def is_initialized():
    return True


def get_import_error():
    return None


def init():
    """Nothing is left to be done: the interpreter has all from its start."""


def has_parallel_gc():
    """The JVM's collectors work in parallel."""
    return True


def enable_parallel_gc(min_generation=2, num_threads=0):
    """Keeps the settings, for `get_parallel_gc_settings`; the JVM's options decide how many threads collect."""
    global _parallel_gc
    if not 0 <= min_generation <= 2:
        raise ValueError('invalid generation')
    if num_threads < 0:
        raise ValueError('invalid num_threads')
    _parallel_gc = {'num_threads': num_threads or max(1, (_os.cpu_count() or 1) // 2), 'min_generation': min_generation}


def disable_parallel_gc():
    global _parallel_gc
    _parallel_gc = None


def get_parallel_gc_settings():
    return _parallel_gc and dict(_parallel_gc)


def maybe_enable_parallel_gc():
    """As the PARALLEL_GC_* variables say."""
    if _os.environ.get('PARALLEL_GC_ENABLED', '0') == '1':
        enable_parallel_gc(int(_os.environ.get('PARALLEL_GC_MIN_GENERATION', '2')), int(_os.environ.get('PARALLEL_GC_NUM_THREADS', '0')))


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f'cinderx.{name} is not supported by Tuff')
    function.__name__ = function.__qualname__ = name
    return function


delay_adaptive = _unsupported('delay_adaptive')
get_adaptive_delay = _unsupported('get_adaptive_delay')
set_adaptive_delay = _unsupported('set_adaptive_delay')
_compile_perf_trampoline_pre_fork = _unsupported('_compile_perf_trampoline_pre_fork')


def _is_compile_perf_trampoline_pre_fork_enabled():
    return False
