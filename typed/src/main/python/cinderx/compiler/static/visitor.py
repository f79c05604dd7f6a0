"""What CinderX's visitors of static modules share, as far as it makes sense without them: Tuff's work in Java."""


class GenericVisitor:
    """Not to be made: `_resolve_relative_import` is for objects that have a module_name, a filename and a syntax_error."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('cinderx.compiler.static.visitor.GenericVisitor is not supported: trees are bound in Java')

    def _resolve_relative_import(self, node):
        """The absolute name of the module that a relative import means; reports one that leaves the top package."""
        package = self.module_name.split('.')
        up = node.level - self.filename.endswith('__init__.py')
        base = package[:len(package) - up] if up <= len(package) else []
        name = '.'.join(base + ([node.module] if node.module else [])) if up <= len(package) else ''
        if not name:
            self.syntax_error('attempted relative import beyond top-level package', node)
        return name
