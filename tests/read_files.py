"""How tests read a file that they made."""

from companion.documents import Extraction, Limits, extract

LIMITS = Limits(characters=100_000)
NAME = "Zebulon Quandary"


def read(data: bytes, name: str = "file", media_type: str = "", limits=LIMITS) -> Extraction:
    return extract(name, media_type, data, limits)


def whole(data: bytes, name: str = "file", media_type: str = "") -> str:
    found = read(data, name, media_type)
    assert found.unread is None
    return found.text
