"""Where to turn now, from one municipality: programmes for people from there, and who answers for the region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverage.analysis.dating import claim_day
from coverage.analysis.profile.facts import Profile
from coverage.analysis.profile.serving import Serving
from coverage.analysis.profile.text import Line, nearest_lines
from coverage.analysis.region_profile.facts import RegionProfile, region_profile
from coverage.analysis.region_profile.offered import RegionProgramme, programmes_of
from coverage.analysis.region_profile.text import programme_line
from coverage.analysis.remarks import national_remarks
from coverage.analysis.statements import access_or_silence
from coverage.dataset import Dataset
from coverage.geography.areas import km_between
from coverage.i18n import _, label, number
from coverage.vocabulary import EVIDENCED

FAR = 50  # kilometres; from here on a centre is said to be far


@dataclass(frozen=True, slots=True)
class TurningLine:
    """One line of where to turn; ``programme_id`` is the programme that it names, empty when it names none.

    ``elsewhere``: for other municipalities of the region.
    """

    line: Line
    programme_id: str = ""
    elsewhere: bool = False


def where_to_turn_now(ds: Dataset, p: Profile) -> tuple[TurningLine, ...]:
    """Programmes for the municipality, recent ones first; what else the region has; then the centre municipality."""
    own = [TurningLine(_programme(s), s.programme_id) for s in p.serving]
    found = [*own, *(TurningLine(Line(words, (source,))) for words, source in national_remarks(ds, p.row))]
    region = region_profile(ds, p.row.duup_number, p.on, p.report.max_age) if p.membership.in_force else None
    if region and p.row.status not in EVIDENCED:
        mine = {s.programme_id for s in p.serving}
        found += [_elsewhere(x) for x in programmes_of(ds, region) if x.evidenced and x.programme.id not in mine]
    found += [TurningLine(line) for line in nearest_lines(ds, p)[:-1]]
    return (*found, *(TurningLine(line) for line in _centre(ds, p, region)))


def _programme(s: Serving) -> Line:
    by = _(", uitgevoerd door {executors}").format(executors=s.executors) if s.executors else ""
    newest = max((c.claim for c in s.claims), key=lambda c: c.start)
    words = _("{name}{by}: {status}, laatst bevestigd {date}. Toegang: {access}.").format(
        name=s.name, by=by, status=label(s.status), date=claim_day(newest), access=access_or_silence(s.access)
    )
    return Line(words, s.sources)


def _elsewhere(x: RegionProgramme) -> TurningLine:
    words = _("Elders in de regio: {programme}").format(programme=programme_line(x))
    return TurningLine(Line(words, x.sources), x.programme.id, elsewhere=True)


def _centre(ds: Dataset, p: Profile, region: RegionProfile | None) -> Iterator[Line]:
    """The centre municipality, how far it is, and what that distance means."""
    if region is None:
        yield Line(_("Vraag je eigen gemeente welke hulp er is. De DUUP bestond op deze datum nog niet."))
        return
    why, centre = (p.membership.source_id,), p.membership.duup_centre
    if region.centre_code == p.row.code:
        yield Line(_("{centre} is de centrumgemeente van de regio en krijgt er geld van het Rijk voor.").format(
            centre=centre), why)  # fmt: skip
        return
    km = km_between(ds, p.report.division.id, p.row.code, region.centre_code) if region.centre_code else 0.0
    words = _("Vraag je gemeente of centrumgemeente {centre} ({km} km hemelsbreed) welke hulp er is.")
    yield Line(words.format(centre=centre, km=number(km)), why)
    if km >= FAR:
        yield Line(_("Dat is ver. Of hulp dichter bij je wordt gegeven, weten we niet."))
