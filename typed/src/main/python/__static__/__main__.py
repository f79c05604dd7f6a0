"""python -m __static__ SCRIPT [ARGUMENT ...]: runs a script, and what it imports, as static modules where they ask for it."""
import importlib.util
import os
import sys

from cinderx.compiler.strict.loader import StrictSourceFileLoader, install


def main():
    if len(sys.argv) < 2:
        sys.exit('Usage: python -m __static__ <script.py> [args...]')
    script = sys.argv[1]
    if not os.path.isfile(script):
        sys.exit(f'Error: {script!r} is not a file')
    del sys.argv[0]
    install()
    folder = os.path.dirname(os.path.abspath(script))
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location('__main__', script, loader=StrictSourceFileLoader('__main__', script))
    module = importlib.util.module_from_spec(spec)
    sys.modules['__main__'] = module
    spec.loader.exec_module(module)


main()
