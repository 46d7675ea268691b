"""Inhabitants on the lineage pieces, from those of the municipalities."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from coverage.dataset.divisions import PIECES_FROM, origin
from coverage.geography.lineage import Lineage


def remainder_by_piece(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Whole numbers in proportion to non-negative ``weights`` that sum to ``total`` exactly.

    Each gets its share rounded down; what is left goes one by one to the largest remainders (ties: the
    first in order of key). ValueError when all weights are zero or one is negative.
    """
    whole = math.fsum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise ValueError("weights must not be negative, and not all zero")
    quotas = {key: total * weight / whole for key, weight in weights.items()}
    shares = {key: math.floor(quota) for key, quota in quotas.items()}
    order = sorted(quotas, key=lambda key: (shares[key] - quotas[key], key))
    for key in order[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def population_pieces(population: pd.DataFrame, years: pd.DataFrame, lineage: Lineage) -> list[dict[str, Any]]:
    """Table ``population_pieces`` from the typed tables.

    Before 2021 an old municipality is shared out by area; a piece that received a part of a split is an
    estimate. After, a municipality of several pieces is shared out by their inhabitants of 2021.
    """
    values = {
        year: dict(zip(group["code"], group["inhabitants"].tolist(), strict=True))
        for year, group in population.groupby("year")
    }
    found: list[dict[str, Any]] = []
    for year in years.loc[years["complete"], "year"].tolist():
        on = date(year, 1, 1)
        if on < PIECES_FROM:
            weights = {code: lineage.pieces(code, on) for code in values[year]}
        else:
            weights = _backward(lineage, on, values[PIECES_FROM.year])
        totals: dict[str, int] = {}
        estimated: set[str] = set()
        for code, inhabitants in sorted(values[year].items()):
            for piece, part in remainder_by_piece(inhabitants, weights[code]).items():
                totals[piece] = totals.get(piece, 0) + part
                if len(weights[code]) > 1:
                    estimated.add(piece)
        found += [
            {"year": year, "piece": piece, "inhabitants": n, "estimated": piece in estimated}
            for piece, n in sorted(totals.items())
        ]
    return found


def _backward(lineage: Lineage, on: date, inhabitants_2021: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """Municipality of a date -> its pieces with their inhabitants of 2021, those of a piece that was split by area."""
    weights: dict[str, dict[str, float]] = {}
    for piece in lineage.composition(lineage.division_at(on).id):
        own = inhabitants_2021[origin(piece)] * lineage.parts(origin(piece))[piece]
        for code, share in lineage.holding(piece, on).items():
            weights.setdefault(code, {})[piece] = own * share
    return weights
