"""Trees of strict modules before they are compiled. No tree is changed: what differs is new."""
import ast
import copy


def rewrite(root, table=None, filename='', modname='', mode='exec', optimize=0, builtins=None, is_static=False, **options):
    """The tree with its `__future__` imports right behind the docstring."""
    body = root.body
    future = [s for s in body if isinstance(s, ast.ImportFrom) and s.module == '__future__']
    at = 1 if body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant) and isinstance(body[0].value.value, str) else 0
    if body[at:at + len(future)] == future:
        return root
    new = copy.copy(root)
    new.body = body[:at] + future + [s for s in body[at:] if s not in future]
    return new


class AnnotationRemover(ast.NodeTransformer):
    """Takes the annotations out of a stub: its types are declared, not trusted."""

    def visit(self, node):
        return super().visit(copy.copy(node))

    def generic_visit(self, node):
        for name, value in ast.iter_fields(node):
            if isinstance(value, list):
                setattr(node, name, list(value))
        return super().generic_visit(node)

    def visit_arg(self, node):
        node.annotation = None
        return node

    def visit_FunctionDef(self, node):
        node.returns = None
        return self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_AnnAssign(self, node):
        value = node.value or ast.copy_location(ast.Constant(...), node)
        return ast.copy_location(ast.Assign([node.target], value, None), node)


def remove_annotations(tree):
    return ast.fix_missing_locations(AnnotationRemover().visit(tree))
