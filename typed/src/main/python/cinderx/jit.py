"""CinderX's interface to its JIT. Tuff's own JIT is set by `-X jit=` and decides for itself: nothing here steers it yet.

So `is_enabled()` is false, what switches is without effect where CinderX without its extension has none, and what would have to tell of
compiled code raises NotImplementedError.
"""
from contextlib import contextmanager as _contextmanager


def _none(name):
    def function(*args, **kwargs):
        return None
    function.__name__ = function.__qualname__ = name
    return function


def _false(name):
    def function(*args, **kwargs):
        return False
    function.__name__ = function.__qualname__ = name
    return function


def _unsupported(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"cinderx.jit.{name} is not supported: Tuff's JIT is not steered from here")
    function.__name__ = function.__qualname__ = name
    return function


for _name in ('auto', 'compile_after_n_calls', 'get_compile_after_n_calls', 'enable', 'disable', 'enable_hir_inliner', 'disable_hir_inliner',
              'enable_specialized_opcodes', 'disable_specialized_opcodes', 'enable_emit_type_annotation_guards',
              'disable_emit_type_annotation_guards', 'background_compile', 'wait_for_background_compiles', 'clear_runtime_stats'):
    globals()[_name] = _none(_name)
for _name in ('is_enabled', 'is_hir_inliner_enabled', 'is_jit_compiled', 'force_compile', 'force_uncompile', 'lazy_compile',
              'get_background_compile', 'is_inline_cache_stats_collection_enabled', 'precompile_all'):
    globals()[_name] = _false(_name)
for _name in ('get_compiled_size', 'get_compiled_stack_size', 'get_compiled_spill_stack_size', 'get_compilation_time',
              'get_function_compilation_time', 'get_function_hir_opcode_counts', 'get_inlined_functions_stats',
              'get_num_inlined_functions', 'get_and_clear_inline_cache_stats', 'get_jit_list', 'append_jit_list', 'read_jit_list',
              'set_max_code_size', 'get_allocator_stats', 'disassemble', 'count_interpreted_calls', 'mlock_profiler_dependencies',
              'page_in_profiler_dependencies', 'multithreaded_compile_test', '_deopt_gen'):
    globals()[_name] = _unsupported(_name)
del _name


def jit_suppress(f):
    return f


def jit_unsuppress(f):
    return f


def get_compiled_functions():
    return []


def get_and_clear_runtime_stats():
    return {'deopt': []}


@_contextmanager
def pause(deopt_all=False):
    yield
