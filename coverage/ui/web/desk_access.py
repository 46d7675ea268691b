"""Whether this process has a desk, and who sits at it: one person on a laptop, or whoever signed in.

Here it is only told who someone is. What they may do is asked where an event is written
(:func:`coverage.inventory.actors.require_role`).
"""

from __future__ import annotations

import os
from datetime import timedelta
from hashlib import sha256
from importlib.util import find_spec
from urllib.parse import urlsplit

import streamlit as st

from coverage import dates
from coverage.i18n import _
from coverage.inventory import is_configured
from coverage.inventory.actors import ALONE, Desk, ForbiddenError

DESK_VARIABLE = "COVERAGE_DESK"
LAPTOP, SIGN_IN = "laptop", "oidc"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LONGEST = timedelta(hours=8)  # since the sign-in; Streamlit's own cookie lasts 30 days
_SETTINGS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")


def has_desk() -> bool:
    """Whether the desk is part of this process."""
    return bool(os.environ.get(DESK_VARIABLE)) and is_configured()


def desk_problem() -> str:
    """Why the desk cannot be offered as it is configured, in one line; empty when it can, or is not asked for."""
    wanted = os.environ.get(DESK_VARIABLE, "")
    if not wanted:
        return ""
    if wanted not in {LAPTOP, SIGN_IN}:
        return f"{DESK_VARIABLE} is “{wanted}”; schrijf {LAPTOP} of {SIGN_IN}, of laat het weg: dan is er geen werkbank"
    if not is_configured():
        return f"{DESK_VARIABLE} vraagt om een werkbank, maar er is geen inventaris: noem die in COVERAGE_INVENTORY"
    return _laptop_problem() if wanted == LAPTOP else _sign_in_problem()


def _laptop_problem() -> str:
    address = str(st.get_option("server.address") or "")
    if address in LOOPBACK:
        return ""
    where = f"op {address}" if address else "op elk adres"
    return (
        f"{DESK_VARIABLE}={LAPTOP} heeft geen aanmelding en mag alleen op 127.0.0.1, niet {where}; "
        f"start met --server.address=127.0.0.1 of kies {SIGN_IN}"
    )


def _sign_in_problem() -> str:
    if missing_packages := [name for name in ("authlib", "httpx") if find_spec(name) is None]:
        return f"{DESK_VARIABLE}={SIGN_IN} vraagt {' en '.join(missing_packages)}; installeer requirements.txt"
    try:
        settings = dict(st.secrets.get("auth", {}))
    except FileNotFoundError:
        settings = {}
    missing = [name for name in _SETTINGS if not settings.get(name)]
    if missing:
        return f"{DESK_VARIABLE}={SIGN_IN}: in [auth] van .streamlit/secrets.toml ontbreekt {', '.join(missing)}"
    back = urlsplit(str(settings["redirect_uri"]))
    if back.scheme != "https" and back.hostname not in LOOPBACK:  # a trial on one machine needs no TLS
        return f"{DESK_VARIABLE}={SIGN_IN}: redirect_uri in .streamlit/secrets.toml begint niet met https://"
    return ""


def at_desk() -> Desk | None:
    """Who sits at the desk in this session; None when nobody signed in yet. ForbiddenError says why it is refused."""
    if problem := desk_problem():
        raise ForbiddenError(problem)
    if os.environ.get(DESK_VARIABLE) == LAPTOP:
        _require_this_machine()
        return Desk(ALONE)
    if not st.user.is_logged_in:
        return None
    _require_fresh(st.user.get("iat"))
    who = f"{st.user.get('iss')}|{st.user.get('sub')}"
    if not (st.user.get("iss") and st.user.get("sub")):
        raise ForbiddenError(_("De aanmelding zegt niet wie je bent (iss en sub). Meld dit bij de beheerder."))
    return Desk(f"desk:{sha256(who.encode()).hexdigest()[:32]}", signed_in=True)


def _require_this_machine() -> None:
    """A proxy on the same machine would hand the desk to everybody: it is told by the host, or by its own header."""
    headers = st.context.headers
    host = (headers.get("Host") or "localhost").rsplit("@")[-1]
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    if name not in LOOPBACK or any(headers.get(h) for h in ("X-Forwarded-For", "X-Forwarded-Host", "Forwarded")):
        raise ForbiddenError(_("Deze werkbank heeft geen aanmelding en opent alleen op de computer zelf."))


def _require_fresh(issued: object) -> None:
    now = dates.now().timestamp()
    if not isinstance(issued, int | float) or now - issued > LONGEST.total_seconds():
        raise ForbiddenError(_("Je aanmelding is ouder dan acht uur. Meld je af en weer aan."))
