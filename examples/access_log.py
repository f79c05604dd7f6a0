"""What happened on the web server? A report over an access log.

    ./tuff examples/access_log.py [FILE]          (default: the log shipped beside this file)
"""
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^]]+)] "(?P<verb>[A-Z]+) (?P<path>[^ ?"]+)(?P<query>\?\S*)? [^"]*" '
    r'(?P<status>\d{3}) (?P<size>\d+|-) "[^"]*" "(?P<agent>[^"]*)" (?P<ms>\d+)'
)


@dataclass
class Page:
    hits: int = 0
    errors: int = 0
    sent: int = 0
    times: list[int] = field(default_factory=list)


def parse(lines):
    for number, line in enumerate(lines, 1):
        if match := LINE.match(line):
            yield match
        else:
            print(f'line {number} is not an access log line, skipped', file=sys.stderr)


def bar(value, most, width=40):
    return '█' * round(width * value / most) if most else ''


def main(path):
    pages, hours, statuses, suspects = defaultdict(Page), Counter(), Counter(), Counter()
    hosts = set()
    with open(path, encoding='utf-8') as log:
        for hit in parse(log):
            when = datetime.strptime(hit['time'], '%d/%b/%Y:%H:%M:%S %z')
            status = int(hit['status'])
            page = pages[hit['path']]
            page.hits += 1
            page.errors += status >= 500
            page.sent += 0 if hit['size'] == '-' else int(hit['size'])
            page.times.append(int(hit['ms']))
            hours[when.hour] += 1
            statuses[status // 100] += 1
            hosts.add(hit['host'])
            if status in (401, 404):
                suspects[hit['host']] += 1

    total = sum(hours.values())
    sent = sum(page.sent for page in pages.values())
    print(f'{total:,} requests from {len(hosts)} hosts, {sent / 1e6:.1f} MB sent; '
          + ', '.join(f'{family}xx {count / total:.1%}' for family, count in sorted(statuses.items())))
    print(f'\n{"page":28}{"hits":>6}{"median":>9}{"95 %":>9}{"errors":>8}')
    for name, page in sorted(pages.items(), key=lambda item: -item[1].hits):
        slow = quantiles(page.times, n=20)[-1] if len(page.times) > 1 else page.times[0]
        print(f'{name:28}{page.hits:6}{median(page.times):6.0f} ms{slow:6.0f} ms{page.errors or "":>8}')
    print('\nby hour')
    for hour in range(min(hours), max(hours) + 1):
        print(f'{hour:02}  {hours[hour]:4}  {bar(hours[hour], max(hours.values()))}')
    worst = max(pages.items(), key=lambda item: item[1].errors)
    if worst[1].errors:
        print(f'\nlook at {worst[0]}: {worst[1].errors} of {worst[1].hits} requests failed')
    for host, count in suspects.most_common(1):
        print(f'look at {host}: {count} refused or missing pages')


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / 'data' / 'access.log')
