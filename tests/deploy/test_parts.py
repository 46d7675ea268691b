"""The parts of the inventory in deploy/ fit together: ports, variables, and what is mounted."""

from __future__ import annotations

import re
from pathlib import Path

from coverage.forms import PATH as FORM
from coverage.inventory.store_setup import READER, WRITER
from coverage.ui.web import desk_access

DEPLOY = Path(__file__).parents[2] / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text()
SETTINGS = (DEPLOY.parent / "docs" / "reference" / "settings.md").read_text()


def test_every_variable_of_ours_is_a_setting() -> None:
    for name in ("compose.yaml", "desk.conf", "dashboard@.service"):
        for variable in set(re.findall(r"COVERAGE_[A-Z_]+", (DEPLOY / name).read_text())):
            assert f"`{variable}`" in SETTINGS


def test_the_desk_signs_in_wherever_it_listens_to_more_than_this_machine() -> None:
    assert f"COVERAGE_DESK: {desk_access.SIGN_IN}" in COMPOSE
    assert f"COVERAGE_DESK={desk_access.SIGN_IN}" in (DEPLOY / "desk.conf").read_text()


def test_nginx_sends_the_form_and_the_host_of_the_desk_to_the_port_of_the_desk() -> None:
    site = (DEPLOY / "nginx.conf").read_text()
    assert re.search(r"upstream desk \{[^}]*127\.0\.0\.1:8503", site)
    assert '"127.0.0.1:8503:8501"' in COMPOSE
    assert re.search(rf"location \^~ /{FORM} \{{\s*proxy_pass http://desk;", site)
    assert re.search(r"server_name werkbank\.\*;.*proxy_pass http://desk;", site, re.DOTALL)


def test_what_is_mounted_exists_and_grants_the_roles_that_init_makes() -> None:
    for mounted in re.findall(r'"\./([\w.]+):', COMPOSE):
        assert (DEPLOY / mounted).is_file()
    logins = (DEPLOY / "logins.sh").read_text()
    assert f"GRANT {WRITER} TO desk" in logins and f"GRANT {READER} TO dashboard" in logins
