"""A page with nothing but the map, so that tests of the map do not depend on any real page.

What it shows means nothing: municipality i gets class (i + step) modulo the number of statuses.
"""

import streamlit as st

if __name__ == "__main__":
    from coverage.dataset import current
    from coverage.geography.lineage import divisions
    from coverage.geography.web import geometry_codes
    from coverage.ui.map.component import AreaClass, MapView, clicked_area, coverage_map
    from coverage.vocabulary import STATUS_STYLE, Status

    st.set_page_config(page_title="Demo", layout="wide")
    division = st.radio("Indeling", [d.id for d in divisions(current())], horizontal=True, index=3)
    step = st.slider("Stap", 0, 11)
    background = st.toggle("Achtergrondkaart")
    maps = st.radio("Kaarten", [1, 2], horizontal=True)
    codes = geometry_codes(current(), division)
    names = ("kaart", "kaart-b")
    for code in filter(None, map(clicked_area, names)):
        st.session_state["chosen"] = code
    view = MapView(
        division=division,
        classes=tuple(AreaClass(s.label(), STATUS_STYLE[s]) for s in Status),
        values={code: (i + step) % len(Status) for i, code in enumerate(codes)},
        title="Kaart: demonstratie",
        description=f"Demonstratie van stap {step} in indeling {division}.",
        marks={code: ("u", "d", "p", "du")[i % 4] for i, code in enumerate(codes) if i % 9 == 0},
        mark_labels={"u": "indeling onzeker", "d": "bewijs verouderd", "p": "deels"},
        outlines={code: i // 20 for i, code in enumerate(codes)},
        notes={"GM0301": "laatst bevestigd in 2013"} if "GM0301" in codes else {},
        selected=st.session_state.get("chosen"),
        background=background,
    )
    for column, name in zip(st.columns(maps), names, strict=False):
        with column:
            coverage_map(view, key=name, sync="demo" if maps == 2 else None)
    st.write("Gekozen:", st.session_state.get("chosen", "niets"))
else:
    from coverage.ui import server

    app = st.App(__file__, routes=server.routes(), middleware=server.middleware())
