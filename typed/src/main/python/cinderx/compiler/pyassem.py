"""CinderX assembles code here in Python; Tuff's compiler does it in Java and has no graph to show."""
from dis import Instruction


class PyFlowGraph:
    """What a code generator would assemble: Tuff makes it in one piece and shows it with `dis`."""

    def __init__(self, name, filename, scope=None):
        self.name = name
        self.filename = filename
        self.scope = scope

    def __getattr__(self, name):
        raise NotImplementedError(f'cinderx.compiler.pyassem.PyFlowGraph.{name} is not supported: Tuff does not assemble code in Python')
