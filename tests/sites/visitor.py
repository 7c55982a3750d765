"""A person at one of the chat pages, and the build of the pages."""

from __future__ import annotations

import subprocess

from tests.e2e.browser import Person
from tests.sites.catalogue import Site
from tests.sites.replies import ANSWER
from tests.sites.server import DIST, HERE, PAGES, SiteServer

ESBUILD = HERE / "node_modules" / ".bin" / "esbuild"


def installed() -> bool:
    """Return whether the editor libraries are there."""
    return ESBUILD.exists()


def build() -> None:
    """Bundle every page's script with the libraries that it uses."""
    pages = [str(page.with_suffix(".js")) for page in PAGES.glob("*.html")]
    options = ("--bundle", "--format=iife", f"--outdir={DIST}", "--log-level=error")
    subprocess.run([str(ESBUILD), *pages, *options], check=True, cwd=HERE)


def flags(server: SiteServer) -> tuple[str, ...]:
    """Return what leads a Chromium to the server, whatever name it asks for."""
    return (f"--proxy-server=http://{server.proxy}", "--ignore-certificate-errors")


class Visitor(Person):
    """One tab with a chat page. `since` is where its arrivals begin at the server."""

    def __init__(
        self, context, server: SiteServer, site: Site, seed: str, *, protected: bool = True
    ) -> None:
        self.site, self.server, self.seed, self.protected = site, server, seed, protected
        super().__init__(context, server)

    def open(self, url: str = "") -> None:
        self.since = self.server.start_over(self.seed)
        self.page.goto(url or self.home)
        self.page.locator(self.site.box).wait_for()

    @property
    def home(self) -> str:
        return self.site.url or self.server.url(self.site.name)

    # --- what a person does ------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Type with real keys; a new line is Shift and Enter."""
        self.page.locator(self.site.box).click()
        self._type(text)

    def _type(self, text: str) -> None:
        first, *rest = text.split("\n")
        self.page.keyboard.type(first)
        for line in rest:
            self.page.keyboard.press("Shift+Enter")
            self.page.keyboard.type(line)

    def send(self, text: str, by: str = "Enter") -> None:
        self.write(text)
        self.press(by)
        if self.site.strict and self.protected and self._wants_own_key():
            self.press(by)

    def _wants_own_key(self) -> bool:
        """Wait until the page has taken the text, or the panel asks for the key again."""
        asked = "press send once more"
        self.eventually(lambda: asked in self.panel() or not self.box.strip(), asked)
        return bool(self.box.strip())

    def press(self, by: str) -> None:
        if by == "Enter":
            self.page.keyboard.press("Enter")
        else:
            self.page.locator(self.site.button).click()

    def clear(self) -> None:
        """Take out what is in the box."""
        self.page.locator(self.site.box).click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.press("Delete")

    def edit(self, text: str) -> None:
        """Write the first message anew, and send it again."""
        self.page.get_by_role("button", name="Edit", exact=True).first.click()
        self.page.locator("textarea.edit").fill("")
        self._type(text)
        self.page.get_by_role("button", name="Send again").click()

    def regenerate(self) -> None:
        """Ask for the first answer again."""
        self.page.get_by_role("button", name="Regenerate").first.click()

    def start_clean(self) -> None:
        """Begin a new chat, as the panel's *Start a clean chat* does."""
        self.server.start_over(f"{self.seed} once more")
        self.page.goto(self.home)
        self.page.locator(self.site.box).wait_for()

    # --- what a person sees ------------------------------------------------------------------

    @property
    def box(self) -> str:
        element = self.page.locator(self.site.box)
        kind = element.evaluate("(element) => element.localName")
        return element.input_value() if kind == "textarea" else element.inner_text()

    @property
    def shown(self) -> str:
        """All the words of the site's own page, this moment."""
        return self.page.locator("body").inner_text()

    def answered(self, times: int = 1) -> None:
        """Wait until the page shows the whole of so many answers."""
        answers = self.page.locator(self.site.answers)
        wanted = [ANSWER.split()] * times
        self.eventually(
            lambda: [text.split() for text in answers.all_text_contents()] == wanted,
            f"{self.site.name} shows {times} whole answers",
        )

    # --- what the site got -------------------------------------------------------------------

    @property
    def prompts(self) -> list[bytes]:
        """The bodies and messages with prompts in them, as they arrived."""
        return self.server.bodies(self.site.prompts, self.since)
