"""The reference pages name everything that the code knows."""

import argparse
from pathlib import Path

import pytest

from companion import otlp
from companion.settings import TelemetrySettings
from placement import cli
from placement.app import Config, Service
from placement.store import MIGRATIONS
from placement.values import WINDOWS, Refusal, TelemetryKind

DOCS = Path(__file__).parent.parent / "docs" / "reference"
TELEMETRY = (DOCS / "telemetry.md").read_text(encoding="utf-8")
PLACEMENT = (DOCS / "placement.md").read_text(encoding="utf-8")
ATTRIBUTES = [
    otlp.SERVICE_NAME, otlp.SERVICE_VERSION, otlp.FRONT_END, otlp.DROPPED, otlp.STAGE,
    otlp.VARIANT, otlp.ENVIRONMENT, otlp.MODEL, otlp.OPERATION_NAME, otlp.PROVIDER_NAME,
    otlp.STREAM, otlp.FIRST_CHUNK, otlp.ERROR_TYPE,
]  # fmt: skip


@pytest.mark.parametrize("word", [*ATTRIBUTES, *otlp.STAGES, *sorted(otlp.OUTCOMES - {otlp.OK})])
def test_every_word_of_the_vocabulary_is_documented(word):
    assert f"`{word}`" in TELEMETRY


@pytest.mark.parametrize("name", TelemetrySettings.__struct_fields__)
def test_every_setting_is_documented(name):
    assert f"{name} = " in TELEMETRY


@pytest.mark.parametrize("reason", list(Refusal))
def test_every_reason_to_refuse_is_documented(reason):
    assert f"| `{reason.value}` |" in PLACEMENT


def test_every_option_is_documented():
    commands = next(
        action
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    options = [o for a in commands.choices["serve"]._actions for o in a.option_strings]
    for option in {*options} - {"-h", "--help"}:
        assert f"`{option}" in PLACEMENT, option


def test_every_address_window_kind_and_table_is_documented(tmp_path):
    service = Service(Config(database=tmp_path / "x.sqlite"))
    for route in service.app().router.routes():
        path = route.resource.canonical
        assert f"`{route.method} {path}" in PLACEMENT or "." in path or route.method == "HEAD"
    for word in [*(window.name for window in WINDOWS), *TelemetryKind]:
        assert f"`{word}`" in PLACEMENT
    for line in "".join(MIGRATIONS).splitlines():
        if "CREATE TABLE" in line:
            assert f"| `{line.split()[2]}` |" in PLACEMENT
    service._reader.close()
    service._committer._writer.close()


def test_the_page_has_words_for_every_stage_and_every_reason_to_hold():
    page = (Path(cli.__file__).parent / "web" / "view.js").read_text(encoding="utf-8")
    for word in [*otlp.STAGES, *(otlp.OUTCOMES - {otlp.OK})]:
        assert f"\n  {word}: " in page, word
