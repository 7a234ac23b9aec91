"""Other generators are given the same site as ours: the same texts, and every page that ours has."""

import json
import re
import shutil
from datetime import UTC, datetime

import pytest

from benchmarks import workload
from benchmarks.peer_sites import eleventy, hugo, mkdocs, nikola, pelican
from benchmarks.peer_sites.content import content, front_matter
from boardsite.pipeline import Order, build
from tests.support.small_site import ROOT

TINY = workload.SIZES["tiny"]
NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize("peer", [hugo, eleventy, pelican, mkdocs, nikola])
def test_a_site_is_the_same_each_time_it_is_written(peer, tmp_path):
    for name in ("first", "second"):
        peer.write(content(TINY), tmp_path / name, None)
    assert _written(tmp_path / "first") == _written(tmp_path / "second")


def _written(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("peer", [hugo, eleventy, mkdocs])
def test_news_is_given_as_it_is(peer):
    given = [text for path, text in peer.files(content(TINY)) if "/news/item-" in path]
    ours = [text for path, text in workload.files(TINY) if "/news/" in path]
    assert len(ours) == TINY.news
    assert given == ours


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Return the files of our finished site that are pages, calendars, cards or feeds of news."""
    root = tmp_path_factory.mktemp("ours")
    workload.generate(TINY, root)
    shutil.copytree(ROOT / "theme", root / "theme")
    return {path for path, _ in build(Order(root, NOON)).files if path.endswith((".html", ".ics", ".vcf", "news.xml"))}


def test_hugo_is_given_every_page_that_ours_has_and_no_other(ours):
    pages = {path for path in ours if path.endswith(".html")}
    # Hugo makes these of itself: of the topics of news, and of a template.
    by_itself = {path for path in pages if path.startswith("tags/")} | {"404.html"}
    assert {"tags/health/index.html", "404.html"} <= by_itself
    assert sorted(filter(None, map(_page_of_hugo, hugo.files(content(TINY))))) == sorted(pages - by_itself)


def _page_of_hugo(file):
    """Return the page that a file of Hugo's becomes, or "" for one that is something else."""
    path, text = file
    if not path.endswith(".md"):
        return ""
    settings = {} if text.startswith("---") else json.JSONDecoder().raw_decode(text)[0]
    if "build" in settings or settings.get("outputs") == ["vcf"]:
        return ""
    inner = path.removeprefix("content/").removesuffix(".md").removesuffix("_index").strip("/")
    return _file_of(settings.get("url", f"/{inner}/" if inner else "/"))


def test_eleventy_is_given_every_page_and_feed_that_ours_has_and_no_other(ours):
    written = dict(eleventy.files(content(TINY)))
    lists = {_file_of(each["address"]) for each in json.loads(written["site/_data/lists.json"])}
    items = {_file_of(f"{path[4:-3]}/") for path in written if path.endswith(".md")}
    assert lists | items == ours | {"search.json", "sitemap.xml", "robots.txt"}


def _file_of(address):
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")


def test_mkdocs_is_given_the_news_its_years_and_topics_that_ours_has_and_no_other(ours):
    pages = {path for path in ours if re.search(r"^index\.html|^tags/|(^|/)news/(item-|\d{4})", path)}
    given = [path.removeprefix("content/").removesuffix(".md") for path, _ in mkdocs.files(content(TINY))]
    assert sorted(_file_of(f"{path.removesuffix('index')}/") for path in given) == sorted(pages)


def test_a_list_of_mkdocs_names_each_item_of_its_topic():
    site = content(TINY)
    given = dict(mkdocs.files(site))["content/tags/early-help.md"]
    of = [item.key for item in site.news if "early help" in front_matter(item.text)[0]["tags"]]
    assert of
    assert sorted(re.findall(r"/news/(item-\d+)/", given)) == sorted(of)


@pytest.mark.parametrize(("peer", "inner", "head"), [(pelican, "", "Title: "), (nikola, "news/", "<!--\n.. title: ")])
def test_pelican_and_nikola_are_given_the_text_of_every_news_item(peer, inner, head, tmp_path):
    site = content(TINY)
    peer.write(site, tmp_path, None)
    paths = tmp_path.glob(f"content/*/{inner}*.md")
    given = {f"{path.relative_to(tmp_path).parts[1]}/{path.stem}": path.read_text("utf-8") for path in paths}
    assert given.keys() == {f"{item.group or 'board'}/{item.key}" for item in site.news}
    for item in site.news:
        settings, body = front_matter(item.text)
        text = given[f"{item.group or 'board'}/{item.key}"]
        assert text.startswith(f"{head}{settings['title']}\n")
        assert text.endswith(f"\n\n{body}")


PAGE = "<html><title>A &amp; B</title><body><nav></nav><main id=m><h1>{}</h1></main><footer></footer></body></html>"


@pytest.mark.parametrize(
    ("peer", "given"),
    [
        (mkdocs, {"content/index.md", "content/lscgs/group-01/calendar.md", "content/news.md"}),
        (pelican, {"content/pages/0.html", "content/pages/1.html"}),
    ],
)
def test_what_others_cannot_make_is_handed_over_as_it_is(peer, given, tmp_path):
    finished = tmp_path / "finished"
    for address in ("", "lscgs/group-01/calendar", "news"):
        (finished / address).mkdir(parents=True, exist_ok=True)
        (finished / address / "index.html").write_text(PAGE.format(address), "utf-8")
    for folder in ("assets", "images"):
        (finished / folder).mkdir()
    for name in ("_headers", "_redirects", "status.json"):
        (finished / name).touch()
    peer.write(content(TINY), tmp_path / "site", finished)
    found = {path: text.decode() for path, text in _written(tmp_path / "site").items() if str(path) in given}
    assert {str(path) for path in found} == given
    whole = "".join(found.values())
    assert "<h1>lscgs/group-01/calendar</h1>" in whole
    assert "<nav>" not in whole
    assert "A & B" in whole or "A &amp; B" in whole
