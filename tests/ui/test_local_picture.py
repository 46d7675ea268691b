"""The drawing of a region at an address of its own."""

from datetime import date

from asgi_client import get
from starlette.applications import Starlette

from coverage.analysis.region_profile.facts import region_profiles
from coverage.dataset import current
from coverage.ui.local_picture import picture_address, region_picture_route
from coverage.ui.state import reading

APP = Starlette(routes=[region_picture_route("")])
ON = date(2026, 11, 1)


def test_each_region_is_drawn_with_its_municipalities_and_asked_again_only_when_it_changed():
    for p in region_profiles(current(), ON)[:3]:
        with reading({}):
            address = f"/{picture_address(p, p.rows[0].code)}"
        drawn = get(APP, address)
        assert drawn.headers["content-type"].startswith("image/svg+xml")
        assert drawn.text.count('class="own"') == len(p.rows) and drawn.text.count('class="chosen"') == 1
        assert get(APP, address, {"if-none-match": drawn.headers["etag"]}).status == 304


def test_what_is_no_region_or_no_date_is_no_fault():
    assert get(APP, "/regiokaart/99.svg").status == 404
    assert get(APP, "/regiokaart/7.svg?datum=<b>&leeftijd=x&gemeente=<b>").status == 200
    assert "<b>" not in get(APP, "/regiokaart/7.svg?datum=<b>&gemeente=<b>").text
