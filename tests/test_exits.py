"""Exit codes: fixed numbers that scripts rely on."""

from companion.exits import Exit


def test_the_numbers_never_change():
    assert {each.name: int(each) for each in Exit} == {
        "OK": 0,
        "FAILED": 1,
        "USAGE": 2,
        "BAD_INPUT": 3,
        "NO_DAEMON": 4,
        "HELD": 5,
        "TAMPERED": 6,
    }
