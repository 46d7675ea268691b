"""A source, as it is cited beside what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import urlencode

from markupsafe import Markup

from coverage.analysis.citations import citation
from coverage.analysis.profile.text import Fact, Line
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.named_rows import Cited
from coverage.ui.html import join
from coverage.ui.params import DATE, LANGUAGE, MAX_AGE, MUNICIPALITY
from coverage.ui.params.data import CAVEAT
from coverage.ui.params.evidence import REGION
from coverage.ui.params.groups import PROGRAMME, PROGRAMME_VIEW, ProgrammeView
from coverage.ui.state import address
from coverage.vocabulary import Reading

_CODE = re.compile(r"\b(S\d|T\d\d|[A-Z]-[A-Z0-9][A-Z0-9.-]*[A-Z0-9])\b")


def source_link(ds: Dataset, source_id: str) -> Markup:
    """Title of a source, as a link when its address is public."""
    source = ds.source(source_id)
    if not source.url.startswith(("https://", "http://")):
        return Markup("{}").format(source.title)
    return Markup('<a href="{}" target=_blank>{}</a>').format(source.url, source.title)


def cite(ds: Dataset, source_id: str, detail: str = "", reading: Reading | None = None) -> Markup:
    """Bron: title, where in it, and how it was read when that was not in full."""
    source = ds.source(source_id)
    parts = [str(source.year or "").strip(), detail, label(reading) if reading and reading is not Reading.FULL else ""]
    rest = join(Markup(", {}").format(p) for p in parts if p)
    return Markup('<span class="source">{}: {}{}</span>').format(_("Bron"), source_link(ds, source_id), rest)


def cited(ds: Dataset, place: Cited) -> Markup:
    """Bron: the source of a fixed sentence of the interface."""
    return cite(ds, *citation(ds, place))


def sources_linked(ds: Dataset, text: str) -> Markup:
    """A remark of the package in which codes of sources and contradictions have become links to them."""
    return join(_linked(ds, part) for part in _CODE.split(text))


def _linked(ds: Dataset, part: str) -> Markup:
    if part in set(ds.table("contradictions")["contradiction_id"]):
        return Markup('<a href="{}">{}</a>').format(caveats_address(part), _("zie de tegenstrijdigheid"))
    if part not in set(ds.table("sources")["source_id"]):
        return Markup("{}").format(part)
    source = ds.source(part)
    if not source.url.startswith(("https://", "http://")):
        return Markup('<abbr title="{}">{}</abbr>').format(source.title, _("bron"))
    return Markup('<a href="{}" title="{}" target=_blank>{}</a>').format(source.url, source.title, _("bron"))


def marked_lines(lines: Iterable[Line], kind: str = "said") -> Markup:
    """Sentences with marks that point to their sources; empty when there are none."""
    items = join(Markup("<li>{}{}").format(x.text, source_marks(x.sources)) for x in lines)
    return Markup('<ul class="{}">{}</ul>').format(kind, items) if items else Markup("")


def marked_facts(facts: Iterable[Fact]) -> Markup:
    """Facts by their word, with marks that point to their sources."""
    row = Markup("<div><dt>{}<dd>{}{}</div>")
    return Markup("<dl>{}</dl>").format(join(row.format(f.word, f.value, source_marks(f.sources)) for f in facts))


def source_marks(found: Iterable[str]) -> Markup:
    """Marks that point to sources in the list at the end of an article; :func:`numbered` gives them their numbers."""
    return join(Markup(' <a href="#bron-{}">{}</a>').format(s, s) for s in found)


_LISTED = re.compile('<li id="bron-([^"]+)">')
_MARK = re.compile(r'<a href="#bron-([^"]+)">[^<]*')


def sources_listed(ds: Dataset, body: Markup, first: Iterable[str] = ()) -> Markup:
    """The list at the end of an article: the sources that marks in its body point to, after those that come first."""
    pointed = (unescape(found) for found in _MARK.findall(body))
    items = join(
        Markup('<li id="bron-{}">{}{}').format(
            key, source_link(ds, key), f" ({ds.source(key).year})" if ds.source(key).year else ""
        )
        for key in dict.fromkeys((*first, *pointed))
    )
    return Markup('<ol class="sources">{}</ol>').format(items)


def numbered(article: Markup) -> Markup:
    """An article whose marks behind sentences are the numbers of its list of sources, in place of their codes."""
    numbers = {key: n for n, key in enumerate(_LISTED.findall(article), 1)}

    def mark(found: re.Match[str]) -> str:
        if found[1] not in numbers:
            return found[0]
        told = Markup('<a href="#bron-{}" aria-label="{}">{}')
        return told.format(found[1], _("bron {number}").format(number=numbers[found[1]]), numbers[found[1]])

    return Markup(_MARK.sub(mark, article))  # noqa: S704 of markup, with numbers put in


KEPT = (DATE.name, MAX_AGE.name, LANGUAGE.name)


def programme_address(programme_id: str) -> str:
    """The card of a programme, on the same date and in the same language."""
    return _there("programmas", {PROGRAMME.name: programme_id})


def municipality_link(name: str) -> str:
    """The page of a municipality, on the same date and in the same language."""
    return _there("mijn-gemeente", {MUNICIPALITY.name: name})


def region_link(name: str) -> str:
    """The page of a DUUP region (of all of them when the name is empty), on the same date and in the same language."""
    return _there("regio", {REGION.name: name} if name else {})


def caveats_address(caveat_id: str = "") -> str:
    """All places where sources disagree, or one of them, on the same date and in the same language."""
    return _there(
        "programmas",
        {PROGRAMME_VIEW.name: ProgrammeView.CAVEATS.value} | ({CAVEAT.name: caveat_id} if caveat_id else {}),
    )


def _there(page: str, values: dict[str, str]) -> str:
    kept = {name: value for name, value in address().items() if name in KEPT}
    return f"{page}?{urlencode(values | kept)}".removesuffix("?")
