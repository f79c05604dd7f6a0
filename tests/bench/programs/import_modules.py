"""Import time: library modules imported anew, from compiled code, their module objects thrown away between."""
import importlib
import sys

SIZES = {'full': (2, 40), 'quick': (1, 20)}

MODULES = ('argparse', 'dataclasses', 'json', 'textwrap', 'shlex', 'string', 'csv', 'fractions', 'difflib', 'html',
           'configparser', 'calendar', 'optparse', 'pprint', 'statistics', 'urllib.parse', 'gettext', 'bisect', 'colorsys', 'queue')
TOPS = {name.split('.')[0] for name in MODULES}


def run(n):
    names = 0
    for _ in range(n):
        kept = {}
        for name in list(sys.modules):
            if name.split('.')[0] in TOPS:
                kept[name] = sys.modules.pop(name)
        for name in MODULES:
            names += hasattr(importlib.import_module(name), '__name__')
        sys.modules.update(kept)
    return names
