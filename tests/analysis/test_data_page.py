"""Sources, gaps, method and certainty of the division."""

from datetime import date

from coverage.analysis.known_gaps import known_gaps
from coverage.analysis.membership_overview import membership_overview
from coverage.analysis.method_text import methods
from coverage.analysis.source_use import source_uses, table_names
from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.tables import TABLES
from coverage.vocabulary import FigureKind

ON = date(2026, 6, 1)
DS = current()


def test_every_row_with_a_source_is_counted_once():
    uses = source_uses(DS)
    assert len(uses) == len(DS.table("sources"))
    counted: dict[str, int] = {}
    for use in uses:
        for table, rows in use.rows:
            counted[table] = counted.get(table, 0) + rows
    sourced = [t for t in TABLES.values() if t.name != "sources" and "source_id" in t.columns]
    assert counted == {t.name: len(DS.table(t.name)) for t in sourced if len(DS.table(t.name))}


def test_used_sources_are_those_that_the_package_calls_used():
    assert {u.source.source_id for u in source_uses(DS) if u.rows} <= {
        u.source.source_id for u in source_uses(DS) if u.source.used
    }


def test_every_table_has_words():
    assert set(table_names()) == set(TABLES)
    assert len(set(table_names().values())) == len(TABLES)


def test_every_amount_that_was_not_found_is_a_gap():
    funding = DS.table("funding")
    missing = funding[funding["kind"] == FigureKind.NOT_FOUND]
    told = known_gaps(DS, status_at(DS, ON))
    for item, source_id in zip(missing["item"], missing["source_id"], strict=True):
        assert any(item in g.what and g.source_id == source_id for g in told), item
    assert all(g.what and g.where and g.who for g in told)


def test_gaps_name_the_uncertain_municipalities_of_the_date():
    report = status_at(DS, ON)
    uncertain = [r.name for r in report.rows if r.uncertain]
    text = " ".join(g.what for g in known_gaps(DS, report))
    assert uncertain and all(name in text for name in uncertain)


def test_certainty_counts_every_municipality_once():
    for on in (date(2021, 1, 1), date(2022, 2, 1), ON):
        found, report = membership_overview(DS, on), status_at(DS, on)
        assert found.municipalities == len(report.rows)
        assert {name for name, _member in found.uncertain} == {r.name for r in report.rows if r.uncertain}
        assert all(m.other_regions or m.alternatives for _name, m in found.uncertain)


def test_method_tells_years_from_the_data():
    text = " ".join(step for m in methods(DS) for step in m.steps)
    years = DS.table("population_years")
    for year in years.loc[~years["complete"], "year"]:
        assert str(year) in text
