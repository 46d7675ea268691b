"""The health check: does this process answer, and from the data as they stand on disk?

A change of the data that is in order is shown at once. One with problems is not taken over: readers keep seeing what
was in order before, so the process is well and says 200, but its status tells that somebody must mend the data.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.dataset.newest import not_taken_over
from coverage.dates import today

PATH = "gezondheid"
OLD = "vorige gegevens"
MEND = "Verbeter de gegevens (python -m coverage check), of zet de bestanden terug. Herstarten helpt niet."


def health_route(base: str) -> Route:
    """``<base>/gezondheid``: 200 with the edition, and with what keeps newer data from being shown."""

    def health(_request: Request) -> Response:
        ds = current()
        status_at(ds, today())  # the question of the front page; when it cannot be answered, neither can this
        told: dict[str, object] = {"status": "ok", "edition": ds.edition}
        if problems := not_taken_over():
            told |= {"status": OLD, "problemen": [str(problem) for problem in problems], "wat nu": MEND}
        return JSONResponse(told, headers={"Cache-Control": "no-store"})

    return Route(f"{base}/{PATH}", health)
