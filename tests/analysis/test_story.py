"""The slides say what the analysis says: the same numbers as the pages, for any date and region."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverage.analysis.allocation.budget import default_budget
from coverage.analysis.allocation.result import allocate
from coverage.analysis.allocation.scenario import baseline
from coverage.analysis.comparison.compare import compare
from coverage.analysis.comparison.sentences import comparison_answer as compared
from coverage.analysis.course import course
from coverage.analysis.editions.edition import editions
from coverage.analysis.groups.gaps import gaps_at
from coverage.analysis.region_profile.facts import region_profile
from coverage.analysis.region_profile.sentences import region_answer as answer_of
from coverage.analysis.region_profile.sentences import who_leads
from coverage.analysis.spots.sentences import spots_answer
from coverage.analysis.spots.steps import whom_to_ask
from coverage.analysis.spots.white_spots import white_spots
from coverage.analysis.status import status_at
from coverage.analysis.story.plan import LONGEST_TITLE, clean_title, slide_count, story
from coverage.analysis.story.scene import OF_A_ROUND, ON_REQUEST, Wish, months_before, scene
from coverage.analysis.story.slides import Slide, Story
from coverage.analysis.story.spoken import spoken
from coverage.analysis.summary import country_answer
from coverage.dataset import current
from coverage.dataset.editions import EditionError
from coverage.i18n import euro, label, number, percent
from coverage.vocabulary import BLIND, EVIDENCED, TO_CONFIRM, ChangeKind, GroupCover, SlideKind, Status, TargetGroup

DS = current()
DAYS = (date(2011, 6, 30), date(2013, 7, 1), date(2018, 12, 31), date(2021, 1, 1), date(2026, 11, 20))


def told(on: date, **wish: object) -> Story:
    return story(DS, Wish(on, **wish))  # type: ignore[arg-type]


def slide(whole: Story, kind: SlideKind) -> Slide:
    return next(s for s in whole.slides if s.kind is kind)


@pytest.mark.parametrize("on", DAYS)
def test_the_national_slide_is_the_front_page(on: date) -> None:
    report, found = status_at(DS, on), slide(told(on), SlideKind.NATIONAL)
    assert country_answer(report).startswith(found.paragraphs[0])
    assert found.notes[0] == country_answer(report)
    assert found.table
    total = sum(report.inhabitants().values())
    counts, people = report.counts(), report.inhabitants()
    expected = [(label(s), number(counts[s]), percent(people[s] / total)) for s in Status if counts[s]]
    assert list(found.table.rows[:-1]) == expected
    assert found.table.rows[-1][1] == number(len(report.rows))
    assert found.pictures[0].report.counts() == report.counts()


@pytest.mark.parametrize("on", DAYS)
def test_the_course_is_that_of_the_overview(on: date) -> None:
    chart = slide(told(on), SlideKind.COURSE).chart
    assert chart
    steps = [s for s in course(DS, on) if s.on.month == 12 or s.on == on]
    shown = [{s.name: s.values[i] for s in chart.series if s.values[i]} for i in range(len(chart.categories))]
    assert shown == [{label(s): n for s, n in step.municipalities.items() if n} for step in steps]


def test_what_changed_is_the_comparison_of_the_page_on_coverage() -> None:
    first, second = date(2011, 6, 30), date(2013, 7, 1)
    found = slide(told(second, earlier=first), SlideKind.CHANGES)
    assert found.paragraphs[0] == compared(compare(DS, first, second))
    assert found.table
    kinds = (ChangeKind.OPENED, ChangeKind.RENEWED, ChangeKind.CLOSED, ChangeKind.AGED, ChangeKind.CHANGED)
    changed = {row.after.name for kind in kinds for row in compare(DS, first, second).of(kind)}
    assert "Breda" in changed and changed >= {row[0] for row in found.table.rows}
    assert changed == {note.partition(" – ")[0] for note in found.notes if " – " in note}
    assert [p.report.on for p in found.pictures] == [first, second]


def test_an_earlier_moment_that_is_not_earlier_is_told() -> None:
    found = slide(told(date(2013, 7, 1), earlier=date(2013, 7, 1)), SlideKind.CHANGES)
    assert "geen eerder moment" in found.paragraphs[0]


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(EditionError):
        told(date(2026, 11, 20), edition="bestaat-niet")


@pytest.mark.parametrize("on", DAYS)
def test_spots_and_whom_to_ask_are_those_of_the_page_on_white_spots(on: date) -> None:
    whole = told(on)
    spots = slide(whole, SlideKind.SPOTS)
    assert spots.paragraphs[0] == spots_answer(white_spots(DS, on))
    asks = whom_to_ask(DS, status_at(DS, on))
    table = slide(whole, SlideKind.ASK).table
    assert table
    for row, ask in zip(table.rows, asks, strict=False):
        assert row == (
            ask.region.centre,
            number(ask.municipalities),
            number(ask.of(*BLIND)),
            number(ask.of(*TO_CONFIRM)),
        )


@pytest.mark.parametrize("on", DAYS)
def test_groups_are_counted_as_on_their_page(on: date) -> None:
    chart = slide(told(on), SlideKind.GROUPS).chart
    if chart is None:
        assert not any(gaps_at(DS, on, (g,)).codes(GroupCover.SERVED) for g in TargetGroup)
        return
    groups = {label(g): g for g in TargetGroup}
    served = next((s for s in chart.series if s.name == "zegt de groep te bedienen"), None)
    for i, name in enumerate(chart.categories):
        count = gaps_at(DS, on, (groups[name],)).counts()[GroupCover.SERVED]
        assert (served.values[i] if served else 0) == count


def test_money_is_the_rule_with_the_budget_of_the_sources() -> None:
    found = slide(told(date(2026, 11, 20)), SlideKind.MONEY)
    assert found.chart and found.chart.money
    (series,) = found.chart.series
    expected = {r.name: r.amount for r in allocate(DS, baseline(DS)).regions}
    assert dict(zip(found.chart.categories, series.values, strict=True)) == expected
    assert sum(series.values) == default_budget(DS).amount
    assert euro(default_budget(DS).amount) in found.paragraphs[0]


@pytest.mark.parametrize("region", range(1, 19))
@pytest.mark.parametrize("on", [date(2013, 7, 1), date(2026, 11, 20)])
def test_every_region_has_its_slide(on: date, region: int) -> None:
    found = slide(told(on, regions=(region,), kinds=(SlideKind.REGION,)), SlideKind.REGION)
    rows = [r for r in status_at(DS, on).rows if r.duup_number == region]
    profile = region_profile(DS, region, on)
    assert profile and found.paragraphs[-1] == answer_of(profile)
    assert who_leads(profile) in (*found.paragraphs[:-1], *found.notes)  # with many statuses in the notes
    assert found.table
    shown = {row[0]: row[1] for row in found.table.rows}
    assert shown == {
        label(s): number(sum(r.status is s for r in rows)) for s in Status if any(r.status is s for r in rows)
    }
    names = [r.name for r in rows if r.status in EVIDENCED]
    assert all(name in found.pictures[0].alt for name in names)
    amount = euro(allocate(DS, baseline(DS)).region(region).amount)
    assert any(amount in note for note in found.notes)


def test_the_presenter_picks_slides_and_their_order() -> None:
    kinds = (SlideKind.MONEY, SlideKind.NATIONAL)
    whole = told(date(2026, 11, 20), kinds=kinds, title="Kennisdag")
    assert [s.kind for s in whole.slides] == list(kinds)
    assert whole.title == "Kennisdag"
    assert set(SlideKind) - {*OF_A_ROUND, *ON_REQUEST} == {s.kind for s in told(date(2026, 11, 20)).slides}


@pytest.mark.parametrize("on", DAYS)
def test_every_slide_that_states_figures_names_sources(on: date) -> None:
    known = set(DS.table("sources")["source_id"])
    for found in told(on).slides:
        assert set(found.sources) <= known
        if found.kind in {SlideKind.NATIONAL, SlideKind.COURSE}:
            assert found.sources, found.kind


def test_before_the_duup_nothing_is_asked_about_it() -> None:
    asked = slide(told(date(2013, 7, 1)), SlideKind.QUESTIONS).bullets
    assert not [q for q in asked if "DUUP" in q]


@given(st.text(max_size=300))
def test_a_title_is_one_line_that_fits(text: str) -> None:
    title = clean_title(text)
    assert len(title) <= LONGEST_TITLE
    assert title.isprintable()
    assert clean_title(title) == title


@given(st.dates(date(2008, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_months_before(on: date, months: int) -> None:
    found = months_before(on, months)
    assert (on.year * 12 + on.month) - (found.year * 12 + found.month) == months
    assert found.day == on.day or (found.day < on.day and found.day >= 28)


@pytest.mark.parametrize("on", [date(2012, 3, 1), date(2018, 12, 31), date(2026, 11, 20)])
def test_the_course_of_a_region_counts_its_municipalities_as_the_map_of_each_day(on: date) -> None:
    for region in range(1, 19):
        chart = slide(told(on, regions=(region,), kinds=(SlideKind.REGION_COURSE,)), SlideKind.REGION_COURSE).chart
        assert chart
        rows = [r for r in status_at(DS, on).rows if r.duup_number == region]
        last = {s.name: s.values[-1] for s in chart.series if s.values[-1]}
        assert last == {label(s): n for s in Status if (n := sum(r.status is s for r in rows))}


def test_each_region_gets_its_own_slides_in_a_row() -> None:
    kinds = (SlideKind.MONEY, SlideKind.REGION, SlideKind.REGION_COURSE, SlideKind.METHOD)
    wish = Wish(date(2026, 11, 20), kinds=kinds, regions=(3, 7))
    found = story(DS, wish)
    assert [s.kind for s in found.slides] == [kinds[0], *kinds[1:3], *kinds[1:3], kinds[3]]
    assert slide_count(wish) == len(found.slides) + 1
    names = DS.table("duup_regions").set_index("number")["name"]
    assert [names[3] in s.title for s in found.slides[1:5]] == [True, True, False, False]


def test_an_edition_of_last_week_is_no_earlier_meeting() -> None:
    newest = editions(DS)[-1]
    found = scene(DS, Wish(newest.on + timedelta(7)))
    assert found.before != newest
    assert (found.wish.on - found.earlier).days > 80


def test_the_first_slide_says_where_and_when() -> None:
    found = told(date(2026, 11, 20), place="Utrecht", meeting=date(2026, 12, 3), kinds=(SlideKind.METHOD,))
    assert found.lines[0] == "Utrecht, 3 december 2026"


def test_what_a_presenter_may_say_stands_on_no_slide() -> None:
    for one in told(date(2018, 12, 31)).slides:
        assert spoken(one.kind) and not any(spoken(one.kind) in line.text for line in one.texts)
