"""Pathfinding: A* over a maze grid with a heap, and Dijkstra over a sparse graph."""
import heapq

SIZES = {'full': (160, ((372, 325, 14673), 3200, 125484)), 'quick': (14, ((34, 27, 125), 280, 8332))}


def maze(n):
    cells = ((x, y) for x in range(n) for y in range(n))
    return {(x, y) for x, y in cells if x % 4 == 2 and (y * 7 + x) % 11 and y not in (x // 4 * 5 % n, x * 3 % n)}


def a_star(walls, n, start, goal):
    best = {start: 0}
    came = {}
    heap = [(0, 0, start)]
    visited = 0
    while heap:
        _, cost, at = heapq.heappop(heap)
        if at == goal:
            path = [at]
            while at in came:
                at = came[at]
                path.append(at)
            return cost, len(path), visited
        if cost > best[at]:
            continue
        visited += 1
        x, y = at
        for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= nx < n and 0 <= ny < n and (nx, ny) not in walls:
                after = cost + 1 + (nx * ny % 3)
                if after < best.get((nx, ny), 1 << 30):
                    best[nx, ny] = after
                    came[nx, ny] = at
                    heapq.heappush(heap, (after + abs(goal[0] - nx) + abs(goal[1] - ny), after, (nx, ny)))
    return -1, 0, visited


def dijkstra(edges, source):
    distance = {source: 0}
    heap = [(0, source)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, weight in edges[node]:
            if d + weight < distance.get(other, 1 << 30):
                distance[other] = d + weight
                heapq.heappush(heap, (d + weight, other))
    return distance


def run(n):
    walls = maze(n)
    found = a_star(walls, n, (0, 0), (n - 1, n - 1))
    size = n * 20
    edges = {i: [((i * 7 + 1) % size, i % 13 + 1), ((i * 3 + 5) % size, i % 7 + 2), ((i + 1) % size, 9)] for i in range(size)}
    distance = dijkstra(edges, 0)
    return found, len(distance), sum(distance.values())
