"""Draw the toolbar's shields from their SVG sources: `python tests/e2e/draw_icons.py`.

The pictures are committed; run this again only after a change of the drawings.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parents[2] / "extension" / "icons"
SIZES = {"private": (16, 32, 48, 128), "public": (16, 32, 48), "held": (16, 32, 48)}


def draw() -> None:
    """Render every size of every shield on a transparent ground."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for source in sorted(ICONS.glob("*.svg")):
            for size in SIZES.get(source.stem, (16, 32, 48)):
                page = browser.new_page(viewport={"width": size, "height": size})
                page.set_content(
                    f"<style>*{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}"
                    f"</style>{source.read_text(encoding='utf-8')}"
                )
                target = ICONS / f"{source.stem}-{size}.png"
                page.screenshot(path=target, omit_background=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    draw()
