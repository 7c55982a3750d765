"""The daemon: one asyncio loop that holds the parts together. No model work happens on it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import stat
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from companion import hardening, install, messages, policy, settings, sitebundle, sockets
from companion.acting import Desk
from companion.choices import Choices
from companion.floors import Floors
from companion.front import Front
from companion.grants import Moment
from companion.journal import AuditJournal
from companion.lanes import ClosedLane, Lane, PublicLane, SecuredLane
from companion.paths import Paths
from companion.personal import PersonalFile
from companion.policy import ActivePolicy
from companion.readers import Readers
from companion.routing import Router
from companion.seen import SeenBrowsers
from companion.services import Services
from companion.settings import Settings
from companion.sites import SiteSource
from companion.telemetry import Report, Reporter
from companion.tunnel.config import load as load_tunnel
from companion.tunnel.errors import TunnelConfigError
from companion.tunnel.tunnel import Tunnel
from companion.workers import WorkerPool

PROBE_EVERY: Final = 20.0
"""Seconds between looks at the secured variant while it is ready."""
PROBE_SOON: Final = 2.0
"""Seconds between looks while it is not."""
LOOK_EVERY: Final = 10.0
"""Seconds between looks at what the person may do: policy is a file that anybody may edit."""
LOOK_SOON: Final = 1.0
"""Seconds between looks while a site is left alone, so that its end is told in time."""


class PolicySource:
    """The policy file, read again whenever it has changed on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[tuple[int, ...], ...] = ()
        self._active = policy.load(path)

    def __call__(self) -> ActivePolicy:
        """Return the policy in force."""
        for _ in range(2):  # a new policy may name files that were not looked at before it
            seen = self._look()
            if seen == self._seen:
                break
            self._seen, self._active = seen, policy.load(self._path)
        return self._active

    def _look(self) -> tuple[tuple[int, ...], ...]:
        """Return what changes when the policy or a file that it names does."""
        return (_look(self._path), *map(_look, self._beside()))

    def _beside(self) -> tuple[Path, ...]:
        return tuple(self._path.parent / name for name in self._active.files)


def _look(path: Path) -> tuple[int, ...]:
    """Return what changes when a file does; an unreadable place is not a missing file."""
    try:
        found = path.stat()
    except OSError as error:
        return (error.errno or 0,)
    return found.st_ino, found.st_mtime_ns, found.st_size, stat.S_IMODE(found.st_mode)


class Daemon:
    """All parts of one running companion."""

    def __init__(self, paths: Paths, configured: Settings) -> None:
        self._paths = paths
        self._settings = configured
        self._policy = PolicySource(paths.policy)
        self._fronts: set[Front] = set()
        self._changed = asyncio.Event()
        self._chosen = asyncio.Event()
        self._pool = WorkerPool(
            size=configured.workers,
            deadline=configured.deadline_ms / 1000,
            on_state=self._links_changed,
        )
        self._tunnel: Tunnel | None = None
        self._secured: SecuredLane | ClosedLane = ClosedLane(configured.secured)
        self._seen = SeenBrowsers()
        self._sites = self._site_source()
        self._offered = 0
        self._services: asyncio.Future[Services] = asyncio.get_running_loop().create_future()

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until `stop` is set.

        Raises:
            AuditError: The audit cannot be opened.
            DaemonRunningError: Another daemon serves this user already.
            SocketUnsafeError: The runtime folder is not this user's alone.
        """
        async with AsyncExitStack() as parts:
            await self._assemble(parts)
            await stop.wait()

    async def _assemble(self, parts: AsyncExitStack) -> None:
        """Bring the parts up, each undone in reverse order at the end."""
        server = await sockets.serve(self._paths.socket, self._serve)
        await parts.enter_async_context(server)
        journal = await AuditJournal.open(self._paths.audit)
        parts.push_async_callback(journal.close)
        await self._open_secured(parts)
        public = PublicLane(self._settings.public)
        parts.push_async_callback(public.close)
        reporter = Reporter(self._paths, self._settings.telemetry)
        parts.push_async_callback(reporter.close)
        await parts.enter_async_context(_task(reporter.run()))
        router = self._router(journal, public, reporter)
        self._pool.start()
        parts.push_async_callback(self._pool.close)
        floors = await journal.floors()
        desk = self._desk(journal, floors)
        services = Services(
            policy=self._policy,
            decide=self._pool.decide,
            open=Readers().open,
            router=router,
            floors=floors,
            desk=desk,
            history=journal.history(),
            links=self.links,
            telemetry=lambda: _telemetry(reporter.report),
            seen=self._seen,
            yours_changed=self._chosen.set,
            site_files=self._site_files,
        )
        self._services.set_result(services)
        await parts.enter_async_context(_task(self._look_forever(desk)))

    def _desk(self, journal: AuditJournal, floors: Floors) -> Desk:
        """Return what the person has decided, as far as it outlasted the last daemon."""
        file = PersonalFile(self._paths.personal)
        keys = file.keys()
        return Desk(
            policy=self._policy,
            choices=Choices(file.load(), key=keys.finding),
            keys=keys,
            save=file.save,
            journal=journal,
            floors=floors,
            now=lambda: Moment(time.time(), time.monotonic()),
        )

    async def _look_forever(self, desk: Desk) -> None:
        """Tell browsers what the person has chosen and may do, whoever changes it."""
        while True:
            self._chosen.clear()
            self._yours_changed()
            self._offer_site_files()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SOON if desk.yours().paused else LOOK_EVERY):
                    await self._chosen.wait()

    def _site_source(self) -> SiteSource | None:
        """Return the updates of the site files; none where what ships cannot be read."""
        try:
            return SiteSource(self._paths, lambda: self._policy().policy.sites.keys)
        except sitebundle.SiteFileError:
            return None

    def _site_files(self, version: int) -> messages.SiteFiles | None:
        return self._sites(version) if self._sites else None

    def _offer_site_files(self) -> None:
        """Tell browsers of an update that was installed meanwhile."""
        update = self._sites.newest() if self._sites else None
        version = update.bundle.version if update else 0
        if version == self._offered:
            return
        self._offered = version
        for front in tuple(self._fronts):
            with contextlib.suppress(sockets.ConnectionClosedError):
                front.offer_site_files()

    def _router(self, journal: AuditJournal, public: PublicLane, reporter: Reporter) -> Router:
        secured: Lane = self._secured
        return Router(journal=journal, secured=secured, public=public, report=reporter.record)

    async def _open_secured(self, parts: AsyncExitStack) -> None:
        """Open the tunnel; without a usable tunnel file the secured lane stays closed."""
        path = self._paths.config / self._settings.secured.tunnel
        try:
            tunnel = Tunnel(load_tunnel(path), on_state=lambda _: self._links_changed())
            await tunnel.start()
        except (TunnelConfigError, OSError):
            return
        self._tunnel = tunnel
        parts.push_async_callback(self._tunnel.close)
        lane = SecuredLane(self._settings.secured, self._tunnel, self._links_changed)
        parts.push_async_callback(lane.close)
        self._secured = lane
        await parts.enter_async_context(_task(self._probe_forever(lane)))

    async def _probe_forever(self, lane: SecuredLane) -> None:
        """Look at the secured variant now and then, and at once when a link changes."""
        while True:
            await lane.probe()
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PROBE_EVERY if lane.state == "ready" else PROBE_SOON):
                    await self._changed.wait()

    def links(self) -> messages.Links:
        """Return the state of every link."""
        return messages.Links(
            worker=self._pool.state,
            tunnel=self._tunnel.state if self._tunnel else "down",
            secured=self._secured.state,
            model=self._secured.model,
            environment=self._secured.label,
        )

    def _links_changed(self) -> None:
        self._changed.set()
        for front in tuple(self._fronts):
            with contextlib.suppress(sockets.ConnectionClosedError):
                front.links_changed()

    def _yours_changed(self) -> None:
        for front in tuple(self._fronts):
            with contextlib.suppress(sockets.ConnectionClosedError):
                front.yours_changed()

    async def _serve(self, connection: sockets.Connection) -> None:
        # The socket stands from the first moment, as the lock; who connects early waits.
        front = Front(connection, await asyncio.shield(self._services))
        self._fronts.add(front)
        try:
            await front.serve()
        finally:
            self._fronts.discard(front)


def _telemetry(report: Report) -> str:
    """Say how reporting stands."""
    return (
        f"{report.state}, {report.delivered} delivered, {report.waiting} waiting, "
        f"{report.dropped} dropped, {report.refused} refused"
    )


@contextlib.asynccontextmanager
async def _task(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def run(paths: Paths) -> None:
    """Run the daemon in the foreground until SIGTERM or SIGINT.

    Raises:
        SettingsError: `companion.toml` cannot be used.
    """
    hardening.harden()
    paths.create()
    configured = settings.load(paths.settings)
    with contextlib.suppress(install.InstallError):
        install.repair()
    asyncio.run(_run(paths, configured))


async def _run(paths: Paths, configured: Settings) -> None:
    loop = asyncio.get_running_loop()
    hardening.watch(loop)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await Daemon(paths, configured).run(stop)
