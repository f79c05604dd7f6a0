"""A name must not be both an attribute of a class and a field of its instances."""
import ast

from .common import StrictModuleError


def _targets(node):
    if isinstance(node, (ast.Tuple, ast.List)):
        for n in node.elts:
            yield from _targets(n)
    elif isinstance(node, ast.Starred):
        yield from _targets(node.value)
    else:
        yield node


def _statements(body):
    """The statements of a class or function itself, also those inside others."""
    for s in body:
        yield s
        if not isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for part in ('body', 'orelse', 'finalbody'):
                yield from _statements(getattr(s, part, []))
            for handler in getattr(s, 'handlers', []):
                yield from _statements(handler.body)


def _stores(statement):
    if isinstance(statement, ast.Assign):
        for t in statement.targets:
            yield from _targets(t)
    elif isinstance(statement, (ast.AugAssign, ast.For, ast.AsyncFor)) or isinstance(statement, ast.AnnAssign) and statement.value:
        yield from _targets(statement.target)


def _fields(init):
    arguments = init.args.posonlyargs + init.args.args
    if not arguments:
        return
    self = arguments[0].arg
    for s in _statements(init.body):
        targets = list(_stores(s)) + ([s.target] if isinstance(s, ast.AnnAssign) else [])
        for t in targets:
            if isinstance(t, ast.Attribute) and isinstance(t.value, ast.Name) and t.value.id == self:
                yield t.attr


def check_class_conflict(tree, filename, symbols=None):
    """Raises StrictModuleError for the first class of the tree with such a name."""
    for cls in ast.walk(tree):
        if not isinstance(cls, ast.ClassDef):
            continue
        of_class, of_instance = set(), set()
        for s in _statements(cls.body):
            if isinstance(s, ast.Global) and '__annotations__' in s.names:
                raise StrictModuleError('__annotations__ of a class cannot be global', filename, s.lineno, s.col_offset)
            if isinstance(s, ast.AnnAssign) and s.value is None and isinstance(s.target, ast.Name):
                of_instance.add(s.target.id)
            elif isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                of_class.add(s.name)
                if s.name == '__init__':
                    of_instance.update(_fields(s))
            else:
                of_class.update(t.id for t in _stores(s) if isinstance(t, ast.Name))
        both = of_class & of_instance
        if both:
            names = ', '.join(sorted(both))
            raise StrictModuleError(f'Class member conflicts with instance member: {names}', filename, cls.lineno, cls.col_offset)
