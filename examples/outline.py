"""What is in this Python project? The classes and functions of every file under a folder, read with `ast`, longest first.

    ./tuff examples/outline.py [FOLDER]           (default: the folder of the examples)
"""
import ast
import sys
from pathlib import Path


def functions(tree, prefix=''):
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            name = f'{prefix}{node.name}'
            yield name, node
            yield from functions(node, name + '.')


BRANCHES = ast.If, ast.For, ast.While, ast.ExceptHandler, ast.BoolOp, ast.IfExp, ast.match_case, ast.comprehension


def branches(node):
    return 1 + sum(isinstance(n, BRANCHES) for n in ast.walk(node))


def main(folder):
    longest = []
    for path in sorted(Path(folder).rglob('*.py')):
        try:
            tree = ast.parse(path.read_text(encoding='utf-8'), str(path))
        except SyntaxError as error:
            print(f'{path}: line {error.lineno}: {error.msg}')
            continue
        print(f'{path.relative_to(folder)}: {(ast.get_docstring(tree) or "no docstring").splitlines()[0]}')
        for name, node in functions(tree):
            if isinstance(node, ast.ClassDef):
                print(f'    class {name}')
            else:
                print(f'    {name}({ast.unparse(node.args)})')
                where = f'{path.relative_to(folder)}:{node.lineno} {name}'
                longest.append((node.end_lineno - node.lineno + 1, branches(node), where))
    print('\nlines branches')
    for lines, paths, where in sorted(longest, reverse=True)[:8]:
        print(f'{lines:5} {paths:8}  {where}')


if __name__ == '__main__':
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent))
