"""Values in the addresses of the slides and of what changed."""

from __future__ import annotations

from coverage.analysis.editions.edition import edition
from coverage.analysis.story.plan import clean_title
from coverage.analysis.story.scene import DEFAULT_KINDS, OF_A_ROUND
from coverage.dataset import current
from coverage.dataset.editions import EditionError
from coverage.i18n import _
from coverage.inventory.overlay import book_of_readers
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
    "zaal": SlideKind.QUESTIONS,
    "bronnen": SlideKind.METHOD,
    "respons": SlideKind.RESPONSE,
    "geleerd": SlideKind.HEARD,
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
    """With an inventory in which a round was opened, what it brought comes first."""
    book = book_of_readers()
    return (*OF_A_ROUND, *DEFAULT_KINDS) if book and book.rounds else DEFAULT_KINDS


SLIDES: Param[tuple[SlideKind, ...]] = Param(
    "dias", _parse_slides, lambda kinds: ",".join(_BACK[k] for k in kinds), _usual_slides
)
TITLE: Param[str] = Param("titel", clean_title, str, str)
EDITION: Param[str] = Param("editie", _parse_edition, str, str)
