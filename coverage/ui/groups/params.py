"""The values that the addresses of the target-group and programme pages may hold."""

from __future__ import annotations

from collections.abc import Callable

from coverage.i18n import _, label
from coverage.ui.state import BadValue, Param
from coverage.vocabulary import Code, Dimension, Funding, Scope, TargetGroup


class GroupView(Code):
    """Parts of the page on target groups."""

    MATRIX = ("matrix", "Wie zegt wat", "Who says what")
    MAP = ("kaart", "Kaart per groep", "Map per group")
    GAPS = ("gaten", "Wat ontbreekt", "What is missing")
    NATIONAL = ("landelijk", "Landelijk oordeel", "National findings")


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


def _one_of(codes: type[Code]) -> Callable[[str], Code]:
    def parse(text: str) -> Code:
        if text not in {c.value for c in codes}:
            choices = ", ".join(c.value for c in codes)
            raise BadValue(_("“{text}” is hier geen keuze; kies uit {choices}.").format(text=text, choices=choices))
        return codes(text)

    return parse


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


GROUPS: Param[tuple[TargetGroup, ...]] = Param("doelgroep", _parse_groups, _write_groups, lambda: (TargetGroup.MEN,))
GROUP_VIEW: Param[Code] = Param("weergave", _one_of(GroupView), str, lambda: GroupView.MATRIX)
DIMENSION: Param[Code] = Param("vraag", _one_of(Dimension), str, lambda: Dimension.GROUPS)
SCOPE: Param[Code] = Param("rijen", _one_of(Scope), str, lambda: Scope.REGIONS)
ROW: Param[str] = Param("rij", str.strip, str, str)
TOPIC: Param[str] = Param("kolom", str.strip, str, str)

PROGRAMME: Param[str] = Param("programma", str.strip, str, str)
PROGRAMME_VIEW: Param[Code] = Param("onderdeel", _one_of(ProgrammeView), str, lambda: ProgrammeView.DIRECTORY)
SEARCH: Param[str] = Param("zoek", str.strip, str, str)
PRESENCE: Param[str] = Param("stand", lambda text: _one_of(Presence)(text).value, str, str)
PAID_BY: Param[str] = Param("geld", lambda text: _one_of(Funding)(text).value, str, str)
SERVES_GROUP: Param[str] = Param("groep", lambda text: _one_of(TargetGroup)(text).value, str, str)
