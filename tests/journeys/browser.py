"""Finding a real Chromium, and looking at a page as axe does."""

import os
import shutil
from pathlib import Path

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium_path() -> str | None:
    """Return the Chromium of this machine, or None."""
    if path := os.environ.get("MEEDOEN_CHROMIUM"):
        return path
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def violations(page: object) -> list[str]:
    """Return what axe finds wrong on a page, one line each."""
    from axe_playwright_python.sync_playwright import Axe

    result = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    return [
        f"{found['id']}: {found['help']} ({node['target'][0]})"
        for found in result.response["violations"]
        for node in found["nodes"]
    ]


def screenshot(page: object, name: str, *, full: bool = True) -> None:
    """Keep what a person sees, in build/screenshots."""
    folder = Path("build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / f"{name}.png", full_page=full)  # type: ignore[attr-defined]
