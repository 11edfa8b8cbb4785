#!/usr/bin/env python3
"""The figures of three comparisons, worked out from the definitions.

It shares nothing with the Go package: figures are exact fractions, weights are
the textbook ones, and the generator is written out. Run it in this directory;
it prints expected.json. Only the standard library is needed.
"""

import csv
import json
from fractions import Fraction as F
from functools import cache
from itertools import combinations, permutations

LEVELS = [1, 2, 3, 4]
Q = len(LEVELS)
MASK = (1 << 64) - 1
CASES = ["whole-school", "visit-day", "three-raters"]


def read(name):
    with open(name + ".csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return [(row[0], row[1], [int(x) if x else None for x in row[2:]]) for row in rows[1:]]


def weight(k, l):
    return 1 - F((k - l) ** 2, (Q - 1) ** 2)


def given(levels):
    return tuple(x for x in levels if x is not None)


@cache
def agreed(unit, number):
    """How far the raters of one area agree, weighted."""
    r = len(unit)
    close = {k: sum(weight(k, l) * unit.count(l) for l in LEVELS) for k in LEVELS}
    return number(sum(unit.count(k) * (close[k] - 1) for k in LEVELS) / (r * (r - 1)))


@cache
def shares(unit, number):
    return [number(F(unit.count(k), len(unit))) for k in LEVELS]


def ac2(units, number):
    """Gwet's AC2 over tuples of levels; number is Fraction, or float for speed."""
    paired = [agreed(u, number) for u in units if len(u) > 1]
    if not paired:
        return None
    seen = sum(paired) / len(paired)
    used = [sum(column) / len(units) for column in zip(*(shares(u, number) for u in units))]
    total = number(sum(weight(k, l) for k in LEVELS for l in LEVELS))
    chance = total / (Q * (Q - 1)) * sum(p * (1 - p) for p in used)
    return (seen - chance) / (1 - chance)


def kappa(pairs):
    n = len(pairs)
    seen = sum(weight(a, b) for a, b in pairs) / n
    first = {k: F(sum(a == k for a, _ in pairs), n) for k in LEVELS}
    second = {k: F(sum(b == k for _, b in pairs), n) for k in LEVELS}
    chance = sum(weight(k, l) * first[k] * second[l] for k in LEVELS for l in LEVELS)
    return (seen - chance) / (1 - chance)


def alpha(units):
    together = {(c, k): F(0) for c in LEVELS for k in LEVELS}
    for u in units:
        for c, k in permutations(u, 2):
            together[c, k] += F(1, len(u) - 1)
    used = {c: sum(together[c, k] for k in LEVELS) for c in LEVELS}
    n = sum(used.values())

    def distance(c, k):
        low, high = min(c, k), max(c, k)
        return (sum(used[g] for g in range(low, high + 1)) - (used[c] + used[k]) / 2) ** 2

    seen = sum(together[c, k] * distance(c, k) for c, k in together) / n
    expected = sum(used[c] * used[k] * distance(c, k) for c, k in together) / (n * (n - 1))
    return 1 - seen / expected


class PCG:
    """PCG-DXSM with a 128-bit multiplier."""

    def __init__(self, high, low):
        self.state = high << 64 | low

    def next(self):
        multiplier = 2549297995355413924 << 64 | 4865540595714422341
        increment = 6364136223846793005 << 64 | 1442695040888963407
        self.state = (self.state * multiplier + increment) & ((1 << 128) - 1)
        high, low = self.state >> 64, self.state & MASK
        high ^= high >> 32
        high = high * 0xDA942042E4DD58B5 & MASK
        high ^= high >> 48
        return high * (low | 1) & MASK


def interval(units):
    order = sorted(units, key=lambda u: [u.count(k) for k in LEVELS])
    pcg = PCG(41, 0x9E3779B97F4A7C15)
    values = []
    for _ in range(2000):
        drawn = [order[pcg.next() * len(order) >> 64] for _ in order]
        value = ac2(drawn, float)
        if value is not None:
            values.append(value)
    values.sort()
    cut = len(values) // 40
    return values[cut], values[-1 - cut]


def facts(rows):
    both = [given(levels) for levels in rows if len(given(levels)) > 1]
    spread = [max(u) - min(u) for u in both]
    out = {"n": len(both), "same": spread.count(0), "within_one": sum(s <= 1 for s in spread)}
    out["mean_difference"] = None
    if len(rows[0]) == 2 and both:
        out["first_higher"] = sum(a > b for a, b in both)
        out["second_higher"] = sum(a < b for a, b in both)
        out["mean_difference"] = shown(F(sum(a - b for a, b in both), len(both)))
    return out


def shown(x):
    return float(round(F(x), 6))


def lean(rows, rater):
    off = [u[rater] - F(sum(given(u)), len(given(u))) for u in rows if u[rater] is not None and len(given(u)) > 1]
    return {"rater": rater, "n": len(off), "mean": shown(sum(off) / len(off))}


def pair(rows, i, j):
    cut = [[u[i], u[j]] for u in rows]
    return {"first": i, "second": j, **facts(cut), "kappa_quadratic": shown(kappa([u for u in cut if None not in u]))}


def measure(rows):
    levels = [row[2] for row in rows]
    units = [given(u) for u in levels if given(u)]
    both = [u for u in units if len(u) > 1]
    raters = len(levels[0])
    low, high = interval(units)
    groups = list(dict.fromkeys(row[1] for row in rows))
    return {
        **facts(levels),
        "by_group": [{"title": g, **facts([u for _, of, u in rows if of == g])} for g in groups],
        "two_or_more": [area for area, _, u in rows if len(given(u)) > 1 and max(given(u)) - min(given(u)) >= 2],
        "ac2": {"value": shown(ac2(units, F)), "low": shown(low), "high": shown(high)},
        "kappa_quadratic": shown(kappa(levels_of_both(levels))) if raters == 2 else None,
        "alpha_ordinal": shown(alpha(both)),
        "lean": [lean(levels, r) for r in range(raters)],
        "pairs": [pair(levels, i, j) for i, j in combinations(range(raters), 2)] if raters > 2 else [],
    }


def levels_of_both(levels):
    return [u for u in levels if None not in u]


print(json.dumps({name: measure(read(name)) for name in CASES}, indent=2))
