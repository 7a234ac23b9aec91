"""Other generators are given the same site as ours: the same texts, and every page that ours has."""

import json
import shutil
from datetime import UTC, datetime

from benchmarks import workload
from benchmarks.peer_sites import hugo
from benchmarks.peer_sites.content import content
from boardsite.pipeline import Order, build
from tests.support.small_site import ROOT

TINY = workload.SIZES["tiny"]
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def test_the_site_for_hugo_is_the_same_each_time_it_is_written(tmp_path):
    for name in ("first", "second"):
        hugo.write(content(TINY), tmp_path / name, None)
    first, second = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("first", "second")
    )
    assert first == second


def test_hugo_is_given_the_news_as_it_is():
    written = dict(hugo.files(content(TINY)))
    ours = {path: text for path, text in workload.files(TINY) if "/news/" in path}
    assert len(ours) == TINY.news
    assert all(
        written[path if path.startswith("content/") else f"content/{path}"] == text for path, text in ours.items()
    )


def test_hugo_is_given_every_page_that_ours_has_and_no_other(tmp_path):
    workload.generate(TINY, tmp_path)
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    ours = {path for path, _ in build(Order(tmp_path, NOON)).files if path.endswith(".html")}
    # Hugo makes these of themselves: of the topics of news, and of a template.
    by_itself = {path for path in ours if path.startswith("tags/")} | {"404.html"}
    assert by_itself & {"tags/health/index.html", "404.html"}
    assert sorted(filter(None, map(_page, hugo.files(content(TINY))))) == sorted(ours - by_itself)


def _page(file):
    """Return the page that a file of Hugo's becomes, or "" for one that is something else."""
    path, text = file
    if not path.endswith(".md"):
        return ""
    settings = {} if text.startswith("---") else json.JSONDecoder().raw_decode(text)[0]
    if "build" in settings or settings.get("outputs") == ["vcf"]:
        return ""
    inner = path.removeprefix("content/").removesuffix(".md").removesuffix("_index").strip("/")
    address = settings.get("url", f"/{inner}/" if inner else "/")
    return f"{address}index.html".lstrip("/")
