package dev.tuff.jit;

import org.junit.jupiter.api.Test;

/**
 * No function goes on leaving its compiled code: whatever the values do, after some calls either the compiled code is for all of them or the
 * interpreter has the instruction. And what goes back to the interpreter goes on there as if nothing had been.
 */
class DeoptTest {
  private static final String START = """
      import cinderjit as jit
      def settles(f, *kinds, calls=6000):
          # the interpreter says what is right
          jit.disable()
          for kind in kinds:
              kind.expected = f(*kind())
          jit.enable()
          # each call with the next kind of arguments, in a run of one and in runs of many
          for n in range(calls):
              kind = kinds[n % len(kinds)] if n % 1000 < 500 else kinds[n // 100 % len(kinds)]
              got, expected = f(*kind()), kind.expected
              assert got == expected and type(got) is type(expected), (f.__name__, got, expected)
          jit.get_and_clear_runtime_stats()
          for n in range(500):
              f(*kinds[n % len(kinds)]())
          left = [e for e in jit.get_and_clear_runtime_stats()['deopt'] if e['normal']['func_qualname'] != 'settles']
          assert not left, (f.__name__, left)
          assert jit.is_jit_compiled(f) or jit.why_not_compiled(f), f.__name__

      class Kind:
          def __init__(self, *args):
              self.args = args
          def __call__(self):
              return self.args
      """;

  private static void run(String source) {
    Programs.run(JitSettings.of("always"), START + source);
  }

  @Test
  void numbersOfAllKinds() {
    run("""
        def calculate(a, b):
            return (a + b) * a - b
        settles(calculate, Kind(3, 2), Kind(2.0, 1.0), Kind(2, 1.5), Kind(2 ** 62, 2 ** 62),
                Kind(1 + 0j, 0j), Kind(True, False), Kind(2 ** 70, 1))
        def divide(a, b):
            try:
                return a // b
            except ZeroDivisionError:
                return None
        settles(divide, Kind(5, 2), Kind(5, 0), Kind(5, -2), Kind(5.0, 2), Kind(5.0, 0.0), Kind(-2 ** 63, -1))
        """);
  }

  @Test
  void classesThatChangeAllTheTime() {
    run("""
        class Counted:
            made = 0
            def __init__(self):
                Counted.made += 1
        class Bare:
            made = 0
            kind = None
        def makes(n):
            before = Counted.made
            Counted(), Counted()
            return Counted.made - before + n
        settles(makes, Kind(1), Kind(2.5))
        def bare(value):
            Bare.kind = value
            return Bare().kind, Bare.kind
        settles(bare, Kind(1), Kind((1,)), Kind('a'), Kind([]))
        """);
  }

  @Test
  void globalsThatGrow() {
    run("""
        def twice(n):
            return n * 2
        def names(added):
            globals()[added] = added
            return twice(len(added))
        settles(names, Kind('short'), Kind('longer'))
        for n in range(500):
            names(f'added_{n}')
        left = [e for e in jit.get_and_clear_runtime_stats()['deopt']]
        assert not left, left
        """);
  }

  @Test
  void typesOfAllKinds() {
    run("""
        def items(c, k):
            if k in c:
                return c[k]
            return len(c)
        settles(items, Kind({1: 'v'}, 1), Kind({1: 'v'}, 2), Kind([1, 2], 3), Kind([0, 2, 1], 1), Kind('a', 'b'),
                Kind((1, 3), 1), Kind({}, 0), Kind(b'ab', 1))
        class A:
            x = 1
            def m(self): return self.x
        class B:
            def __init__(self): self.x = 2.0
            def m(self): return self.x
        class C(A):
            __slots__ = ()
            @property
            def x(self): return 'three'
        class D:
            def __getattr__(self, name): return (lambda: 4) if name == 'm' else 5
        def attributes(o):
            return o.m(), o.x
        settles(attributes, Kind(A()), Kind(B()), Kind(C()), Kind(D()))
        def call(f):
            return f(2)
        settles(call, Kind(lambda x: x + 1), Kind(str), Kind(abs), Kind([0].__mul__), Kind(lambda x, y=2: x * y))
        """);
  }

  @Test
  void branchesIteratorsAndHandlers() {
    run("""
        def total(items):
            t = 0
            for x in items:
                t += x
            return t
        settles(total, Kind([1, 2]), Kind((1, 2)), Kind(range(10)), Kind([0.5, 1]), Kind({1: 0, 2: 0}), Kind([2 ** 63, 2 ** 63]))
        def unpack(pair):
            try:
                a, b = pair
            except (ValueError, TypeError) as e:
                return type(e).__name__
            return a
        settles(unpack, Kind((1, 2)), Kind((1, 2, 3)), Kind([1, 2]), Kind(5), Kind('ab'))
        def unbound(flag):
            if flag:
                x = 1
            try:
                return x
            except UnboundLocalError:
                return 'unbound'
        settles(unbound, Kind(True), Kind(False))
        def deleted(flag):
            x = 1
            if flag:
                del x
            try:
                del x
            except UnboundLocalError as e:
                return str(e)
            return 'deleted'
        settles(deleted, Kind(True), Kind(False))
        def cell(flag):
            if flag:
                x = 1
            def inner():
                return x
            try:
                return inner()
            except NameError as e:
                return str(e)
        settles(cell, Kind(True), Kind(False))
        def generated(n):
            def gen():
                for i in range(n):
                    yield i if i % 2 else i / 2
            return sum(gen())
        settles(generated, Kind(1), Kind(2), Kind(5), calls=3000)
        """);
  }

  @Test
  void globalsAndClassesThatChange() {
    run("""
        value = 1
        def helper(x):
            return x + value
        def user(x):
            return helper(x) * 2
        class C:
            def m(self):
                return 1
        c = C()
        def method():
            return c.m()
        for n in range(3000):
            value = n if n % 3 else float(n)
            if n % 50 == 0:
                helper = eval(f'lambda x: x - {n}')
            expected = helper(5) * 2
            assert user(5) == expected, n
            if n % 7 == 0:
                C.m = eval(f'lambda self: {n}')
            assert method() == n // 7 * 7
        jit.get_and_clear_runtime_stats()
        for n in range(500):
            value = n
            user(5), method()
        left = jit.get_and_clear_runtime_stats()['deopt']
        assert sum(e['int']['count'] for e in left) < 50, left
        """);
  }
}
