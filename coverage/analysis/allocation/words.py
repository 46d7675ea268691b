"""What an allocation says, in sentences and in amounts as municipal finance prints them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from coverage.analysis.allocation.definitions import definitions
from coverage.analysis.allocation.effects import Effect, Effects
from coverage.analysis.allocation.gaps import RegionGap
from coverage.analysis.allocation.result import Allocation
from coverage.analysis.allocation.uncertainty import Ranges
from coverage.i18n import _, euro, number, percent


def only_computed() -> str:
    """The reservation that goes with every amount of the rule."""
    return _("Dit is een berekening volgens de regel, niet wat een centrumgemeente echt kreeg.")


def allocation_answer(allocation: Allocation) -> str:
    """What is shared out, by which key, who gets most and least, and that it is computed."""
    s, rows = allocation.scenario, allocation.regions
    most, least = max(rows, key=lambda r: r.amount), min(rows, key=lambda r: r.amount)
    begin = _("Met {budget} per jaar en de sleutel “{key}” (inwoners op 1 januari {year}{provisional})").format(
        budget=euro(s.budget), key=definitions()[s.key].label, year=s.year,
        provisional=", " + _("voorlopig") if allocation.basis.provisional else "",
    )  # fmt: skip
    if most.amount - least.amount <= s.unit:
        amounts = euro(least.amount) if most.amount == least.amount else f"{euro(least.amount)} – {euro(most.amount)}"
        who = _("krijgt elke van de {count} regio's evenveel: {amounts}.").format(
            count=number(len(rows)), amounts=amounts
        )
    else:
        heads = {per_head(r.per_inhabitant) for r in rows}
        text = (
            _(
                "krijgt DUUP-regio {most} het meest: {amount}; {least} het minst: {small}. Elke regio krijgt {per} "
                "per inwoner."
            )
            if len(heads) == 1
            else _(
                "krijgt DUUP-regio {most} het meest: {amount} ({per} per inwoner); {least} het minst: {small} "
                "({little} per inwoner)."
            )
        )
        who = text.format(
            most=most.name, amount=euro(most.amount), per=per_head(most.per_inhabitant), least=least.name,
            small=euro(least.amount), little=per_head(least.per_inhabitant),
        )  # fmt: skip
    return f"{begin} {who} {only_computed()}"


def effect_answer(found: Effects) -> str:
    """How many regions gain and lose, how much moves, and who gains and loses most."""
    if not found.winners and not found.losers:
        return _("Er verschuift niets: dit zijn de bedragen van de uitgangssituatie.")
    more = _("{count} regio's krijgen meer, samen {sum}; het meest {name} ({amount}, {per} per inwoner).")
    one_more = _("1 regio krijgt meer: {name} ({amount}, {per} per inwoner).")
    less = _("{count} regio's krijgen minder, samen {sum}; het meest {name} ({amount}, {per} per inwoner).")
    one_less = _("1 regio krijgt minder: {name} ({amount}, {per} per inwoner).")
    sides = ((found.winners, more, one_more, found.gained), (found.losers, less, one_less, found.lost))
    return " ".join(_side(*side) for side in sides if side[0])


def _side(rows: tuple[Effect, ...], many: str, one: str, total: int) -> str:
    first = rows[0]
    return (one if len(rows) == 1 else many).format(
        count=number(len(rows)), sum=euro(total), name=first.name, amount=signed(first.difference),
        per=signed_per_head(first.per_inhabitant),
    )  # fmt: skip


def range_answer(allocation: Allocation, found: Ranges) -> str:
    """How many regions know their amount to the unit, and whose is least sure."""
    width = {n: band.high - band.low for n, band in found.by_region.items()}
    sure = sum(w <= allocation.scenario.unit for w in width.values())
    widest = max(width, key=lambda n: width[n])
    if width[widest] <= allocation.scenario.unit:
        return _("Het bedrag van elke regio blijft gelijk, op de afronding na.")
    band = found.by_region[widest]
    text = (
        _("Van {sure} van de {count} regio's verandert het bedrag hoogstens door de afronding.") + " " if sure else ""
    )
    return (text + _("Het minst zeker is het bedrag van {name}: van {low} tot {high}.")).format(
        sure=number(sure), count=number(len(width)), name=allocation.region(widest).name, low=euro(band.low),
        high=euro(band.high),
    )  # fmt: skip


def gap_answer(rows: Iterable[RegionGap]) -> str:
    """Where provision is evidenced, beside the money; and that the two are not cause and effect."""
    found = list(rows)
    some = [r for r in found if r.evidenced]
    total = sum(r.inhabitants for r in found)
    people = sum(r.evidenced * r.inhabitants for r in found)
    share = percent(float(people / total if total else 0))
    if not some:
        first = _("In geen van de {count} regio's is een programma recent aangetoond.").format(count=number(len(found)))
    else:
        first = _(
            "In {some} van de {count} regio's is voor een deel van de inwoners een programma recent aangetoond; "
            "in het hele land "
            "voor {share}."
        ).format(some=number(len(some)), count=number(len(found)), share=share)
    return first + " " + _("Geld en aanbod staan hier naast elkaar; dat laat geen oorzaak zien.")


def per_head(value: Fraction) -> str:
    """Euros per inhabitant: three decimals, since most amounts are below one euro; two from ten, more below a cent."""
    return euro(float(value), _places(value))


def signed(value: int) -> str:
    """Euros with their sign: + € 1.000 or − € 1.000; € 0 without."""
    return _sign(value) + euro(abs(value))


def signed_per_head(value: Fraction) -> str:
    """A difference in euros per inhabitant, with enough decimals to be seen."""
    return _sign(value) + euro(float(abs(value)), _places(value))


def _places(value: Fraction) -> int:
    return 2 if abs(value) >= 10 else 3 if abs(value) >= Fraction(1, 100) or not value else 5


def _sign(value: Fraction | int) -> str:
    return "+ " if value > 0 else "− " if value < 0 else ""
