"""Who may ask: this machine, with the cookie that a token was exchanged for, from a page of this server.

`Guard(app, hosts, token)` is around all pages: it refuses what comes under another name or from another page, and what
is too large, and says in every answer what a page may load.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_EDIT = 1_000_000
"""The most bytes of a request that writes text."""

LARGEST_UPLOAD = 60_000_000
"""The most bytes of a file that is dropped."""

UPLOADS = "/files/drop"
"""What the path of an upload ends in."""

_HEADERS = (
    (b"content-security-policy", b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
     b"img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)  # fmt: skip


class TooLarge(Exception):
    """A request has more bytes than are taken."""


class Guard:
    """Lets requests through to `app` that come from a page of this server; `hosts` are the names it answers to.

    The token is exchanged for a cookie once, by one browser.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], token: str) -> None:
        self.app, self.hosts = app, frozenset(hosts)
        self._token = token
        self._cookie = secrets.token_urlsafe(32)
        self._name = f"reportgen-{secrets.token_hex(4)}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if given and scope["method"] == "GET" and scope["path"] == "/":
            await self._exchange(headers, given, send)
        elif refusal := self._refusal(scope, headers):
            await _answer(send, *refusal)
        else:
            await self._limited(scope, receive, send, headers)

    async def _exchange(self, headers: dict[str, str], given: str, send: Send) -> None:
        """The cookie for the token, once."""
        is_right = bool(self._token) and secrets.compare_digest(given.encode(), self._token.encode())
        if headers.get("host", "") not in self.hosts or not is_right:
            await _answer(send, 403, "this address was used already: start the workbench again for another one")
            return
        self._token = ""
        cookie = f"{self._name}={self._cookie}; Path=/; HttpOnly; SameSite=Strict"
        await _answer(send, 303, "", [(b"location", b"/"), (b"set-cookie", cookie.encode())])

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        if headers.get("host", "") not in self.hosts:
            return 421, "this server answers to its own address alone"
        if not self._is_known(headers.get("cookie", "")):
            return 403, "open the address that the command printed: it holds a token for one browser"
        if scope["method"] in ("GET", "HEAD"):
            foreign = headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        else:
            foreign = headers.get("origin", "") not in {f"http://{host}" for host in self.hosts}
        return (403, "the request comes from another page") if foreign else None

    def _is_known(self, header: str) -> bool:
        try:
            morsel = SimpleCookie(header).get(self._name)
        except CookieError:
            return False
        return morsel is not None and secrets.compare_digest(morsel.value.encode(), self._cookie.encode())

    async def _limited(self, scope: Scope, receive: Receive, send: Send, headers: dict[str, str]) -> None:
        """The answer to a request of a size that is taken; what says less than it sends is counted."""
        most = LARGEST_UPLOAD if scope["path"].endswith(UPLOADS) else LARGEST_EDIT
        said = headers.get("content-length", "0")
        if not said.isdecimal() or int(said) > most:
            await _answer(send, 413, f"at most {most:,} bytes are taken")
            return
        taken, has_begun = 0, False

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise TooLarge
            return message

        async def with_headers(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message["headers"] = [*message.get("headers", []), *_HEADERS]
            await send(message)

        try:
            await self.app(scope, counted, with_headers)
        except TooLarge:
            if not has_begun:
                await _answer(send, 413, f"at most {most:,} bytes are taken")


async def _answer(send: Send, status: int, text: str, headers: Iterable[tuple[bytes, bytes]] = ()) -> None:
    said = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS, *headers]
    await send({"type": "http.response.start", "status": status, "headers": said})
    await send({"type": "http.response.body", "body": text.encode()})
