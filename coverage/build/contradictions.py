"""The places where sources disagree, and which parts of the product each of them concerns."""

from __future__ import annotations

import re
from pathlib import Path

from coverage.build import codes
from coverage.build.rows import BuildError, Record, plain
from coverage.vocabulary import Scheme

FILE = "tegenstrijdigheden.md"
NUMBER = 39
_KIND_ROW = re.compile(r"^\| (?P<kind>[^|]+) \| (?P<ids>T\d\d(?:, T\d\d)*) \|$", re.MULTILINE)
_SECTION = re.compile(r"^## [A-Z]\. (.+)$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\*)\*\*(?![*\s])([^*]+)\*\*(?!\*)")
_ENTRY = re.compile(r"\*\*(?P<id>T\d\d) (?P<title>.+?)\*\*(?P<text>.*)", re.DOTALL)

_RESULTS = ("table", "results_2013")
_SURVEY = ("table", "survey")
_NATIONAL = ("programme", "LANDELIJK")


def _p(*ids: str) -> tuple[tuple[str, str], ...]:
    return tuple(("programme", i) for i in ids)


def _m(*ids: str) -> tuple[tuple[str, str], ...]:
    return tuple(("municipality", i) for i in ids)


def _s(*ids: Scheme) -> tuple[tuple[str, str], ...]:
    return tuple(("scheme", i.value) for i in ids)


# Read from the text of each entry: the programmes, municipalities, schemes, DUUP regions and whole tables it is about.
SUBJECTS: dict[str, tuple[tuple[str, str], ...]] = {
    "T01": (*_p("IJV-DEKERN"), _RESULTS),
    "T02": (*_p("ARN-IRIS", "NMG-KETEN"), _RESULTS),
    "T03": (_RESULTS,),
    "T04": (*_p("LEE-ASJA2"), _RESULTS),
    "T05": _s(Scheme.RUPS_I),
    "T06": (*_p("AMS-SK", "AMS-PG292", "GRO-TERWILLE"), *_s(Scheme.RUPS_I), _RESULTS),
    "T07": _s(Scheme.RUPS_I),
    "T08": (*_p("DHG-SHOP"), *_s(Scheme.RUPS_I), _RESULTS),
    "T09": (*_p("DHG-SHOP"), _RESULTS),
    "T10": (*_p("DHG-SHOP"), _RESULTS, ("table", "outcomes")),
    "T11": (*_p("AMS-SK", "AMS-PG292", "BRE-IMW", "NMG-KETEN"), _RESULTS),
    "T12": (*_p("DEV-UP", "IJV-DEKERN"), *_m("GM0150")),
    "T13": (*_p("GRO-TERWILLE"), _RESULTS),
    "T14": (*_p("HLM-SK"), *_m("GM0392")),
    "T15": (*_p("RTD-PMW"), *_m("GM0599")),
    "T16": _p("AMS-SK"),
    "T17": (*_p("ARN-IRIS"), *_m("GM0202"), _RESULTS),
    "T18": (_SURVEY,),
    "T19": (_NATIONAL, _SURVEY, ("table", "target_groups")),
    "T20": _s(Scheme.RUPS_II, Scheme.DUUP),
    "T21": (*_s(Scheme.RUPS_II, Scheme.DUUP), ("table", "duvo_regions")),
    "T22": (
        *_p("DUUP07", "DUUP07-NOG"),
        ("duup", "7"),
        *_m("GM0203", "GM0228", "GM0244", "GM0267", "GM0279", "GM0289", "GM0301"),
    ),
    "T23": _s(Scheme.RUPS_II, Scheme.RUPS_II_EXTENSION),
    "T24": _s(Scheme.RUPS_I),
    "T25": _p("DHG-HAVEN"),
    "T26": _s(Scheme.DUUP),
    "T27": (*_p("DHG-SHOP"), *_m("GM0518")),
    "T28": (*_p("LEE-FIER"), *_s(Scheme.RUPS_II, Scheme.RUPS_II_EXTENSION, Scheme.RUPS_III)),
    "T29": (_NATIONAL,),
    "T30": (*_p("APD-REBELZ"), *_m("GM0200")),
    "T31": _s(Scheme.RUPS_III),
    "T32": (*_p("UTR-STAD", "DUUP10-REGIO"), ("duup", "10"), *_m("GM0344")),
    "T33": (*_p("DHG-SHOP", "GRO-TERWILLE"), *_s(Scheme.DUUP)),
    "T34": (*_p("AMS-PG292"), _RESULTS),
    "T35": (*_p("RTD-PMW"), *_s(Scheme.RUPS_I)),
    "T36": (
        *_p("ARN-IRIS", "DEV-UP", "EHV-LEVENSKRACHT", "GRO-TERWILLE", "HLM-SK", "IJV-DEKERN"),
        ("table", "access"),
    ),
    "T37": (*_p("DHG-SHOP", "UTR-TUSSEN"), _RESULTS),
    "T38": (_NATIONAL, _SURVEY),
    "T39": _s(Scheme.DUUP),
}


def _kinds(text: str) -> dict[str, str]:
    """Entry -> kind by the table on top. T12 stands under two kinds; the first, within one source, is kept."""
    found: dict[str, str] = {}
    for row in _KIND_ROW.finditer(text):
        kind = codes.CONTRADICTION_KIND.get(row["kind"])
        if kind is None:
            raise BuildError(f"{FILE}: kind {row['kind']!r} has no code; add it to coverage/build/codes.py")
        for entry in row["ids"].split(", "):
            found.setdefault(entry, kind)
    return found


def _unwrap(text: str) -> str:
    """Text on one line, without marks of emphasis; a footnote mark such as (***) stays."""
    return " ".join(_EMPHASIS.sub(r"\1", text).split())


def contradictions(facts: Path) -> tuple[list[Record], list[Record]]:
    """Tables ``contradictions`` and ``contradiction_subjects``, in order of number."""
    content = plain((facts / FILE).read_text(encoding="utf-8"))
    kinds = _kinds(content)
    _, *sections = _SECTION.split(content)
    entries: list[Record] = []
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        for paragraph in body.split("\n\n"):
            if match := _ENTRY.match(paragraph.strip()):
                text, _, advice = _unwrap(match["text"]).partition(" Advies: ")
                entries.append(
                    {
                        "contradiction_id": match["id"],
                        "kind": kinds[match["id"]],
                        "section": title,
                        "title": _unwrap(match["title"]).removesuffix("."),
                        "text": text,
                        "advice": advice,
                    }
                )
    entries.sort(key=lambda e: e["contradiction_id"])
    ids = [e["contradiction_id"] for e in entries]
    if ids != [f"T{n:02}" for n in range(1, NUMBER + 1)] or set(ids) != set(SUBJECTS) or set(ids) != set(kinds):
        raise BuildError(f"{FILE}: found {', '.join(ids)}; T01 to T{NUMBER} expected, each with a kind and subjects")
    subjects: list[Record] = [
        {"contradiction_id": entry, "subject_kind": kind, "subject": subject}
        for entry in ids
        for kind, subject in SUBJECTS[entry]
    ]
    return entries, subjects
