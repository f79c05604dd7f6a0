"""What makes the code of a strict module differ: written as a tree that Python's own compiler takes.

 - Every class statement's class is frozen when the code that made it is over: the module's body, or a call of a function, however that ends.
   A class decorated with the bare name `mutable` is not.
 - Names from `typing` and `__strict__` come from a fixed table.
 - `exec` and `eval` of one argument are given the names that they would find.
The names in angle brackets can be no names of the program's.
"""
import ast
import copy

from ..pycodegen import CodeGenerator
from .common import FIXED_MODULES

CLASSES = '<classes>'
FREEZE = '<freeze-type>'


def is_mutable(node):
    return isinstance(node, ast.Name) and node.id == 'mutable'


def _at(node, place):
    """New nodes stand where `place` does."""
    for n in ast.walk(node):
        if 'lineno' in n._attributes and not hasattr(n, 'lineno'):
            ast.copy_location(n, place)
    return node


def _name(id, store=False):
    return ast.Name(id, ast.Store() if store else ast.Load())


def _item(value, key):
    return ast.Subscript(value, ast.Constant(key), ast.Load())


def _makes_class(body):
    """Whether a class that is to be frozen is made by these statements themselves, not by functions that they define."""
    for statement in body:
        for node in _own(statement):
            if isinstance(node, ast.ClassDef) and not any(is_mutable(d) for d in node.decorator_list):
                return True
    return False


def _own(node):
    yield node
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        for child in ast.iter_child_nodes(node):
            yield from _own(child)


def _head(body):
    """How many statements must stay first: the docstring and `__future__` imports."""
    n = 0
    for statement in body:
        if not (n == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
                and isinstance(statement.value.value, str)
                or isinstance(statement, ast.ImportFrom) and statement.module == '__future__'):
            break
        n += 1
    return n


class _Rewriter(ast.NodeTransformer):
    def __init__(self):
        self.collecting = False  # whether the code that is being rewritten keeps a list of its classes

    def visit(self, node):
        node = copy.copy(node)
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, name, list(value))
        return super().visit(node)

    def module(self, tree):
        self.collecting = _makes_class(tree.body)
        head = _head(tree.body)
        new = self.visit(tree)
        if not tree.body:
            return new
        first, last = tree.body[0], tree.body[-1]
        table = _item(_name('<fixed-modules>'), '__strict__')
        names = ['<strict-modules>', FREEZE] + ([CLASSES] if self.collecting else [])
        start = [ast.Global(names), ast.Assign([_name('<strict-modules>', True)], table),
                 ast.Assign([_name(FREEZE, True)], _item(_name('<strict-modules>'), 'freeze_type'))]
        end = []
        if self.collecting:
            start.append(ast.Assign([_name(CLASSES, True)], ast.List([], ast.Load())))
            end.append(self.freezing())
        new.body[head:head] = [_at(s, first) for s in start]
        new.body += [_at(s, last) for s in end]
        return new

    @staticmethod
    def freezing():
        call = ast.Call(_name(FREEZE), [_name('<class>')], [])
        loop = ast.comprehension(_name('<class>', True), _name(CLASSES), [], 0)
        return ast.Expr(ast.ListComp(call, [loop]))

    def visit_FunctionDef(self, node):
        outer, self.collecting = self.collecting, _makes_class(node.body)
        original = node.body
        head = _head(original)
        node.body = [self.visit(s) for s in original]
        node.body = [s for part in node.body for s in (part if isinstance(part, list) else [part])]
        if self.collecting and len(node.body) > head:
            start = ast.Assign([_name(CLASSES, True)], ast.List([], ast.Load()))
            guarded = ast.Try(node.body[head:], [], [], [self.freezing()])
            node.body = node.body[:head] + [_at(start, original[head]), _at(guarded, original[head])]
        self.collecting = outer
        rest = [name for name in node._fields if name != 'body']
        for name in rest:
            value = getattr(node, name, None)
            if isinstance(value, list):
                setattr(node, name, [self.visit(v) if isinstance(v, ast.AST) else v for v in value])
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        plain = [d for d in node.decorator_list if not is_mutable(d)]
        frozen = len(plain) == len(node.decorator_list)
        place = node.decorator_list[0] if node.decorator_list else node
        node.decorator_list = plain
        self.generic_visit(node)
        if frozen and self.collecting:
            # the outermost decorator notes the class that the others have made of it
            noted = ast.Tuple([ast.Call(ast.Attribute(_name(CLASSES), 'append', ast.Load()), [_name('<class>')], []), _name('<class>')],
                              ast.Load())
            arguments = ast.arguments([], [ast.arg('<class>')], None, [], [], None, [])
            node.decorator_list.insert(0, _at(ast.Lambda(arguments, ast.Subscript(noted, ast.Constant(1), ast.Load())), place))
        return node

    def visit_ImportFrom(self, node):
        table = FIXED_MODULES.get(node.module) if node.level == 0 else None
        if table is None:
            return node
        unknown = [a for a in node.names if a.name not in table]
        made = [_at(ast.ImportFrom(node.module, unknown, 0), node)] if unknown else []
        for a in node.names:
            if a.name in table:
                value = _item(_item(_name('<fixed-modules>'), node.module), a.name)
                made.append(_at(ast.Assign([_name(a.asname or a.name, True)], value), node))
        return made

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id in ('exec', 'eval') and len(node.args) == 1 and not node.keywords \
                and not isinstance(node.args[0], ast.Starred):
            node.args += [_at(ast.Call(_name(n), [], []), node) for n in ('globals', 'locals')]
        return node


def strict_tree(tree):
    """The tree that does what a strict module does; the given one is left as it is."""
    return _Rewriter().module(tree)


class StrictCodeGenerator(CodeGenerator):
    """Compiles a strict module."""

    @classmethod
    def make_code_gen(cls, module_name, tree, filename, source, flags=0, optimize=0, ast_optimizer_enabled=True, builtins=None,
                      mode='exec'):
        return cls(tree, filename, mode, optimize, module_name, flags)

    def getCode(self):
        return compile(strict_tree(self.tree), self.filename, self.mode, self.flags, True, self.optimize)
