"""The response of a round on the map: the state of each region, or of each municipality when all are asked."""

from __future__ import annotations

from coverage.analysis.round_words import response_sentence
from coverage.analysis.status import status_at
from coverage.dataset import Dataset
from coverage.i18n import _, day, label
from coverage.inventory.response import Response
from coverage.ui.map.view import AreaClass, MapView
from coverage.vocabulary import RESPONSE_STYLE, ResponseState

_ORDER = {state: index for index, state in enumerate(ResponseState)}


def response_view(ds: Dataset, found: Response) -> MapView:
    """What the map shows: a municipality that was asked itself has its own state, another that of its region."""
    report = status_at(ds, found.on)
    regions = {r.number: r.state for r in found.regions}
    own = {o.organisation: o.state for o in found.organisations} if _asks_more_than_centres(found) else {}
    states = {r.code: own.get(r.code, regions.get(r.duup_number, ResponseState.NOT_ASKED)) for r in report.rows}
    return MapView(
        division=report.division.id,
        classes=tuple(AreaClass(label(s), RESPONSE_STYLE[s]) for s in ResponseState),
        values={code: _ORDER[state] for code, state in states.items()},
        outlines={r.code: r.duup_number for r in report.rows},
        title=_("Kaart: respons van ronde {name} op {date}").format(name=found.round.name, date=day(found.on)),
        description=response_sentence(found),
    )


def _asks_more_than_centres(found: Response) -> bool:
    return any(kind != "centre" for kind in found.round.asked.values())
