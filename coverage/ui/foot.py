"""The lines under every page."""

from __future__ import annotations

from markupsafe import Markup

from coverage.analysis.where_to_turn import help_doubt, help_line, help_list_link, help_question
from coverage.dataset import Dataset
from coverage.i18n import _, language
from coverage.sender import about_sender, no_contact_yet, sender
from coverage.ui.hard_words import GLOSSARY
from coverage.ui.params import LANGUAGE
from coverage.ui.web.help_page import PATH as HELP
from coverage.ui.web.statement import PATH as STATEMENT
from coverage.vocabulary import ATTRIBUTION


def foot(ds: Dataset) -> Markup:
    """Where to turn, the sources of the whole, and the statement of accessibility: under every page."""
    elsewhere = "" if language() == "nl" else f"?{LANGUAGE.name}={language()}"
    return Markup(
        '<section class="foot" aria-label="{}"><p><strong>{}</strong> {} <a href="{}">{}</a>. {}</p>'
        '<p>{}{} <a href="{}">{}</a> · <a href="{}">{}</a></p><p>{} {}</p></section>'
    ).format(
        _("Hulp en verantwoording"),
        help_question(),
        help_line(),
        f"{HELP}{elsewhere}",
        help_list_link(),
        help_doubt(),
        _("Grenzen en inwoners: {attribution}. Gegevens: editie {edition}, met bron en datum bij elk gegeven.").format(
            attribution=ATTRIBUTION, edition=ds.edition
        ),
        "" if language() == "nl" else " " + _("Wat bronnen schreven en de kanttekeningen staan er in het Nederlands."),
        f"{STATEMENT}{elsewhere}",
        _("Toegankelijkheid"),
        f"{GLOSSARY}{elsewhere}",
        _("Begrippen"),
        about_sender(),
        contact_line(),
    )


def contact_line() -> Markup:
    """Where questions and corrections go, and the terms of the data; says so when no contact is named."""
    who = sender()
    link = Markup('<a href="{}">{}</a>')
    contact = (
        Markup("{} {}.").format(_("Vragen of verbeteringen:"), link.format(who.contact_link, who.contact))
        if who.contact
        else Markup("{}").format(no_contact_yet())
    )
    terms = Markup(" {}.").format(link.format(who.licence, _("Voorwaarden voor hergebruik"))) if who.licence else ""
    return contact + terms
