"""Makers of values: secrets as people and machines make them, and what only stands like one."""

from __future__ import annotations

import base64
import random
import string
from collections.abc import Callable, Sequence
from typing import Final

LETTERS: Final = string.ascii_letters
ALNUM: Final = string.ascii_letters + string.digits
SIGNS: Final = "!@#$%^&*_-+=?.~"
_VOWELS: Final = "aeiou"
Maker = Callable[[random.Random, Sequence[str]], str]


def run(rng: random.Random, alphabet: str, low: int, high: int) -> str:
    """Return a random run of an alphabet."""
    return "".join(rng.choices(alphabet, k=rng.randint(low, high)))


def _hex(rng: random.Random, _: Sequence[str]) -> str:
    run(rng, "0", 1, 1)
    size = rng.choice((16, 20, 24, 32, 32, 32, 40, 40, 48, 64, 64))
    text = run(rng, "0123456789abcdef", size, size)
    return text.upper() if rng.random() < 0.15 else text


_ALPHABETS: Final = (
    ALNUM, ALNUM, ALNUM, string.ascii_uppercase + string.digits,
    string.ascii_lowercase + string.digits, ALNUM + "-_", ALNUM + "_",
)  # fmt: skip


def _alnum(rng: random.Random, _: Sequence[str]) -> str:
    alphabet = rng.choice(_ALPHABETS)
    low = rng.choice((8, 12, 16, 20, 24, 32, 32, 40, 43, 64))
    return run(rng, alphabet, low, low + rng.choice((0, 0, 4, 10)))


def _base64(rng: random.Random, _: Sequence[str]) -> str:
    data = rng.randbytes(rng.choice((12, 16, 18, 20, 24, 32, 32, 48, 64, 96)))
    text = base64.b64encode(data).decode()
    return text.rstrip("=") if rng.random() < 0.2 else text


def uuid(rng: random.Random, _: Sequence[str] = ()) -> str:
    """Return a UUID."""
    digits = run(rng, "0123456789abcdef", 32, 32)
    cut = [digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]]
    text = "-".join(cut)
    return text.upper() if rng.random() < 0.2 else text


def _segments(rng: random.Random, _: Sequence[str]) -> str:
    mark = rng.choice((".", "-", "-", "_", ":", "/", "."))
    return mark.join(run(rng, ALNUM, 4, 24) for _ in range(rng.randint(2, 4)))


def array(rng: random.Random, _: Sequence[str] = ()) -> str:
    """Return the bytes of a key, as code writes them out."""
    data = rng.randbytes(rng.choice((16, 16, 24, 32, 32, 48, 64)))
    form = rng.choice(("{}", "0x{:02x}", "0x{:02X}"))
    return ", ".join(form.format(byte) for byte in data)


def numbers(rng: random.Random) -> str:
    """Return a list of numbers that is no key."""
    first, step = rng.randint(0, 60), rng.choice((0, 1, 1, 2, 5, 10))
    return ", ".join(str(first + step * i) for i in range(rng.randint(8, 20)))


def _prefixed(rng: random.Random, words: Sequence[str]) -> str:
    prefix = rng.choice((run(rng, string.ascii_lowercase, 2, 4), rng.choice(words)[:6].lower()))
    return prefix + rng.choice(("_", "-", ".")) + run(rng, ALNUM, 16, 40)


def _token(rng: random.Random, _: Sequence[str]) -> str:
    return ".".join(run(rng, ALNUM + "-_", low, low + 60) for low in (18, 40, 30))


def gibberish(rng: random.Random, words: Sequence[str]) -> str:
    """Return a word whose letters are drawn anew, as lower-case passwords without sense."""
    word = rng.choice(words)[:14]
    kept = rng.choice((0.0, 0.0, 0.2, 0.5))
    text = "".join(_redrawn(rng, c) if rng.random() >= kept else c for c in word)
    return text + "".join(rng.choices(string.ascii_lowercase, k=max(0, 4 - len(text))))


def _redrawn(rng: random.Random, character: str) -> str:
    for pool in (string.ascii_lowercase, string.ascii_uppercase, string.digits):
        if character in pool:
            return rng.choice(pool)
    return character


def redrawn(rng: random.Random, value: str) -> str:
    """Return a value with every letter and digit drawn anew within its class."""
    return "".join(_redrawn(rng, c) for c in value)


def _word_password(rng: random.Random, words: Sequence[str]) -> str:
    word = rng.choice(words)[:12]
    word = rng.choice((word.lower(), word.capitalize(), word.lower(), word.upper()))
    if rng.random() < 0.3:
        word = word.translate(str.maketrans("aeios", "@3105"))
    tail = rng.choice(
        (
            str(rng.randint(0, 9)),
            str(rng.randint(10, 99)),
            "123",
            str(rng.randint(1950, 2026)),
            f"{rng.randint(1, 999)}{rng.choice(SIGNS)}",
            rng.choice(SIGNS) + str(rng.randint(1, 99)),
            rng.choice(SIGNS),
            rng.choice(("-", "_", ".", "")) + rng.choice(words)[:8].lower(),
            rng.choice(("-", "_", "")) + rng.choice(words)[:8].lower() + str(rng.randint(1, 99)),
        )
    )
    text = word + tail
    return redrawn(rng, text) if rng.random() < 0.45 else text


def _mixed(rng: random.Random, _: Sequence[str]) -> str:
    return run(rng, LETTERS, 1, 1) + run(rng, ALNUM + SIGNS, 5, 19)


def _number(rng: random.Random, _: Sequence[str]) -> str:
    return run(rng, string.digits, 4, 10)


def _plain_word(rng: random.Random, words: Sequence[str]) -> str:
    return rng.choice(words)[:14].lower()


def _short(rng: random.Random, _: Sequence[str]) -> str:
    return run(rng, rng.choice((string.ascii_lowercase, ALNUM, ALNUM + SIGNS)), 4, 8)


def _phrase(rng: random.Random, words: Sequence[str]) -> str:
    mark = rng.choice(("-", " ", "_", ".", ""))
    return mark.join(rng.choice(words)[:9].lower() for _ in range(rng.randint(3, 5)))


PASSWORDS: Final[tuple[Maker, ...]] = (
    _word_password, _word_password, _word_password, gibberish, gibberish, gibberish, _mixed,
    _mixed, _short, _short, _number, _plain_word, _phrase, _alnum, _alnum, _hex, _base64,
)  # fmt: skip
KEYS: Final[tuple[Maker, ...]] = (
    _hex, _hex, _alnum, _alnum, _alnum, _base64, _base64, uuid, _segments, _prefixed, _token,
    _mixed, gibberish, _word_password,
)  # fmt: skip
RANDOM: Final[tuple[Maker, ...]] = (_hex, _alnum, _base64, uuid, _alnum, _prefixed)


def identifier(rng: random.Random, words: Sequence[str], core: str = "") -> str:
    """Return an identifier of one to three words in one of the usual styles."""
    parts = [rng.choice(words).lower() for _ in range(rng.randint(0 if core else 1, 2))]
    parts += core.split()
    return styled(rng, parts)


def styled(rng: random.Random, parts: Sequence[str]) -> str:
    """Join words as identifiers are written."""
    style = rng.randrange(7)
    if style < 2:
        return "_".join(parts)
    if style == 2:
        return "_".join(parts).upper()
    if style == 3:
        return "".join(part.capitalize() for part in parts)
    if style == 4:
        return rng.choice("-.").join(parts)
    return parts[0] + "".join(part.capitalize() for part in parts[1:])


_PLACEHOLDERS: Final = (
    "your_{n}_here", "YOUR_{N}", "<{n}>", "<your-{n}>", "xxxxxxxx", "xxxx-xxxx-xxxx", "********",
    "changeme", "changeit", "CHANGE_ME", "placeholder", "REDACTED", "[REDACTED]", "dummy", "test",
    "example", "my-{n}", "my{n}", "{n}", "some_{n}", "some-{n}", "insert-{n}-here", "${{{N}}}",
    "{{{{ {n} }}}}", "%{n}%", "${n}", "$({N})", "todo", "foobar", "foo", "bar", "none", "...",
    "the {n}", "your {n}", "enter your {n}", "replace-me", "{n}123", "fake-{n}", "fake_{n}",
    "TOKEN", "SECRET", "PASSWORD", "secret", "password", "token", "key", "test-{n}", "test_{n}",
    "invalid-{n}", "<%= {n} %>", "@{n}@", "#{{{n}}}", "{n}_placeholder", "<insert {n}>", "-",
    "{{0}}", "{{}}", "%s", "{{{n}}}", "$1", ":{n}", "?", "XXXXXXXXXXXXXXXXXXXXXXXX", "sample-{n}",
    "aaaaaaaaaaaaaaaa", "0000000000000000", "1234567890abcdef", "mysecret", "mypassword",
    "s3cr3t", "abc123", "12345", "default", "null", "undefined", "valid-{n}", "wrong {n}",
    "bad-{n}",
)  # fmt: skip


def placeholder(rng: random.Random, name: str) -> str:
    """Return what documentation writes in the place of a secret."""
    plain = name.lower().replace("_", rng.choice(("_", "-", "")))
    return rng.choice(_PLACEHOLDERS).format(n=plain, N=name.upper())


_WORD_VALUES: Final = (
    "required", "optional", "string", "text", "password", "hidden", "Password", "Token", "bearer",
    "Bearer", "basic", "Basic", "digest", "oauth2", "apiKey", "header", "query", "cookie", "none",
    "HS256", "RS256", "ES256", "AES-256-GCM", "sha256", "bcrypt", "argon2id", "PBKDF2", "SHA-1",
    "Authorization", "X-API-Key", "X-Auth-Token", "api_key", "access_token", "refresh_token",
    "id_token", "client_secret", "client_credentials", "authorization_code", "password_hash",
    "current-password", "new-password", "off", "on", "strict", "lax", "secure", "httponly",
    "Enter", "Escape", "ArrowDown", "ArrowUp", "Tab", "Shift", "ctrl+c", "Backspace", "F5",
    "left", "id", "name", "email", "user_id", "created_at", "title", "value", "count", "index",
    "type", "primary", "foreign", "unique", "varchar(255)", "VARCHAR(64)", "TEXT NOT NULL",
    "integer", "RSA", "ec", "ed25519", "ssh-rsa", "PRIVATE", "PUBLIC", "default", "auto",
    "manual", "md5", "session", "sessionid", "PHPSESSID", "csrftoken", "_csrf", "X-CSRF-Token",
    "SameSite", "jwt", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "DB_PASSWORD", "API_KEY",
    "kubernetes.io/tls", "vault", "secretsmanager", "keychain", "env", "file", "local", "google",
    "github", "ldap", "saml", "sso", "plain", "login", "cram-md5", "user", "admin-user",
    "anonymous", "guest",
)  # fmt: skip
_SENTENCES: Final = (
    "Passwort", "Mot de passe", "Contrase\u00f1a", "Senha", "Wachtwoord", "Neues Passwort",
    "#{n}", "Passwort vergessen?", "Le mot de passe est incorrect",
    "La contrase\u00f1a no coincide", "input[name={n}]", "input[type='{n}']",
    "//input[@id='{n}']", ".{n}-field", "#{n}-input", "user.{n}.label", "form.{n}.required",
    "errors.{n}.invalid", "auth.{n}.title", "{n}-form", "^(?=.*[A-Z])(?=.*\\d).{{8,}}$",
    "[A-Za-z0-9]+", "\\w{{8,64}}", "The {n} for the user", "{n}_changed", "{n}-reset",
    "toggle{n}", "on{n}Change", "Your {n} was changed.", "wrong", "wrong-{n}", "incorrect",
    "invalid", "not-a-{n}", "a{n}", "any {n}", "random {n}", "new-{n}", "old-{n}", "my {n}",
    "{n}1", "{n}2", "the-{n}", "test{n}", "Repeat {n}", "{n} again", "bad", "Password",
    "Enter your password", "Please enter a valid {n}.", "Invalid {n}", "{n} is required",
    "The {n} you entered is incorrect", "Forgot your password?", "Reset password", "Sign in",
    "Your {n} has expired", "Passwords do not match", "Must be at least 8 characters",
    "Confirm password", "Create an API key", "Copy {n}", "Missing {n}", "No {n} found",
    "Failed to load {n}", "{n} must not be empty", "The {n} to use for the request.",
    "Name of the {n}", "Show {n}", "Change {n}", "New {n}", "Old password", "Wrong {n}!",
    "Could not read {n}: %s", "Unknown {n} type", "Use a strong password", "Your API token",
    "a {n} is needed to connect", "{n} (optional)", "Remember me", "Log out", "Generate {n}",
)  # fmt: skip


def word_value(rng: random.Random, words: Sequence[str]) -> str:
    """Return a word that code gives to keys, types, methods and headers."""
    if rng.random() < 0.5:
        return rng.choice(_WORD_VALUES)
    return identifier(rng, words)


def sentence(rng: random.Random, name: str) -> str:
    """Return what a person reads on a screen about a name."""
    return rng.choice(_SENTENCES).format(n=name.replace("_", " "))


_PATHS: Final = (
    "/etc/{w}/{n}.pem", "./{n}.key", "/run/secrets/{n}", "~/.ssh/id_rsa", "config/{n}.json",
    "https://{w}.example.com/{n}", "https://api.{w}.com/v1/oauth/token", "/api/v1/{n}/{w}",
    "/{w}/reset-password", "s3://{w}/{n}", "{w}.{n}", "com.{w}.{n}", "file://{w}/{n}.txt",
    "{w}/{n}", "/{w}/{w2}", "../{w}/{n}.yml", "arn:aws:secretsmanager:eu-west-1:{d}:secret:{n}",
    "projects/{w}/secrets/{n}", "vault:secret/data/{w}#{n}", "certs/{w}.crt", "{n}.txt",
    "@/{w}/{n}", "urn:{w}:{n}", "{w}:{n}", "{w}.{w2}.{n}", "{w}::{n}", "{w}-{w2}", "{w} {w2}",
    "{w}.{w2}.com", "{w}1.{w2}.example.net", "{w}@{w2}.com", "{w}.{w2}.svc.cluster.local:{d}",
    "{w2}01.int.{w}.com", "smtp.{w}.org:587",
)  # fmt: skip


def path(rng: random.Random, words: Sequence[str], name: str) -> str:
    """Return a path, an address or a dotted key about a name."""
    return rng.choice(_PATHS).format(
        w=rng.choice(words).lower(),
        w2=rng.choice(words).lower(),
        n=name.lower(),
        d=run(rng, string.digits, 12, 12),
    )


_EXPRESSIONS: Final = (
    "{i}", "{i}", "self.{i}", "this.{i}", "{i}.{j}", "{i}()", "get_{i}()", "{i}.{j}()",
    "{i}.get('{j}')", "{i}['{j}']", "os.environ['{U}']", 'os.getenv("{U}")', "process.env.{U}",
    'System.getenv("{U}")', "config.{i}", "config['{i}']", "settings.{U}", "new {C}()", "{C}.{i}",
    "{C}(", "await {i}({j})", "hash({i})", "bcrypt.hashpw({i}, {j})", "encrypt({i}, {j})", "null",
    "None", "nil", "string", "str", "String", "Optional[str]", "{C}", "props.{i}", "req.body.{i}",
    "request.form['{i}']", "params[:{i}]", "$_POST['{i}']", "$this->{i}", "@{i}", "&{i}", "*{i}",
    "input('{i}: ')", "getpass.getpass()", 'prompt("{i}")', "{i} || {j}", "{i} ? {j} : null",
    "{{{i}}}", "${{{i}}}", "${i}", "{{{{ {i} }}}}", "[{i}]", "len({i})", "{i} + {j}",
    "{i}.length", "{U}", "{U}_{U2}", "str(uuid.uuid4())", "secrets.token_hex(32)",
    "crypto.randomBytes(16)", "Base64.encode({i})", 'viper.GetString("{i}")',
    'Deno.env.get("{U}")', "$({i})", "`{i}`", "{i}[0]", "{i}[{j}]", "key => {i}", "({i}) => {{",
    "function({i}) {{", "{i}!", "{i}?.{j}", "var.{i}", "local.{i}", "data.{i}.{j}",
    "module.{i}.{j}", "!Ref {C}", "!secret {i}", "ENV['{U}']", "ENV.fetch('{U}')", "env('{U}')",
    'env::var("{U}")', 'os.Getenv("{U}")', 'Environment.GetEnvironmentVariable("{U}")',
    "request.headers.get('{i}')", "{i};", "fn()", "z.string().min(8)", "Joi.string().required()",
    "models.CharField(max_length=128)", "Field(..., min_length=8)", "{i}: {C}",
    "serializers.CharField(write_only=True)", "true", "8", 'st.text_input("{i}", type="{j}")',
    "<{C}", "{i} as string", "{i} in {j}", "{i} is None", "yargs.argv.{i}", "args.{i}",
    "opts[:{i}]", "{i}->{j}", "{C}::{i}()", "{i} = {j}",
)  # fmt: skip


def expression(rng: random.Random, words: Sequence[str], name: str) -> str:
    """Return an expression that code gives to a name."""
    first = identifier(rng, words, rng.choice(("", "", name.lower().replace("_", " "))))
    second = rng.choice(words).lower()
    return rng.choice(_EXPRESSIONS).format(
        i=first.replace("-", "_"),
        j=second,
        U=name.upper(),
        U2=second.upper(),
        C=second.capitalize() + "".join(part.capitalize() for part in name.split("_")),
    )
