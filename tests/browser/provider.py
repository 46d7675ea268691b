"""An OpenID provider on the loopback address that signs in whoever asks, as the person named in ``SUBJECT``."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "werkbank", "geheim"


@dataclass
class Provider:
    """``subject`` is who signs in next; ``scopes`` are those that were asked for."""

    issuer: str = ""
    subject: str = "anna"
    scopes: list[str] = field(default_factory=list)
    nonces: dict[str, str] = field(default_factory=dict)


@contextmanager
def provider() -> Iterator[Provider]:
    made, key = Provider(), RSAKey.generate_key(2048, {"kid": "k"})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path, query = urlsplit(self.path).path, {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
            if path == "/authorize":
                code = f"code-{len(made.nonces)}"
                made.nonces[code] = query.get("nonce", "")
                made.scopes.append(query.get("scope", ""))
                self.send_response(302)
                self.send_header(
                    "Location", f"{query['redirect_uri']}?" + urlencode({"code": code, "state": query["state"]})
                )
                self.end_headers()
            elif path == "/keys":
                self._json({"keys": [key.as_dict(private=False)]})
            else:
                self._json({
                    "issuer": made.issuer, "authorization_endpoint": f"{made.issuer}/authorize",
                    "token_endpoint": f"{made.issuer}/token", "jwks_uri": f"{made.issuer}/keys",
                    "response_types_supported": ["code"], "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
                })  # fmt: skip

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            now = int(time.time())
            claims = {"iss": made.issuer, "sub": made.subject, "aud": CLIENT, "iat": now, "exp": now + 600,
                      "nonce": made.nonces[form["code"][0]], "name": "Iemand"}  # fmt: skip
            token = jwt.encode({"alg": "RS256", "kid": "k"}, claims, key)
            self._json({"access_token": "x", "token_type": "Bearer", "expires_in": 600, "id_token": token})

        def _json(self, content: Any) -> None:
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()
