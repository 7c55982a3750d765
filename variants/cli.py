"""`sottovoce-variants`: serve a variant, list the models, look at the training queue."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from variants.shared.engine import EngineError

if TYPE_CHECKING:
    from variants.shared.launch import ServeOptions

EXIT_OK: Final = 0
EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2

_URL: Final = re.compile(r"^https?://[^\s/@]+(/[^\s?#]*)?$")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = build_parser().parse_args(arguments)
    command: int = options.run(options)
    return command


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with all commands, which the reference is tested against."""
    parser = argparse.ArgumentParser(
        prog="sottovoce-variants",
        description="Serve the secured or the public variant of a model.",
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_serve(commands.add_parser("serve", help="serve one variant until SIGTERM"))
    _add_models(commands.add_parser("models", help="list the embedded model"))
    _add_queue(commands.add_parser("queue", help="look at the public variant's training queue"))
    return parser


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_serve)
    parser.add_argument("--kind", choices=["secured", "public"], required=True)
    parser.add_argument("--environment", default="", metavar="NAME", help="production environment")
    parser.add_argument("--host", default="", help="address to listen on")
    parser.add_argument("--port", type=_port, default=None, help="0 picks a free one")
    parser.add_argument(
        "--allowed-host",
        action="append",
        default=[],
        metavar="NAME",
        help="further Host name to answer to, as of a reverse proxy (repeatable)",
    )
    _add_engine(parser.add_argument_group("engine"))
    _add_kinds(parser)


def _add_engine(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--engine", choices=["llama", "upstream"], default="llama")
    group.add_argument(
        "--upstream", type=_url, default=None, metavar="URL", help="base URL with /v1"
    )
    group.add_argument("--upstream-key-file", type=Path, default=None, metavar="FILE")
    group.add_argument("--model", default="", metavar="NAME", help="the upstream's model")
    group.add_argument("--model-sha256", type=_sha256, default=None, metavar="HEX")
    group.add_argument("--context", type=_count, default=4_096, metavar="TOKENS")
    group.add_argument("--max-tokens", type=_count, default=256, metavar="TOKENS")
    group.add_argument("--slots", type=_count, default=None, help="requests at the same time")
    group.add_argument("--threads", type=_count, default=None, help="per computation")
    group.add_argument("--waiting", type=_count, default=16, help="requests that may wait")
    group.add_argument("--patience", type=_seconds, default=60.0, metavar="SECONDS")


def _add_kinds(parser: argparse.ArgumentParser) -> None:
    secured = parser.add_argument_group("secured variant")
    secured.add_argument("--tunnel", type=Path, default=None, metavar="FILE", help="wg-quick file")
    secured.add_argument(
        "--udp-host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="where the tunnel's UDP port is open",
    )
    secured.add_argument(
        "--behind-wireguard",
        default="",
        metavar="ADDRESS",
        help="listen on this address of a WireGuard interface instead",
    )
    public = parser.add_argument_group("public variant")
    public.add_argument("--training-queue", type=Path, default=None, metavar="FILE")


def _add_models(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_models)
    parser.add_argument("--json", action="store_true")


def _add_queue(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_queue)
    parser.add_argument("--training-queue", type=Path, default=None, metavar="FILE")
    parser.add_argument("--stats", action="store_true", help="count what is kept (the default)")
    parser.add_argument("--json", action="store_true")


def _serve(options: argparse.Namespace) -> int:
    from variants.shared import launch, serving  # noqa: PLC0415  (fast `--help`)

    serve_options = launch.ServeOptions(
        kind=options.kind,
        environment=options.environment,
        host=options.host,
        port=options.port,
        allowed_hosts=tuple(options.allowed_host),
        engine=options.engine,
        upstream=options.upstream or "",
        upstream_key_file=options.upstream_key_file,
        model=options.model,
        model_sha256=options.model_sha256,
        context=options.context,
        max_tokens=options.max_tokens,
        slots=options.slots,
        threads=options.threads,
        waiting=options.waiting,
        patience=options.patience,
        tunnel=options.tunnel,
        udp_host=options.udp_host,
        behind_wireguard=options.behind_wireguard,
        training_queue=options.training_queue,
    )
    work = _secured if options.kind == "secured" else _public
    try:
        serving.run(lambda: work(serve_options))
    except EngineError as error:
        return _failed(error)
    except OSError as error:
        return _failed(f"cannot listen: {error.strerror or type(error).__name__}")
    return EXIT_OK


async def _secured(options: ServeOptions) -> None:
    """Serve the secured variant; nothing of the public one is imported on this path."""
    from companion.tunnel.errors import OutsideTunnelError, TunnelConfigError  # noqa: PLC0415
    from variants.secured.exposure import ExposureError  # noqa: PLC0415
    from variants.secured.serve import serve  # noqa: PLC0415

    if options.training_queue is not None:
        raise EngineError("the secured variant has no training queue")
    try:
        await serve(options)
    except (ExposureError, OutsideTunnelError, TunnelConfigError) as error:
        raise EngineError(str(error)) from None


async def _public(options: ServeOptions) -> None:
    from variants.public.queue import QueueError  # noqa: PLC0415
    from variants.public.serve import serve  # noqa: PLC0415

    if options.tunnel is not None or options.behind_wireguard:
        raise EngineError("--tunnel and --behind-wireguard belong to the secured variant")
    try:
        await serve(options)
    except QueueError as error:
        raise EngineError(str(error)) from None


def _models(options: argparse.Namespace) -> int:
    from variants.shared import embedded  # noqa: PLC0415

    model = embedded.SMOLLM2
    try:
        path = embedded.locate(model)
        embedded.verify(path, model.sha256)
    except EngineError as error:
        return _failed(error)
    rows = {
        "id": model.id,
        "path": str(path),
        "sha256": model.sha256,
        "licence": model.licence,
        "bytes": model.size,
        "context": model.context,
        "source": model.source,
    }
    if options.json:
        print(json.dumps([rows]))
    else:
        print("\n".join(f"{key:8} {value}" for key, value in rows.items()))
    return EXIT_OK


def _queue(options: argparse.Namespace) -> int:
    import msgspec  # noqa: PLC0415

    from variants.public import queue, serve  # noqa: PLC0415

    path = options.training_queue or serve.default_queue()
    try:
        stats = queue.stats_of(path)
    except queue.QueueError as error:
        return _failed(error)
    rows = {"path": str(path), **msgspec.to_builtins(stats)}
    if options.json:
        print(json.dumps(rows))
    else:
        print("\n".join(f"{key:13} {value}" for key, value in rows.items()))
    return EXIT_OK


def _failed(reason: object) -> int:
    print(f"sottovoce-variants: {reason}", file=sys.stderr)
    return EXIT_FAILED


def _port(text: str) -> int:
    return _whole(text, 0, 65_535, "a port is a number from 0 to 65535")


def _count(text: str) -> int:
    return _whole(text, 1, 1_000_000, "a number from 1 to 1000000 is needed")


def _whole(text: str, low: int, high: int, message: str) -> int:
    if not (text.isascii() and text.isdigit() and low <= int(text) <= high):
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _seconds(text: str) -> float:
    if not re.fullmatch(r"\d{1,4}(\.\d+)?", text, re.ASCII):
        raise argparse.ArgumentTypeError("seconds are a number from 0 to 9999")
    return float(text)


def _url(text: str) -> str:
    if not _URL.match(text):
        raise argparse.ArgumentTypeError("an http or https URL without key and query is needed")
    return text


def _sha256(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise argparse.ArgumentTypeError("a SHA-256 is 64 hexadecimal digits in lower case")
    return text


if __name__ == "__main__":
    sys.exit(main())
