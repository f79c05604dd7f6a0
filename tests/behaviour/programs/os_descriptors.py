# Descriptors of counters and timers, programs started beside this one, who the process is.
import os, select, sys, time
fd = os.eventfd(3)
os.eventfd_write(fd, 4)
print(os.eventfd_read(fd), os.get_inheritable(fd), select.select([fd], [fd], [], 0) == ([], [fd], []))
# expect: 7 False True
os.close(fd)
fd = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK | os.EFD_CLOEXEC)
print(os.eventfd_read(fd), os.read(fd, 8))
# expect: 1 b'\x01\x00\x00\x00\x00\x00\x00\x00'
try:
    os.eventfd_read(fd)
except BlockingIOError as e:
    print(e)
# expect: [Errno 11] Resource temporarily unavailable
os.close(fd)
fd = os.timerfd_create(time.CLOCK_MONOTONIC)
print(os.timerfd_settime(fd, initial=0.02, interval=0))
# expect: (0.0, 0.0)
print(int.from_bytes(os.read(fd, 8), sys.byteorder), os.timerfd_gettime_ns(fd))
# expect: 1 (0, 0)
try:
    os.timerfd_settime(fd, initial=-1)
except OSError as e:
    print(e)
# expect: [Errno 22] Invalid argument
os.close(fd)
print(os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit 5']), os.spawnve(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit $CODE'], {'CODE': '6'}))
# expect: 5 6
pid = os.spawnlp(os.P_NOWAIT, 'sh', 'sh', '-c', 'exit 7')
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
# expect: 7
os.setreuid(-1, -1)
try:
    os.setuid(1 << 32)
except OverflowError as e:
    print(e)
# expect: uid is less than minimum
