"""What is not known for the whole country, and who could fill it in.

Amounts that were not found are rows of ``funding``; uncertain regions and silent municipalities are counted; the
rest is the list ``known_gaps.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from coverage.analysis.comparison.compare import programmes_compared
from coverage.analysis.status import StatusReport
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _, label, language, number
from coverage.vocabulary import EVIDENCED, FigureKind, Language, Scheme, Status

LIST = Path(__file__).with_name("known_gaps.toml")


@dataclass(frozen=True, slots=True)
class Gap:
    """A question without an answer; ``where`` the answer should be found, ``who`` could give it, ``source_id`` the
    source in which it was looked for, when that is one of the package. ``since``: before that day nobody could ask."""

    what: str
    where: str
    who: str
    source_id: str = ""
    since: date = date.min


def known_gaps(ds: Dataset, report: StatusReport) -> tuple[Gap, ...]:
    """All that could be asked on the date of the report: provision first, then regions, amounts and the rest."""
    listed = (gap for gap in _listed(language()) if gap.since <= report.on)
    return (*_provision(report), *_regions(report), *_amounts(ds, report.on), *listed)


def _provision(report: StatusReport) -> list[Gap]:
    silent = [r for r in report.rows if r.status not in EVIDENCED and r.status is not Status.CONFIRMED_NONE]
    regions = {r.duup_number for r in report.rows}
    spoken = {r.duup_number for r in report.rows if programmes_compared(r)}
    found = []
    if silent:
        found.append(
            Gap(
                _("Of er een programma is voor {count} gemeenten waar dat niet recent is aangetoond").format(
                    count=number(len(silent))
                ),
                _("subsidieregelingen, jaarverslagen en websites van gemeenten"),
                _("de centrumgemeenten van de DUUP-regio's en de gemeenten zelf"),
            )
        )
    if regions - spoken and report.duup_in_force:
        found.append(
            Gap(
                _(
                    "Wie hulp bij stoppen geeft in {count} van de {all} DUUP-regio's, waar geen recente bron een "
                    "programma noemt"
                ).format(count=number(len(regions - spoken)), all=number(len(regions))),
                _("subsidiebesluiten en contracten van de centrumgemeenten"),
                _("de centrumgemeenten"),
            )
        )
    return found


def _regions(report: StatusReport) -> list[Gap]:
    uncertain = [r.name for r in report.rows if r.in_doubt]
    if not uncertain:
        return []
    return [
        Gap(
            _("Bij welke DUUP-regio deze {count} gemeenten horen: {names}").format(
                count=number(len(uncertain)), names=", ".join(uncertain)
            ),
            _("de indeling van de vrouwenopvang bij het gemeentefonds, en de regels van de centrumgemeenten"),
            _("de gemeenten, hun centrumgemeenten en het ministerie"),
        )
    ]


def _amounts(ds: Dataset, on: date) -> list[Gap]:
    """Rows of ``funding`` that were not found, of years up to a date; the same item for many recipients is one gap."""
    missing: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for r in ds.table("funding").itertuples():
        if r.kind == FigureKind.NOT_FOUND and (not r.period_from or start(r.period_from) <= on):
            missing.setdefault((r.scheme, r.item, r.source_id), []).append((r.recipient, r.date))
    found = []
    for (scheme, item, source_id), rows in missing.items():
        recipients = list(dict.fromkeys(recipient for recipient, _when in rows))
        if len(recipients) == 1:
            of_whom = ", ".join([*filter(None, recipients), *dict.fromkeys(when[:4] for _recipient, when in rows)])
        else:
            of_whom = _("{count} ontvangers").format(count=number(len(recipients)))
        what = f"{label(Scheme(scheme))}: {item} ({of_whom})"
        found.append(Gap(what, ds.source(source_id).title, _who(recipients), source_id))
    return found


def _who(recipients: list[str]) -> str:
    state = _("het ministerie van Justitie en Veiligheid")
    if len(recipients) == 1 and recipients[0] not in {"", "Rijk"} and not recipients[0][0].isdigit():
        return _("gemeente {name}").format(name=recipients[0])
    return state if recipients == ["Rijk"] else _("{state} en de centrumgemeenten").format(state=state)


@cache
def _listed(spoken: Language) -> tuple[Gap, ...]:
    end = "" if spoken == "nl" else "_en"
    return tuple(
        Gap(g[f"what{end}"], g[f"where{end}"], g[f"who{end}"], since=g.get("since", date.min))
        for g in tomllib.loads(LIST.read_text(encoding="utf-8"))["gap"]
    )
