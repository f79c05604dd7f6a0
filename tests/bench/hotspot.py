#!/usr/bin/env python3
"""What HotSpot's best compiler was busy with, and what it had to throw away, from HotSpot's own log:

  JAVA_TOOL_OPTIONS='-XX:+UnlockDiagnosticVMOptions -XX:+LogCompilation -XX:LogFile=log.xml' ./tuff program.py
  hotspot.py log.xml [--rows N]

First the methods by the time that C2 took for them: milliseconds, how often, when, bytes of the method, bytes inlined. A method that is there
several times was compiled anew: the second table says why, by the place in the code that went a way which HotSpot had left out.
"""
import argparse
import re


def attributes(line):
    return dict(re.findall(r"(\w+)='([^']*)'", line))


def method(text):
    return re.sub(r'/0x[0-9a-f]+', '', ' '.join(text.split(' ')[:2])).replace('dev.tuff.', '')


def read(path):
    """The tasks of C2 as (method, start, seconds, bytes, inlined), and the traps as (time, reason, places, innermost first)."""
    tasks, traps, task, trap = [], [], None, None
    with open(path, encoding='utf-8', errors='replace') as log:
        for line in log:
            if line.startswith('<task '):
                task = attributes(line)
            elif line.startswith('<task_done') and task is not None:
                done = attributes(line)
                if task.get('level', '4') == '4':
                    start = float(task['stamp'])
                    tasks.append((method(task['method']), start, float(done['stamp']) - start, task.get('bytes', '-'), done.get('inlined_bytes', '-')))
                task = None
            elif line.startswith('<uncommon_trap thread'):
                a = attributes(line)
                trap = []
                traps.append((float(a['stamp']), a['reason'], trap))
            elif line.startswith('<jvms') and trap is not None:
                a = attributes(line)
                trap.append(f"{method(a['method'])}@{a['bci']}")
            else:
                trap = None
    return tasks, traps


def main():
    parser = argparse.ArgumentParser(description="What HotSpot's best compiler was busy with: see the head of this file.")
    parser.add_argument('log', help='what -XX:+LogCompilation has written')
    parser.add_argument('--rows', type=int, default=30, help='of the first table (default 30)')
    options = parser.parse_args()
    tasks, traps = read(options.log)
    by_method = {}
    for task in tasks:
        by_method.setdefault(task[0], []).append(task)
    rows = sorted(by_method.items(), key=lambda item: -sum(t[2] for t in item[1]))
    again = sum(sum(t[2] for t in all_of) - max(t[2] for t in all_of) for all_of in by_method.values())
    print(f'C2: {len(tasks)} tasks, {sum(t[2] for t in tasks):.1f} s, of it {again:.1f} s for methods compiled before')
    for name, all_of in rows[:options.rows]:
        when = ' '.join(f'{t[1]:.1f}' for t in all_of)
        print(f'{sum(t[2] for t in all_of) * 1000:6.0f} ms x{len(all_of)}  {name}  at {when} s, {all_of[-1][3]} + {all_of[-1][4]} bytes')
    print('\nways that had been left out')
    seen = set()
    for stamp, reason, places in traps:
        if (reason, *places[:2]) not in seen:
            seen.add((reason, *places[:2]))
            print(f'{stamp:7.2f} s  {reason}  {" < ".join(places[:4])}')


if __name__ == '__main__':
    main()
