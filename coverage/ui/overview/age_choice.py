"""How the number changes with the age limit of evidence: a bar per limit, and the bars are the control."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from coverage.analysis.comparison.age_effect import AGES_TO_CHOOSE, shares_by_age
from coverage.analysis.status import StatusReport
from coverage.i18n import _, in_years, number, percent
from coverage.ui.bound import bound
from coverage.ui.html import join, show
from coverage.ui.params import MAX_AGE
from coverage.ui.pieces import kept_with
from coverage.vocabulary import STATUS_STYLE, Status

BAR = STATUS_STYLE[Status.EVIDENCED_REGION].fill
KEY = "age-choice"


def age_choice(report: StatusReport) -> None:
    """A choice of limits whose words hold the numbers; behind each, a bar as long as the share of inhabitants."""
    found = shares_by_age(report, AGES_TO_CHOOSE)
    words = {age: _words(age, count, share) for age, (count, share) in found.items()}
    rules = join(
        Markup(".st-key-{} [role=radiogroup] > :nth-child({}) {{ --share: {}% }}").format(
            KEY, place, round(100 * share, 1)
        )
        for place, (_count, share) in enumerate(found.values(), start=1)
    )
    show(Markup("<style>{}</style>").format(rules))
    with st.container(key=KEY):
        explained = _("Met een ruimere grens telt ouder bewijs als recent. De balk is het deel van de inwoners.")
        bound(st.radio, age_title(), MAX_AGE, words=words, help=explained, width="stretch")


def age_title() -> str:
    """Over the bars."""
    return _("Hoe oud mag bewijs zijn om recent te heten?")


def age_links(report: StatusReport) -> Markup:
    """The same as links, for a reader without the app."""
    items = join(
        Markup('<li style="--share:{}%"><a href="?{}"{}>{}</a></li>').format(
            round(100 * share, 1), urlencode(kept_with(MAX_AGE, age)),
            Markup(' aria-current="true"') if age == report.max_age else "", _words(age, count, share),
        )
        for age, (count, share) in shares_by_age(report, AGES_TO_CHOOSE).items()
    )  # fmt: skip
    return Markup('<nav class="ages" aria-label="{}"><ul>{}</ul></nav>').format(age_title(), items)


def _words(age: int, count: int, share: float) -> str:
    form = _("{age}: 1 gemeente, {share}") if count == 1 else _("{age}: {count} gemeenten, {share}")
    return form.format(age=in_years(age), count=number(count), share=percent(share))
