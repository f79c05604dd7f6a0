"""Logging: levels that are off, formatted records to a stream, filters, a logger tree, exceptions with traceback text."""
import io
import logging

SIZES = {'full': (3000, (3360, 60, 300, True)), 'quick': (50, (56, 1, 5, True))}


class OnlyOdd(logging.Filter):
    def filter(self, record):
        return not record.args or record.args[0] % 2 == 1


def run(n):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter('%(levelname)s:%(name)s:%(funcName)s:%(message)s'))
    root = logging.getLogger('bench')
    root.handlers = [handler]
    root.propagate = False
    root.setLevel(logging.INFO)
    children = [logging.getLogger(f'bench.part{i}.sub') for i in range(5)]
    children[0].filters = [OnlyOdd()]
    for i in range(n):
        log = children[i % 5]
        log.debug('not seen %d %s', i, 'x')
        log.debug('nor this %d', i)
        log.info('step %d of %d took %.3f s', i, n, i / 1000)
        if i % 10 == 0:
            log.warning('slow: %(what)s', {'what': f'job{i}'}) if i % 5 else log.warning('odd')
        if i % 50 == 0:
            try:
                [][i]
            except IndexError:
                log.exception('failed at %d', i + 1)
    text = stream.getvalue()
    root.handlers = []
    return text.count('\n'), text.count('Traceback'), text.count('INFO:bench.part0'), len(text.partition('step')[2]) > n
