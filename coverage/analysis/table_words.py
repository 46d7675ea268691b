"""Tables of the package in words: a name for each column, and rows as a reader reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from coverage.analysis.naming import municipality_names, programme_names
from coverage.dataset import Dataset
from coverage.dataset.divisions import cuts_of, origin
from coverage.dataset.frames import FALSE, TRUE, text_of
from coverage.dataset.memo import per_snapshot
from coverage.dataset.tables import TABLES, Field
from coverage.i18n import _, label, number, partial_day
from coverage.vocabulary import Code, Language

# Columns that say where a row comes from; shown together, after the others.
ORIGIN = ("source_id", "source_detail", "reading", "note")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row in words: one text a column, empty where nothing is known; the identifier of its source, empty without."""

    cells: Mapping[str, str]
    source_id: str

    def has(self, words: list[str]) -> bool:
        """Whether every word (casefolded) stands in one of the cells."""
        text = " ".join((*self.cells.values(), self.source_id)).casefold()
        return all(word in text for word in words)


@per_snapshot(maxsize=16)
def rows_in_words(ds: Dataset, name: str, language: Language) -> tuple[TableRow, ...]:
    """Every row of a table, in its order; ``language`` is that of the reader, and part of the key only."""
    frame, fields = ds.table(name), TABLES[name].fields
    names = {f.name: _names(ds, f) for f in fields}
    columns = [[_cell(f, value, names[f.name]) for value in frame[f.name]] for f in fields]
    sources = frame["source_id"] if "source_id" in frame else [""] * len(frame)
    keys = [f.name for f in fields]
    return tuple(
        TableRow(dict(zip(keys, cells, strict=True)), source)
        for cells, source in zip(zip(*columns, strict=True), sources, strict=True)
    )


def _names(ds: Dataset, field: Field) -> Mapping[Any, str]:
    """What a reference is called; the source keeps its identifier, since it gets a link of its own."""
    if field.refers == "programmes.programme_id":
        return programme_names(ds)
    if field.refers == "areas.area_id":
        areas = ds.table("areas")
        return dict(zip(areas["area_id"], areas["name"], strict=True))
    if field.refers == "duup_regions.number":
        regions = ds.table("duup_regions")
        return dict(zip(regions["number"], regions["name"], strict=True))
    if field.kind == "piece":
        names, pieces = municipality_names(ds), ds.table("population_pieces")["piece"].unique()
        return {**names, **{piece: " → ".join(names[c] for c in (origin(piece), *cuts_of(piece))) for piece in pieces}}
    return municipality_names(ds) if field.kind == "municipality" else {}


def _cell(field: Field, value: Any, names: Mapping[Any, str]) -> str:
    text = "" if pd.isna(value) else text_of(value)
    if not text:
        return ""
    if field.values and issubclass(field.values, Code):
        return label(field.values(text))
    if field.kind == "boolean":
        return {TRUE: _("ja"), FALSE: _("nee")}[text]
    if field.kind in ("date", "partial_date"):
        return partial_day(text)
    if value in names:
        return f"{names[value]} ({text})" if field.kind != "integer" else names[value]
    return number(float(text)) if field.name in QUANTITIES else text


QUANTITIES = {"inhabitants", "total", "official_total"}


def column_names() -> dict[str, str]:
    """Column -> what it is called for readers; one name for a column, in whatever table it stands."""
    return {
        "about_from": _("over de tijd vanaf"),
        "about_to": _("over de tijd tot"),
        "activity": _("activiteit"),
        "activity_en": _("activiteit, in het Engels"),
        "adoption": _("wat ervan kwam"),
        "adoption_note": _("waarop dat rust"),
        "advice": _("wat wij ermee doen"),
        "also_in": _("staat ook in"),
        "alternative_duup": _("andere mogelijke DUUP-regio's"),
        "alternatives": _("andere mogelijke regio's"),
        "among_municipalities": _("gaat over gemeenten"),
        "amount": _("bedrag"),
        "answer": _("antwoord"),
        "answer_id": _("kenmerk van het antwoord"),
        "apart": _("staat apart"),
        "area": _("gebied in woorden"),
        "area_id": _("gebied"),
        "area_reading": _("hoe zeker welk gebied"),
        "area_share": _("deel van de oppervlakte"),
        "article": _("artikel"),
        "basis": _("grondslag"),
        "began": _("begonnen"),
        "began_detail": _("plaats in de bron van het begin"),
        "began_source_id": _("bron van het begin"),
        "by": _("van wie"),
        "catchment": _("werkgebied in woorden"),
        "centre": _("plaats in woorden"),
        "centre_code": _("centrumgemeente"),
        "certainty": _("zekerheid"),
        "channel": _("hoe binnengekomen"),
        "claim_id": _("kenmerk van de uitspraak"),
        "code": _("gemeente"),
        "complete": _("volledig"),
        "contradiction_id": _("nummer"),
        "criterion": _("eis"),
        "date": _("datum"),
        "date_basis": _("waar de datum vandaan komt"),
        "date_certain": _("datum zeker"),
        "date_earliest": _("op zijn vroegst"),
        "date_latest": _("op zijn laatst"),
        "denominator": _("van wie of wat"),
        "denominator_en": _("van wie of wat, in het Engels"),
        "domain": _("onderwerp"),
        "duup_number": _("DUUP-regio"),
        "duup_uncertain": _("DUUP-regio onzeker"),
        "duvo_region": _("DUVO-regio"),
        "effective": _("geldt vanaf"),
        "estimate": _("is een schatting"),
        "estimated": _("geschat"),
        "event": _("gebeurtenis"),
        "evidence": _("bewijs"),
        "executors": _("uitvoerders"),
        "exit_aim": _("stoppen als doel"),
        "exits": _("uitgestapt"),
        "exits_2011": _("uitgestapt tot 2011"),
        "exits_2011_notes": _("voetnoot bij uitgestapt tot 2011"),
        "exits_notes": _("voetnoot bij uitgestapt"),
        "field": _("vraag"),
        "footnote": _("voetnoot"),
        "from_anywhere": _("voor wie van elders komt"),
        "funding": _("wie betaalt"),
        "group": _("doelgroep"),
        "in_programme_2013": _("nog in traject in juli 2013"),
        "indicator": _("wat is geteld"),
        "indicator_en": _("wat is geteld, in het Engels"),
        "inhabitants": _("inwoners"),
        "item": _("post"),
        "kind": _("soort"),
        "kind_detail": _("plaats in de bron van de soort"),
        "kind_note": _("waarom deze soort"),
        "kind_source_id": _("bron van de soort"),
        "licence": _("licentie"),
        "log": _("nummer in het logboek"),
        "means": _("wat het aanduidt"),
        "municipalities": _("aantal gemeenten"),
        "name": _("naam"),
        "name_en": _("naam in het Engels"),
        "name_is_ours": _("naam door ons gegeven"),
        "named": _("bij naam genoemd"),
        "national": _("landelijk"),
        "national_scope": _("alleen cijfers"),
        "new_code": _("nieuwe gemeente"),
        "no_claim_note": _("waarom geen uitspraak, voluit"),
        "no_claim_reason": _("waarom geen uitspraak"),
        "nationwide": _("zegt dat het landelijk dekt"),
        "note": _("opmerking"),
        "note_en": _("opmerking, in het Engels"),
        "number": _("nummer van de regio"),
        "official_total": _("officieel totaal"),
        "old_code": _("oude gemeente"),
        "only_code": _("alleen voor mensen uit"),
        "organisation": _("gemeente die antwoordde"),
        "organisation_kind": _("soort organisatie"),
        "outcome": _("wat ervan kwam"),
        "outcome_source_id": _("bron van wat ervan kwam"),
        "participants": _("deelnemers"),
        "participants_2011": _("deelnemers tot 2011"),
        "participants_2011_notes": _("voetnoot bij deelnemers tot 2011"),
        "participants_notes": _("voetnoot bij deelnemers"),
        "partner": _("partnerorganisatie"),
        "per_year": _("per jaar"),
        "percentage_source": _("percentage in de bron"),
        "period": _("periode"),
        "period_from": _("van"),
        "period_to": _("tot"),
        "phase": _("fase"),
        "piece": _("gemeente van 2021"),
        "place": _("plaats"),
        "planned": _("gepland"),
        "programme_id": _("programma"),
        "province": _("provincie"),
        "provisional": _("voorlopig"),
        "publisher": _("uitgever"),
        "quantity": _("kolom"),
        "reach": _("bereik"),
        "reading": _("hoe gelezen"),
        "recipient": _("ontvanger"),
        "recommendation": _("aanbeveling"),
        "recommendation_en": _("aanbeveling, in het Engels"),
        "recommendation_id": _("kenmerk van de aanbeveling"),
        "relation": _("relatie"),
        "role": _("rol"),
        "rule": _("regel"),
        "rule_en": _("regel, in het Engels"),
        "scheme": _("regeling"),
        "scope": _("over welke hulp"),
        "section": _("onderdeel"),
        "series": _("reeks"),
        "since": _("sinds"),
        "source_detail": _("plaats in de bron"),
        "source_id": _("bron"),
        "spending_to": _("geld mocht op tot"),
        "stated": _("staat zo in de bron"),
        "status": _("stand"),
        "strength": _("wat voor uitspraak"),
        "subgroup": _("deel van de groep"),
        "subject": _("over"),
        "subject_kind": _("soort onderwerp"),
        "text": _("wat er staat"),
        "title": _("titel"),
        "to": _("aan wie"),
        "total": _("totaal"),
        "unit": _("eenheid"),
        "url": _("webadres"),
        "used": _("gebruikt"),
        "valid_from": _("geldig vanaf"),
        "valid_to": _("geldig tot"),
        "value": _("waarde"),
        "value_en": _("waarde, in het Engels"),
        "variant": _("schrijfwijze"),
        "verdict": _("oordeel"),
        "verdict_en": _("oordeel, in het Engels"),
        "verdict_id": _("kenmerk van het oordeel"),
        "who": _("wie"),
        "window": _("meetperiode"),
        "window_from": _("meetperiode van"),
        "window_to": _("meetperiode tot"),
        "year": _("jaar"),
    }
