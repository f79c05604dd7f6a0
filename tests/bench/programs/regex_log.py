"""Regular expressions: parsing log lines, tokenising code, substituting, splitting, named groups and look-around."""
import re

SIZES = {'full': (2000, (2117836, 240911, 14000)), 'quick': (40, (12136, 4603, 280))}

LINE = re.compile(r'(?P<host>\d{1,3}(?:\.\d{1,3}){3}) - (?P<user>\S+) '
                  r'\[(?P<day>\d+)/(?P<month>\w{3})/(?P<year>\d{4}):(?P<time>[\d:]+) [^\]]*\] '
                  r'"(?P<verb>GET|POST|PUT|DELETE) (?P<path>[^ "]+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+*/()=<>,;]))')
WORD = re.compile(r'\b([a-z]+?)(ing|ed|s)?\b', re.IGNORECASE)
MONEY = re.compile(r'(?<=\$)\d+(?:,\d{3})*(?:\.\d\d)?(?!\d)')


def log_line(i):
    return (f'10.{i % 7}.{i % 13}.{i % 251} - {"anna" if i % 3 else "-"} '
            f'[{i % 28 + 1:02d}/Mar/2026:{i % 24:02d}:{i % 60:02d}:07 +0100] '
            f'"{("GET", "POST", "PUT")[i % 3]} /shop/item{i % 97}?page={i % 5} HTTP/1.1" '
            f'{(200, 404, 500)[i % 7 % 3]} {i * 37 % 5000}')


def run(n):
    size = found = tokens = 0
    for i in range(n):
        m = LINE.match(log_line(i))
        if m['status'] == '200':
            size += int(m['size'])
        found += len(m.groupdict()) + len(m.group('path'))
        code = f'total_{i} = (price * {i}.5 + tax) / count >= {i * 3}; print(total_{i}, x{i % 9} != 4)'
        tokens += sum(1 for t in TOKEN.finditer(code) if t.lastindex == 2)
        text = f'She walked {i} miles, singing songs; paid ${i},250.75 and $ {i}, then ended talks.'
        found += len(WORD.sub(lambda w: w.group(1).upper() if w.group(2) else w.group(0), text))
        found += len(MONEY.findall(text)) + len(re.split(r'[,;.\s]+', text)) + bool(re.search(r'(\w)\1', text))
    return size, found, tokens
