"""CinderX's interface to the JIT. Tuff's own JIT is behind it (module `cinderjit`); where an embedding program runs without one, each function
does as little as CinderX's without its extension.

Compiled code is that of JVM classes: sizes are bytes of class files, and operations are those of Tuff's compiler.
"""
from contextlib import contextmanager as _contextmanager

try:
    import cinderjit as _native
except ImportError:
    import cinderx._nojit as _native

for _name in (
        '_deopt_gen', '_is_aside', '_unit_text', 'append_jit_list', 'auto', 'background_compile', 'clear_runtime_stats',
        'compile_after_n_calls', 'count_interpreted_calls', 'disable', 'disable_emit_type_annotation_guards', 'disable_hir_inliner',
        'disable_specialized_opcodes', 'enable', 'enable_emit_type_annotation_guards', 'enable_hir_inliner', 'enable_specialized_opcodes',
        'force_compile', 'force_uncompile', 'get_allocator_stats', 'get_and_clear_runtime_stats', 'get_background_compile',
        'get_compilation_time', 'get_compile_after_n_calls', 'get_compiled_functions', 'get_compiled_size', 'get_compiled_spill_stack_size',
        'get_compiled_stack_size', 'get_function_compilation_time', 'get_function_hir_opcode_counts', 'get_inlined_functions_stats',
        'get_jit_list', 'get_num_inlined_functions', 'is_enabled', 'is_hir_inliner_enabled', 'is_jit_compiled', 'jit_suppress',
        'jit_unsuppress', 'lazy_compile', 'multithreaded_compile_test', 'precompile_all', 'read_jit_list', 'set_max_code_size',
        'wait_for_background_compiles', 'why_not_compiled'):
    globals()[_name] = getattr(_native, _name)
del _name


@_contextmanager
def pause(deopt_all=False):
    """Disable the JIT in a with block; blocks may be nested."""
    was_enabled, was_aside = is_enabled(), _is_aside()
    disable(deopt_all=deopt_all)
    try:
        yield
    finally:
        if was_enabled:
            enable()
        elif _is_aside() and not was_aside:
            # the block around this one had left compiled code where it was
            enable()
            disable()


def disassemble(func):
    """Print the JVM instructions that compiling a function now makes."""
    print(_unit_text(func, 'class'), end='')


def print_hir(func):
    """Print the operations that compiling a function now makes."""
    print(_unit_text(func, 'hir'), end='')


# Caches are the interpreter's, and no statistics of them are kept.
def is_inline_cache_stats_collection_enabled():
    return False


def get_and_clear_inline_cache_stats():
    return {'load_method_stats': []}


# There are no reference counts that could be deferred, and no pages of machine code of one's own.
def _would_tag_if_deferred(obj):
    return False


def mlock_profiler_dependencies():
    return None


def page_in_profiler_dependencies():
    return None
