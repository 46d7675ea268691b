"""Requests and responses of the form: what may come in, what each page carries, and addresses under the base path."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from coverage.forms import PATH
from coverage.forms.render import page, style_sheet
from coverage.i18n import _, use_language
from coverage.sheets.unpack import MOST_BYTES
from coverage.vocabulary import Language

_log = logging.getLogger(__name__)
MOST_FORM = 64_000  # bytes; the largest honest form ticks 342 municipalities
COOKIE, BEFORE_COOKIE = "opgave", "opgave-deur"


@dataclass(frozen=True)
class Asked:
    """A request, read whole and within its limits. ``link`` is that of the invitation, empty on the page without."""

    method: str
    base: str
    link: str
    parts: Mapping[str, str]
    query: Mapping[str, str]
    cookies: Mapping[str, str]
    secure: bool
    form: Mapping[str, Sequence[str]] = field(default_factory=dict)
    file: bytes = b""
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(12))

    @property
    def speaks(self) -> Language:
        """The language of the page."""
        return "en" if self.query.get("taal") == "en" else "nl"

    def field(self, name: str) -> str:
        """A single field of the form."""
        return (self.form.get(name) or [""])[0]

    @property
    def site(self) -> str:
        """The dashboard."""
        return f"{self.base}/{'?taal=en' if self.speaks == 'en' else ''}"

    @property
    def help(self) -> str:
        """Where who needs help finds organisations."""
        return f"{self.base}/hulp{'?taal=en' if self.speaks == 'en' else ''}"

    @property
    def home(self) -> str:
        """The path under which all pages of the invitation stand; the cookie is sent to no other."""
        return f"{self.base}/{PATH}/{self.link}" if self.link else f"{self.base}/{PATH}"

    def url(self, *parts: str, **query: str) -> str:
        """Address of a page of this invitation, in the language of this one."""
        path = "/".join([self.home, *(quote(part, safe=":") for part in parts)])
        values = {name: value for name, value in query.items() if value}
        values |= {"taal": "en"} if self.speaks == "en" else {}
        return f"{path}?{urlencode(values)}" if values else path

    def file_url(self) -> str:
        """Address of the style sheet, kept by the browser for good."""
        return f"{self.base}/{PATH}/{style_sheet()[0]}"

    def other_language(self, code: str) -> str:
        """This page in the other language; of a page that only answers a form, the one that shows the form."""
        values = {name: value for name, value in self.query.items() if name != "taal"}
        values |= {"taal": "en"} if code == "en" else {}
        return f"?{urlencode(values)}" if values else "?"

    def render(self, template: str, status: int = 200, /, **values: Any) -> Response:
        """A page with the headers that every page of the form has."""
        values = {"faults": (), "csrf": "", "saved": "", "replaced": "", "notice": ""} | values
        return HTMLResponse(page(template, web=self, **values), status, headers=self.headers())

    def headers(self) -> dict[str, str]:
        """Not kept, in no frame, no scripts, styles of our own, forms to ourselves."""
        policy = (
            f"default-src 'none'; style-src 'self' 'nonce-{self.nonce}'; img-src 'self'; form-action 'self'; "
            "base-uri 'none'; frame-ancestors 'none'"
        )
        return {"Cache-Control": "no-store", "Content-Security-Policy": policy, "X-Robots-Tag": "noindex"}

    def go(self, *parts: str, **query: str) -> Response:
        """On to another page of the invitation, after a form."""
        return RedirectResponse(self.url(*parts, **query), 303, {"Cache-Control": "no-store"})

    def cookie(self, name: str) -> str:
        """The value of a cookie that was given; empty when there is none."""
        return self.cookies.get(self._cookie_name(name), "")

    def _cookie_name(self, name: str) -> str:
        """Over TLS with the prefix by which a browser takes it from a secure page only."""
        return f"__Secure-{name}" if self.secure else name

    def give(self, response: Response, name: str, value: str, seconds: int) -> Response:
        """Set a cookie for the pages of this invitation alone; of no value and no time: take it away."""
        response.set_cookie(
            self._cookie_name(name),
            value,
            max_age=seconds,
            path=self.home,
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )
        return response


async def asked(request: Request, base: str, with_file: bool = False) -> Asked:
    """Read a request; HTTPException when it is too large or not a form."""
    form: Mapping[str, Sequence[str]] = {}
    file = b""
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if with_file and kind == "multipart/form-data":
            form, file = await _with_file(request)
        elif kind == "application/x-www-form-urlencoded":
            form = await _form(request)
        else:
            raise HTTPException(415)
    forwarded = request.headers.get("x-forwarded-proto", "")
    parts = {name: str(value) for name, value in request.path_params.items()}
    found = Asked(
        request.method, base, parts.pop("link", ""), parts, dict(request.query_params), request.cookies,
        request.url.scheme == "https" or forwarded == "https", form, file,
    )  # fmt: skip
    use_language(found.speaks)
    return found


async def _form(request: Request) -> Mapping[str, Sequence[str]]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_FORM:
            raise HTTPException(413)
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=1000, errors="strict")
    except ValueError:
        raise HTTPException(400) from None


async def _with_file(request: Request) -> tuple[Mapping[str, Sequence[str]], bytes]:
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411)
    if int(length) > MOST_BYTES + MOST_FORM:
        raise HTTPException(413)
    async with request.form(max_files=1, max_fields=10) as found:
        upload = found.get("file")
        content = b"" if upload is None or isinstance(upload, str) else await upload.read()
        return {name: [value] for name, value in found.multi_items() if isinstance(value, str)}, content


def refused_page(found: Asked, status: int) -> Response:
    """One plain page for what cannot be answered; logged without link, address or what was sent."""
    _log.warning("the form refused a %s with %s", found.method, status)
    words = {
        403: _(
            "Dit formulier hoort niet (meer) bij je bezoek. Open je vragen opnieuw; wat bij “Verder” is bewaard, staat "
            "er nog."
        ),
        404: _("Deze bladzijde bestaat niet, of de link is niet (meer) geldig."),
        413: _("Wat je stuurt is te groot."),
        503: _(
            "Wij kunnen je antwoorden nu even niet bewaren. Wat bij “Verder” is bewaard, staat er nog, en wat je twee "
            "keer verstuurt telt één keer. Probeer het over een paar minuten opnieuw."
        ),
    }  # fmt: skip
    notice = words.get(status, _("Dit verzoek kunnen wij niet lezen. Ga terug en probeer het opnieuw."))
    title = _("Dat ging niet")
    return found.render("refused.html", status, title=title, notice=notice)
