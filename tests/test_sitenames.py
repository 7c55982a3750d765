"""The names of sites: which are accepted, whom a choice covers, and what may leave."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import sitenames
from companion.sitenames import SiteName, SiteOrEvery

LISTED = "generic:https://chat.example"
LONG = f"generic:https://{'a' * 62}.{'b' * 63}.{'c' * 63}.{'d' * 62}:65535"


@pytest.mark.parametrize(
    "name",
    [
        "chatgpt",
        "open-webui",
        "cli",
        "generic",
        LISTED,
        "generic:http://127.0.0.1:8080",
        "generic:http://[::1]:8080",
        "generic:https://xn--bcher-kva.example",
        "generic:http://chat_of_ours.internal:8080",
        LONG,
    ],
)
def test_a_name_that_sites_have_is_accepted(name):
    assert msgspec.convert(name, SiteName) == name
    assert msgspec.convert(name, SiteOrEvery) == name


@pytest.mark.parametrize(
    "name",
    [
        "generic:",
        "generic:chat.example",
        "generic:ftp://chat.example",
        "generic:https://",
        "generic:https://chat.example/",
        "generic:https://chat.example/path",
        "generic:https://me@chat.example",
        "generic:https://*.example",
        "generic:https://Chat.example",
        "generic:https://chat.example:",
        "generic:https://chat.example:123456",
        "generic:https://chat.example ",
        "generic:https://chat.example\n",
        "generic:https://bücher.example",
        "other:https://chat.example",
        "Chat",
        "a chat",
        "chat\n",
        "-chat",
        "\n",
        f"generic:https://{'a' * 254}",
        "c" * 33,
    ],
)
def test_any_other_name_is_refused(name):
    for kind in (SiteName, SiteOrEvery):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(name, kind)


def test_only_where_it_may_be_every_site_a_name_may_be_empty():
    assert msgspec.convert("", SiteOrEvery) == ""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("", SiteName)


def test_no_host_of_a_listed_page_may_leave():
    assert sitenames.without_host(LISTED) == "generic"
    assert sitenames.without_host("chatgpt") == "chatgpt"


def test_people_read_the_address_of_a_listed_page():
    assert sitenames.for_people(LISTED) == "https://chat.example"
    assert sitenames.for_people("chatgpt") == "chatgpt"
    assert sitenames.for_people("") == ""


@given(st.text("abc:/.generic", max_size=30), st.text("abc:/.generic", max_size=30))
def test_a_choice_is_about_its_site_alone_or_about_all_listed_pages(chosen, site):
    assert (chosen in sitenames.covering(site)) == (
        chosen == site or (chosen == "generic" and sitenames.is_listed(site))
    )
