"""The spreadsheet formulas of an allocation: the rule of ``analysis.allocation`` in the language of officials.

Columns: A number, B region, C inhabitants, D municipalities, E inhabitants of the year of comparison, F minimum,
G whether the region is on it, H share, I amount before rounding, J rounded down, K remainder, L place in the
rounding, M what is added, N amount, O per inhabitant, P and Q the range, R our amount, S whether N equals R.
"""

from __future__ import annotations

from coverage.analysis.allocation.known_keys import KEYS, Cells
from coverage.i18n import _

# Weights are named as the keys that they weigh.
COUNTED = {"population": "C", "equal": "A", "municipalities": "D", "population_other_year": "E"}
SETTINGS = ("budget", "unit", "fixed", "floor", "loss", "before", *COUNTED)
CELL = {name: f"$B${i + 2}" for i, name in enumerate(SETTINGS)}


def formulas_of(key: str, line: int, first: int, last: int) -> dict[str, str]:
    """Column -> formula of one region; the cells of the settings are fixed."""

    def all_of(column: str) -> str:
        return f"${column}${first}:${column}${last}"

    c, whole = CELL, KEYS[key]
    above_minimum = (
        f"IF(G{line}=1,F{line},({c['budget']}-SUMIF({all_of('G')},1,{all_of('F')}))*C{line}"
        f"/SUMIF({all_of('G')},0,{all_of('C')}))"
    )
    fraction = {
        name: f"1/COUNT({all_of('A')})" if column == "A" else f"{column}{line}/SUM({all_of(column)})"
        for name, column in COUNTED.items()
    }
    cells = Cells(c, fraction, f"COUNT({all_of('A')})", above_minimum)
    # A region is on its minimum when that is more than its part of what is left after all needier regions.
    needier = f"({all_of('F')}/{all_of('C')}>F{line}/C{line})"
    held = (
        f"=IF(F{line}*(SUM({all_of('C')})-SUMPRODUCT({needier}*{all_of('C')}))"
        f">C{line}*({c['budget']}-SUMPRODUCT({needier}*{all_of('F')})),1,0)"
    )
    larger = f"({all_of('I')}>I{line})+({all_of('I')}=I{line})*({all_of('A')}<A{line})"
    rests, rest = f"ROUND({all_of('K')},6)", f"ROUND(K{line},6)"
    return {
        "F": f"={whole.minimum_sheet(cells)}",
        "G": held,
        "H": f"=IF({c['budget']}=0,0,I{line}/{c['budget']})",
        "I": f"={whole.sheet(cells)}",
        "J": f"=INT(I{line}/{c['unit']})*{c['unit']}",
        "K": f"=(I{line}-J{line})/{c['unit']}",
        "L": f"=1+SUMPRODUCT(({rests}>{rest})+({rests}={rest})*({larger}))",
        "M": f"=IF(L{line}<=INT({c['budget']}/{c['unit']})-SUM({all_of('J')})/{c['unit']},{c['unit']},0)"
        f"+IF(SUMPRODUCT({larger})=0,MOD({c['budget']},{c['unit']}),0)",
        "N": f"=J{line}+M{line}",
        "O": f"=IF(C{line}=0,0,N{line}/C{line})",
        "S": '=IF(N{n}=R{n},"{same}","{other}")'.format(n=line, same=_("klopt"), other=_("wijkt af")),
    }
