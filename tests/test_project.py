"""The project itself: its shape, its pins and its promises in the README."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

import coverage

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    ".ci", ".gitignore", ".streamlit", "CHANGELOG.md", "CITATION.cff", "LICENSE", "Makefile", "README.md", "app.py",
    "benchmarks", "coverage", "data", "deploy", "docs", "pages", "publiccode.yml", "pyproject.toml",
    "requirements-dev.txt", "requirements.txt", "site.toml", "tests",
}  # fmt: skip
OWN = {"app", "benchmarks", "coverage", "pages", "tests"}
# Lists of words and fields that are stated once and read as tables; they hold no logic.
DECLARATIONS = {"coverage/vocabulary.py", "coverage/dataset/tables.py"}

# What must not stand in the repository. The classes of one letter keep these lines from finding themselves.
MACHINE_PATH = re.compile(r"(?<![\w.~)}\]])/(?:home|Users|root|opt|mnt|srv|tmp|work|workspaces?)/[\w.-]")
PACKAGE_HOST = re.compile(r"py[p]i\.org|pythonhoste[d]|npmj[s]\.|conda\.anacond[a]|registr[y]\.")
CONTENT_HOST = re.compile(
    r"//cd[n]|cdnj[s]|jsdeliv[r]|unpk[g]|bootstrapcd[n]|code\.jquer[y]|googleapi[s]|fontawesom[e]\.com"
)
CODE = {".py", ".js", ".css", ".html", ".toml"}
TEXT = CODE | {".md", ".txt", ".yml", ".json", ".po", ""}


def tracked() -> list[Path]:
    """Files that are or would be committed, relative to the root."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git clone")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


def pins(name: str) -> dict[NormalizedName, str]:
    """Package -> version in a requirements file, without the file that it includes."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / name).read_text(encoding="utf-8").splitlines())
    found = [Requirement(line) for line in lines if line and not line.startswith("-r")]
    return {canonicalize_name(r.name): str(r.specifier) for r in found}


def direct(name: str) -> set[NormalizedName]:
    """Packages that a requirements file lists as used by ourselves: those above its second heading."""
    upper = (ROOT / name).read_text(encoding="utf-8").partition("# Pulled in by")[0]
    return {canonicalize_name(p) for p in re.findall(r"^([\w.-]+)==", upper, flags=re.MULTILINE)}


def imported(*folders: str) -> set[NormalizedName]:
    """Packages from elsewhere that our files import."""
    names: set[str] = set()
    for folder in folders:
        path = ROOT / folder
        for file in [path] if path.is_file() else path.rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module.partition(".")[0])
    owners = packages_distributions()
    beside = {file.stem for file in (ROOT / "tests").rglob("*.py")}  # helpers of the tests
    foreign = names - OWN - beside - sys.stdlib_module_names
    return {canonicalize_name(owners[name][0]) for name in foreign}


def test_coverage_is_our_package_and_not_the_tool_of_that_name() -> None:
    assert Path(coverage.__file__) == ROOT / "coverage" / "__init__.py"


def test_only_agreed_files_at_the_top() -> None:
    assert {path.parts[0] for path in tracked()} <= TOP_LEVEL


@pytest.mark.parametrize(("pattern", "limit"), [("pages/*.py", 80), ("coverage/**/*.py", 250)])
def test_modules_stay_small(pattern: str, limit: int) -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in ROOT.glob(pattern)
    }
    assert sizes, f"no files match {pattern}"
    assert {name: size for name, size in sizes.items() if size > limit and name not in DECLARATIONS} == {}


def test_nothing_names_a_machine_or_a_host_that_readers_would_be_sent_to() -> None:
    found = []
    for path in tracked():
        if path.suffix not in TEXT:
            continue
        patterns = [MACHINE_PATH, PACKAGE_HOST, *([CONTENT_HOST] if path.suffix in CODE else [])]
        for number, text in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), start=1):
            found += [f"{path}:{number}: {hit.group()}" for pattern in patterns if (hit := pattern.search(text))]
    assert found == []


@pytest.mark.parametrize("text", ["open('/" + "home/someone/x')", "see /" + "tmp/x", "/" + "work/notes"])
def test_the_search_for_machine_paths_finds_them(text: str) -> None:
    assert MACHINE_PATH.search(text)


def test_no_compressed_code_of_others_and_no_large_files() -> None:
    assets = [path for path in tracked() if path.suffix in {".js", ".css"}]
    longest = {str(p): max(map(len, (ROOT / p).read_text(encoding="utf-8").splitlines()), default=0) for p in assets}
    assert {name: length for name, length in longest.items() if length > 500 or ".min." in name} == {}
    sizes = {str(path): (ROOT / path).stat().st_size for path in tracked()}
    assert {name: size for name, size in sizes.items() if size > 1_000_000} == {}


FOUND_ALONE = {"uvloop", "httptools", "authlib", "httpx", "brotli"}  # used when installed; nothing imports them by name


def test_every_import_is_pinned_and_every_pin_has_a_use() -> None:
    assert imported("app.py", "coverage", "pages") | FOUND_ALONE == direct("requirements.txt")


def test_imports_of_tests_and_benchmarks_are_pinned() -> None:
    pulled_in = {"joserfc", "packaging", "referencing", "uvicorn"}  # pinned as what others pull in
    known = direct("requirements.txt") | pins("requirements-dev.txt").keys() | pulled_in
    assert imported("tests", "benchmarks") <= known


def test_all_that_packages_pull_in_is_pinned_too() -> None:
    installed = {canonicalize_name(d.metadata["Name"]): d for d in distributions()}
    pinned = pins("requirements.txt")
    missing = set()
    for name in pinned.keys() & installed.keys():
        for text in installed[name].requires or []:
            needs = Requirement(text)
            if needs.marker is None or needs.marker.evaluate({"extra": ""}):
                missing |= {canonicalize_name(needs.name)} - pinned.keys()
    assert missing == set()


def test_the_pins_are_what_the_tests_run_with() -> None:
    installed = {canonicalize_name(d.metadata["Name"]): f"=={d.version}" for d in distributions()}
    wanted = pins("requirements.txt") | pins("requirements-dev.txt")
    assert {n: v for n, v in wanted.items() if n in installed and installed[n] != v} == {}


def test_readme_tells_how_to_run_and_test() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert {"run", "test"} <= set(targets)
    assert [target for target in targets if f"make {target}" not in readme and target != "help"] == []


def test_one_version_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["version"] == version
    assert f"\n## {version} ({cited['date-released']})" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nsoftwareVersion: {version}\n" in (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert f"\n## {version} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_package_that_we_use_has_its_reason_in_the_decisions(name: str) -> None:
    told = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").partition("in place of\n")[2]
    rows = re.findall(r"^\| ([^|]+) \|", told, re.MULTILINE)
    named = {canonicalize_name(word) for row in rows for word in row.split(", ")}
    upper = (ROOT / name).read_text(encoding="utf-8").partition("# Pulled in by")[0]
    assert {canonicalize_name(p) for p in re.findall(r"^([\w.-]+)(?:\[\w+\])?==", upper, re.MULTILINE)} - named == set()
