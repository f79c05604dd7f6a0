"""Which of `__static__` and `__strict__` a module asks for: imports that stand alone at its head."""
import ast
from dataclasses import dataclass

FLAGS = ('__static__', '__strict__')


@dataclass
class Flags:
    is_static: bool = False
    is_strict: bool = False

    def merge(self, other):
        """What either asks for."""
        return self if other is None else Flags(self.is_static or other.is_static, self.is_strict or other.is_strict)


class BadFlagException(Exception):
    """A flag where it has no meaning, or in a form that it may not have."""


class FlagExtractor:
    def __init__(self, future_flags=0):
        pass

    def get_flags(self, node):
        """The flags of a module's tree. Before them may only come a docstring, `__future__` imports and other flags."""
        found = set()
        head = True
        docstring = False
        for statement in node.body:
            if isinstance(statement, ast.Import) and any(a.name in FLAGS for a in statement.names):
                self._check(statement, head)
                found.add(statement.names[0].name)
            elif isinstance(statement, ast.ImportFrom) and statement.module == '__future__':
                pass
            elif not docstring and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) \
                    and isinstance(statement.value.value, str):
                docstring = True
            else:
                head = False
        return Flags('__static__' in found, '__strict__' in found)

    @staticmethod
    def _check(statement, head):
        flag = next(a for a in statement.names if a.name in FLAGS)
        if not head or statement.names[0] is not flag:
            raise BadFlagException(f'Cinder flag {flag.name} must be at the top of a file')
        if len(statement.names) > 1:
            raise BadFlagException(f'{flag.name} flag may not be combined with other imports')
        if flag.asname is not None:
            raise BadFlagException(f'{flag.name} flag may not be aliased')
