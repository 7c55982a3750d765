"""The names of sites: those of the site files, and one for each origin that somebody listed.

A chat page that policy, an organisation or the person lists is a site of its own, whatever
software runs there: `generic:` and its origin. What a person decides is about one of them. The
name holds a host, which may be internal, so it stays on this computer: reports of latency say
`generic` and no more.
"""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

LISTED: Final = "generic"
"""The site file of every listed origin; also what earlier versions called each of them."""
_RECOGNISED: Final = ("open-webui", "librechat")
"""What earlier versions called a listed origin once they had seen which software it runs."""
_PREFIX: Final = f"{LISTED}:"

LONGEST: Final = 288
"""Characters: the prefix, a scheme, a host of at most 253 and a port."""
_PATTERN: Final = (
    r"^(?:[a-z][a-z0-9-]{0,31}"
    r"|generic:https?://(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?)$(?!\n)"
)

SiteName = Annotated[str, msgspec.Meta(pattern=_PATTERN, max_length=LONGEST)]
"""A site's name; a message with any other is refused, and what it is about is held."""
SiteOrEvery = Annotated[str, msgspec.Meta(pattern=rf"^$(?!\n)|{_PATTERN}", max_length=LONGEST)]
"""A site's name, or nothing for every site."""


def is_listed(site: str) -> bool:
    """Whether a name is that of a listed origin."""
    return site.startswith(_PREFIX)


def covering(site: str) -> tuple[str, ...]:
    """Return the names under which a choice of the person is about a site.

    Earlier versions had one name for all listed origins; what was said of it goes on.
    """
    return (site, LISTED) if is_listed(site) else (site,)


def ever(site: str) -> tuple[str, ...]:
    """Return every name under which conversations of a site may be recorded."""
    return (site, LISTED, *_RECOGNISED) if is_listed(site) else (site,)


def without_host(site: str) -> str:
    """Return a name that may leave this computer."""
    return LISTED if is_listed(site) else site


def for_people(site: str) -> str:
    """Return a name as it stands in a sentence: a listed origin by its address."""
    return site.removeprefix(_PREFIX)
