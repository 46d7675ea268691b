"""Values in the addresses of the slides and of what changed."""

from __future__ import annotations

from datetime import date

from coverage.analysis.editions.edition import edition
from coverage.analysis.story.plan import clean_title
from coverage.analysis.story.scene import usual_kinds
from coverage.dataset import Dataset, current
from coverage.dataset.editions import EditionError
from coverage.dates import parse_day, today
from coverage.i18n import _, day
from coverage.inventory.overlay import book_of_readers
from coverage.ui.params import FIRST_DAY
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import SlideKind

WORDS = {
    "landelijk": SlideKind.NATIONAL,
    "verloop": SlideKind.COURSE,
    "veranderd": SlideKind.CHANGES,
    "vlekken": SlideKind.SPOTS,
    "vragen-aan": SlideKind.ASK,
    "doelgroepen": SlideKind.GROUPS,
    "geld": SlideKind.MONEY,
    "regio": SlideKind.REGION,
    "regio-aanbod": SlideKind.REGION_OFFER,
    "regio-verloop": SlideKind.REGION_COURSE,
    "zaal": SlideKind.QUESTIONS,
    "bronnen": SlideKind.METHOD,
    "respons": SlideKind.RESPONSE,
    "geleerd": SlideKind.HEARD,
    "kaartjes": SlideKind.SMALL_MAPS,
    "bewijs-per-jaar": SlideKind.HEAT,
    "stappen": SlideKind.STEPS,
    "regio-keten": SlideKind.REGION_CHAIN,
}
_BACK = {kind: word for word, kind in WORDS.items()}


def _parse_slides(text: str) -> tuple[SlideKind, ...]:
    words = list(dict.fromkeys(text.split(",")))
    if unknown := [w for w in words if w not in WORDS]:
        raise BadValue(
            _("“{text}” is geen dia; kies uit {known}. We tonen nu alle dia's.").format(
                text=unknown[0], known=", ".join(WORDS)
            )
        )
    return tuple(WORDS[w] for w in words)


def _parse_edition(text: str) -> str:
    try:
        return edition(current(), text).name if text else ""
    except EditionError as problem:
        raise BadValue(str(problem)) from None


def _usual_slides() -> tuple[SlideKind, ...]:
    """As long as the address says nothing."""
    return usual_kinds(book_of_readers())


SLIDES: Param[tuple[SlideKind, ...]] = Param(
    "dias", _parse_slides, lambda kinds: ",".join(_BACK[k] for k in kinds), _usual_slides
)


def region_words(ds: Dataset) -> dict[str, str]:
    """Word of the address -> how it is called: all regions, each region, and each province for the regions in it."""
    provinces = sorted({p for p in ds.table("municipalities")["province"] if p})
    return {
        ALL_REGIONS: _("alle regio's"), **{str(n): str(n) for n in ds.table("duup_regions")["name"]},
        **{f"{PROVINCE} {p}": _("provincie {name}").format(name=p) for p in provinces},
    }  # fmt: skip


def _parse_regions(text: str) -> tuple[str, ...]:
    words, known = list(dict.fromkeys(w.strip() for w in text.split(",") if w.strip())), region_words(current())
    if unknown := [w for w in words if w not in known]:
        raise BadValue(
            _("“{text}” is geen DUUP-regio; kies uit {known}.").format(text=unknown[0], known=", ".join(known))
        )
    return tuple(words)


def last_meeting_day() -> date:
    """The last day for which a meeting can be planned."""
    return date(today().year + 5, 12, 31)


def _parse_meeting(text: str) -> date | None:
    try:
        found = parse_day(text) if text else None
    except ValueError:
        raise BadValue(_("“{text}” is geen datum. Schrijf bijvoorbeeld 2026-11-26.").format(text=text)) from None
    if found and not FIRST_DAY <= found <= last_meeting_day():
        raise BadValue(
            _("{date} kan geen dag van de bijeenkomst zijn; kies een dag van {first} tot en met {last}.").format(
                date=day(found), first=day(FIRST_DAY), last=day(last_meeting_day())
            )
        )
    return found


ALL_REGIONS, PROVINCE = "alle", "provincie"
REGIONS: Param[tuple[str, ...]] = Param("gebied", _parse_regions, ",".join, tuple)
PLACE: Param[str] = Param("plaats", clean_title, str, str)
MEETING: Param[date | None] = Param("bijeenkomst", _parse_meeting, lambda d: d.isoformat() if d else "", lambda: None)
TITLE: Param[str] = Param("titel", clean_title, str, str)
EDITION: Param[str] = Param("editie", _parse_edition, str, str)
