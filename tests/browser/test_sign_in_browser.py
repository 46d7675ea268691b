"""Signing in at the desk with OIDC, against a provider on the loopback address: unknown is refused, roles decide."""

from __future__ import annotations

import socket
from hashlib import sha256
from pathlib import Path

from addresses import settle
from harness import PATIENCE, serve, visit
from playwright.sync_api import Browser, expect
from provider import CLIENT, SECRET, provider
from small_package import write_package

from coverage.inventory.actors import Desk
from coverage.inventory.rounds import grant
from coverage.inventory.store_setup import init_store
from coverage.vocabulary import DeskRole

SETTINGS = """[auth]
redirect_uri = "{back}/oauth2callback"
cookie_secret = "{secret}"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid" }}
"""


def test_who_signs_in_may_do_what_the_log_says(browser: Browser, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'inventory.sqlite'}"
    store = init_store(database)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with provider() as given:
        secrets = tmp_path / "secrets.toml"
        secrets.write_text(
            SETTINGS.format(back=f"http://localhost:{port}", secret=SECRET * 8, client=CLIENT, issuer=given.issuer)
        )
        variables = {"COVERAGE_DESK": "oidc", "COVERAGE_INVENTORY": database, "STREAMLIT_SECRETS_FILES": str(secrets)}
        data = write_package(tmp_path / "data")
        with serve("app.py", env=variables, data=data, port=port) as url, visit(browser) as reader:
            page = reader.open(f"{url}/werkbank")
            settle(reader)
            expect(page.get_by_text("Meld je aan om te werken aan de uitvraag.")).to_be_visible(timeout=PATIENCE)
            assert not page.get_by_role("button", name="Open de ronde").count()
            page.get_by_role("button", name="Aanmelden").click()
            expect(page.locator("#root .answer").first).to_be_visible(timeout=PATIENCE)  # back, on the front page
            page = reader.open(f"{url}/werkbank")
            reference = f"desk:{sha256(f'{given.issuer}|anna'.encode()).hexdigest()[:32]}"
            expect(page.get_by_text(f"Je kenmerk: {reference}")).to_be_visible(timeout=PATIENCE)
            expect(page.get_by_text("Je hebt nog geen rol.")).to_be_visible(timeout=PATIENCE)
            assert not page.get_by_role("button", name="Open de ronde").count()
            assert given.scopes == ["openid"]  # no name and no mail are asked for

            grant(store, Desk("laptop"), reference, DeskRole.ORGANISER)
            page = reader.open(f"{url}/werkbank")
            settle(reader)
            page.get_by_role("button", name="Open de ronde").click()
            expect(page.locator("li.tile").first).to_be_visible(timeout=PATIENCE)
            with store.reading() as connection:
                last = store.events(connection)[-1]
            assert (last.kind.value, last.actor) == ("round_opened", reference)
            settle(reader)
            page.get_by_role("button", name="Afmelden").click()
            expect(page.locator("#root .answer").first).to_be_visible(timeout=PATIENCE)
            page = reader.open(f"{url}/werkbank")
            expect(page.get_by_role("button", name="Aanmelden")).to_be_visible(timeout=PATIENCE)
    store.close()
