"""Exceptions: raised through frames, caught by type, chained, in finally and with blocks, as control flow, and in groups."""

SIZES = {'full': (10000, (38515997, 6667, 20000)), 'quick': (150, (11315, 100, 300))}


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    pass


def deep(n, code):
    if n == 0:
        if code % 3 == 0:
            raise NotFound(code, f'nothing at {code}')
        if code % 3 == 1:
            raise KeyError(code)
        return code
    return deep(n - 1, code) + 1


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.log.append(kind is not None)
        return kind is not None and issubclass(kind, KeyError)


def step(i, log):
    try:
        with Guard(log):
            return deep(i % 6, i)
    except AppError as e:
        try:
            raise ValueError('while handling') from e
        except ValueError as v:
            return v.__cause__.code
    finally:
        log.append(False)


def run(n):
    log, total = [], 0
    for i in range(n):
        total += step(i, log) or 0
        try:
            total += [1, 2, 3][i % 5]
        except IndexError as e:
            total += len(e.args[0])
        try:
            total += int('12' if i % 2 else 'twelve')
        except (TypeError, ValueError):
            total -= 1
        try:
            None.missing
        except AttributeError:
            total += 1
        if i % 10 == 0:
            try:
                raise ExceptionGroup('several', [ValueError(i), NotFound(i, 'x'), KeyError(i)])
            except* AppError as group:
                total += group.exceptions[0].code
            except* (ValueError, KeyError) as group:
                total += len(group.exceptions)
    numbers = iter(range(n))
    while True:
        try:
            total += next(numbers) & 1
        except StopIteration:
            break
    return total, sum(log), len(log)
