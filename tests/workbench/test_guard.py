"""Only this machine's browser that has the token may ask, from a page of this server, for what a report has."""

from __future__ import annotations

import http.client
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.tools.served import Asker, serving

from reportgen.workbench.guard import LARGEST_EDIT, LARGEST_UPLOAD  # isort: skip

READ = "/r/tiny/read"


def test_without_the_cookie_nothing_is_answered(served) -> None:
    stranger = Asker(served)
    for path in ("/", READ, "/events", "/static/page.js", "/r/tiny/rows?ids=opening"):
        status, _, text = stranger(path)
        assert status == 403
        assert "small" not in text


def test_a_cookie_that_is_no_cookie_is_none(served) -> None:
    for cookie in ("reportgen=1", "=;;;=", "\x7f", "reportgen-00000000=" + "x" * 4000):
        assert Asker(served, cookie)(READ)[0] == 403


def test_the_token_is_good_once(served) -> None:
    first = Asker(served).enter()
    assert first(READ)[0] == 200
    path = served.address.partition(first.host)[2]
    assert Asker(served)(path)[0] == 403
    assert Asker(served)("/?token=wrong")[0] == 403


def test_the_cookie_is_for_this_server_alone(served) -> None:
    one = Asker(served)
    _, headers, _ = one(served.address.partition(one.host)[2])
    assert "HttpOnly" in headers["set-cookie"]
    assert "SameSite=Strict" in headers["set-cookie"]
    assert "token" not in headers["location"]


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:80", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", "[::1]:{port}", ""]
)
def test_a_foreign_host_is_refused(ask, host: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", ask.server.port, timeout=10)
    connection.putrequest("GET", READ, skip_host=True)
    if host:
        connection.putheader("host", host.format(port=ask.server.port))
    connection.putheader("cookie", ask.cookie)
    connection.endheaders()
    assert connection.getresponse().status in (400, 403, 421)
    connection.close()


def test_the_token_is_not_exchanged_under_a_foreign_name(served) -> None:
    one = Asker(served)
    path = served.address.partition(one.host)[2]
    assert one(path, host="evil.example")[0] in (403, 421)
    assert one.enter()(READ)[0] == 200


@pytest.mark.parametrize("origin", ["http://example.org", "null", "", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_a_page_of_another_server_writes_nothing(ask, tiny, origin: str) -> None:
    before = tiny.root.joinpath("inputs/tiny/sections/first.yaml").read_bytes()
    status, _, _ = ask("/r/tiny/delete", {"id": "opening"}, origin=origin.format(port=ask.server.port))
    assert status == 403
    assert tiny.root.joinpath("inputs/tiny/sections/first.yaml").read_bytes() == before


def test_a_page_of_another_server_reads_nothing(ask) -> None:
    assert ask(READ, sec_fetch_site="cross-site")[0] == 403
    assert ask(READ, sec_fetch_site="same-site")[0] == 403
    assert ask(READ, sec_fetch_site="same-origin")[0] == 200


@pytest.mark.parametrize(
    "path", [READ, "/r/tiny/rows?ids=opening", "/static/page.js", "/r/tiny/nothing", "/r/none/read"]
)
def test_every_answer_says_what_a_page_may_load(ask, path: str) -> None:
    _, headers, _ = ask(path)
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../state.py", "/static/..%2fstate.py", "/static/%2e%2e/state.py", "/static/..\\state.py",
        "/static//etc/passwd", "/r/../read", "/r/..%2f..%2fetc/read", "/r/%2e%2e/read",
        "/r/tiny/files/get/..%2f..%2fetc%2fpasswd.md", "/r/tiny/files/get/en.%2e%2e",
        "/r/tiny/coverage/..%2f..%2fpasswd.svg", "/r/tiny%00/read",
    ],
)  # fmt: skip
def test_no_file_outside_is_read(ask, path: str) -> None:
    status, _, text = ask(path)
    assert status in (400, 404)
    assert "root:" not in text
    assert "class Workbench" not in text


def test_a_file_that_is_dropped_lands_outside_of_the_workspace(ask, tiny) -> None:
    before = set(tiny.root.rglob("*"))
    status, _, _ = ask(
        "/r/tiny/files/drop?name=..%2F..%2Finputs%2Ftiny%2Freport.md",
        b"nothing",
        content_type="application/octet-stream",
    )
    assert status in (200, 400)
    assert set(tiny.root.rglob("*")) == before


def test_too_much_is_refused_before_it_is_read(ask) -> None:
    assert ask("/r/tiny/type", b"x", content_length=str(LARGEST_EDIT + 1))[0] == 413
    assert ask("/r/tiny/files/drop?name=a.docx", b"x", content_length=str(LARGEST_UPLOAD + 1))[0] == 413
    # Without a body: what nobody reads would reset the connection, and the answer might be lost with it.
    assert ask("/r/tiny/type", b"", content_length="many")[0] in (400, 413)


def test_too_much_without_a_length_is_refused(ask) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", ask.server.port, timeout=30)
    body = (b"x" * 65_536 for _ in range(LARGEST_EDIT // 65_536 + 2))
    headers = {
        "host": ask.host,
        "origin": f"http://{ask.host}",
        "cookie": ask.cookie,
        "content-type": "application/json",
    }
    connection.request("POST", "/r/tiny/type", body, headers, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[" * 100_000, b"\xff\xfe"])
def test_what_is_no_request_is_refused(ask, body: bytes) -> None:
    status, _, text = ask("/r/tiny/type", body, method="POST")
    assert status == 400
    assert json.loads(text)["hint"]


@pytest.mark.parametrize(
    "runs", [None, "text", [1], [{"t": 1}], [{"t": "x" * 70_000}], [{"t": "x"}] * 4_000, [{"note": 1, "t": None}], {}]
)
def test_a_text_that_is_none_is_refused(ask, runs: object) -> None:
    key = ask.json("/r/tiny/open", {"piece": "opening", "tag": "en"})["key"]
    assert ask("/r/tiny/type", {"key": key, "runs": runs})[0] == 400


SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_script_in_a_text_is_text(ask) -> None:
    opened = ask.json("/r/tiny/open", {"piece": "opening", "tag": "en"})
    typed = ask.json("/r/tiny/type", {"key": opened["key"], "runs": [{"t": f"See {SCRIPT}."}]})
    assert "<script" not in typed["cells"]["en"].get("html", "")
    saved = ask.json("/r/tiny/save", {"key": opened["key"], "runs": [{"t": f"See {SCRIPT}."}]})
    if saved["saved"]:
        assert "<script" not in ask("/r/tiny/rows?ids=opening")[2]
    for path in (
        f"/r/tiny/facts?q={'%3Cscript%3E'}",
        "/r/tiny/facts?kind=%22%3E%3Cscript%3Ealert(1)",
        "/r/tiny/read?only=%3Cscript%3E",
        "/r/tiny/coverage?against=%3Cscript%3E",
    ):
        assert "<script>alert" not in ask(path, sec_fetch_mode="navigate")[2]


def test_script_in_the_sources_is_text(tiny) -> None:
    tiny.write(
        "inputs/tiny/report.yaml",
        f"symbol: A/99/1\nlanguage: en\ntitle: 'A small {SCRIPT.replace(chr(39), '')}'\n"
        "masthead: {organ: ecosoc}\nsections: [first]\n",
    )
    with serving(tiny.root) as server:
        ask = Asker(server).enter()
        for page in ("read", "facts", "overview", "coverage", "numbers", "files"):
            _, _, text = ask(f"/r/tiny/{page}", sec_fetch_mode="navigate")
            assert "<script>alert" not in text
            assert "<img src=x" not in text


def test_saves_at_the_same_time_are_one_after_the_other(ask, tiny) -> None:
    keys = [ask.json("/r/tiny/open", {"piece": "opening", "tag": "en"})["key"] for _ in range(6)]

    def save(number: int) -> dict[str, object]:
        data = {"key": keys[number], "runs": [{"t": f"The report is small, and has the letter {'abcdef'[number]}."}]}
        return json.loads(ask("/r/tiny/save", data)[2])

    with ThreadPoolExecutor(6) as pool:
        said = list(pool.map(save, range(6)))
    won = [number for number, each in enumerate(said) if each.get("saved")]
    assert len(won) == 1
    assert all(each["state"] == "conflict" for number, each in enumerate(said) if number not in won)
    text = tiny.root.joinpath("inputs/tiny/sections/first.yaml").read_text("utf-8")
    assert f"the letter {'abcdef'[won[0]]}" in text


def test_a_server_of_one_report_shows_no_other(tiny) -> None:
    with serving(tiny.root, "tiny") as server:
        ask = Asker(server).enter()
        assert ask("/r/other/read")[0] == 400
        assert ask("/r/tiny/read")[0] == 200
