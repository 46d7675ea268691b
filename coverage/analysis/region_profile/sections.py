"""The sections of a region in the order of its page, with what each says and on which sources."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.analysis.profile.text import Line
from coverage.analysis.region_profile import text
from coverage.analysis.region_profile.facts import RegionProfile
from coverage.analysis.region_profile.gaps_here import disputed
from coverage.dataset import Dataset
from coverage.dataset.memo import per_language
from coverage.i18n import _, day


@dataclass(frozen=True, slots=True)
class RegionSection:
    """A section: its name in code, its title, and at least one line."""

    name: str
    title: str
    lines: tuple[Line, ...]


@per_language(maxsize=64)
def sections(ds: Dataset, p: RegionProfile) -> tuple[RegionSection, ...]:
    """Everything below the answer, the map and the table of municipalities."""
    found = (
        RegionSection("programmes", _("Programma's die er zijn of waren"), text.programme_lines(ds, p)),
        RegionSection("rules", _("Lokale regels"), text.rules(ds, p)),
        RegionSection("money", _("Geld volgens de regel"), _facts(ds, p)),
        RegionSection("groups", _("Voor wie?"), text.groups_told(ds, p)),
        RegionSection("beside", _("Regio's ernaast"), text.neighbour_lines(ds, p)),
        RegionSection("open", _("Wat weten we niet?"), text.questions_here(ds, p)),
        RegionSection("answered", _("Wie antwoordde zelf?"), text.accepted_here(ds, p)),
        RegionSection("old", _("Wat wordt te oud?"), text.old_when(ds, p)),
        RegionSection(
            "compared", _("Vergeleken met Nederland en met regio's van die grootte"), text.side_by_side(ds, p)
        ),
        RegionSection("disputed", _("Waar bronnen verschillen"), tuple(Line(c.title) for c in disputed(ds, p))),
    )
    return tuple(s for s in found if s.lines)


def _facts(ds: Dataset, p: RegionProfile) -> tuple[Line, ...]:
    return tuple(Line(f"{f.word}: {f.value}", f.sources) for f in text.region_money_facts(ds, p))


def region_sources(ds: Dataset, p: RegionProfile) -> tuple[str, ...]:
    """Sources of the statuses and of everything that the sections say, the statuses first."""
    told = (
        *(c.claim.source_id for r in p.rows for c in r.decisive),
        *(s for section in sections(ds, p) for line in section.lines for s in line.sources),
    )
    return tuple(dict.fromkeys(s for s in told if s))


def region_heading(p: RegionProfile) -> tuple[str, str]:
    """Title and the line under it."""
    under = _("Regio-overzicht uitstapprogramma's voor sekswerkers, peildatum {date}").format(date=day(p.on))
    return _("Regio {name}").format(name=p.name), under
