# threading: starting and joining, locks, events, conditions, queues, local data, exceptions in threads, pools, atomic container operations.
import concurrent.futures, queue, threading
results = []
def work(n):
    for i in range(n):
        results.append(i)


ts = [threading.Thread(target=work, args=(500,), name=f'w{i}') for i in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(results), sorted(set(results)) == list(range(500)), ts[0].name, ts[0].is_alive(), threading.current_thread().name, threading.active_count())
# expect: 2000 True w0 False MainThread 1
counter, lock = 0, threading.Lock()
def add():
    global counter
    for _ in range(300):
        with lock:
            counter += 1


ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(counter, lock.locked(), lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release())
# expect: 1200 False True False False None
r = threading.RLock()
with r:
    with r:
        print('reentrant')
# expect: reentrant
event, box = threading.Event(), []
def waiter():
    event.wait()
    box.append('woken')


t = threading.Thread(target=waiter)
t.start()
event.set()
t.join()
print(box, event.is_set(), event.wait(0.01))
# expect: ['woken'] True True
q = queue.Queue(maxsize=2)
def producer():
    for i in range(6):
        q.put(i)
    q.put(None)


threading.Thread(target=producer).start()
got = []
while (item := q.get()) is not None:
    got.append(item)
print(got, q.empty())
# expect: [0, 1, 2, 3, 4, 5] True
cond, ready = threading.Condition(), []
def consumer():
    with cond:
        cond.wait_for(lambda: ready)
        print('consumed', ready.pop())


t = threading.Thread(target=consumer)
t.start()
with cond:
    ready.append('x')
    cond.notify()
t.join()
# expect: consumed x
local = threading.local()
local.v = 'main'
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, 'v')))
t.start()
t.join()
print(seen, local.v)
# expect: [False] main
caught = []
threading.excepthook = lambda args: caught.append((args.exc_type.__name__, str(args.exc_value)))
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
print(caught)
# expect: [('ZeroDivisionError', 'division by zero')]
with concurrent.futures.ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda x: x * x, range(5))), pool.submit(pow, 2, 5).result())
    f = pool.submit(int, 'x')
    print(type(f.exception()).__name__, f.done())
# expect: [0, 1, 4, 9, 16] 32
# expect: ValueError True
b = threading.Barrier(2)
order = []
t = threading.Thread(target=lambda: order.append(b.wait() in (0, 1)))
t.start()
b.wait()
t.join()
print(order, threading.Semaphore(1).acquire(), threading.main_thread() is threading.current_thread())
# expect: [True] True True
d = {}
def fill(k):
    for i in range(300):
        d[k, i] = i
        d.setdefault(i, []).append(k)


ts = [threading.Thread(target=fill, args=(k,)) for k in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(d), all(len(d[i]) == 3 for i in range(300)))
# expect: 1200 True
for text in ('lock.release(); lock.release()', 'threading.Thread(target=5, args=5)', 'ts[0].start()', 'threading.current_thread().join()', 'queue.Queue().get_nowait()', 'threading.Semaphore(-1)'):
    try:
        exec(text)
        print('fine')
    except Exception as e:
        print(type(e).__name__, e)
# expect: RuntimeError release unlocked lock
# expect: fine
# expect: RuntimeError threads can only be started once
# expect: RuntimeError cannot join current thread
# expect: Empty
# expect: ValueError semaphore initial value must be >= 0
