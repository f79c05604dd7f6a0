"""What is known of a module that takes part in a static compilation."""

ENABLE_IMPLICIT_TYPE_ALIASES = False


class ModuleTableException(Exception):
    pass


class DepTrackingOptOut(str):
    """Why a look-up is none of the module's dependencies."""


class ModuleTable:
    """A module by name: its tree, which the compiler in Java binds."""

    def __init__(self, name, filename, tree, source, compiler):
        self.name = name
        self.filename = filename
        self.tree = tree
        self.source = source
        self.compiler = compiler

    def get_dependencies(self):
        """The modules that the last compilation looked into, also through others: tables of static ones, names of others."""
        for name, static in self.compiler._requested.get(self.name, {}).items():
            yield self.compiler.modules[name] if static else UnknownModule(name)

    def __getattr__(self, name):
        raise NotImplementedError(f'cinderx.compiler.static.module_table.ModuleTable.{name} is not supported: types live in Java')


class UnknownModule:
    """A module that is not static."""

    def __init__(self, name):
        self.name = name


def find_transitive_deps(modname, all_deps):
    """The modules that `modname` depends on, also through others; `all_deps` has {module: {name: {(module, name), …}}}."""
    seen = set()
    todo = [dep for deps in all_deps.get(modname, {}).values() for dep in deps]
    while todo:
        dep = todo.pop()
        if dep not in seen:
            seen.add(dep)
            module, name = dep
            todo.extend(all_deps.get(module, {}).get(name, ()))
    return {module for module, _ in seen} - {modname}
