"""Runs one of CPython's test modules inside the interpreter under test and writes each test's fate to a file as it happens.

  driver.py MODULE RESULTS_FILE [ID_OR_PATTERN_TO_LEAVE_OUT ...]

Lines: `start ID`, then `ok|fail|skip ID<TAB>reason`. A test that takes the process down leaves its `start` as the last line.
"""
import fnmatch
import sys
import unittest

module, path, *skipped = sys.argv[1:]
out = open(path, 'a', encoding='utf-8', errors='backslashreplace')


def say(word, name, reason=''):
    reason = ' '.join(str(reason).split())[:160]
    out.write(f'{word} {name}\t{reason}\n')
    out.flush()


def last_line(error):
    kind, value = error[0], error[1]
    try:
        text = str(value)
    except Exception:
        text = '<no text>'
    return f'{kind.__name__}: {text}' if text else kind.__name__


class Recorder(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.failed = None
        self.skipped_because = None
        self.fine = False
        say('start', test.id())

    def addSuccess(self, test):
        self.fine = True

    def addFailure(self, test, err):
        self.failed = self.failed or last_line(err)
        if not isinstance(test, unittest.TestCase) or isinstance(test, unittest.suite._ErrorHolder):
            say('fail', test.id(), self.failed)

    addError = addFailure

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.failed = self.failed or last_line(err)

    def addSkip(self, test, reason):
        self.skipped_because = reason or 'skipped'
        if isinstance(test, unittest.suite._ErrorHolder):
            say('skip', test.id(), reason)

    def addExpectedFailure(self, test, err):
        self.fine = True

    def addUnexpectedSuccess(self, test):
        self.failed = 'unexpected success'

    def stopTest(self, test):
        super().stopTest(test)
        name = test.id()
        if self.failed:
            say('fail', name, self.failed)
        elif self.fine:
            say('ok', name)
        else:
            say('skip', name, self.skipped_because)

    def startTestRun(self):
        self.failed = None


def left_out(name, names):
    return name in names or any(fnmatch.fnmatchcase(name, p) for p in names if '*' in p)


def without(suite, names):
    """The suite less the tests named, with its grouping kept: class and module fixtures hang on it."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.append(without(test, names))
        elif not left_out(test.id(), names):
            kept.append(test)
    return type(suite)(kept) if type(suite) is not unittest.TestSuite else unittest.TestSuite(kept)


sys.argv[1:] = []
try:
    suite = unittest.defaultTestLoader.loadTestsFromName(module if '.' in module else 'test.' + module)
except unittest.SkipTest as e:
    say('skip', 'test.' + module, e)
    suite = unittest.TestSuite()
except BaseException as e:
    say('fail', 'test.' + module, last_line((type(e), e)))
    suite = unittest.TestSuite()
if skipped:
    suite = without(suite, set(skipped))
result = Recorder()
result.startTestRun()
suite.run(result)
out.write('end\n')
out.close()
