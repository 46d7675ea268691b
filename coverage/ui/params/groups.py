"""The values that the addresses of the target-group and programme pages may hold."""

from __future__ import annotations

from coverage.i18n import _, label
from coverage.ui.params import choice, one_of
from coverage.ui.state import BadValue, Param, address
from coverage.vocabulary import Code, Dimension, Funding, Scope, TargetGroup

OF_MATRIX = frozenset({"vraag", "rijen", "rij", "kolom"})


class GroupView(Code):
    """Parts of the page on target groups."""

    GAPS = ("gaten", "Alle groepen", "All groups")
    MAP = ("kaart", "Kaart per groep", "Map per group")
    ROUTE = ("wegwijzer", "Welke deur?", "Which door?")
    MATRIX = ("matrix", "Wie zegt wat", "Who says what")
    NATIONAL = ("landelijk", "Landelijk oordeel", "National findings")
    LEAVING = ("stoppen", "Wat is moeilijk, wat helpt?", "What is hard, what helps?")


class ProgrammeView(Code):
    """Parts of the page on programmes."""

    DIRECTORY = ("lijst", "Programma's", "Programmes")
    TIMELINE = ("tijdlijn", "Tijdlijn", "Timeline")
    RESULTS = ("resultaten", "Resultaten", "Results")
    CAVEATS = ("kanttekeningen", "Tegenstrijdigheden", "Contradictions")


class Presence(Code):
    """Is a programme evidenced somewhere on the date?"""

    EVIDENCED = ("aangetoond", "op deze datum aangetoond", "evidenced on this date")
    EARLIER = ("eerder", "niet (meer) aangetoond", "not evidenced (any more)")


def _parse_groups(text: str) -> tuple[TargetGroup, ...]:
    known = {name.casefold(): g for g in TargetGroup for name in (g.value, g.label("nl"), g.label("en"))}
    wanted = [part.strip().casefold() for part in text.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in known]
    if unknown or not wanted:
        raise BadValue(
            _("“{text}” is geen doelgroep die wij kennen; kies uit {choices}.").format(
                text=unknown[0] if unknown else text, choices=", ".join(label(g) for g in TargetGroup)
            )
        )
    return tuple(dict.fromkeys(known[part] for part in wanted))


def _write_groups(groups: tuple[TargetGroup, ...]) -> str:
    return ",".join(g.value for g in groups)


def _first_view() -> GroupView:
    """All groups; what an address holds of the matrix opens that, as it did when the matrix stood first."""
    return GroupView.MATRIX if OF_MATRIX & address().keys() else GroupView.GAPS


GROUPS: Param[tuple[TargetGroup, ...]] = Param("doelgroep", _parse_groups, _write_groups, lambda: (TargetGroup.MEN,))
GROUP_VIEW: Param[Code] = Param("weergave", one_of(GroupView), str, _first_view)
DIMENSION: Param[Code] = choice("vraag", Dimension)
SCOPE: Param[Code] = choice("rijen", Scope)
ROW: Param[str] = Param("rij", str.strip, str, str)
TOPIC: Param[str] = Param("kolom", str.strip, str, str)

PROGRAMME: Param[str] = Param("programma", str.strip, str, str)
PROGRAMME_VIEW: Param[Code] = choice("onderdeel", ProgrammeView)
SEARCH: Param[str] = Param("zoek", str.strip, str, str)
PRESENCE: Param[str] = Param("stand", lambda text: one_of(Presence)(text).value, str, str)
PAID_BY: Param[str] = Param("geld", lambda text: one_of(Funding)(text).value, str, str)
SERVES_GROUP: Param[str] = Param("groep", lambda text: one_of(TargetGroup)(text).value, str, str)
