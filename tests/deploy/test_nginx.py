"""The configuration of nginx: accepted by nginx, and true about the ports and routes that it names."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from benchmarks.crowd.proxy import PORTS, SITE, nginx, site, write
from coverage.ui.web import files

DEPLOY = SITE.parent


def test_nginx_accepts_it(tmp_path: Path) -> None:
    program = nginx()
    if program is None:
        pytest.skip("nginx is not installed")
    main = write(tmp_path, 18080, (18501, 18502))
    command = [program, "-t", "-p", str(tmp_path), "-c", str(main)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def test_each_process_has_the_other_as_its_reserve() -> None:
    text = SITE.read_text()
    for name, first, other in (("een", *PORTS), ("twee", *reversed(PORTS))):
        block = re.search(rf"upstream {name} {{(.*?)}}", text, re.DOTALL)
        assert block
        assert f"server 127.0.0.1:{first} max_fails" in block[1]
        assert f"server 127.0.0.1:{other} backup;" in block[1]
        assert re.search(rf"~:{first}\$ {name};", text), "the cookie names the process that answered"


def test_other_ports_leave_none_of_the_old_ones() -> None:
    assert not re.search(r"\b(8080|8501|8502)\b", site(1, (2, 3)))


def test_nothing_that_the_dashboard_sends_is_sent_twice() -> None:
    text = SITE.read_text()
    assert re.findall(r"add_header (\S+)", text) == ["Set-Cookie"]
    assert "gzip off;" in text


def test_files_without_a_cookie_are_those_that_never_change() -> None:
    assert f"^/(static|{files.PREFIX}|component)/" in SITE.read_text()


def test_what_is_copied_into_the_image_exists() -> None:
    for sources in re.findall(r"^COPY (.+) \S+$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE):
        assert all((DEPLOY.parent / source).exists() for source in sources.split())


def test_every_health_check_asks_for_the_address_of_the_health_check() -> None:
    from coverage.ui.web.health import PATH

    for name in ("Containerfile", "restart.sh", "README.md"):
        assert f"/{PATH}" in (DEPLOY / name).read_text()


def test_the_service_and_the_script_name_the_ports_of_nginx() -> None:
    assert " ".join(map(str, PORTS)) in (DEPLOY / "restart.sh").read_text()
    assert "--server.port=%i" in (DEPLOY / "dashboard@.service").read_text()
