"""Signed site files reach a running extension: what they describe is walled and honoured at
once; what somebody else signed, or what is older, changes nothing."""

import shutil

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from companion import sites, siteupdates
from companion.demo import browser as demo_browser
from companion.demo.stack import Ports, Stack
from companion.identity import CHROMIUM_EXTENSION_ID
from companion.sitefiles import Body, Endpoint, Format
from tests.e2e.browser import CarelessSite, Person, launched, worker

HARMLESS = "Explain in one sentence why the sky is blue."
SENSITIVE = "My patient Maria Keller, born 12 March 1961, phone 415-555-0134, has breast cancer."
OLD, NEW = "/demo/v1/chat/completions", "/demo/v2/ask"

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        demo_browser.find() is None, reason="needs Chromium: `make system` installs it"
    ),
]

OURS, THEIRS = (Ed25519PrivateKey.from_private_bytes(bytes([seed] * 32)) for seed in (1, 2))
SHIPPED = sites.load(sites.shipped_folder())
POST = """([path, text]) => Promise.race([
    fetch(path, {method: "POST", body: JSON.stringify({words: text}),
        headers: {"content-type": "application/json"}})
        .then((response) => response.status, () => "blocked"),
    new Promise((done) => setTimeout(done, 20000, "held")),
])"""
UNHOOKED = """([path, text]) => new Promise((done) => {
    const code = `fetch('${location.origin}${path}', {method: 'POST', body: '${text}'})
        .then(() => postMessage('sent'), () => postMessage('blocked'))`;
    const started = new Worker(URL.createObjectURL(new Blob([code])));
    started.onmessage = (event) => done(event.data);
})"""
ACCEPTED = "chrome.storage.local.get('siteAccepted').then((o) => o.siteAccepted?.version ?? 0)"


def public(private):
    return siteupdates.encode(private.public_key().public_bytes_raw())


def update(version, private, path=NEW):
    """Return an update by which the demo's prompts go to another path than those that ship."""
    demo = next(site for site in SHIPPED.sites if site.name == "demo")
    endpoint = Endpoint(
        use=("send",),
        url=f"^https?://[^/?#]+{path}/?([?#]|$)",
        methods=("POST",),
        body=Body(format=Format.JSON, texts=(("words",),)),
    )
    changed = msgspec.structs.replace(demo, endpoints=(endpoint,))
    others = tuple(site for site in SHIPPED.sites if site.name != "demo")
    bundle = msgspec.structs.replace(SHIPPED, version=version, sites=(changed, *others))
    return siteupdates.write(msgspec.json.encode(bundle).decode(), private)


@pytest.fixture(scope="module")
def extension(tmp_path_factory):
    """The extension, but for the key that it pins: the project's is nobody's to use here."""
    folder = tmp_path_factory.mktemp("pinned") / "extension"
    shutil.copytree(demo_browser.extension_folder(), folder)
    program = folder / "background" / "updates.js"
    text = program.read_text("utf-8")
    pinned = siteupdates.PROJECT_KEYS[0]
    assert pinned in text
    program.write_text(text.replace(pinned, public(OURS)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def stack(tmp_path_factory):
    keys = f'name = "Signed"\n[sites]\nkeys = ["{public(OURS)}", "{public(THEIRS)}"]\n'
    folder = tmp_path_factory.mktemp("updates")
    with Stack(folder, ports=Ports.free(), policy=keys) as running:
        yield running


@pytest.fixture(scope="module")
def site():
    with CarelessSite() as careless:
        yield careless


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    return tmp_path_factory.mktemp("profile")


@pytest.fixture(scope="module")
def context(playwright, stack, extension, profile):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(demo_browser, "extension_folder", lambda: extension)
        with launched(playwright, stack, profile) as opened:
            yield opened


@pytest.fixture(scope="module")
def person(context, site):
    someone = Person(context, site)
    yield someone
    someone.page.close()


def install(stack, raw):
    (stack.paths.config / sites.FILE).write_bytes(raw)


def test_before_the_update_nobody_looks_at_the_new_address(person, site):
    assert person.page.evaluate(POST, [NEW, "before the update"]) == 200
    assert b"before the update" in site.received
    assert person.page.evaluate(UNHOOKED, [OLD, "canary-old"]) == "blocked"


def test_an_update_is_honoured_without_a_reload(person, site, stack, context):  # F05
    install(stack, update(1000, OURS))
    person.eventually(lambda: worker(context).evaluate(ACCEPTED) == 1000, "accepted")
    assert person.page.evaluate(POST, [NEW, HARMLESS]) == 200
    assert HARMLESS.encode() in site.received
    assert person.page.evaluate(POST, [NEW, SENSITIVE]) == 400
    person.eventually(lambda: "Keller" not in site.received.decode(), "nothing private arrived")


def test_the_new_wall_stands_where_no_hook_is(person, site):
    assert person.page.evaluate(UNHOOKED, [NEW, "canary-new"]) == "blocked"
    assert b"canary-new" not in site.received


def test_an_update_takes_no_wall_away(person, site):
    assert person.page.evaluate(UNHOOKED, [OLD, "canary-old"]) == "blocked"
    assert person.page.evaluate(POST, [OLD, "canary-old"]) in {"blocked", 400}
    assert b"canary-old" not in site.received


def test_what_another_key_signed_changes_nothing(person, site, stack, context):  # F05
    install(stack, update(1001, THEIRS, "/demo/v3/other"))
    page = context.new_page()
    page.goto(f"chrome-extension://{CHROMIUM_EXTENSION_ID}/popup/popup.html")
    refused = "chrome.runtime.sendMessage({type: 'report', tab: -1, url: ''})"
    person.eventually(lambda: page.evaluate(refused)["siteFilesRefused"], "refused")
    page.close()
    assert worker(context).evaluate(ACCEPTED) == 1000
    assert person.page.evaluate(POST, [NEW, SENSITIVE]) == 400
    assert b"Keller" not in site.received


def test_an_older_update_never_comes_back(person, stack, context):  # F05
    install(stack, update(999, OURS, "/demo/v3/other"))
    source = sites.SiteSource(stack.paths, lambda: (public(OURS),))
    assert source.newest() is None
    assert "older" in source.found()[0].error
    assert worker(context).evaluate(ACCEPTED) == 1000


def test_every_shipped_rule_is_one_that_the_browser_keeps(context):
    counted = worker(context).evaluate(
        """async () => {
            const {declarative_net_request: {rule_resources}} = chrome.runtime.getManifest();
            const refused = [];
            let rules = 0;
            for (const {path} of rule_resources) {
                for (const {condition} of await (await fetch(`/${path}`)).json()) {
                    rules++;
                    const {regexFilter: regex} = condition;
                    const look = chrome.declarativeNetRequest.isRegexSupported({regex});
                    if (!(await look).isSupported) refused.push(regex);
                }
            }
            const enabled = await chrome.declarativeNetRequest.getEnabledRulesets();
            return {rules, refused, rulesets: enabled.length, files: rule_resources.length};
        }"""
    )
    assert counted["refused"] == []
    assert counted["rulesets"] == counted["files"]
    assert counted["rules"] > 100


CHAT = "chatgpt.com/backend-api/f/conversation"


@pytest.mark.parametrize(
    ("url", "kind", "method"),
    [
        (f"https://{CHAT}", "xmlhttprequest", "post"),
        (f"https://{CHAT}", "main_frame", "post"),
        (f"https://{CHAT}?x=1#y", "ping", "post"),
        (f"http://{CHAT}/", "sub_frame", "get"),
        ("https://chatgpt.com./backend-api//f///conversation", "xmlhttprequest", "post"),
        ("https://chatgpt.com:8443/backend-api/f/conversation", "other", "put"),
        ("https://ann:pw@edge.chatgpt.com/BACKEND-API/f/conversation", "script", "get"),
        ("https://chatgpt.com/backend-api/f/%63onversation", "xmlhttprequest", "post"),
        ("https://chatgpt.com/backend-api%2Ff/conversation", "main_frame", "post"),
        ("https://chatgpt.com/a/%2e%2e/backend-api/f/conversation", "media", "get"),
        (f"wss://{CHAT}", "websocket", "get"),
        ("wss://copilot.microsoft.com/c/api/chat?api-version=2", "websocket", "get"),
        ("wss://copilot.microsoft.com/c/%61pi/chat", "websocket", "get"),
        ("https://huggingface.co/chat/conversation/6889", "main_frame", "post"),
    ],
)
def test_the_browser_itself_blocks_an_address_however_it_is_written(context, url, kind, method):
    assert matched(context, url, kind, method)


@pytest.mark.parametrize(
    ("url", "kind", "method"),
    [
        ("https://huggingface.co/chat/conversation/6889", "main_frame", "get"),
        ("https://chatgpt.com/backend-api/conversations?offset=0", "xmlhttprequest", "get"),
        ("https://chatgpt.com/c/6f-1a", "main_frame", "get"),
        ("https://notchatgpt.com/backend-api/f/conversation", "xmlhttprequest", "post"),
        ("https://x.com/i/api/graphql/abc/HomeTimeline", "xmlhttprequest", "post"),
    ],
)
def test_the_browser_itself_leaves_the_rest_alone(context, url, kind, method):
    assert not matched(context, url, kind, method)


def matched(context, url, kind, method):
    asked = {"url": url, "type": kind, "method": method}
    found = worker(context).evaluate("r => chrome.declarativeNetRequest.testMatchOutcome(r)", asked)
    return [rule for rule in found["matchedRules"] if rule["rulesetId"] != "_session"]


def test_after_a_restart_the_update_is_verified_again_and_in_force(
    playwright, stack, extension, profile, site, context
):
    context.close()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(demo_browser, "extension_folder", lambda: extension)
        with launched(playwright, stack, profile) as again:
            person = Person(again, site)
            assert person.page.evaluate(UNHOOKED, [NEW, "canary-later"]) == "blocked"
            assert person.page.evaluate(POST, [NEW, SENSITIVE]) == 400
            assert b"Keller" not in site.received
            assert b"canary-later" not in site.received
