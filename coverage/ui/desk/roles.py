"""Who may do what at the desk: roles are given and taken back by an opaque reference, never by a name."""

from __future__ import annotations

import streamlit as st

from coverage.i18n import _, definition, label
from coverage.inventory.rounds import grant
from coverage.ui.desk.at_work import AtWork, do
from coverage.ui.html import hint, join, show
from coverage.ui.pieces import row, table
from coverage.vocabulary import DeskRole


def roles_view(at: AtWork) -> None:
    """Roles as they are held, and giving or taking one; on a laptop there is nobody to give one to."""
    held = {who: roles for who, roles in at.book.roles.items() if roles}
    hint(" ".join(f"{label(role).capitalize()}: {definition(role)}" for role in DeskRole))
    if held:
        me = {at.desk.reference: _("jij")}
        rows = join(
            row(who, (", ".join(label(r) for r in DeskRole if r in roles), me.get(who, "")))
            for who, roles in held.items()
        )  # fmt: skip
        show(table((_("Kenmerk"), _("Rollen"), ""), [rows], _("Wie mag wat"), style="stated"))
    if at.alone:
        st.caption(_("Op een laptop werk je alleen. Rollen geef je als de werkbank met aanmelding draait."))
        return
    with st.form("roles"):
        reference = st.text_input(
            _("Kenmerk van een collega"), max_chars=80,
            help=_("Wie zich aanmeldt ziet het eigen kenmerk bovenaan de werkbank."),
        )  # fmt: skip
        words = {role: label(role) for role in DeskRole}
        role = st.radio(_("Rol"), list(words), format_func=words.__getitem__, horizontal=True)
        left, right = st.columns(2)
        give = left.form_submit_button(_("Geef deze rol"), width="stretch")
        take = right.form_submit_button(_("Neem deze rol terug"), width="stretch")
    if give or take:
        said = _("Gegeven aan {who}: {role}.") if give else _("Teruggenomen van {who}: {role}.")
        do(
            lambda: grant(at.store, at.desk, reference.strip(), role, held=give),
            said.format(who=reference.strip()[:80], role=label(role)),
        )
