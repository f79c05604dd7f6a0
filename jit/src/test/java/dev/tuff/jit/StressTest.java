package dev.tuff.jit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compiled code while others change what it relies on; and that compiled code dies with its functions. Small enough to run each time. */
class StressTest {
  /** Threads that change functions, classes and globals while others run compiled code: each result is one that some order of events explains. */
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void othersChangeWhatCompiledCodeReliesOn() {
    JitSettings settings = JitSettings.of("on");
    settings.threshold = 20;
    Programs.run(settings, """
        import _thread, time
        offset = 0
        class Base:
            weight = 1
            def value(self):
                return 10
        class Leaf(Base):
            def __init__(self):
                self.field = 5
        def helper(x, by=1):
            return x + by
        leaf = Leaf()
        def work(n):
            seen = []
            for i in range(n):
                seen.append((helper(i) - i, leaf.value(), leaf.weight, leaf.field, offset))
            return seen
        stop = False
        failures = []
        finished = []
        allowed = [{1, 2, 3}, {10, 20, 30}, {1, 2.5}, {5, 'five', 2 ** 70}, {0, 1.5, 'off'}]
        def runner():
            try:
                while not stop:
                    for row in work(50):
                        for place, (value, set_) in enumerate(zip(row, allowed)):
                            if value not in set_:
                                failures.append((place, value))
            except Exception as e:
                failures.append(repr(e))
            finished.append(1)
        def changer():
            global offset, helper
            codes = [helper.__code__, (lambda x, by=1: x + 2).__code__, (lambda x, by=1: x + by + 2 * (by > 0)).__code__]
            values = [lambda self: 10, lambda self: 20, lambda self: 30]
            old = helper
            n = 0
            try:
                while not stop:
                    n += 1
                    offset = (0, 1.5, 'off')[n % 3]
                    Base.value = values[n % 3]
                    if n % 2:
                        Leaf.weight = 2.5
                    elif 'weight' in Leaf.__dict__:
                        del Leaf.weight
                    leaf.field = (5, 'five', 2 ** 70)[n % 3]
                    old.__code__ = codes[n % 3]
                    if n % 5 == 0:
                        helper = eval('lambda x, by=1: x + 3', {})
                    elif n % 5 == 3:
                        helper = old
                    if n % 7 == 0:
                        leaf.extra = n
                    time.sleep(0.0005)
            except Exception as e:
                failures.append(repr(e))
            finished.append(1)
        for f in runner, runner, changer:
            _thread.start_new_thread(f, ())
        time.sleep(3)
        stop = True
        for _ in range(600):
            if len(finished) == 3:
                break
            time.sleep(0.05)
        assert len(finished) == 3, 'a thread hangs'
        assert not failures, failures[:5]
        """);
  }

  /** The classes of functions that nobody has any more are unloaded. */
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void compiledCodeDiesWithItsFunctions() throws InterruptedException {
    JitSettings settings = JitSettings.of("always");
    Programs.run(settings, """
        import cinderjit as jit
        source = '''
        def inner(x):
            return x * 2
        class C:
            def method(self, n):
                return inner(n) + 1
        def outer(n):
            t = 0
            for i in range(n):
                t += C().method(i)
            return t
        def gen(n):
            for i in range(n):
                yield i
        '''
        for round in range(60):
            names = {}
            exec(compile(source, f'<round {round}>', 'exec'), names)
            for _ in range(6):
                assert names['outer'](10) == 100 and sum(names['gen'](10)) == 45
        made = jit.get_allocator_stats()['classes']
        assert made > 100, made
        del names
        import gc, time
        for _ in range(50):
            gc.collect()
            left = jit.get_allocator_stats()['classes']
            if left < made / 4:
                break
            time.sleep(0.05)
        assert left < made / 4, f'{left} of {made} classes live, though their functions are gone'
        """);
    assertTrue(settings.enabled);
  }
}
