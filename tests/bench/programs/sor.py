"""Numeric: Jacobi successive over-relaxation on a square grid."""

SIZES = {'full': (150, 0), 'quick': (16, 0)}


def relax(grid, omega, rounds):
    rest = 1.0 - omega
    quarter = omega * 0.25
    for _ in range(rounds):
        for i in range(1, len(grid) - 1):
            row, above, below = grid[i], grid[i - 1], grid[i + 1]
            for j in range(1, len(row) - 1):
                row[j] = quarter * (above[j] + below[j] + row[j - 1] + row[j + 1]) + rest * row[j]


def run(n):
    grid = [[0.0] * n for _ in range(n)]
    for k in range(n):
        grid[0][k] = grid[k][0] = grid[-1][k] = grid[k][-1] = 1.0
    relax(grid, 1.25, 10)
    return sum(1 for row in grid for x in row if not 0.0 <= x <= 1.25)
