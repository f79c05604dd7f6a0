"""Search: sudoku by constraint propagation over strings and dicts, with backtracking."""

SIZES = {'full': (12, ('417369825632158947', '483921657967345821')), 'quick': (1, ('483921657967345821',))}

DIGITS = '123456789'
ROWS = 'ABCDEFGHI'
CELLS = [r + c for r in ROWS for c in DIGITS]
UNITS = ([[r + c for c in DIGITS] for r in ROWS] + [[r + c for r in ROWS] for c in DIGITS]
         + [[r + c for r in rs for c in cs] for rs in ('ABC', 'DEF', 'GHI') for cs in ('123', '456', '789')])
OF = {cell: [u for u in UNITS if cell in u] for cell in CELLS}
PEERS = {cell: {other for unit in OF[cell] for other in unit} - {cell} for cell in CELLS}

PUZZLES = ['4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......',
           '..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..']


def assign(values, cell, digit):
    others = values[cell].replace(digit, '')
    return values if all(eliminate(values, cell, other) for other in others) else None


def eliminate(values, cell, digit):
    if digit not in values[cell]:
        return values
    values[cell] = values[cell].replace(digit, '')
    left = values[cell]
    if not left:
        return None
    if len(left) == 1 and not all(eliminate(values, peer, left) for peer in PEERS[cell]):
        return None
    for unit in OF[cell]:
        places = [c for c in unit if digit in values[c]]
        if not places or len(places) == 1 and not assign(values, places[0], digit):
            return None
    return values


def search(values):
    if values is None:
        return None
    if all(len(v) == 1 for v in values.values()):
        return values
    _, cell = min((len(v), c) for c, v in values.items() if len(v) > 1)
    for digit in values[cell]:
        found = search(assign(values.copy(), cell, digit))
        if found:
            return found
    return None


def solve(puzzle):
    values = dict.fromkeys(CELLS, DIGITS)
    for cell, digit in zip(CELLS, puzzle):
        if digit in DIGITS and not assign(values, cell, digit):
            return None
    return search(values)


def run(n):
    solutions = set()
    for k in range(n):
        solved = solve(PUZZLES[1 - k % 2])
        solutions.add(''.join(solved[c] for c in CELLS)[:18])
    return tuple(sorted(solutions))
