"""Objects whose attributes are in a dict, because somebody has asked for it: hot reads, writes, methods, properties, and what the dict hides."""
import functools


class Thing:
    kept = 3

    def __init__(self):
        self.a = 1
        self.b = 2

    def method(self):
        return self.a

    @functools.cached_property
    def later(self):
        return self.a + 10

    @property
    def other(self):
        return self.b


def used(o, i):
    o.a = i
    o.new = o.a + o.kept
    return o.method() + o.other + o.new + o.b + o.later


def gone(o):
    try:
        return o.nothing
    except AttributeError as e:
        return str(e)


def hidden(o):
    return o.method(), o.kept


def late(o):
    return o.late


for turn in range(300):
    thing = Thing()
    vars(thing)['b'] = turn
    out = [used(thing, turn), gone(thing), hidden(thing)]
    if turn % 50 == 49:
        thing.__dict__['method'] = lambda: 'own'
        thing.__dict__['kept'] = 100
        out.append(hidden(thing))
        Thing.late = property(lambda self: 'of the class')
        thing.__dict__['late'] = 'of the dict'
        out.append(late(thing))
        del Thing.late
        out.append(late(thing))
        out.append(list(vars(thing)))
    if turn in (0, 49, 299):
        print(out)
# expect: [13, "'Thing' object has no attribute 'nothing'", (0, 3)]
# expect: [258, "'Thing' object has no attribute 'nothing'", (49, 3), ('own', 100), 'of the class', 'of the dict', ['a', 'b', 'new', 'later', 'method', 'kept', 'late']]
# expect: [1508, "'Thing' object has no attribute 'nothing'", (299, 3), ('own', 100), 'of the class', 'of the dict', ['a', 'b', 'new', 'later', 'method', 'kept', 'late']]
