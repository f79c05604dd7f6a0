"""Strings: building, splitting, searching, replacing, formatting, translating, encoding."""

SIZES = {'full': (2000, 1629650), 'quick': (100, 81468)}

WORDS = 'the quick brown fox jumps over a lazy dog while zephyrs blow über größere Felder und naïve cafés'.split()
TABLE = str.maketrans('aeiou', 'AEIOU', 'xyz')


def caesar(text, by):
    out = []
    for ch in text:
        if 'a' <= ch <= 'z':
            out.append(chr((ord(ch) - 97 + by) % 26 + 97))
        else:
            out.append(ch)
    return ''.join(out)


def run(n):
    total = 0
    for i in range(n):
        line = ' '.join(WORDS[(i + k) % len(WORDS)] for k in range(12))
        title = line.title().replace('The', 'That')
        parts = title.split(' ')
        fields = f'{i:>8d}|{i * 0.5:10.3f}|{parts[0]!r:<14}|{len(line):#06x}'
        percent = '%05d %s %-10s %.2e' % (i, parts[1], parts[2], i + 0.5)
        total += len(fields) + len(percent) + line.count('o') + title.find('Dog')
        total += sum(p.startswith(('T', 'Q')) for p in parts) + len(line.translate(TABLE).strip('A '))
        total += len(line.encode('utf-8')) + len(line.encode('latin-1').decode('latin-1').upper())
        total += len(caesar(line, i % 26).partition(' ')[2]) + ('fox' in line) + (line < title)
        total += len('\n'.join(parts).splitlines()) + len(line[::-1].rstrip('eht')) + hash(line) * 0
        text = ''
        for p in parts:
            text += p.lower().center(12, '*')
        total += len(text) + len({*text}) + sum(ord(c) & 1 for c in text) * 8
    return total
