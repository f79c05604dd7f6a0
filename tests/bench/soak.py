#!/usr/bin/env python3
"""Runs the benchmark set over and over in one process, and fails if what the JVM keeps grows: metaspace, machine code, heap.

  soak.py [--seconds N] [--only NAME,NAME] COMMAND      (an hour: --seconds 3600)

Each round loads every program anew, so that its functions are new ones, which the JIT compiles again, and lets go of the round before.
After a round and a full collection the JDK's own tool says what is in use. Metaspace and machine code may grow while HotSpot still
compiles the engine; so the last third of the rounds is compared with the third before it. Linux only: it finds the JVM by /proc.
"""
import argparse
import glob
import os
import re
import shlex
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MINIMUM_ROUNDS = 6

# What may come on top from one third to the next, in KB and as a share: HotSpot goes on compiling what was too rare before.
SLACK, SHARE = 3000, 0.05


def work(paths):
    """In the interpreter under test: a round for each line that comes in."""
    import gc
    import importlib.util
    for turn, _ in enumerate(sys.stdin):
        for path in paths:
            spec = importlib.util.spec_from_file_location('program', path)
            module = sys.modules['program'] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            n, expected = module.SIZES['quick']
            began, runs = time.perf_counter(), 0
            # enough for its functions to be compiled, and for HotSpot to compile most of them
            while runs < 3 or time.perf_counter() - began < 0.7:
                if module.run(n) != expected:
                    sys.exit(f'{path}: a wrong result in round {turn + 1}')
                runs += 1
            del module, spec, sys.modules['program']
        gc.collect()
        print(os.getpid(), flush=True)


def jcmd(pid, *command):
    tool = os.path.join(os.path.dirname(os.path.realpath(f'/proc/{pid}/exe')), 'jcmd')
    return subprocess.run([tool, str(pid), *command], capture_output=True, text=True, check=True, timeout=120).stdout


def in_use(pid):
    """Kilobytes in use, by what for."""
    for _ in range(2):  # what the first collection finds dead has references that the second one clears
        jcmd(pid, 'GC.run')
    heap = jcmd(pid, 'GC.heap_info')
    code = jcmd(pid, 'Compiler.codecache')
    return {'metaspace': int(re.search(r'Metaspace +used (\d+)K', jcmd(pid, 'VM.metaspace'))[1]),
            'machine code': sum(int(k) for k in re.findall(r'^CodeHeap .* used=(\d+)Kb', code, re.M)),
            'heap': sum(int(k) for k in re.findall(r'total \d+K, used (\d+)K', heap))}


def grown(rounds):
    """Sentences about what grew from the second third of the rounds to the last."""
    third = len(rounds) // 3
    for kind in rounds[0]:
        before = max(r[kind] for r in rounds[third:2 * third])
        after = min(r[kind] for r in rounds[2 * third:])
        if after > before + max(SLACK, before * SHARE):
            yield f'{kind} grows: at most {before} KB in the second third of {len(rounds)} rounds, at least {after} KB in the last'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--seconds', type=float, default=3600, help='how long (default: an hour); at least %d rounds' % MINIMUM_ROUNDS)
    parser.add_argument('--only', help='these programs, by commas')
    parser.add_argument('command', help='what runs Python, as on a command line')
    options = parser.parse_args()
    paths = sorted(glob.glob(os.path.join(HERE, 'programs', '*.py')))
    if options.only:
        paths = [p for p in paths if os.path.basename(p)[:-3] in options.only.split(',')]
    began = time.monotonic()
    rounds = []
    with subprocess.Popen(shlex.split(options.command) + [os.path.abspath(__file__), '--work', *paths], text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        while len(rounds) < MINIMUM_ROUNDS or time.monotonic() - began < options.seconds:
            process.stdin.write('\n')
            process.stdin.flush()
            pid = process.stdout.readline()
            if not pid:
                break
            rounds.append(in_use(int(pid)))
            print(f'round {len(rounds)}, {time.monotonic() - began:.0f} s:', ', '.join(f'{k} {v} KB' for k, v in rounds[-1].items()), flush=True)
        process.stdin.close()
        code = process.wait()
    faults = list(grown(rounds)) if code == 0 else [f'the interpreter ended with exit code {code}']
    print(*faults, sep='\n')
    print(f'{len(rounds)} rounds of {len(paths)} programs: {0 if faults else 1} passed, {1 if faults else 0} failed')
    sys.exit(bool(faults))


if __name__ == '__main__':
    if sys.argv[1:2] == ['--work']:
        work(sys.argv[2:])
    else:
        main()
