"""The errors of the static compiler, and where they go: the first one is raised, or all are collected."""
from _cinderx import TypedSyntaxError


class PerfWarning(Warning):
    """What will run slower than it could."""

    def __init__(self, msg, filename, lineno, offset, text, end_lineno=None, end_offset=None):
        super().__init__(msg, filename, lineno, offset, text)
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        self.offset = offset
        self.text = text
        self.end_lineno = end_lineno
        self.end_offset = end_offset


class ErrorSink:
    """Raises the first error; leaves warnings aside."""
    throwing = True

    def __init__(self):
        self.errors = []
        self.warnings = []

    @property
    def has_errors(self):
        return bool(self.errors)

    @property
    def has_warnings(self):
        return bool(self.warnings)

    def error(self, exception):
        raise exception

    def warn(self, warning):
        pass


class CollectingErrorSink(ErrorSink):
    """Keeps errors and warnings."""
    throwing = False

    def error(self, exception):
        self.errors.append(exception)

    def warn(self, warning):
        self.warnings.append(warning)
