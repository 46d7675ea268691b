"""Codes in remarks of the package become links, and everything else stays text."""

from __future__ import annotations

from coverage.dataset import current
from coverage.ui.data.cite import sources_linked


def test_codes_become_links_and_the_rest_is_text() -> None:
    ds = current()
    source = next(s for s in ds.table("sources").itertuples() if s.url.startswith("https://") and s.source_id[1] == "-")
    caveat = ds.table("contradictions")["contradiction_id"].iloc[0]
    found = sources_linked(ds, f"zie {source.source_id} p. 3, {caveat} en W-BESTAATNIET <b>")
    assert source.source_id not in found
    assert str(source.url).replace("&", "&amp;") in found
    assert caveat not in found.replace(f"tegenspraak={caveat}", "").replace(f"={caveat}", "")
    assert "W-BESTAATNIET &lt;b&gt;" in found
