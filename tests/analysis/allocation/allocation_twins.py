"""Slow, obvious twins of the allocation, with fractions and loops; and small synthetic countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from coverage.analysis.allocation.basis import AllocationBasis, Municipality
from coverage.analysis.allocation.keys import Parameters

BUDGETS = st.one_of(st.integers(0, 10_000_000_000), st.integers(0, 2_000), st.just(10_000_000_000))
UNITS = st.sampled_from([1, 1000])


def slow_round(shares: Sequence[Fraction], unit: int) -> list[int]:
    """Give out one unit at a time to whoever has the strongest claim by the rule."""
    total = int(sum(shares))
    units = [int(s / unit) for s in shares]
    while sum(units) < total // unit:
        claims = [
            (s / unit - int(s / unit) if u == int(s / unit) else Fraction(-1), s, -i)
            for i, (s, u) in enumerate(zip(shares, units, strict=True))
        ]
        units[claims.index(max(claims))] += 1
    amounts = [u * unit for u in units]
    amounts[list(shares).index(max(shares))] += total - sum(amounts)
    return amounts


def slow_minima(weights: Sequence[int], minima: Sequence[int], budget: int) -> list[Fraction]:
    """Put regions on their minimum one at a time, the neediest first, until nobody is below."""
    held: set[int] = set()
    while True:
        left = Fraction(budget - sum(minima[i] for i in held))
        among = sum(w for i, w in enumerate(weights) if i not in held)
        shares = [Fraction(minima[i]) if i in held else left * w / among for i, w in enumerate(weights)]
        below = [i for i in range(len(weights)) if shares[i] < minima[i]]
        if not below:
            return shares
        held.add(max(below, key=lambda i: Fraction(minima[i], max(weights[i], 1))))


def slow_shares(
    key: str, people: Sequence[int], counts: Sequence[int], other: Sequence[int], budget: int, p: Parameters
) -> list[Fraction]:
    """Exact shares of a key, straight from its definition."""

    def by(weights: Sequence[int], money: int | Fraction = budget) -> list[Fraction]:
        return [Fraction(money) * w / sum(weights) for w in weights]

    n = len(people)
    before = budget if p.baseline_budget is None else p.baseline_budget
    simple = {"population": people, "equal": [1] * n, "municipalities": counts, "population_other_year": other}
    if key in simple:
        return by(simple[key])
    if key == "population_fixed":
        return [p.fixed_amount + share for share in by(people, budget - n * p.fixed_amount)]
    if key == "floor":
        return slow_minima(people, [p.floor] * n, budget)
    if key == "hold_harmless":
        return slow_minima(people, [int(b * (100 - p.max_loss) / 100) for b in by(other, before)], budget)
    total = sum(weight for _, weight in p.weights)
    return [sum(Fraction(w, total) * by(simple[k])[i] for k, w in p.weights) for i in range(n)]  # type: ignore[misc]


def memberships(basis: AllocationBasis) -> Iterator[dict[int, list[Municipality]]]:
    """Every way to place the uncertain municipalities, one after the other."""
    for choice in product(*(m.options for m in basis.municipalities)):
        regions: dict[int, list[Municipality]] = {n: [] for n in basis.names}
        for m, region in zip(basis.municipalities, choice, strict=True):
            regions[region].append(m)
        yield regions


def slow_extremes(
    basis: AllocationBasis, key: str, budget: int, p: Parameters, unit: int
) -> tuple[list[int], list[int]]:
    """Allocate over every membership and look."""
    every = [
        slow_round(
            slow_shares(
                key,
                [sum(m.inhabitants for m in own) for own in regions.values()],
                [len(own) for own in regions.values()],
                [sum(m.other for m in own) for own in regions.values()],
                budget,
                p,
            ),
            unit,
        )
        for regions in memberships(basis)
    ]
    columns = list(zip(*every, strict=True))
    return [min(c) for c in columns], [max(c) for c in columns]


def country(rows: Sequence[tuple[int, int, tuple[int, ...]]]) -> AllocationBasis:
    """A country from (inhabitants, inhabitants of the other year, options) per municipality."""
    numbers = sorted({n for _, _, options in rows for n in options})
    return AllocationBasis(
        2024,
        2021,
        "2023",
        {n: f"R{n}" for n in numbers},
        tuple(Municipality(f"GM{i:04d}", f"G{i}", a, b, options) for i, (a, b, options) in enumerate(rows)),
    )


@st.composite
def countries(draw: st.DrawFn, most_regions: int = 5, most_uncertain: int = 4) -> AllocationBasis:
    """Each region has a sure municipality; some more may belong to two or three regions."""
    n = draw(st.integers(2, most_regions))
    size = st.one_of(st.integers(1, 30), st.integers(1, 2_000_000))
    rows: list[tuple[int, int, tuple[int, ...]]] = [(draw(size), draw(size), (i + 1,)) for i in range(n)]
    for _ in range(draw(st.integers(0, most_uncertain))):
        options = draw(st.lists(st.integers(1, n), min_size=2, max_size=3, unique=True))
        rows.append((draw(size), draw(size), tuple(options)))
    return country(rows)


@st.composite
def parameters_for(draw: st.DrawFn, key: str, budget: int, regions: int) -> Parameters:
    """Parameters that can be paid from the budget."""
    most = budget // regions
    if key == "population_fixed":
        return Parameters(fixed_amount=draw(st.integers(0, most)))
    if key == "floor":
        return Parameters(floor=draw(st.integers(0, most)))
    if key == "hold_harmless":
        return Parameters(max_loss=draw(st.integers(0, 100)))
    if key == "mix":
        names = ("population", "equal", "municipalities", "population_other_year")
        weights = draw(st.lists(st.integers(0, 100), min_size=4, max_size=4).filter(any))
        return Parameters(weights=tuple(zip(names, weights, strict=True)))
    return Parameters()
