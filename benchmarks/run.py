"""How long builds take, as ratios measured in one run.

    python3 benchmarks/run.py                       small and medium, three rounds
    python3 benchmarks/run.py large --rounds 2
    python3 benchmarks/run.py --growth              how a cold build grows, one round

Each round plays every scenario once, one after the other, so that a busy minute of the machine falls on all of them.
Figures are CPU seconds (user and system, children included), wall seconds and peak memory; ratios are to `python -c
pass` and to copying the finished site, measured in the same round.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.workload import SIZES, Size, generate

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".cache" / "benchmarks"
MOMENT = "1781514000"  # 15 June 2026, 9am UTC
GROWING = (100, 300, 1_000, 3_000, 10_000, 20_000)
OURS = [sys.executable, "-P", "-m", "boardsite"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one run of a command cost; `peak` is in megabytes."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens to the site before it is built again."""

    name: str
    change: Callable[[Path], None]


def measured(command: list[str], folder: Path) -> Reading:
    """Run a command to its end and return what it cost."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": MOMENT, "PYTHONDONTWRITEBYTECODE": ""}
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (our own commands)
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    assert process.stderr is not None
    said = process.stderr.read().decode()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    divisor = 1024 if sys.platform != "darwin" else 1024 * 1024
    return Reading(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / divisor)


def nothing(root: Path) -> None:
    """Leave everything as it is, after a build of files that are old enough for their times to be trusted."""
    time.sleep(2.2)
    measured(OURS, root)


def no_site(root: Path, out: str = "dist") -> None:
    """Take the finished site away, and the folder beside it with which our next build would begin."""
    for name in (out, f".{out}.staged"):
        shutil.rmtree(root / name, ignore_errors=True)


def cold(root: Path) -> None:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    no_site(root)


def fresh_checkout(root: Path) -> None:
    """No finished site, and every file as new as a checkout makes it; the cache is there."""
    no_site(root)
    for path in root.rglob("*"):
        if ".cache" not in path.parts:
            os.utime(path)


def appended(pattern: str, text: str) -> Callable[[Path], None]:
    """Return a change that adds a text, new each time, to the first file of a pattern."""

    def change(root: Path) -> None:
        path = sorted(root.glob(pattern))[0]
        path.write_text(path.read_text("utf-8") + text.replace("NUMBER", str(time.time_ns())), "utf-8", newline="")

    return change


def after_one(change: Callable[[Path], None]) -> Callable[[Path], None]:
    """Return a change that follows another of its kind: what is kept from the first one on is there."""

    def changes(root: Path) -> None:
        change(root)
        measured(OURS, root)
        change(root)

    return changes


def an_event(root: Path) -> None:
    path = sorted(root.glob("lscgs/*/events/*.ics"))[0]
    lines = path.read_text("utf-8").splitlines()
    changed = [f"SUMMARY:Changed {time.time_ns()}" if line.startswith("SUMMARY:") else line for line in lines]
    path.write_text("\r\n".join(changed) + "\r\n", "utf-8", newline="")


SCENARIOS = (
    Scenario("cold", cold),
    Scenario("nothing changed", nothing),
    Scenario("one news body", after_one(appended("lscgs/*/news/*.md", "\nOne more sentence, NUMBER.\n"))),
    Scenario("one event", an_event),
    Scenario("one contact", appended("lscgs/*/contacts.yaml", "  - role: Helper NUMBER\n    email: h@example.org\n")),
    Scenario("a template", appended("theme/templates/components/footer.html", "{# NUMBER #}\n")),
    Scenario("the theme's CSS", appended("theme/css/utilities.css", "\n.app-n { order: 1 } /* NUMBER */\n")),
    Scenario("fresh checkout with cache", fresh_checkout),
)


def rounds(size: str, count: int, folder: Path) -> Iterator[dict[str, Reading]]:
    """Yield the readings of each round by scenario."""
    root = site_of(SIZES[size], folder / size)
    for _ in range(count):
        found = {
            "python -c pass": measured([sys.executable, "-c", "pass"], root),
            "--help": measured([*OURS, "--help"], root),
        }
        for scenario in SCENARIOS:
            scenario.change(root)
            found[scenario.name] = measured(OURS, root)
        copy = root.with_name(f"{size}-copy")
        found["copying the site"] = measured(["cp", "-r", str(root / "dist"), str(copy)], root)
        shutil.rmtree(copy)
        yield found


def site_of(size: Size, root: Path) -> Path:
    """Write a site of this size below a folder, with our theme, and return the folder."""
    generate(size, root)
    shutil.copytree(ROOT / "theme", root / "theme")
    return root


def growth(folder: Path) -> Iterator[str]:
    """Yield the lines of a Markdown table: seven groups with ever more news, and half as many events.

    An item is a news item or an event. The change is of one news body, after another one.
    """
    yield "| news items | files | cold, CPU s | an item, ms | a file, ms | peak MB | one change, CPU s | peak MB |"
    yield "|--:|--:|--:|--:|--:|--:|--:|--:|"
    change = after_one(appended("lscgs/*/news/*.md", "\nOne more sentence, NUMBER.\n"))
    for news in GROWING:
        size = Size(7, news, news // 2)
        root = site_of(size, folder / "growth")
        cold(root)
        of = measured(OURS, root)
        files = sum(1 for path in (root / "dist").rglob("*") if path.is_file())
        each, file = (1000 * of.cpu / number for number in (size.news + size.events, files))
        change(root)
        one = measured(OURS, root)
        made = f"{news:,} | {files:,} | {of.cpu:.1f} | {each:.1f} | {file:.1f} | {of.peak:.0f}"
        yield f"| {made} | {one.cpu:.2f} | {one.peak:.0f} |"


def table(size: str, readings: list[dict[str, Reading]]) -> Iterator[str]:
    """Yield the lines of a Markdown table: medians, and the medians of the ratios within each round."""
    yield f"### {size}: {SIZES[size].groups} groups, {SIZES[size].news:,} news items, {SIZES[size].events:,} events\n"
    yield "| | CPU s | wall s | CPU / `python -c pass` | CPU / copying the site | peak MB |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name in readings[0]:
        of = [each[name] for each in readings]
        to_pass = statistics.median(each[name].cpu / each["python -c pass"].cpu for each in readings)
        to_copy = statistics.median(each[name].cpu / each["copying the site"].cpu for each in readings)
        cpu, wall = statistics.median(r.cpu for r in of), statistics.median(r.wall for r in of)
        peak = statistics.median(r.peak for r in of)
        yield f"| {name} | {cpu:.2f} | {wall:.2f} | {to_pass:.0f} | {to_copy:.1f} | {peak:.0f} |"
    yield ""


def main() -> None:
    parser = argparse.ArgumentParser(description="How long builds take, as ratios measured in one run.")
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="which sizes (small medium)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each scenario is played (3)")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to make the sites")
    parser.add_argument("--growth", action="store_true", help="from 100 to 20,000 news items instead")
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {load:.1f} at the start.\n")
    if options.growth:
        for line in growth(options.folder):
            print(line, flush=True)
        return
    for size in options.sizes or ["small", "medium"]:
        print("\n".join(table(size, list(rounds(size, options.rounds, options.folder)))), flush=True)


if __name__ == "__main__":
    main()
