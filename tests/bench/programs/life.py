"""Sets of tuples: Conway's game of life on an unbounded board, and on a list-of-lists torus."""

SIZES = {'full': (160, (190, 99)), 'quick': (4, (13, 435))}

NEAR = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy]


def unbounded(cells):
    counts = {}
    for x, y in cells:
        for dx, dy in NEAR:
            at = (x + dx, y + dy)
            counts[at] = counts.get(at, 0) + 1
    return {at for at, n in counts.items() if n == 3 or n == 2 and at in cells}


def torus(board):
    n = len(board)
    fresh = []
    for y in range(n):
        above, row, below = board[y - 1], board[y], board[(y + 1) % n]
        line = []
        for x in range(n):
            r = (x + 1) % n
            near = above[x - 1] + above[x] + above[r] + row[x - 1] + row[r] + below[x - 1] + below[x] + below[r]
            line.append(1 if near == 3 or near == 2 and row[x] else 0)
        fresh.append(line)
    return fresh


def run(n):
    cells = {(0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (10, 10), (11, 10), (12, 10), (12, 9), (11, 8)}
    for _ in range(n):
        cells = unbounded(cells)
    board = [[(x * 3 + y * 5 + x * y) % 7 % 2 for x in range(32)] for y in range(32)]
    for _ in range(n):
        board = torus(board)
    return len(cells), sum(map(sum, board))
