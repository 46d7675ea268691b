"""What sources tell, folded by subject and open on paper, each sentence with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from coverage.analysis.programmes.practice import Practice
from coverage.dataset import Dataset
from coverage.i18n import _, number
from coverage.ui.data.cite import cite
from coverage.ui.html import join


def folds(parts: Iterable[tuple[str, int, Markup]]) -> Markup:
    """Subjects as (name, how many things it holds, these as markup), one under the other; 0 is not told."""
    return Markup('<div class="folds">{}</div>').format(
        join(
            Markup("<details><summary>{}{}</summary>{}</details>").format(
                name, f" ({number(count)})" if count else "", body
            )
            for name, count, body in parts
        )
    )


def told_folds(ds: Dataset, told: Mapping[str, Sequence[Practice]]) -> Markup:
    """Subject -> what sources say of it, each line with its source and date."""
    return folds((heading, len(lines), told_list(ds, lines)) for heading, lines in told.items())


def told_list(ds: Dataset, lines: Iterable[Practice]) -> Markup:
    """The lines of one subject."""
    return Markup('<ul class="claims">{}</ul>').format(join(_told_line(ds, line) for line in lines))


def _told_line(ds: Dataset, line: Practice) -> Markup:
    ours = "" if line.stated else Markup(' <span class="soft">{}</span>').format(_("(indeling in fase van ons)"))
    of = Markup("<strong>{}</strong>: ").format(line.of) if line.of else ""
    return Markup("<li><p>{}{}{} <time>{}</time></p>{}</li>").format(
        of, line.text, ours, line.when, cite(ds, line.source_id, line.detail, line.reading)
    )
