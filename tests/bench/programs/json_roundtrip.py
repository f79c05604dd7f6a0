"""JSON: dumping and loading nested records, compact, indented and sorted, with escapes and floats."""
import json

SIZES = {'full': (1000, (316584, 510344, 350476, 5612)), 'quick': (15, (4357, 7077, 4837, 59))}


def record(i):
    return {
        'id': i, 'name': f'Übung "{i}"\n', 'price': i * 1.25, 'tags': ['red', 'green', 'blue'][:i % 4],
        'active': i % 2 == 0, 'parent': None if i % 5 else i // 2, 'size': {'w': i % 17, 'h': -i, 'ratio': i / 7},
        'history': [{'at': 1700000000 + k * 3600, 'by': f'user{k}', 'note': f'moved \u2192 shelf {k}'} for k in range(i % 6)],
    }


def run(n):
    records = [record(i) for i in range(n)]
    compact = json.dumps(records, separators=(',', ':'))
    pretty = json.dumps(records, indent=2, sort_keys=True, ensure_ascii=False)
    back = json.loads(compact)
    if back != json.loads(pretty) or back != records:
        raise AssertionError('what came back is not what went in')
    lengths = [len(json.dumps(r)) for r in back]
    ratios = json.loads(compact, parse_float=lambda text: text)
    return len(compact), len(pretty), sum(lengths), sum(len(r['price']) for r in ratios)
