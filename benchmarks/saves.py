"""How long after a save a preview shows the page: from the file's writing to the page in the browser's hands.

    python3 benchmarks/saves.py                         small and medium, eight saves of each kind
    python3 benchmarks/saves.py large --saves 4

A site of the workload is served, as by `build.py serve`. Each time a file is written, and we wait as an open page
does: for the message that there is something new, and then for the page itself. The first save of a file is told
apart: what was saved last is looked at more often (`serving/watch.py`).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import run
from benchmarks.workload import SIZES

PORT = 8641
NEWS = "lscgs/group-01/news/"


def written(path: Path, text: str) -> float:
    """Write a file as an editor does, and return the moment after it."""
    path.write_text(text, "utf-8", newline="")
    return time.perf_counter()


def news_body(root: Path, number: int) -> tuple[float, str]:
    path = sorted((root / NEWS).glob("*.md"))[0]
    text = path.read_text("utf-8")
    return written(path, f"{text}\nOne more sentence, {number}.\n"), f"/{NEWS}{path.stem}/"


def event(root: Path, number: int) -> tuple[float, str]:
    path = sorted((root / "lscgs/group-01/events").glob("*.ics"))[0]
    lines = path.read_text("utf-8").splitlines()
    text = "\r\n".join(f"SUMMARY:Changed {number}" if line.startswith("SUMMARY:") else line for line in lines)
    return written(path, text + "\r\n"), "/lscgs/group-01/calendar/"


def style(root: Path, number: int) -> tuple[float, str]:
    path = root / "theme/css/utilities.css"
    return written(path, path.read_text("utf-8") + f"\n.app-n {{ order: {number} }}\n"), "/"


def template(root: Path, number: int) -> tuple[float, str]:
    path = root / "theme/templates/components/footer.html"
    return written(path, path.read_text("utf-8") + f"{{# {number} #}}\n"), "/"


KINDS: dict[str, Callable[[Path, int], tuple[float, str]]] = {
    "a news item": news_body, "an event": event, "the style": style, "a template": template,
}  # fmt: skip


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{address}", timeout=120) as answer:
        content: bytes = answer.read()
    return content


class Listener(threading.Thread):
    """Waits for the next message that there is something new, as an open page does."""

    def __init__(self, since: str) -> None:
        super().__init__(daemon=True)
        self._answer = urllib.request.urlopen(f"http://127.0.0.1:{PORT}/-/changes?since={since}", timeout=120)
        self.version = since
        self.start()

    def run(self) -> None:
        for line in self._answer:
            if line.startswith(b"data:"):
                self.version = line.split()[1].decode()
                return


def saves(root: Path, count: int) -> Iterator[tuple[str, list[float]]]:
    """Yield, for each kind of save, how many seconds each of them took."""
    environment = {**os.environ, "PYTHONPATH": str(run.ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    command = [*run.OURS, "serve", "--port", str(PORT), "--as-of", "2026-06-15"]
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603  (our own commands)
    try:
        assert server.stdout is not None
        if not server.stdout.readline():
            sys.exit(f"No preview: something else is at port {PORT}.")
        fetched("/calendar.ics")  # which is there when all is made
        time.sleep(3)
        first = Listener("0")
        first.join()
        version = first.version
        for kind, save in KINDS.items():
            took = []
            for number in range(count):
                listener = Listener(version)
                time.sleep(0.5)
                began, address = save(root, number)
                listener.join()
                fetched(address)
                took.append(time.perf_counter() - began)
                version = listener.version
            yield kind, took
    finally:
        server.kill()


def main() -> None:
    parser = argparse.ArgumentParser(description="How long after a save a preview shows the page.")
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="which sizes (small medium)")
    parser.add_argument("--saves", type=int, default=8, help="how many of each kind (8)")
    parser.add_argument("--folder", type=Path, default=run.FOLDER, help="where to make the sites")
    options = parser.parse_args()
    print("| site | saved | first save, ms | median of the others, ms |\n|---|---|--:|--:|")
    for size in options.sizes or ["small", "medium"]:
        root = run.site_of(SIZES[size], options.folder / f"{size}-served")
        for kind, took in saves(root, options.saves):
            first, *others = (round(1000 * each) for each in took)
            print(f"| {size} | {kind} | {first} | {statistics.median(others):.0f} |", flush=True)


if __name__ == "__main__":
    main()
