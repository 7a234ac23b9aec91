"""How long after a save a preview shows the page: from the file's writing to the page in the browser's hands.

    python3 benchmarks/saves.py                         small and medium, eight saves of each kind
    python3 benchmarks/saves.py large --saves 4

A site of the workload is served, as by `build.py serve`. Each time a file is written, and we wait as an open page
does: for the message that there is something new, and then for the page itself, or for the sheet. What comes must hold
the change. That page is made before all else (0049); the next file is saved when the rest is made, too. The first save
of a file is told apart: the preview has read neither it nor its page for a while. Before and after them, nobody saves
anything for ten seconds, and what the processor has to do for that is told, too (on Linux).
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
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import run
from benchmarks.workload import SIZES

PORT, DAY = 8641, "2026-06-15"
NEWS = "lscgs/group-01/news/"


@dataclass(frozen=True, slots=True)
class Save:
    """A kind of save: which file, the page that somebody looks at, what is asked for then, and what it must hold.

    `change` makes the text of the file and what is inside the answer of the text before and a number.
    """

    file: Callable[[Path], Path]
    page: Callable[[Path], str]
    change: Callable[[str, int], tuple[str, str]]
    asks_for: str = ""

    def write(self, path: Path, number: int) -> tuple[float, str]:
        """Write the file as an editor does; return the moment after it, and what the answer must hold."""
        text, inside = self.change(path.read_text("utf-8"), number)
        path.write_text(text, "utf-8", newline="")
        return time.perf_counter(), inside


def news_body(text: str, number: int) -> tuple[str, str]:
    sentence = f"One more sentence, {number}."
    return f"{text}\n{sentence}\n", sentence


def event(text: str, number: int) -> tuple[str, str]:
    named = (f"SUMMARY:Changed {number}" if line.startswith("SUMMARY:") else line for line in text.splitlines())
    return "\r\n".join(named) + "\r\n", f"Changed {number}"


def style(text: str, number: int) -> tuple[str, str]:
    rule = f".app-n{number}{{order:{number}}}"
    return f"{text}\n{rule}\n", rule


def template(text: str, number: int) -> tuple[str, str]:
    sentence = f"One more line, {number}."
    return text.replace("</footer>", f"<p>{sentence}</p></footer>"), sentence


def is_to_come(file: Path) -> bool:
    """Say whether an event begins after the day of the preview, so that it is in the list of what is coming."""
    begins = re.search(r"BEGIN:VEVENT.*?DTSTART[^:]*:(\d{8})", file.read_text("utf-8"), re.S)
    return begins is not None and begins[1] > DAY.replace("-", "")


KINDS = {
    "a news item": Save(
        lambda root: min((root / NEWS).glob("*.md")), lambda path: f"/{NEWS}{path.stem}/", news_body
    ),
    "an event": Save(
        lambda root: next(file for file in sorted(root.glob("lscgs/*/events/*.ics")) if is_to_come(file)),
        lambda path: f"/lscgs/{path.parts[-3]}/calendar/",
        event,
    ),
    "the style": Save(lambda root: root / "theme/css/utilities.css", lambda _: "/", style, "/-/style/site"),
    "a template": Save(lambda root: root / "theme/templates/components/footer.html", lambda _: "/", template),
}


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}{address}", timeout=120) as answer:
        content: bytes = answer.read()
    return content


class Listener(threading.Thread):
    """Waits for the next message that there is something new, as an open page does."""

    def __init__(self, since: str, page: str) -> None:
        super().__init__(daemon=True)
        asked = f"http://127.0.0.1:{PORT}/-/changes?since={since}&at={quote(page)}"
        self._answer = urllib.request.urlopen(asked, timeout=120)
        self.version = since
        self.start()

    def run(self) -> None:
        for line in self._answer:
            if line.startswith(b"data:"):
                self.version = line.split()[1].decode()
                return


@contextmanager
def served(root: Path) -> Iterator[int]:
    """Serve a site until all is made and longer; give the number of the process."""
    environment = {**os.environ, "PYTHONPATH": str(run.ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    command = [*run.OURS, "serve", "--port", str(PORT), "--as-of", DAY]
    server = subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603  (our own commands)
    try:
        assert server.stdout is not None
        if not server.stdout.readline():
            sys.exit(f"No preview: something else is at port {PORT}.")
        fetched("/calendar.ics")  # which is there when all is made
        time.sleep(3)
        yield server.pid
    finally:
        server.kill()


def waited(process: int, seconds: float = 10) -> str:
    """Return how much of one processor a process takes while nothing is asked of it, in words."""
    file = Path(f"/proc/{process}/stat")
    if not file.exists():
        return "not known here"

    def used() -> float:
        fields = file.read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    before = used()
    time.sleep(seconds)
    return f"{100 * (used() - before) / seconds:.1f} %"


def saves(root: Path, count: int) -> Iterator[tuple[str, list[float]]]:
    """Yield, for each kind of save, how many seconds each of them took in the preview that is open."""
    first = Listener("0", "/")
    first.join()
    version = first.version
    for kind, save in KINDS.items():
        took, path = [], save.file(root)
        page = save.page(path)
        for number in range(count):
            listener = Listener(version, page)
            time.sleep(0.5)
            began, inside = save.write(path, number)
            listener.join()
            content = fetched(save.asks_for or page)
            took.append(time.perf_counter() - began)
            if inside.encode() not in content:
                sys.exit(f"{save.asks_for or page} does not hold {inside!r} yet.")
            version = listener.version
            fetched("/calendar.ics")  # which is there when the rest is made
        yield kind, took


def main() -> None:
    parser = argparse.ArgumentParser(description="How long after a save a preview shows the page.")
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="which sizes (small medium)")
    parser.add_argument("--saves", type=int, default=8, help="how many of each kind (8)")
    parser.add_argument("--folder", type=Path, default=run.FOLDER, help="where to make the sites")
    options = parser.parse_args()
    idle: dict[str, str] = {}
    print("| site | saved | first save, ms | median of the others, ms |\n|---|---|--:|--:|")
    for size in options.sizes or ["small", "medium"]:
        root = run.site_of(SIZES[size], options.folder / f"{size}-served")
        with served(root) as process:
            before = waited(process)
            for kind, took in saves(root, options.saves):
                first, *others = (round(1000 * each) for each in took)
                print(f"| {size} | {kind} | {first} | {statistics.median(others):.0f} |", flush=True)
            idle[size] = f"{before} before and {waited(process)} after the saves"
    print("\nOf one processor, while nobody saves:", "; ".join(f"{size}, {share}" for size, share in idle.items()))


if __name__ == "__main__":
    main()
