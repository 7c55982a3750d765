"""The documentation says all that the code knows, and links lead somewhere."""

import argparse
import json
import re
from pathlib import Path

import msgspec
import pytest

from companion import cli, messages, policy
from companion.attachments import Unread
from companion.detection_policy import AllowRule, Detection, Engine, Match, TermRule
from companion.detectors import kinds, recogniser_file
from companion.exits import Exit
from companion.settings import Settings
from companion.values import Criterion, CriterionVerdict, HoldReason, Reason

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted(
    page
    for folder in ("", "docs", "docs/reference", "models")
    for page in (ROOT / folder).glob("*.md")
)


def page(name: str) -> str:
    return (REFERENCE / f"{name}.md").read_text(encoding="utf-8")


def missing(names, text: str) -> list[str]:
    return [name for name in names if f"`{name}`" not in text]


def test_every_reason_is_explained():
    decided, held = page("reasons").split("## Reasons for holding")
    assert missing(Reason, decided) == []
    assert missing(HoldReason, held) == []


def test_no_reason_is_explained_that_does_not_exist():
    explained = set(re.findall(r"^\| `(\w+)` \|", page("reasons"), re.MULTILINE))
    assert explained == set(Reason) | set(HoldReason)


def test_every_reason_why_a_file_is_not_read_is_explained():
    assert missing(Unread, page("files")) == []


def test_every_kind_of_finding_is_explained():
    assert missing(kinds.BY_NAME, page("detection")) == []


def keys(struct: type[msgspec.Struct]):
    """Yield every key of a file's structure, nested ones too."""
    for field in msgspec.structs.fields(struct):
        yield field.name
        if isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
            yield from keys(field.type)


def test_every_key_of_the_policy_is_explained():
    text = page("policy")
    assert missing((key for key in keys(policy.Policy) if key not in set(Criterion)), text) == []
    assert missing((f"eligibility.{each}" for each in Criterion), text) == []
    assert missing(CriterionVerdict, text) == []
    assert missing(policy.Origin, text) == []
    for struct in (Detection, TermRule, AllowRule):
        assert missing(keys(struct), text) == []
    assert missing((*Engine, *Match, policy.KEY_FILE), text) == []


def test_every_setting_is_explained():
    assert missing(keys(Settings), page("commands")) == []


def test_the_defaults_in_the_tables_are_the_programs():
    settings, rules = Settings(), policy.Policy()
    for key, value in (
        ("deadline_ms", settings.deadline_ms),
        ("workers", settings.workers),
        ("spool", settings.telemetry.spool),
        ("tunnel", f"`{settings.secured.tunnel}`"),
        ("url", f"`{settings.secured.url}`"),
        ("url", f"`{settings.public.url}`"),
        ("url", f"`{settings.telemetry.url}`"),
    ):
        assert f"| `{key}` | {value} |" in page("commands")
    length = rules.eligibility.length
    assert f"| `threshold` | {rules.threshold:.2f} |" in page("policy")
    assert f"| `greeting_characters` | {length.greeting_characters} |" in page("policy")
    assert f"| `max_characters` | {length.max_characters:,} |" in page("policy")


def test_the_schema_beside_the_page_is_the_programs():
    stored = json.loads((REFERENCE / "policy.schema.json").read_text(encoding="utf-8"))
    assert stored == json.loads(json.dumps(policy.json_schema()))


def test_the_example_policy_is_in_order():
    for example in re.findall(r"```toml\n(.*?)```", page("policy"), re.DOTALL):
        assert policy.parse(example).error == ""


def test_the_example_recognisers_are_in_order():
    for example in re.findall(r"```yaml\n(.*?)```", page("policy"), re.DOTALL):
        assert recogniser_file.read(example).languages == ("de", "en")


def subparsers(parser: argparse.ArgumentParser):
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_action_and_option_is_explained(verb):
    text = page("commands")
    assert f"`sottovoce {verb}" in text
    parser = dict(subparsers(cli._parser(verb)))[verb]
    lines = [line for line in text.splitlines() if f"sottovoce {verb}" in line]
    section = text.split(f"## `sottovoce {verb}`")[-1] if f"## `sottovoce {verb}`" in text else ""
    about = "\n".join(lines) + section
    if verb == "uninstall-host":
        about += "\n".join(line for line in text.splitlines() if "sottovoce install-host" in line)
    for each in (parser, *(inner for _, inner in subparsers(parser))):
        for action in each._actions:
            options = [name for name in action.option_strings if name not in ("-h", "--help")]
            assert not options or any(name in about for name in options), options
            for choice in action.choices or () if not action.option_strings else ():
                assert str(choice) in about


def test_every_exit_code_is_explained():
    codes = set(re.findall(r"^\| (\d+) \|", page("commands"), re.MULTILINE))
    assert codes == {str(int(each)) for each in Exit} | {"130"}


def wire_messages() -> list:
    return [*messages.FromExtension.__args__, *messages.ToExtension.__args__]


@pytest.mark.parametrize("message", wire_messages(), ids=lambda message: message.__name__)
def test_every_message_and_its_fields_are_explained(message):
    text = page("protocol")
    config = message.__struct_config__
    assert f"`{config.tag}`" in text
    absent = [name for name in message.__struct_fields__ if not re.search(rf"\b{name}\b", text)]
    assert absent == []


LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_relative_link_is_dead(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in LINK.findall(text):
        if not re.match(r"[a-z]+:|#", target):
            assert (path.parent / target.split("#")[0]).exists(), target


def anchors(path: Path) -> set[str]:
    """Return the names by which a page's headings are linked to, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_link_to_a_heading_finds_it(path):
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in LINK.findall(text):
        page, _, anchor = target.partition("#")
        if anchor and not re.match(r"[a-z]+:", target):
            assert anchor in anchors(path.parent / page if page else path), target


def test_no_page_speaks_of_the_workplace():
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert f"{ROOT}/" not in text, path
        assert "TODO" not in text, path
