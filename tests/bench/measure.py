"""One process under measurement, and several in turn: what bench.py and typed.py share."""
import json
import math
import os
import subprocess
import sys
import tempfile
import time

from worker import summary

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = ('first', 'steady', 'rss')


def worker(path, size, budget, *library):
    """The arguments with which a Python runs a program; see worker.py."""
    return [os.path.join(HERE, 'worker.py'), path, size, str(budget), *library]


def measure(command, timeout):
    """One process: seconds of wall clock, peak resident set in KiB, its output; or the reason why not."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.perf_counter()
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        except OSError as e:
            return None, None, str(e)
        # wait4 alone tells the peak of this one child; a timer keeps the limit
        pid = 0
        while pid == 0:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid == 0:
                if time.perf_counter() - began > timeout:
                    process.kill()
                    os.wait4(process.pid, 0)
                    process.returncode = -9
                    return None, None, f'no end within {timeout} s'
                time.sleep(0.0005 if time.perf_counter() - began < 1 else 0.01)
        took = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode:
            lines = err.read().decode('utf-8', 'replace').strip().splitlines()
            return None, None, f'exit {process.returncode}: {lines[-1] if lines else ""}'[:150]
        return took, usage.ru_maxrss // (1024 if sys.platform == 'darwin' else 1), out.read().decode()


def best_of(commands, rounds, timeout):
    """One program's figures by name of the command: each runs once per round, one right after the other, and the best of the rounds counts."""
    best = {}
    for _ in range(rounds):
        for name, command in commands.items():
            if 'error' in best.get(name, ()):
                continue
            took, peak, said = measure(command, timeout)
            if took is None:
                best[name] = {'error': said}
                continue
            run = json.loads(said.splitlines()[-1])
            if 'times' in run:  # of a program that is no Python
                run = summary(run['times'])
            run['rss'] = peak
            old = best.setdefault(name, run)
            for figure in FIGURES:
                old[figure] = min(old[figure], run[figure])
    return best


def ratio(best, name, base, figure):
    try:
        return best[name][figure] / best[base][figure]
    except (KeyError, ZeroDivisionError):
        return None


def mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def known_failures(path):
    """The names in a file of lines `NAME: reason`."""
    if not path or not os.path.exists(path):
        return set()
    with open(path, encoding='utf-8') as f:
        return {line.split(':')[0] for line in f if line.strip() and not line.startswith('#')}
