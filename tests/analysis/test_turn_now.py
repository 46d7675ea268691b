"""Where to turn: programmes of the municipality first, then what the region has, then the centre."""

from __future__ import annotations

from datetime import date

import pytest

from coverage.analysis.evidence import duup_start
from coverage.analysis.profile.facts import profile
from coverage.analysis.status import status_at
from coverage.analysis.turn_now import where_to_turn_now
from coverage.dataset import current
from coverage.vocabulary import EVIDENCED

DS = current()


@pytest.mark.parametrize("on", [date(2013, 7, 1), date(2018, 12, 31), date(2026, 11, 20)])
def test_it_names_what_is_evidenced_and_ends_with_whom_to_ask(on: date) -> None:
    centres = dict(zip(DS.table("duup_regions")["number"], DS.table("duup_regions")["centre_code"], strict=True))
    for row in status_at(DS, on).rows[::5]:
        p = profile(DS, row.code, on)
        turns = where_to_turn_now(DS, p)
        served = [s.programme_id for s in p.serving]
        assert [t.programme_id for t in turns][: len(served)] == served
        elsewhere = [t.programme_id for t in turns if t.programme_id and t.programme_id not in served]
        assert not (elsewhere and (row.status in EVIDENCED or on < duup_start(DS)))
        words = " ".join(t.line.text for t in turns)
        assert words
        if on >= duup_start(DS):
            own = centres[row.duup_number] == row.code
            assert ("is de centrumgemeente van de regio" in words) == own
            assert ("km hemelsbreed) welke hulp er is" in words) == (not own)


def test_a_far_centre_is_called_far() -> None:
    on = date(2026, 11, 20)
    rows = {r.name: r.code for r in status_at(DS, on).rows}
    far = [t.line.text for t in where_to_turn_now(DS, profile(DS, rows["Heerlen"], on))]
    near = [t.line.text for t in where_to_turn_now(DS, profile(DS, rows["Voorst"], on))]
    assert any(text.startswith("Dat is ver.") for text in far)
    assert not any(text.startswith("Dat is ver.") for text in near)
