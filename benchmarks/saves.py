"""How long after a save a preview shows the page: from the file's writing to the page in the browser's hands.

    python3 benchmarks/saves.py                         small and medium, eight saves of each kind
    python3 benchmarks/saves.py large --saves 4

A site of the workload is served, as by `build.py serve`. Each time a file is written, and we wait as an open page
does: for the message that there is something new, and then for the page itself, or for the sheet. What comes must hold
the change. The first save of a file is told apart: what was saved last is looked at more often (`serving/watch.py`).
"""

from __future__ import annotations

import argparse
import os
import re
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

PORT, DAY = 8641, "2026-06-15"
NEWS = "lscgs/group-01/news/"


def written(path: Path, text: str) -> float:
    """Write a file as an editor does, and return the moment after it."""
    path.write_text(text, "utf-8", newline="")
    return time.perf_counter()


# Each writes a change, and returns when, what to ask for then, and what the answer must hold.
def news_body(root: Path, number: int) -> tuple[float, str, str]:
    path = sorted((root / NEWS).glob("*.md"))[0]
    text = path.read_text("utf-8")
    sentence = f"One more sentence, {number}."
    return written(path, f"{text}\n{sentence}\n"), f"/{NEWS}{path.stem}/", sentence


def event(root: Path, number: int) -> tuple[float, str, str]:
    path = next(file for file in sorted((root / "lscgs/group-01/events").glob("*.ics")) if is_to_come(file))
    lines = path.read_text("utf-8").splitlines()
    text = "\r\n".join(f"SUMMARY:Changed {number}" if line.startswith("SUMMARY:") else line for line in lines)
    return written(path, text + "\r\n"), "/lscgs/group-01/calendar/", f"Changed {number}"


def is_to_come(file: Path) -> bool:
    """Say whether an event begins after the day of the preview, so that it is in the list of what is coming."""
    begins = re.search(r"BEGIN:VEVENT.*?DTSTART[^:]*:(\d{8})", file.read_text("utf-8"), re.S)
    return begins is not None and begins[1] > DAY.replace("-", "")


def style(root: Path, number: int) -> tuple[float, str, str]:
    path = root / "theme/css/utilities.css"
    rule = f".app-n{number}{{order:{number}}}"
    return written(path, f"{path.read_text('utf-8')}\n{rule}\n"), "/-/style/site", rule


def template(root: Path, number: int) -> tuple[float, str, str]:
    path = root / "theme/templates/components/footer.html"
    sentence = f"One more line, {number}."
    changed = path.read_text("utf-8").replace("</footer>", f"<p>{sentence}</p></footer>")
    return written(path, changed), "/", sentence


KINDS: dict[str, Callable[[Path, int], tuple[float, str, str]]] = {
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
    command = [*run.OURS, "serve", "--port", str(PORT), "--as-of", DAY]
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
                began, address, inside = save(root, number)
                listener.join()
                content = fetched(address)
                took.append(time.perf_counter() - began)
                if inside.encode() not in content:
                    sys.exit(f"{address} does not hold {inside!r} yet.")
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
