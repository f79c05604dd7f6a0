"""What cinderx.jit is where there is no JIT: nothing is compiled, and nothing can be changed about that."""


def _always(result, *names):
    for name in names:
        def function(*args, **kwargs):
            return result
        function.__name__ = function.__qualname__ = name
        globals()[name] = function


_always(None, 'append_jit_list', 'auto', 'background_compile', 'clear_runtime_stats', 'compile_after_n_calls', 'disable',
        'disable_emit_type_annotation_guards', 'disable_hir_inliner', 'disable_specialized_opcodes', 'enable',
        'enable_emit_type_annotation_guards', 'enable_hir_inliner', 'enable_specialized_opcodes', 'get_compile_after_n_calls',
        'get_function_hir_opcode_counts', 'multithreaded_compile_test', 'read_jit_list', 'set_max_code_size', 'wait_for_background_compiles')
_always(False, '_deopt_gen', '_is_aside', 'force_compile', 'force_uncompile', 'get_background_compile', 'is_enabled', 'is_hir_inliner_enabled',
        'is_jit_compiled', 'lazy_compile', 'precompile_all')
_always(0, 'count_interpreted_calls', 'get_compilation_time', 'get_num_inlined_functions')
_always(-1, 'get_compiled_size', 'get_compiled_spill_stack_size', 'get_compiled_stack_size', 'get_function_compilation_time')
_always('there is no JIT', '_unit_text', 'why_not_compiled')


def get_allocator_stats():
    return {'used_bytes': 0, 'max_bytes': 0, 'classes': 0, 'max_classes': 0}


def get_and_clear_runtime_stats():
    return {'deopt': []}


def get_compiled_functions():
    return []


def get_inlined_functions_stats(func):
    return {'num_inlined_functions': 0, 'failure_stats': {}}


def get_jit_list():
    return ({}, {})


def jit_suppress(func):
    return func


def jit_unsuppress(func):
    return func
