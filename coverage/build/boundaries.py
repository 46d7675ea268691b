"""The lineage pieces from the raw boundary files, with every check on them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from coverage.dataset.divisions import duup_of
from coverage.derive.boundaries import (
    TOLERANCE_M,
    check_web,
    clean,
    generalise,
    pieces_geojson,
    web_topojson,
)
from coverage.derive.boundary_checks import (
    area_errors,
    check_coverage,
    check_no_new_gaps,
    check_no_slivers,
    dissolve,
    require,
)
from coverage.derive.outlines import read_outlines
from coverage.geography.areas import memberships_at
from coverage.geography.lineage import Lineage

SOURCES = {  # division -> file with its own borders; of 24 March 2022 there is none by CBS
    "2021": "gemeenten_2021_afgeleid_cbs2022_gesplitst.geojson",
    "2022": "gemeenten_2022_cbs_gegeneraliseerd_nlstat.geojson",
    "2023": "gemeenten_2024_cbs_gegeneraliseerd_dashboard3.geojson",
}


def build_boundaries(shared: Path, out: Path, tables: dict[str, pd.DataFrame]) -> list[str]:
    """Make ``out``/boundaries from the raw boundary files under ``shared``/data/boundaries.

    ``tables`` are the typed tables municipalities, reorganisations, memberships and duup_regions. Writes
    pieces.geojson and a TopoJSON file a division, and returns the measured figures as report lines.
    BuildError, with nothing written, when a requirement on the geometry is not met.
    """
    raw = shared / "data" / "boundaries"
    source = read_outlines(raw / SOURCES["2021"]).shapes
    cleaned = clean(source)
    pieces = generalise(cleaned)
    lineage = Lineage(tables["reorganisations"], tables["municipalities"])
    known = set(lineage.composition("2021"))
    require(set(pieces.index) == known, f"codes differ from the municipalities of 2021: {set(pieces.index) ^ known}")

    report = [
        f"boundaries: {len(pieces)} pieces, {source.count_coordinates().sum()} vertices in the source, "
        f"{pieces.count_coordinates().sum()} kept (tolerance {TOLERANCE_M:.0f} m)",
        check_coverage(pieces),
        check_no_new_gaps(pieces, cleaned),
        area_errors("2021", pieces, source),
    ]
    names = dict(zip(tables["municipalities"]["code"], tables["municipalities"]["name"], strict=True))
    files = {"pieces.geojson": pieces_geojson(pieces)}
    for division in lineage.divisions:
        composition = pd.Series(lineage.composition(division.id))
        areas = dissolve(pieces, composition)
        if division.id != "2021" and division.id in SOURCES:
            report.append(area_errors(division.id, areas, read_outlines(raw / SOURCES[division.id]).shapes))
        members = memberships_at(tables["memberships"], names, set(areas.index), division.valid_from)
        regions = members.set_index("code")
        report += [
            check_no_slivers(f"{division.id} municipalities", pieces, composition),
            check_no_slivers(f"{division.id} DUVO", pieces, composition.map(regions["duvo_region"])),
            check_no_slivers(
                f"{division.id} DUUP",
                pieces,
                composition.map(regions["duvo_region"].map(duup_of(tables["duvo_duup"], division.valid_from))),
            ),
        ]
        files[f"{division.id}.topojson"] = content = web_topojson(areas, names)
        report.append(check_web(division.id, areas, content))

    folder = out / "boundaries"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return report
