"""Makes labelled lines: secrets in code and configuration, and what only looks like them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from models.secrets import frames, values

_WORD_LIST: Final = """
    account action active address agent alpha answer apple archive article backup balance banner
    basket beacon border bottle branch bridge bright browser budget buffer build butter button
    camera campaign candle canvas castle center change channel charge cheese client cloud cluster
    coffee column command comment common company config connect content control copper corner
    country create credit crystal custom danger default delete design detail device dialog digital
    doctor domain double dragon dynamic editor effect element engine entity entry error event
    example export factor family feature filter finger flower folder forest format forward friend
    garden gender global golden graph green group handle harbor header health hidden history
    holiday image import index input island item jacket job jungle kernel kitchen ladder language
    layer leader legal letter level library light limit listen little local lock logic loop lucky
    machine manager market master matrix member memory message method mobile model module monday
    monkey moon mother mountain music native network night normal number object ocean office option
    orange order origin output owner packet page panel parent partner path payment pepper person
    phone picture pilot planet player plugin pocket policy port power prefix price print process
    product profile project proxy public purple query queue quick rabbit random record region
    release remote render report request reset resource result return river rocket role root route
    sample scale schema school screen search season section select sensor server service setting
    shadow shape share shell silver simple single smart snow source space spring stack start state
    status stone storage store stream street string summer sunshine super support switch system
    table target task team template tiger time title tower trace track transfer travel tree tunnel
    unit update upload user valley value version vertex video view village violet visit volume
    wallet water weather window winter wizard wolf worker world yellow zone
"""
WORDS: Final = tuple(_WORD_LIST.split())
"""Words for names and values where no data gives others."""
_PASSWORD_CORES: Final = (
    "password", "password", "password", "passwd", "pwd", "pass", "passphrase", "db password",
    "admin password", "root password", "user password", "smtp password", "redis password", "pw",
    "mysql password", "ldap password", "password 2", "default password", "test password",
    "secret", "login password", "keystore password", "ssh pass", "email password",
    "postgres password",
)  # fmt: skip
_KEY_CORES: Final = (
    "secret", "token", "api key", "apikey", "secret key", "access key", "access token",
    "auth token", "client secret", "private key", "auth", "credentials", "credential",
    "signing key", "auth key", "encryption key", "auth data", "key data", "key bytes",
    "oauth token", "oauth signature", "webhook secret", "jwt secret", "refresh token", "bearer",
    "aws secret access key", "github token", "slack token", "bot token", "consumer secret",
    "app secret", "session secret", "cookie secret", "hmac key", "master key", "secret key base",
    "api token", "api secret", "license key", "salt", "nonce", "token", "secret", "key", "api",
    "session token", "shared secret", "account key", "subscription key", "app key", "write key",
    "sas token", "oauth token", "nonce", "seed",
)  # fmt: skip
_OTHER_CORES: Final = (
    "key", "key", "key", "key", "public key", "primary key", "foreign key", "sort key",
    "cache key", "key name", "key id", "secret name", "token type", "token url", "auth url",
    "auth type", "auth method", "password field", "password label", "password length",
    "password hash type", "password policy", "reset password url", "forgot password",
    "token expiry", "token ttl", "key code", "key path", "key file", "secret path", "secret id",
    "password hint", "credentials id", "author", "authority", "api version", "api url",
    "api host", "session name", "cookie name", "auth provider", "keyword", "keyboard", "hot key",
    "object key", "partition key", "key length", "key size", "salt rounds", "salt length",
    "nonce size", "auth header", "token header", "user key", "translation key", "key type",
    "access level", "access mode", "secret version", "passed", "pass rate", "bypass", "compass",
    "monkey", "api name", "session id", "client id", "tokenizer", "token count", "max tokens",
    "auth enabled", "key prefix", "token prefix", "keys", "key map", "registry key",
    "storage key", "config key", "api path", "token endpoint", "secret ref", "secret key ref",
    "password file", "password regex", "passport", "signature algorithm", "cipher suite",
    "cookie domain", "cookie path", "password input", "pin mode", "account type", "seed data",
    "license", "license url", "credentials file", "credential type", "jwt algorithm",
    "auth source", "auth server", "auth host", "auth service", "auth realm", "auth results",
    "auth module", "auth domain", "author email", "auth backend", "password reset",
    "password changed", "password placeholder", "password error", "invalid password",
    "wrong password", "password toggle",
)  # fmt: skip
_PUBLIC_CORES: Final = (
    "public key", "key id", "credentials id", "client id", "commit key", "key hash",
    "checksum key", "key fingerprint", "secret id", "user secrets id", "key vault name",
    "accessor", "access id", "pubkey", "csrf token", "xsrf token", "public token",
    "publishable key", "auth source", "kms key id", "key guid", "cache key", "token id",
    "session id", "etag key", "key digest",
)  # fmt: skip


class Piece(msgspec.Struct, frozen=True):
    """A few lines with the stretches of them that are live secrets.

    Attributes:
        text: The lines.
        spans: Where the secrets are.
        group: Pieces of one group never stand on both sides of a split.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    group: str


def generate(count: int, rng: random.Random, words: Sequence[str] = WORDS) -> Iterator[Piece]:
    """Yield pieces, about as many with a live secret as without."""
    makers = (_secret, _secret, _secret, _placeholder, _expression, _word, _public, _prose, _name)
    for number in range(count):
        maker = makers[number % len(makers)]
        yield maker(rng, words)


def _secret(rng: random.Random, words: Sequence[str]) -> Piece:
    password = rng.random() < 0.5
    core = rng.choice(_PASSWORD_CORES if password else _KEY_CORES)
    maker = rng.choice(values.PASSWORDS if password else values.KEYS)
    value = maker(rng, words)
    if core in ("key", "api", "auth", "nonce", "salt", "seed"):
        value = rng.choice(values.RANDOM)(rng, words)
    bare = rng.random() < 0.35 and " " not in value
    frame = rng.choice(frames.BARE if bare else frames.LITERAL)
    if not password and rng.random() < 0.05:
        frame, value = rng.choice(frames.ARRAY), values.array(rng)
    return _filled(rng, words, frame, values.identifier(rng, words, core), value, live=True)


def _placeholder(rng: random.Random, words: Sequence[str]) -> Piece:
    core = rng.choice((*_PASSWORD_CORES, *_KEY_CORES))
    value = values.placeholder(rng, core.replace(" ", "_"))
    frame = rng.choice(frames.BARE if rng.random() < 0.35 else frames.LITERAL)
    return _filled(rng, words, frame, values.identifier(rng, words, core), value, live=False)


def _expression(rng: random.Random, words: Sequence[str]) -> Piece:
    core = rng.choice((*_PASSWORD_CORES, *_KEY_CORES, *_OTHER_CORES))
    value = values.expression(rng, words, core.replace(" ", "_"))
    frame = rng.choice(frames.EXPRESSION)
    return _filled(rng, words, frame, values.identifier(rng, words, core), value, live=False)


def _word(rng: random.Random, words: Sequence[str]) -> Piece:
    core = rng.choice(_OTHER_CORES)
    name = core.replace(" ", "_")
    value = rng.choice(
        (
            values.word_value(rng, words),
            values.word_value(rng, words),
            values.path(rng, words, name),
            values.sentence(rng, name),
            values.identifier(rng, words),
            " ".join(rng.choices(words, k=rng.randint(2, 6))),
            str(rng.randint(0, 99999)),
            f"{rng.randint(0, 20)}.{rng.randint(0, 20)}.{rng.randint(0, 99)}",
        )
    )
    frame = rng.choice(frames.BARE if rng.random() < 0.3 else frames.LITERAL)
    if rng.random() < 0.05:
        frame, value = rng.choice(frames.ARRAY), values.numbers(rng)
    return _filled(rng, words, frame, values.identifier(rng, words, core), value, live=False)


def _name(rng: random.Random, words: Sequence[str]) -> Piece:
    """Return a secret's name that is given a path, a sentence, a word of the trade."""
    core = rng.choice((*_PASSWORD_CORES, *_KEY_CORES))
    name = core.replace(" ", "_")
    value = rng.choice(
        (
            values.sentence(rng, name),
            values.sentence(rng, name),
            values.sentence(rng, rng.choice(("password", "token", "secret"))),
            values.path(rng, words, name),
            values.word_value(rng, ("auth", "token", "password", "api", "user", "secret")),
            values.identifier(rng, words, core),
            " ".join(rng.choices(words, k=rng.randint(3, 8))),
        )
    )
    return _filled(
        rng,
        words,
        rng.choice(frames.LITERAL),
        values.identifier(rng, words, core),
        value,
        live=False,
    )


def _public(rng: random.Random, words: Sequence[str]) -> Piece:
    """Return an identifier or a digest that anyone may know, though it looks random."""
    core = rng.choice(_PUBLIC_CORES)
    value = rng.choice(values.RANDOM)(rng, words)
    frame = rng.choice(frames.BARE if rng.random() < 0.35 else frames.LITERAL)
    frame = frame if "uthorization" not in frame else frames.LITERAL[0]
    return _filled(rng, words, frame, values.identifier(rng, words, core), value, live=False)


def _prose(rng: random.Random, words: Sequence[str]) -> Piece:
    name = rng.choice((*_PASSWORD_CORES, *_KEY_CORES, *_OTHER_CORES))
    return _filled(rng, words, rng.choice(frames.PROSE), name, "", live=False)


def _filled(
    rng: random.Random, words: Sequence[str], frame: str, name: str, value: str, *, live: bool
) -> Piece:
    frame = _worded(rng, frame, words)
    head = "".join(_around(rng, words) for _ in range(rng.choice((0, 1, 1, 2))))
    tail = "".join(_around(rng, words) for _ in range(rng.choice((0, 1, 1, 2))))
    mark = "\0"
    capital = "".join(part.capitalize() for part in name.replace("-", "_").split("_"))
    text = frame.format(n=name, N=capital or "X", v=mark, e=mark)
    text = head + text + "\n" + tail
    at = text.find(mark)
    text = text.replace(mark, value)
    spans = ((at, at + len(value)),) if live and at >= 0 else ()
    return Piece(text=text.rstrip("\n"), spans=spans, group=frame)


def _worded(rng: random.Random, frame: str, words: Sequence[str]) -> str:
    while "{w}" in frame:
        frame = frame.replace("{w}", rng.choice(words).lower(), 1)
    return frame


def _around(rng: random.Random, words: Sequence[str]) -> str:
    line = _worded(rng, rng.choice(frames.AROUND), words)
    return line.replace("{{", "{").replace("}}", "}") + "\n"
