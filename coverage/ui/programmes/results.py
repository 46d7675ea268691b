"""Tables 1.2 and 1.3 of the report of 2013, whole, with windows as bars and footnotes in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
from markupsafe import Markup

from coverage.analysis.axis import Axis
from coverage.analysis.programmes.results import Result, Total, printed_totals, results, total
from coverage.dataset import Dataset
from coverage.dates import start
from coverage.i18n import _, number
from coverage.ui.data.cite import programme_address
from coverage.ui.data.contradictions import marks
from coverage.ui.html import join, show
from coverage.ui.pieces import table

WINDOWS = Axis(date(2008, 1, 1), date(2014, 1, 1))
Cells = Callable[[Result], Markup]


def why_no_ranking(ds: Dataset) -> str:
    """The one sentence on why programmes are not ranked and nothing is divided into a cost per person."""
    months = [r.months for r in results(ds)]
    return _(
        "Deze cijfers zijn geen ranglijst: “uitgestapt” betekent niet overal hetzelfde, de meetvensters lopen uiteen "
        "van {short} tot {long} maanden en één getal is een schatting; daarom rekenen we ook geen kosten per "
        "uitstapper uit."
    ).format(short=min(months), long=max(months))


def participants_table(ds: Dataset) -> None:
    """Table 1.2: participants."""
    printed = partial(_printed, ds)
    _table(
        ds, _("Tabel 1.2 Deelnemers aan de dertien uitstapprogramma's"),
        (_("Deelnemers sinds start RUPS"), _("Meetmoment"), _("Deelnemers bij evaluatie 2011"),
         _("Nog in traject, juli 2013")),
        lambda r: join(
            (_value(str(r.participants), r.marks["participants"]), _window(r),
             _value(r.participants_2011, r.marks["participants_2011"]), _value(r.in_programme_2013))
        ),
        lambda t: (t.participants, "", t.participants_2011, t.in_programme_2013),
        (printed("participants"), "", printed("participants_2011"), printed("in_programme_2013")),
    )  # fmt: skip
    _footnotes(
        _("* Gerekend vanaf het moment dat een RUPS-subsidie is verstrekt tot het meetmoment. Bij Amsterdam en Utrecht "
          "is gerekend vanaf het begin van het jaar dat een RUPS-subsidie is verstrekt."),
        _("** Onvolledige gegevens. Het eigenlijke aantal is naar verwachting (iets) hoger."),
        _("*** De evaluatie van de RUPS (2011) noemt 172. Volgens de uitvoerder waren dat 172 intakegesprekken en "
          "kwamen 147 deelnemers in een traject."),
        _("n.a.: de bron geeft geen aantal. Dat is niet hetzelfde als nul."),
        _("De balk onder het meetmoment loopt van januari 2008 tot januari 2014."),
    )  # fmt: skip


def exits_table(ds: Dataset) -> None:
    """Table 1.3: exits."""
    printed = partial(_printed, ds)
    _table(
        ds, _("Tabel 1.3 Uitgestapte sekswerkers van de dertien uitstapprogramma's"),
        (_("Uitstappers sinds start RUPS"), _("Percentage in de bron"), _("Percentage nagerekend"), _("Meetmoment"),
         _("Uitstappers bij evaluatie 2011")),
        lambda r: join(
            (_value(str(r.exits), r.marks["exits"], _("schatting, geen telling") if r.estimate else ""),
             Markup("<td>{}%</td>").format(r.percentage_source), _computed(r), _window(r),
             _value(r.exits_2011, r.marks["exits_2011"]))
        ),
        lambda t: (t.exits, "", f"{number(t.percentage, 1)}%", "", t.exits_2011),
        (printed("exits"), printed("percentage_source", "%"), "", "", printed("exits_2011")),
    )  # fmt: skip
    _footnotes(
        _("* In de meeste gevallen gerekend vanaf het moment dat een RUPS-subsidie is verstrekt tot het meetmoment. "
          "Bij Amsterdam en Utrecht is gerekend vanaf het begin van het jaar dat een RUPS-subsidie is verstrekt."),
        _("** Onvolledige gegevens. Het eigenlijke aantal is naar verwachting (iets) hoger."),
        _("*** Relatief hoog, omdat hierin ook mensen zitten die zijn uitgestapt maar nog in het traject of de nazorg "
          "zitten."),
    )  # fmt: skip


def _printed(ds: Dataset, column: str, unit: str = "") -> int | str:
    """The total printed under a column; empty when there is none."""
    value = printed_totals(ds).get(column, "")
    return f"{value}{unit}" if unit and value != "" else value


def _table(
    ds: Dataset,
    title: str,
    columns: tuple[str, ...],
    cells: Cells,
    sums: Callable[[Total], tuple[object, ...]],
    printed: tuple[object, ...],
) -> None:
    rows = results(ds)
    body = [_row(r, cells) for r in rows if not r.apart]
    apart = [_row(r, cells) for r in rows if r.apart]
    apart_title = _("Apart: geen uitstapcijfer in dezelfde betekenis")
    feet = (
        (_("Totaal in de bron"), printed),
        (_("Totaal nagerekend ({count} rijen)").format(count=len(rows)), sums(total(rows))),
        (
            _("Zonder wat apart staat ({count} rijen)").format(count=sum(not r.apart for r in rows)),
            sums(total(r for r in rows if not r.apart)),
        ),
    )
    foot = ((name, *(number(v) if isinstance(v, int) else v for v in values)) for name, values in feet)
    second = Markup('</tbody><tbody><tr><th scope="rowgroup" colspan="{}">{}</th></tr>').format(
        len(columns) + 1, apart_title
    )
    show(table((_("Programma"), *columns), (*body, second, *apart), title, foot=foot, style="figures"))


def _row(r: Result, cells: Cells) -> Markup:
    return Markup('<tr><th scope="row"><a href="{}">{}</a>{}</th>{}</tr>').format(
        programme_address(r.programme_id), r.name, marks(r.caveats), cells(r)
    )


def _value(value: str, footnotes: str = "", word: str = "") -> Markup:
    shown = number(int(value)) if value.isdecimal() else value
    return Markup("<td>{}{}{}</td>").format(
        shown,
        Markup("<sup>{}</sup>").format(footnotes.replace(" ", "\u00a0")) if footnotes else "",
        Markup("<small>{}</small>").format(word) if word else "",
    )


def _computed(r: Result) -> Markup:
    wrong = Markup("<small>{}</small>").format(_("wijkt af van de bron")) if not r.agrees else Markup("")
    return Markup("<td>{}%{}</td>").format(number(r.percentage_computed, 1), wrong)


def _window(r: Result) -> Markup:
    """The measuring window in the words of the source, and as a bar from 2008 to 2014."""
    return Markup(
        '<td class="text">{}<div class="window" aria-hidden="true"><span style="{}"></span></div></td>'
    ).format(r.window, WINDOWS.span(start(r.window_from), start(r.window_to)))


def _footnotes(*notes: str) -> None:
    show(Markup('<ul class="footnotes">{}</ul>').format(join(Markup("<li>{}</li>").format(n) for n in notes)))


def results_frame(ds: Dataset) -> pd.DataFrame:
    """Both tables in one, in the order of the source, with footnote marks, notes and caveats."""
    return pd.DataFrame(
        {
            _("Programma"): r.name,
            _("Deelnemers sinds start RUPS"): r.participants,
            _("Noten deelnemers"): r.marks["participants"],
            _("Meetmoment"): r.window,
            _("Deelnemers bij evaluatie 2011"): r.participants_2011,
            _("Nog in traject, juli 2013"): r.in_programme_2013,
            _("Uitstappers sinds start RUPS"): r.exits,
            _("Noten uitstappers"): r.marks["exits"],
            _("Schatting"): _("ja") if r.estimate else _("nee"),
            _("Percentage in de bron"): r.percentage_source,
            _("Percentage nagerekend"): r.percentage_computed,
            _("Uitstappers bij evaluatie 2011"): r.exits_2011,
            _("Opmerkingen"): r.notes,
            _("Kanttekeningen"): " ".join(c.id for c in r.caveats),
        }
        for r in results(ds)
    )
