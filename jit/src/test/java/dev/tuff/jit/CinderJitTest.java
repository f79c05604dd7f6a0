package dev.tuff.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The module {@code cinderjit}: programs that steer the JIT, and what it tells them. Each asserts for itself. */
class CinderJitTest {
  private static final String START = """
      import cinderjit as jit
      def raised(kind, f, *args):
          try:
              f(*args)
          except kind as e:
              return e
          raise AssertionError('nothing raised')
      """;

  private static void run(JitSettings settings, String source) {
    Programs.run(settings, START + source);
  }

  private static JitSettings onRequest() {
    JitSettings s = JitSettings.of("on");
    s.threshold = JitSettings.NEVER;
    s.background = false;
    return s;
  }

  @Test
  void functionsAreCompiledOnRequest() {
    run(onRequest(), """
        def f(a, b):
            return a + b
        assert not jit.is_jit_compiled(f)
        assert jit.get_compiled_size(f) == jit.get_compiled_stack_size(f) == jit.get_compiled_spill_stack_size(f) == -1
        assert jit.get_function_hir_opcode_counts(f) is None
        assert f(1, 2) == 3
        assert jit.force_compile(f)
        assert not jit.force_compile(f)
        assert jit.is_jit_compiled(f) and f(3, 4) == 7
        assert jit.get_compiled_size(f) > jit.get_compiled_stack_size(f) > jit.get_compiled_spill_stack_size(f) > 0
        assert jit.get_function_hir_opcode_counts(f)['AddLong'] == 1
        assert jit.get_compiled_functions() == [f]
        assert jit.get_allocator_stats()['classes'] == 1 and jit.get_allocator_stats()['used_bytes'] == jit.get_compiled_size(f)
        assert jit.get_function_compilation_time(f) >= 0
        assert jit.force_uncompile(f)
        assert not jit.force_uncompile(f)
        assert not jit.is_jit_compiled(f) and f('a', 'b') == 'ab'

        assert jit.lazy_compile(f) and not jit.is_jit_compiled(f)
        f(1, 2)
        assert jit.is_jit_compiled(f) and not jit.lazy_compile(f)
        for name in 'force_compile', 'is_jit_compiled', 'lazy_compile', 'jit_suppress', 'get_compiled_size', 'count_interpreted_calls':
            for o in None, 5, len:
                e = raised(TypeError, getattr(jit, name), o)
                assert f"expected a Python function, received '{type(o).__name__}' object" in str(e), e
        """);
  }

  @Test
  void whatIsCompiledBeforeItHasRunIsCompiledAnew() {
    run(onRequest(), """
        def f(a, b):
            return a * b
        jit.force_compile(f)
        assert 'MultiplyLong' not in jit.get_function_hir_opcode_counts(f)
        for i in range(50):
            assert f(i, 2) == i * 2
        assert jit.get_function_hir_opcode_counts(f)['MultiplyLong'] == 1
        """);
  }

  @Test
  void askingForAFunctionStartsTheJit() {
    run(JitSettings.of("off"), """
        def f():
            return 1
        assert not jit.is_enabled() and jit.get_compile_after_n_calls() is None
        assert jit.force_compile(f) and jit.is_jit_compiled(f) and jit.is_enabled()
        assert jit.get_compile_after_n_calls() is None
        """);
    JitSettings refused = JitSettings.of("off");
    refused.refused = true;
    run(refused, """
        def f():
            return 1
        assert not jit.force_compile(f) and not jit.lazy_compile(f) and not jit.is_enabled()
        jit.enable()
        assert jit.force_compile(f)
        """);
  }

  @Test
  void suppressedFunctionsAreNot() {
    run(onRequest(), """
        @jit.jit_suppress
        def f():
            return 1
        e = raised(RuntimeError, jit.force_compile, f)
        assert str(e) == 'PYJIT_RESULT_CANNOT_SPECIALIZE' and 'jit_suppress' in e.__notes__[0]
        assert not jit.lazy_compile(f) and 'jit_suppress' in jit.why_not_compiled(f)
        jit.jit_unsuppress(f)
        assert jit.force_compile(f) and jit.why_not_compiled(f) is None
        """);
  }

  @Test
  void disablingPutsUnitsAside() {
    run(onRequest(), """
        def f():
            return 1
        jit.force_compile(f)
        jit.disable()
        assert not jit.is_enabled() and jit.is_jit_compiled(f)
        jit.disable(deopt_all=True)
        assert not jit.is_jit_compiled(f) and not jit.force_compile(f) and not jit.lazy_compile(f) and not jit.precompile_all()
        def g():
            return 2
        jit.jit_suppress(f)
        jit.enable()
        assert jit.is_enabled() and not jit.is_jit_compiled(f)
        jit.force_compile(g)
        jit.disable(deopt_all=True)
        assert not jit.is_jit_compiled(g) and g() == 2
        jit.enable()
        assert jit.is_jit_compiled(g) and g() == 2
        """);
  }

  @Test
  void callsAreCounted() {
    run(onRequest(), """
        def before(x):
            return x
        before(0)
        jit.compile_after_n_calls(5)
        assert jit.get_compile_after_n_calls() == 5
        def after(x):
            return x
        for n in range(5):
            assert jit.count_interpreted_calls(after) == n
            before(n), after(n)
        assert not jit.is_jit_compiled(before) and not jit.is_jit_compiled(after)
        before(5), after(5)
        assert jit.is_jit_compiled(before) and jit.is_jit_compiled(after)
        assert jit.count_interpreted_calls(before) == 6 and jit.count_interpreted_calls(after) == 5
        jit.auto()
        assert jit.get_compile_after_n_calls() == 1000
        for bad in -1, 10 ** 10:
            raised(ValueError, jit.compile_after_n_calls, bad)
        raised(TypeError, jit.compile_after_n_calls, None)
        """);
  }

  @Test
  void theWaysBackAreCounted() {
    run(onRequest(), """
        def f(a, b):
            return a + b
        f(1, 2)
        jit.force_compile(f)
        jit.get_and_clear_runtime_stats()
        assert f(3, 4) == 7
        assert jit.get_and_clear_runtime_stats() == {'deopt': []}
        assert f(2 ** 62, 2 ** 62) == 2 ** 63
        assert f(1, 0.5) == f(2, -0.5) == 1.5
        events = jit.get_and_clear_runtime_stats()['deopt']
        seen = [(e['normal']['description'], e['normal']['guilty_type'], e['int']['count']) for e in events]
        assert sorted(seen) == [('a value was no int of 64 bits', 'float', 2),
            ('an int became larger than 64 bits', 'None', 1)], seen
        for e in events:
            assert e['normal']['func_qualname'] == 'f' and e['normal']['reason'] == 'GuardFailure'
            assert e['int']['lineno'] == f.__code__.co_firstlineno + 1 and e['normal']['filename'] == f.__code__.co_filename
        assert jit.get_and_clear_runtime_stats() == {'deopt': []}
        """);
  }

  @Test
  void whyCallsAreNotInlinedIsTold() {
    run(onRequest(), """
        def one(x):
            return x + 1
        def varargs(*a):
            return a
        def keywords(**k):
            return k
        def generator():
            yield 1
        def handler():
            try:
                return 1
            except OSError:
                return 2
        def caller():
            one(1), varargs(2), keywords(), generator(), handler(), one(3)
        for _ in range(3):
            caller()
        jit.force_compile(caller)
        assert jit.get_num_inlined_functions(caller) == 2
        assert jit.get_inlined_functions_stats(caller) == {'num_inlined_functions': 2, 'failure_stats': {
            'HasVarargs': {'__main__:varargs'}, 'HasVarkwargs': {'__main__:keywords'}, 'IsGenerator': {'__main__:generator'},
            'HasHandlers': {'__main__:handler'}}}
        jit.disable_hir_inliner()
        assert not jit.is_hir_inliner_enabled()
        jit.force_uncompile(caller), jit.force_compile(caller)
        assert jit.get_num_inlined_functions(caller) == 0
        assert jit.get_inlined_functions_stats(caller)['failure_stats']['ExceedsDepthLimit'] == {'__main__:one', '__main__:handler'}
        jit.enable_hir_inliner()
        """);
  }

  @Test
  void theListAloneIsCompiled() {
    JitSettings settings = onRequest();
    settings.listWildcards = true;
    run(settings, """
        assert jit.get_jit_list() == ({}, {})
        for line in '# a comment', '', '__main__:named', 'code@folder/<string>:999', '*:*.method', 'other:*':
            jit.append_jit_list(line)
        assert jit.get_jit_list() == ({'*': {'*.method'}, '__main__': {'named'}, 'other': {'*'}}, {'code': {'<string>': {999}}})
        def named(): pass
        def code(): pass
        def other(): pass
        class C:
            def method(self): pass
        named(), code(), other(), C().method()
        assert jit.is_jit_compiled(named) and jit.is_jit_compiled(code) and jit.is_jit_compiled(C.method)
        assert not jit.is_jit_compiled(other) and 'JIT list' in jit.why_not_compiled(other)
        assert str(raised(RuntimeError, jit.force_compile, other)) == 'PYJIT_RESULT_NOT_ON_JITLIST'
        for bad in 'OH NO', '*:*', 'x:', ':x', 'a@b', 'a@b:c':
            assert str(raised(RuntimeError, jit.append_jit_list, bad)) == 'Failed to parse new JIT list line ' + bad
        """);
  }

  @Test
  void everythingThatWaitsIsCompiledOnSeveralThreads() {
    JitSettings settings = onRequest();
    settings.multithreadedTest = true;
    run(settings, """
        def make(i):
            def f(x):
                return x + i
            return f
        functions = [eval(f'lambda x: x + {i}') for i in range(30)]
        names = globals()
        for i, f in enumerate(functions):
            names[f'f{i}'] = f
            assert jit.lazy_compile(f)
        assert jit.precompile_all(workers=3)
        assert all(map(jit.is_jit_compiled, functions)) and [f(1) for f in functions] == list(range(1, 31))
        jit.multithreaded_compile_test()
        for bad in -1, 200_000:
            raised(ValueError, jit.precompile_all, bad)
        """);
  }

  @Test
  void compilingInTheBackgroundCanBeAwaited() {
    JitSettings settings = JitSettings.of("on");
    run(settings, """
        assert jit.get_background_compile() and jit.get_compile_after_n_calls() == 1000
        def f(n):
            t = 0
            for i in range(n):
                t += i
            return t
        for _ in range(30):
            f(100)
        jit.wait_for_background_compiles()
        f(1)
        assert jit.is_jit_compiled(f)
        jit.background_compile(False)
        assert not jit.get_background_compile()
        """);
  }

  @Test
  void limitsHold() {
    run(onRequest(), """
        def f(): pass
        def g(): pass
        jit.force_compile(f)
        jit.set_max_code_size(5)
        assert jit.get_allocator_stats()['max_bytes'] == 5
        assert str(raised(RuntimeError, jit.force_compile, g)) == 'PYJIT_OVER_MAX_CODE_SIZE'
        assert not jit.is_jit_compiled(g) and 'limit of 5 bytes' in jit.why_not_compiled(g)
        jit.set_max_code_size(0)
        assert jit.force_compile(g)
        raised(ValueError, jit.set_max_code_size, -1)
        raised(TypeError, jit.set_max_code_size, 1.5)
        """);
    JitSettings few = onRequest();
    few.maxClasses = 1;
    few.maxOperations = 20;
    run(few, """
        def long(a):
            return a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a
        long(1)
        e = raised(RuntimeError, jit.force_compile, long)
        assert 'operations of HIR, and the limit is 20' in e.__notes__[0], e.__notes__
        def f(): pass
        def g(): pass
        assert jit.force_compile(f)
        assert '1 compiled functions' in raised(RuntimeError, jit.force_compile, g).__notes__[0]
        """);
  }

  @Test
  void optionsOfCinderX() {
    JitSettings s = JitSettings.of("off");
    JitOptions.read(Map.of("cinderx-jit-auto", "7", "jit-max-code-size", "2k", "jit-log", true), Map.of("CINDERX_JIT_MAX_CODE_SIZE", "1",
        "PYTHONJITLISTMATCHLINENUMBERS", "1", "CINDERX_JIT_HIR_INLINER", "0", "CINDERX_JIT_SOMETHING_NEW", "1"), s);
    assertTrue(s.enabled && s.listLines && !s.inlines);
    assertEquals(7, s.threshold);
    assertEquals(2048, s.maxCodeBytes);
    assertEquals("Invalid unsigned integer in input string: '-1'", message("max-code-size", "-1"));
    assertEquals("Invalid unsigned integer in input string: '1.1'", message("max-code-size", "1.1"));
    assertEquals("Invalid character in input string: 'dogs'", message("max-code-size", "dogs"));
    assertEquals("Unsigned Integer overflow in input string: '1152921504606846976g'", message("max-code-size", "1152921504606846976g"));
    assertTrue(message("no-such", "1").startsWith("unknown option -X cinderx-jit-no-such"));
    assertTrue(JitOptions.help().contains("max-code-size=N[k|m|g]"));
    assertFalse(JitSettings.hasOptions(Map.of("jit", "on", "jit-log", true), Map.of("PYTHON_JIT", "on")));
  }

  private static String message(String option, String value) {
    return assertThrows(IllegalArgumentException.class, () -> JitOptions.read(Map.of("cinderx-jit-" + option, value), Map.of(), JitSettings.of("on")))
        .getMessage();
  }
}
