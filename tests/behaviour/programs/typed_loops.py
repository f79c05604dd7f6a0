# only: tuff
"""Static Python: loops over checked lists and arrays go by index, and see what the loop itself does to the list."""
import __static__
from __static__ import Array, CheckedList, box, clen, crange, int64, uint8


def grows(xs: CheckedList[int]) -> None:
    for x in xs:
        if x < 3:
            xs.append(x + 1)
    print(xs, x)


grows([0, 1])
# expect: [0, 1, 1, 2, 2, 3, 3] 3


def shrinks(xs: CheckedList[str]) -> int64:
    count: int64 = 0
    for x in xs:
        count += 1
        xs.pop()
    else:
        print('all of', xs)
    return count


print(box(shrinks(['a', 'b', 'c'])))
# expect: all of ['a']
# expect: 2


def leaves(xs: CheckedList[int]) -> str:
    found: str = ''
    for x in xs:
        if x == 1:
            continue
        for y in xs:
            if y > x:
                break
            found += f'{x}{y} '
        else:
            found += 'end'
    else:
        found += '.'
    return found


print(leaves([0, 1, 2]))
# expect: 00 20 21 22 end.


def each(xs: CheckedList[int]):
    for x in xs:
        yield x * 2


print(list(each([1, 2, 3])), list(each([])))
# expect: [2, 4, 6] []


def narrowed(xs: CheckedList[int | None]) -> int:
    total: int = 0
    for x in xs:
        if x is None:
            continue
        total += x
    return total


print(narrowed([1, None, 2]))
# expect: 3


def bytes_of(text: str) -> Array[uint8]:
    made: Array[uint8] = Array[uint8](len(text))
    for i in crange(clen(text)):
        made[i] = uint8(ord(text[box(i)]))
    return made


def digest(data: Array[uint8]) -> int64:
    total: int64 = 0
    for b in data:
        total = total * 31 + b
    # the same name counts in another loop
    for i in crange(int64(2)):
        total += i
    for i in crange(int64(3)):
        total += i
    return total


print(box(digest(bytes_of('typed'))))
# expect: 110844014


def endless(n: int64) -> int64:
    while True:
        while True:
            n += 1
            if n % 7 == 0:
                break
        if n % 5 == 0:
            return n


print(box(endless(1)))
# expect: 35


def captured(xs: CheckedList[int]) -> None:
    shown = []
    for x in xs:
        shown.append(lambda: x)
    print([f() for f in shown])


captured([1, 2])
# expect: [2, 2]
