"""Functions that are too long for one compiled unit: their loops are compiled one by one."""


def many(n):
    out, t = [], 0
    for i in range(n):
        t += i
    out.append(t)
    try:
        for i in range(n):
            t += 1 // (n - 5 - i)
    except ZeroDivisionError as e:
        out.append((i, str(e)))
    for i in range(n):
        try:
            t += [1, 2][i % 3]
        except IndexError:
            t -= 1
        finally:
            t += 2
    out.append(t)
    squares = {i: i * i for i in range(n)}
    k = 0
    while k < n:
        for j in range(5):
            if j == 3:
                continue
            if k == 40 and j == 2:
                t = t / 2
            k += 1
        else:
            t += 1
    out.append((k, t))
    words = ['w%d' % (i % 7) for i in range(n)]
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    out.append(sorted(counts.items())[:3])
    pairs = [(a, b) for a in range(n // 10) for b in range(a) if (a + b) % 3]
    out.append(len(pairs))
    rows = [[i * j for j in range(5)] for i in range(n // 5)]
    flat = [x for row in rows for x in row]
    out.append(sum(flat))
    total = 0.5
    for i, (x, y) in enumerate(zip(flat, flat[1:])):
        if x > y:
            total += x - y
        elif x == y:
            total -= 0.25
    out.append(total)
    found = None
    for i in range(n):
        for j in range(i, n):
            if i * j == 132:
                found = i, j
                break
        if found:
            break
    out.append(found)
    stack = [n]
    while stack:
        top = stack.pop()
        if top > 3:
            stack.append(top // 2)
            stack.append(top // 3)
        else:
            t += top
    out.append(t)
    text = ''
    for i in range(n):
        text += chr(97 + i % 26)
        if len(text) > 30:
            text = text[10:]
    out.append(text)
    for i in range(n):
        squares[i % 10] = squares.get(i, 0) - squares[i % 10]
        if i % 50 == 49:
            del squares[i]
    out.append(sum(squares.values()))
    return out


for size in (20, 60, 100, 100, 100):
    result = many(size)
print(result)
# expect: [4950, (95, 'division by zero'), 5218, (100, 5243), [('w0', 15), ('w1', 15), ('w2', 14)], 30, 1900, 683.25, (2, 66), 5278, 'stuvwxyzabcdefghijklmnopqrstuv', 365648]
