"""The browser of this computer as a maker of PDFs: where it may be, and how it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Edge comes with Windows, so there nearly everyone has one of these.
BELOW_PROGRAMS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
PROGRAMS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
PATIENCE = 60
_QUIETLY = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions",
)  # fmt: skip


def find(environment: Mapping[str, str]) -> str:
    """Return a Chromium, Chrome or Edge, or ""; CHROMIUM names another, and what it names alone counts."""
    named = environment.get("CHROMIUM")
    if named is not None:
        return named if Path(named).is_file() else ""
    for name in NAMES:
        if found := shutil.which(name, path=environment.get("PATH")):
            return found
    below = [Path(environment[key], place) for key in PROGRAMS if key in environment for place in BELOW_PROGRAMS]
    return next((str(path) for path in (*map(Path, PLACES), *below) if path.is_file()), "")


def print_page(browser: str, page: Path, pdf: Path, profile: Path) -> bool:
    """Let the browser print a page of this disk; whether there is a PDF then."""
    # Started by root, as in containers, Chromium refuses to work unless this is said.
    root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    command = [browser, *_QUIETLY, *root, f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.as_uri()]
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return pdf.is_file() and pdf.stat().st_size > 0
