# ruff: noqa: T201 prints for people
"""``make audit``: are there known weaknesses in the packages that we pin?

Sends names and versions of ``requirements*.txt`` to OSV, the open database that also holds the advisories of the
Python Packaging Authority, and nothing else. Uses the standard library alone, so that nothing has to be trusted
to find out what can be trusted. Exit 0: nothing known, or not audited since the database cannot be reached, which
is said; exit 1: a weakness that is not in ``ACCEPTED``, or with ``--required`` also when not audited.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "https://api.osv.dev/v1/querybatch"
DETAILS = "https://osv.dev/vulnerability/"
SECONDS = 20
# Weaknesses that we looked at and that do not concern us: identifier -> why.
ACCEPTED: dict[str, str] = {}
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([\w.!+-]+)", re.MULTILINE)


def pins(root: Path) -> list[tuple[str, str]]:
    """(package, version) for every line of the requirements files."""
    return [pin for file in sorted(root.glob("requirements*.txt")) for pin in _PIN.findall(file.read_text("utf-8"))]


def known(packages: list[tuple[str, str]], database: str) -> dict[tuple[str, str], list[str]]:
    """Identifiers of known weaknesses by package; OSError or ValueError when the database gives no usable answer."""
    queries = [{"package": {"name": n, "ecosystem": "PyPI"}, "version": v} for n, v in packages]
    asked = Request(database, json.dumps({"queries": queries}).encode(), {"Content-Type": "application/json"})  # noqa: S310
    with urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 the address is ours
        content: Any = json.load(answer)
    results = content.get("results", []) if isinstance(content, dict) else []
    if len(results) != len(packages):
        raise ValueError(f"{len(results)} answers to {len(packages)} questions")
    return {p: [str(v["id"]) for v in r.get("vulns") or []] for p, r in zip(packages, results, strict=True)}


def main() -> int:
    """Audit, and print a line for every weakness or one line that there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--required", action="store_true", help="not being able to audit is an error too")
    parser.add_argument("--root", type=Path, default=ROOT, help="where the requirements files are")
    parser.add_argument("--database", default=DATABASE, help="address of the database")
    options = parser.parse_args()
    packages = pins(options.root)
    try:
        found = known(packages, options.database)
    except (OSError, ValueError) as error:
        print(f"NOT AUDITED: {options.database} gives no answer from here ({error}).", file=sys.stderr)
        return int(options.required)
    weak = [(n, v, i) for (n, v), ids in found.items() for i in ids]
    for name, version, identifier in weak:
        print(f"{name} {version}: {DETAILS}{identifier} {ACCEPTED.get(identifier, '')}".rstrip())
    open_ = [identifier for _name, _version, identifier in weak if identifier not in ACCEPTED]
    print(f"Audited {len(packages)} packages: {len(open_)} known weaknesses, {len(weak) - len(open_)} accepted.")
    return int(bool(open_))


if __name__ == "__main__":
    sys.exit(main())
