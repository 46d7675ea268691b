"""The report as Markdown, for the terminal and for docs/performance.md, where it stands between two marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.figures import TABLES, Figure, Result, Run


class MarkError(ValueError):
    """A document does not have the pair of marks that a report goes between."""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def cell(figure: Figure | None) -> str:
    """A figure; bold when it misses its target, a dash when there is none."""
    if figure is None:
        return "–"
    return str(figure) if figure.met else f"**{figure}**"


def targets(run: Run) -> list[tuple[str, list[Figure]]]:
    """Every target with the figures that it holds for: of each page, or of the server."""
    found = []
    for title, columns in TABLES.items():
        for column in columns:
            if column.at_most is not None:
                figures = [f for page in run.pages if (f := column.figure(run, page)) and f.at_most is not None]
                found.append((f"{title}: {column.title}", figures))
    return found + [(figure.text, [figure]) for figure in run.server if figure.at_most is not None]


def verdict(text: str, figures: Sequence[Figure]) -> tuple[str, str, str, str]:
    """A row of the table of targets: the worst figure, the target, and how many keep to it."""
    worst = max(figures, key=lambda f: f.value)
    met = sum(f.met for f in figures)
    where = f" ({worst.text})" if len(figures) > 1 else ""
    most = Figure("", worst.at_most or 0, worst.unit)
    outcome = "MET" if met == len(figures) else "MISSED"
    share = f", {met} of {len(figures)} pages keep to it" if len(figures) > 1 and met < len(figures) else ""
    return text, f"{worst}{where}", f"at most {most}", outcome + share


def report(run: Run, made: str) -> str:
    """The whole report; ``made`` says when, on which machine and with how many visits."""
    parts = [made, "### Targets", table(("figure", "worst", "target", ""), [verdict(*t) for t in targets(run) if t[1]])]
    compared: list[Result] = [run.empty, *([run.docs] if run.docs else [])]
    for title, columns in TABLES.items():
        pages = list(run.pages) if title == "Ratios" else [*compared, *run.pages]
        pages = [page for page in pages if title != "Interaction" or page.target.steps]
        rows = [
            [
                page.target.name + (f": {page.target.interaction}" if title == "Interaction" else ""),
                *(cell(column.figure(run, page)) for column in columns),
            ]
            for page in pages
        ]
        parts += [f"### {title}", table(["page", *(column.title for column in columns)], rows)]
    parts += ["### Server", table(("figure", ""), [(figure.text, cell(figure)) for figure in run.server])]
    return "\n\n".join(parts)


def put(document: str, name: str, text: str) -> str:
    """The document with ``text`` between ``<!-- name: begin … -->`` and ``<!-- name: end -->``; all else stays.

    MarkError when the marks are not there, once each and in this order.
    """
    begin, end = f"<!-- {name}: begin", f"<!-- {name}: end -->"
    if document.count(begin) != 1 or document.count(end) != 1 or document.index(begin) > document.index(end):
        raise MarkError(f'the document needs one line "{begin} -->" and, after it, one line "{end}"')
    head, _, rest = document.partition(begin)
    opening, _, rest = rest.partition("-->")
    return f"{head}{begin}{opening}-->\n\n{text}\n\n{end}{rest.partition(end)[2]}"


def write(path: Path, name: str, text: str) -> None:
    """Put a report in its place in a file."""
    path.write_text(put(path.read_text(encoding="utf-8"), name, text), encoding="utf-8")
