# What a program finds before its first import: the same as after, whatever of start-up the interpreter leaves for later.
FIRST_LINES = [
    "print(sorted(globals()))",
    "print(sorted(n for n in locals() if n != 'x'))",
    "print(sorted(dir()))",
    "print(sorted(vars()))",
    "print(__loader__.__name__, __spec__, __package__)",
    "print([k for k in globals()])",
    "print(hasattr(__builtins__, 'exit'), __builtins__.__spec__.name)",
    "print(type(exit).__name__, exit)",
    "print(type(help).__name__, type(license).__name__, quit.name)",
    "def f(): pass\nprint('__loader__' in f.__globals__, f.__globals__['__loader__'].__name__, 'exit' in f.__builtins__)",
    "def f(): return g()\ndef g(): return globals()['__loader__'].__name__\nprint(f())",
    "print(eval('__loader__').__name__, eval('exit').name)",
    "exec('print(__loader__.__name__)')",
    "print(print.__self__.__dict__['exit'].name)",
    "try: nowhere\nexcept NameError as e: print(e)",
    "try: 1 / 0\nexcept ZeroDivisionError as e: print('exit' in e.__traceback__.tb_frame.f_builtins)",
    "def deep(n):\n    if n: return deep(n - 1)\n    import json\n    return json.loads('[1]')\nprint(deep(900))",
    "exit = 5\nimport sys, builtins\nprint(exit, builtins.exit.name, sys.path[0] == '', 'os' in sys.modules)",
    "from sys import meta_path, path_hooks\nprint(len(meta_path), [f.__name__ for f in meta_path])",
    "import json.decoder as d, time\nprint(d.__spec__.name, d.__spec__.parent, d.__spec__.has_location, d.__package__, time.__spec__.origin)",
    "import json\nprint(json.__spec__._initializing, json.__spec__._uninitialized_submodules, json.decoder.__spec__.cached == json.decoder.__cached__)",
    "try: import json.nothing\nexcept ImportError as e: print(e, e.name)",
    "try: import time.sleep\nexcept ImportError as e: print(e, e.name)",
    "import sys\nsys.modules['json'] = None\ntry: import json\nexcept ImportError as e: print(e)",
    "import sys\nsys.path.clear()\ntry: import json\nexcept ImportError as e: print(e)",
    "import sys\nclass F:\n    @staticmethod\n    def find_spec(name, path, target=None): print('asked for', name)\n"
    "sys.meta_path.insert(0, F)\nimport colorsys",
]


def run(line, **environment):
    import os, subprocess, sys
    done = subprocess.run([sys.executable, '-c', line], capture_output=True, text=True, env={**os.environ, **environment})
    return done.stdout.strip() + done.stderr.strip()


for line in FIRST_LINES:
    print(run(line))
# expect: ['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']
# expect: ['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']
# expect: ['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']
# expect: ['__builtins__', '__doc__', '__loader__', '__name__', '__package__', '__spec__']
# expect: BuiltinImporter None None
# expect: ['__name__', '__doc__', '__package__', '__loader__', '__spec__', '__builtins__']
# expect: True builtins
# expect: Quitter Use exit() or Ctrl-D (i.e. EOF) to exit
# expect: _Helper _Printer quit
# expect: True BuiltinImporter True
# expect: BuiltinImporter
# expect: BuiltinImporter exit
# expect: BuiltinImporter
# expect: exit
# expect: name 'nowhere' is not defined
# expect: True
# expect: [1]
# expect: 5 exit True True
# expect: 3 ['BuiltinImporter', 'FrozenImporter', 'PathFinder']
# expect: json.decoder json True json built-in
# expect: False [] True
# expect: No module named 'json.nothing' json.nothing
# expect: No module named 'time.sleep'; 'time' is not a package time.sleep
# expect: import of json halted; None in sys.modules
# expect: No module named 'json'
# expect: asked for colorsys
print(run('import os, sys; print(sys.stdout.encoding, repr(sys.path[0]), os.getcwd() in sys.path, exit.name)', PYTHONIOENCODING='ascii'))
# expect: ascii '' False exit
