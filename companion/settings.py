"""Endpoints and sizes (`companion.toml`). What may go where is policy, not a setting."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec

Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
HttpUrl = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/]+(/[^\s]*)?$(?!\n)")]
OptionalUrl = Annotated[str, msgspec.Meta(pattern=r"^$(?!\n)|^https?://[^\s/]+(/[^\s]*)?$(?!\n)")]


class SettingsError(Exception):
    """The settings file cannot be used; the message names the key and what it wants."""


class _Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class SecuredSettings(_Section, frozen=True, kw_only=True):
    """The secured variant: an OpenAI-compatible API that lives inside the tunnel.

    Attributes:
        tunnel: A wg-quick file; relative to the settings file.
        url: Base URL inside the tunnel, up to and including `/v1`.
        model: The model to ask for; empty asks the variant which one it serves.
        environment: The production environment's name.
        label: Its name for people, as in *answered privately by ... at LABEL*.
    """

    tunnel: str = "tunnel.conf"
    url: HttpUrl = "http://10.77.0.1:8080/v1"
    model: str = ""
    environment: str = "demo-secured"
    label: str = "this computer"


class PublicSettings(_Section, frozen=True, kw_only=True):
    """The public variant that `sottovoce ask` uses; in the browser the site itself is it."""

    url: HttpUrl = "http://127.0.0.1:8460/v1"
    model: str = ""
    environment: str = "demo-public"


class TelemetrySettings(_Section, frozen=True, kw_only=True):
    """Where latency (never content) is reported. An empty `url` reports nothing.

    Attributes:
        url: Base URL of the placement service; samples go to `/v1/traces` below it.
        token_file: Holds the service's token; relative to the settings file. Empty sends none.
        spool: At most this many samples wait while it is away; the oldest go first.
            Zero reports nothing.
    """

    url: OptionalUrl = "http://127.0.0.1:8470"
    token_file: str = ""
    spool: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 10_000


class Settings(_Section, frozen=True, kw_only=True):
    """All settings.

    Attributes:
        workers: Detector processes.
        deadline_ms: A detector that needs longer is killed, and the prompt goes secured.
    """

    workers: Annotated[int, msgspec.Meta(ge=1, le=8)] = 1
    deadline_ms: Annotated[int, msgspec.Meta(ge=50, le=60_000)] = 5_000
    secured: SecuredSettings = SecuredSettings()
    public: PublicSettings = PublicSettings()
    telemetry: TelemetrySettings = TelemetrySettings()


def load(path: Path) -> Settings:
    """Read the settings file; a missing file means the defaults.

    Raises:
        SettingsError: The file is not TOML, or a key is unknown or has the wrong value.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        # ValueError: bad UTF-8, TOML's own errors, a number of thousands of digits.
        raise SettingsError(f"{path}: {error}") from error
    try:
        return msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{path}: {error}") from error
