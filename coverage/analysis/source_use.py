"""What each source is used for: the tables of the package that rest on it, and how many rows of each."""

from __future__ import annotations

from dataclasses import dataclass

from coverage.dataset import Dataset, Source
from coverage.dataset.memo import per_snapshot
from coverage.dataset.tables import TABLES
from coverage.i18n import _, number

SOURCE_FIELD = "source_id"


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source with its rows per table; no rows for a source that was only consulted."""

    source: Source
    rows: tuple[tuple[str, int], ...]

    @property
    def sentence(self) -> str:
        """For what it is used, in words; says so when it was only consulted."""
        if not self.rows:
            return _("alleen geraadpleegd")
        names = table_names()
        return ", ".join(f"{names[table]} ({number(count)})" for table, count in self.rows)


def source_uses(ds: Dataset) -> tuple[SourceUse, ...]:
    """Every source of the package, those that most rows rest on first."""
    uses = [SourceUse(ds.source(i), rows) for i, rows in _rows(ds).items()]
    return tuple(sorted(uses, key=lambda u: (-sum(count for _table, count in u.rows), u.source.source_id)))


@per_snapshot(maxsize=1)
def _rows(ds: Dataset) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, list[tuple[str, int]]] = {i: [] for i in ds.table("sources")[SOURCE_FIELD]}
    for table in TABLES.values():
        if table.name != "sources" and SOURCE_FIELD in table.columns:
            for source_id, count in ds.table(table.name)[SOURCE_FIELD].value_counts().items():
                found[source_id].append((table.name, int(count)))
    return {source_id: tuple(sorted(rows, key=lambda r: (-r[1], r[0]))) for source_id, rows in found.items()}


def table_names() -> dict[str, str]:
    """Table -> what it holds, in a few words for readers; for every table of the package."""
    return {
        "sources": _("bronnen"),
        "municipalities": _("gemeenten"),
        "municipality_variants": _("andere spellingen"),
        "places": _("namen die geen gemeente zijn"),
        "reorganisations": _("herindelingen"),
        "population": _("inwoners"),
        "population_years": _("bevolkingsjaren"),
        "population_pieces": _("inwoners per stukje"),
        "duvo_regions": _("DUVO-regio's"),
        "duup_regions": _("DUUP-regio's"),
        "duvo_duup": _("bij welke DUUP-regio elke DUVO-regio hoort"),
        "memberships": _("indeling van gemeenten bij regio's"),
        "rule_areas": _("gebieden van lokale regelingen"),
        "schemes": _("rijksregelingen"),
        "programmes": _("programma's"),
        "programme_periods": _("programma's per periode"),
        "areas": _("gebieden"),
        "area_members": _("gemeenten in gebieden"),
        "claims": _("uitspraken over gemeenten en gebieden"),
        "target_groups": _("doelgroepen"),
        "life_domains": _("leefgebieden"),
        "access": _("toegangseisen"),
        "results_2013": _("resultaten 2013"),
        "results_2013_totals": _("totalen 2013"),
        "outcomes": _("andere resultaten"),
        "funding": _("geld en voorwaarden"),
        "amounts_stated": _("echte bedragen per regio"),
        "survey": _("enquête 2018"),
        "activities": _("activiteiten van programma's"),
        "features": _("werkwijze van programma's"),
        "partners": _("samenwerkingspartners"),
        "exit_destinations": _("waar mensen na een programma heen gingen"),
        "scheme_rules": _("regels van rijksregelingen"),
        "recommendations": _("aanbevelingen"),
        "verdicts": _("oordelen"),
        "timeline": _("gebeurtenissen"),
        "answers": _("overgenomen antwoorden van gemeenten"),
        "contradictions": _("tegenstrijdigheden"),
        "contradiction_subjects": _("waarover tegenstrijdigheden gaan"),
        "citations": _("bronnen van vaste zinnen"),
    }
