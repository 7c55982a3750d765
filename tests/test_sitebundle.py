"""Site files and bundles: what is read, and what is refused with its place."""

import json

import msgspec
import pytest

from companion import sitebundle, sitefiles
from companion.sitebundle import SiteFileError
from companion.sites import load, shipped_folder

SHIPPED = load(shipped_folder())
ENDPOINT = {
    "use": ["send"],
    "url": r"^https://chat\.example\.org/api/ask/?([?#]|$)",
    "methods": ["POST"],
    "body": {"format": "json", "texts": [["prompt"]]},
}
SITE = {
    "name": "example",
    "label": "Example",
    "checked": "never",
    "source": ["this test"],
    "hosts": ["https://chat.example.org/*"],
    "pages": r"^https://chat\.example\.org/",
    "composer": "textarea",
    "frame": "form",
    "endpoints": [ENDPOINT],
}


def parse(**changes):
    return sitebundle.parse_site(json.dumps(SITE | changes))


def test_a_site_file_is_read():
    site = parse(**{"$schema": "sites.schema.json"})
    assert site.name == "example"
    assert site.endpoints[0].body.texts == (("prompt",),)
    assert site.kind is sitefiles.Kind.FIXED


@pytest.mark.parametrize(
    "changes",
    [
        {"more": 1},
        {"name": "Example"},
        {"hosts": ["*://*/*"]},
        {"hosts": ["https://chat.example.org/a/*"]},
        {"composer": 'a[title="x"]'},
        {"endpoints": [ENDPOINT | {"use": ["guess"]}]},
        {"endpoints": [ENDPOINT | {"methods": []}]},
        {"endpoints": [ENDPOINT | {"body": {"format": "yaml"}}]},
        {"endpoints": [{key: ENDPOINT[key] for key in ("use", "url", "methods")}]},
        {"fresh": "http://chat.example.org/"},
        {"sockets": [{"url": "^wss://chat.example.org/x", "mark": "path"}]},
        {"name": None},
    ],
)
def test_what_does_not_have_the_format_is_refused(changes):
    with pytest.raises(SiteFileError):
        parse(**changes)


@pytest.mark.parametrize(
    "url",
    [
        r"^https://a\.b/(?=x)",
        r"^https://a\.b/(?!x)",
        r"^https://a\.b/(?<=x)y",
        r"^https://a\.b/(x)\1",
        r"^https://a\.b/(?i)x",
        r"^https://a\.b/(?P<name>x)",
        r"^https://a\.b/x++",
        r"^https://a\.b/x\b",
        r"^https://a\.b/[[:alpha:]]",
        r"^https://a\.b/(",
    ],
)
def test_a_pattern_that_is_not_understood_alike_everywhere_is_refused(url):
    with pytest.raises(SiteFileError, match="endpoints"):
        parse(endpoints=[ENDPOINT | {"url": url}])


@pytest.mark.parametrize("url", ["^/api", "^.*", "^https://[^?#]*", "^ftp://a.b/c", "https://a/b"])
def test_an_address_begins_with_a_scheme_and_a_host(url):
    with pytest.raises(SiteFileError):
        parse(endpoints=[ENDPOINT | {"url": url}])


@pytest.mark.parametrize(
    "body",
    [
        {"format": "json"},
        {"format": "leaves", "texts": [["a"]]},
        {"format": "file", "texts": [["a"]]},
        {"format": "form", "texts": [["a"]]},
        {"format": "json", "field": "a", "texts": [["a"]]},
        {"format": "json", "cases": [{"match": [[["a"], 1]]}]},
        {"format": "json", "texts": [["a"]], "cases": [{"match": [], "texts": [["a"]]}]},
    ],
)
def test_a_body_says_where_the_text_is_if_its_format_wants_that(body):
    with pytest.raises(SiteFileError):
        parse(endpoints=[ENDPOINT | {"body": body}])


def test_hosts_belong_to_fixed_sites_alone():
    with pytest.raises(SiteFileError, match="hosts"):
        parse(hosts=[])
    with pytest.raises(SiteFileError, match="hosts"):
        parse(kind="self-hosted")


def test_software_that_others_host_is_judged_by_all_that_it_sends():
    url = {"url": "^https?://[^?#]+/api/ask"}
    with pytest.raises(SiteFileError, match="`rest` is needed"):
        parse(kind="self-hosted", hosts=[], endpoints=[ENDPOINT | url])
    whole = {"format": "json", "texts": [["prompt"]], "rest": {}}
    assert parse(kind="self-hosted", hosts=[], endpoints=[ENDPOINT | url | {"body": whole}])


def test_a_bundle_is_read_as_it_was_written():
    text = msgspec.json.encode(SHIPPED)
    assert sitebundle.parse_bundle(text) == SHIPPED
    assert sitebundle.parse_bundle(text.decode()) == SHIPPED


def test_a_bundle_names_no_site_twice():
    twice = msgspec.structs.replace(SHIPPED, sites=(*SHIPPED.sites, SHIPPED.sites[1]))
    with pytest.raises(SiteFileError, match="more than one"):
        sitebundle.parse_bundle(msgspec.json.encode(twice))


def test_a_bundle_has_one_generic_site():
    without = tuple(site for site in SHIPPED.sites if site.kind is not sitefiles.Kind.GENERIC)
    with pytest.raises(SiteFileError, match="exactly one generic"):
        sitebundle.parse_bundle(
            msgspec.json.encode(msgspec.structs.replace(SHIPPED, sites=without))
        )


def test_a_bundle_that_is_too_large_is_not_parsed():
    with pytest.raises(SiteFileError, match="larger"):
        sitebundle.parse_bundle(b" " * (sitebundle.LARGEST_BUNDLE + 1))


@pytest.mark.parametrize("text", [b"", b"{}", b"\xff", b"[" * 100_000, b'{"version":0,"sites":[]}'])
def test_garbage_is_refused(text):
    with pytest.raises(SiteFileError):
        sitebundle.parse_bundle(text)
    with pytest.raises(SiteFileError):
        sitebundle.parse_site(text)
