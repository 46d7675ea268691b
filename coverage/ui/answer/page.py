"""Questions and answers as they are read, with marks that lead to the notes below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from coverage.analysis.answer.brief import Brief, brief
from coverage.analysis.answer.plain_text import without_background
from coverage.analysis.answer.told import Answered, Ref, Sentence, cited_and_left, note_parts
from coverage.dataset import Dataset
from coverage.i18n import _, label
from coverage.ui.html import hinted, join, show, shown_by
from coverage.ui.opening import Opening
from coverage.ui.params import DATE, MAX_AGE
from coverage.ui.pieces import folded_on_phone, unfolding

Notes = Mapping[tuple[Ref, ...], int]


def title() -> str:
    """Over the page."""
    return _("Antwoorden voor de Kamer")


def opening(ds: Dataset) -> Opening:
    """The whole page: it needs no session."""
    whole = brief(ds, DATE.get(), MAX_AGE.get())
    return Opening(title(), article=hinted(whole.basis) + shown_by(lambda: told_answers(ds, whole)))


def told_answers(ds: Dataset, whole: Brief) -> None:
    """Answers with their notes, and folded what others said and advised."""
    short = without_background(whole)
    notes = short.notes()
    for answered in whole.answers:
        show(asked(notes, answered))
        if answered.told:
            unfolding(
                f"told-{answered.about.value}",
                f"{answered.heading} ({len(answered.told)}): {label(answered.about)}",
                partial(background, ds, answered.told),
            )
    for place, (heading, rows) in enumerate(whole.advice):
        unfolding(f"advice-{place}", f"{heading} ({len(rows)})", partial(background, ds, rows))
    show(noted(ds, short))


def asked(notes: Notes, answered: Answered) -> Markup:
    """A question, its answer with the lead sentence on top, how sure it is, and the rest, which a phone folds."""
    lead, *rest = answered.said if not answered.listed else (Sentence(""), *answered.said)
    form = Markup("<ul>{}</ul>") if answered.listed else Markup("{}")
    each = Markup("<li>{}</li>") if answered.listed else Markup("<p>{}</p>")
    words = _("Toon de lijst") if answered.listed else _("Lees het hele antwoord")
    return Markup('<section class="asked" id="{}"><h2>{}</h2>{}{}{}</section>').format(
        answered.about.value,
        label(answered.about),
        Markup('<p class="answer">{}</p>').format(marked(notes, lead)) if lead.text else "",
        Markup('<p class="sure">{}</p>').format(answered.sure_words) if answered.sure_words else "",
        folded_on_phone(words, form.format(join(each.format(marked(notes, x)) for x in rest)))
        if rest else "",
    )  # fmt: skip


def marked(notes: Notes, said: Sentence) -> Markup:
    """A sentence with the number of its note, as a link to it."""
    if said.refs not in notes:
        return Markup("{}").format(said.text)
    note = notes[said.refs]
    name = _("Noot {number}").format(number=note)
    return Markup('{}<sup><a href="#noot-{}" aria-label="{}">{}</a></sup>').format(said.text, note, name, note)


def noted(ds: Dataset, whole: Brief) -> Markup:
    """All notes: title, publisher, date, place and reading of each source, as a link where it is public."""
    rows = join(
        Markup('<li id="noot-{}" value="{}">{}</li>').format(note, note, sources_cited(ds, refs))
        for refs, note in whole.notes().items()
    )
    listed = folded_on_phone(_("Toon de noten"), Markup("<ol>{}</ol>").format(rows))
    return Markup('<section class="noted"><h2>{}</h2>{}</section>').format(_("Noten"), listed)


def sources_cited(ds: Dataset, refs: tuple[Ref, ...]) -> Markup:
    """The sources of one sentence, the newest first, a link where one is public."""
    named, left = cited_and_left(refs)
    parts = []
    for ref in named:
        words, url = note_parts(ds, ref)
        link = Markup('<a href="{}" target=_blank>{}</a>')
        parts.append(link.format(url, words) if url else Markup("{}").format(words))
    return Markup("; ").join([*parts, left] if left else parts)


def background(ds: Dataset, rows: tuple[Sentence, ...]) -> Markup:
    """What others said or recommended, each with its source in place of a note."""
    items = (
        Markup('<li>{} <span class="source">{}: {}</span></li>').format(
            said.text, _("Bron"), sources_cited(ds, said.refs)
        )
        for said in rows
    )
    return Markup('<ul class="told">{}</ul>').format(join(items))
