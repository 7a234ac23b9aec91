"""The sheets for notice boards: what they say, where they lead, and where there is none."""

from __future__ import annotations

import re
from datetime import date

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from boardsite.clock import Month
from boardsite.model.assemble import Wishes
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frames import Frames
from boardsite.pages.poster_fit import SCALES, Line, Sheet, step_for
from boardsite.pages.posters import PosterView, of_month
from boardsite.rendering.qr_codes import qr_code
from tests.pages.test_event_pages import CANCELLED, GUIDE, SERIES, built, words
from tests.support import small_site

EVENT = "lscgs/south/events/forum/poster/index.html"
GROUP = "lscgs/south/poster/index.html"
BOARD = "poster/index.html"


def squares(svg: str, scale: int = 4) -> Image.Image:
    """Return the picture that an SVG of ours draws: rectangles of whole squares, later ones over earlier ones."""
    (side,) = {int(found) for found in re.findall(r'viewBox="0 0 (\d+) \d+"', svg)}
    image = Image.new("L", (side * scale, side * scale), 255)
    pen = ImageDraw.Draw(image)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg):
        left, top, right = int(x) * scale, int(y) * scale, (int(x) + int(length)) * scale
        pen.rectangle((left, top, right - 1, top + scale - 1), fill=0)
    return image


def read(svg: str) -> list[tuple[str, str]]:
    """Return what another program reads from a code, and the level of its error correction."""
    return [(found.text, found.extra["ECLevel"]) for found in zxingcpp.read_barcodes(squares(svg))]


ADDRESSES = (
    "https://a.example.org/",
    "https://lscg.example.org/lscgs/south/events/" + "long-" * 30 + "name/",
    "https://x.example.org/?a=1&b=%C3%A9",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_code_of_an_address_is_read_back_as_the_address(address: str) -> None:
    ((text, level),) = read(qr_code(address))
    assert text == address
    assert level == "M"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_with_a_stain_on_it_is_still_read(address: str) -> None:
    stained = squares(qr_code(address), scale=4)
    middle, width = stained.width // 2, stained.width // 9
    ImageDraw.Draw(stained).rectangle((middle, middle, middle + width, middle + width), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(stained)] == [address]


def test_the_label_of_a_code_is_escaped() -> None:
    assert "<b>" not in qr_code("https://example.org/<b>&\"'")


def test_the_code_on_a_sheet_leads_to_the_page_of_the_event_and_that_page_to_the_sheet() -> None:
    outcome = small_site.build()
    html = small_site.page(outcome, EVENT)
    assert [text for text, _ in read(html)] == ["https://lscg.example.org/lscgs/south/events/forum/"]
    assert 'href="poster/index.html"' in small_site.page(outcome, "lscgs/south/events/forum/index.html")
    assert [text for text, _ in read(small_site.page(outcome, GROUP))] == [
        "https://lscg.example.org/lscgs/south/calendar/"
    ]
    assert 'href="poster/index.html"' in small_site.page(outcome, "lscgs/south/index.html")
    assert 'href="../poster/index.html"' in small_site.page(outcome, "calendar/index.html")


def test_a_sheet_says_what_when_where_and_whom_to_call() -> None:
    said = words(small_site.build(), EVENT)
    for wanted in (
        "South LSCG", "Summer forum", "Monday 27 June 2016", "9:30am to midday", "Sample Hall",
        "Worried about a child?", "999", "01632 960123", "Made on Wednesday 1 June 2016",
        "More at lscg.example.org/lscgs/south/events/forum/",
    ):  # fmt: skip
        assert wanted in said


def test_without_a_public_address_there_is_no_code_and_the_note_says_how_to_get_one() -> None:
    outcome = small_site.build(wishes=Wishes(base_url=""))
    html, said = small_site.page(outcome, EVENT), words(outcome, EVENT)
    assert "<svg" not in html
    assert "There is no QR code on this sheet" in said
    assert "base_url: https://www.example.org/" in said
    assert "More at" not in said
    assert "01632 960100" in said.partition("before you set out.")[2]  # the strips name the office instead
    assert "There is no QR code" not in words(small_site.build(), EVENT)


@pytest.mark.parametrize(("status", "word"), [("CANCELLED", "Cancelled"), ("POSTPONED", "Postponed")])
def test_a_date_that_is_off_says_so_before_its_name(status: str, word: str) -> None:
    event = f"UID:a@example.org\nDTSTART:20160627T090000Z\nSUMMARY:Walk\nSTATUS:{status}\n"
    html = small_site.page(built("walk", event), "lscgs/south/events/walk/poster/index.html")
    assert f'<p class="app-poster__status">{word}</p>' in html
    assert html.index("app-poster__status") < html.index("<h1")
    assert '<p class="app-poster__when app-poster__when--off">Monday 27 June 2016</p>' in html
    assert "given here" not in html
    assert "app-poster__when--off" not in small_site.page(small_site.build(), EVENT)


def test_a_series_shows_its_next_date_that_takes_place_and_the_dates_after_it() -> None:
    said = words(built("meeting", SERIES, CANCELLED), "lscgs/south/events/meeting/poster/index.html")
    assert "More dates" in said
    assert "Cancelled" in said


def test_what_is_over_has_no_sheet_and_no_link_to_one() -> None:
    outcome = built("guide", GUIDE, as_of=date(2016, 6, 28))
    assert "lscgs/south/events/guide/poster/index.html" not in dict(outcome.files)
    assert "poster/" not in small_site.page(outcome, "lscgs/south/events/guide/index.html").partition("<main")[2]
    assert "no dates to come" in words(outcome, GROUP)


def daily(days: int) -> str:
    return f"UID:daily@example.org\nDTSTART;TZID=Europe/London:20160602T180000\nDURATION:PT1H\nSUMMARY:Open door\nRRULE:FREQ=DAILY;COUNT={days}\n"


def test_a_group_shows_whole_months_and_says_how_many_dates_are_left() -> None:
    monthly = "UID:m@example.org\nDTSTART;TZID=Europe/London:20160614T180000\nDURATION:PT1H\nSUMMARY:Meeting\nRRULE:FREQ=MONTHLY;COUNT=9\n"
    said = words(built("meeting", monthly), GROUP)
    assert "June 2016 to September 2016" in said
    assert "And 5 later dates." in said
    said = words(built("daily", daily(40)), GROUP)
    shown = said.count("Open door")
    assert 4 <= shown <= 12
    assert f"And {40 - shown} later dates." in said


def test_the_last_days_of_a_month_are_not_alone_on_a_sheet() -> None:
    later = daily(40).replace("20160602", "20160629")
    said = words(built("daily", later), GROUP)
    assert "June 2016 to July 2016" in said
    assert said.count("Open door") == 8
    assert "And 32 later dates." in said


def test_the_address_on_a_strip_breaks_behind_its_slashes_only() -> None:
    strips = re.findall(r'<p class="app-poster__strip">(.*?)</p>', small_site.page(small_site.build(), GROUP))
    assert len(strips) == 6
    assert strips[0].endswith("<span>lscg.example.org/<wbr>lscgs/<wbr>south/<wbr>calendar/<wbr></span>")


def test_the_sheet_of_a_month_has_that_month_alone() -> None:
    outcome = built("daily", daily(40))
    assert outcome.site is not None
    frame = Frames(outcome.site, Assets("", ()), Preview()).of(outcome.site.groups[0])
    target = of_month(frame, Month(2016, 7))
    assert target is not None
    assert isinstance(target.view, PosterView)
    assert target.view.dates_heading == "July 2016"
    assert {found.when_words.split()[2] for found in target.view.dates} == {"July"}
    assert (len(target.view.dates), target.view.more_words) == (11, "")
    assert of_month(frame, Month(2016, 9)) is None


def test_the_sheet_of_the_board_says_whose_each_date_is() -> None:
    said = words(small_site.build(), BOARD)
    assert "Summer forum, Sample Hall (South LSCG)" in said


def test_sheets_are_kept_from_search_engines_and_out_of_the_sitemap() -> None:
    outcome = small_site.build()
    assert "poster" not in small_site.page(outcome, "sitemap.xml")
    assert "poster" not in small_site.page(outcome, "search/index.html").partition("<main")[2]
    for path in (EVENT, GROUP, BOARD):
        assert '<meta name="robots" content="noindex">' in small_site.page(outcome, path)


def test_only_sheets_fetch_the_style_of_sheets() -> None:
    outcome = small_site.build()
    assert "/poster." in small_site.page(outcome, EVENT)
    assert "/poster." not in small_site.page(outcome, "index.html")


def test_an_editor_can_link_to_the_sheet_of_a_group() -> None:
    changes = {"content/more.md": "---\ntitle: More\n---\n[Print our poster](/lscgs/south/poster/)\n"}
    assert small_site.build(changes).report.errors == ()


def test_type_shrinks_with_the_words_and_gives_up_where_nothing_fits() -> None:
    def step(letters: int) -> int | None:
        return step_for(Sheet((), (Line("x" * letters, "title"),), ()))

    steps = [step(letters) for letters in (20, 90, 160, 250, 400, 5000)]
    assert steps[0] == 1
    assert steps[-1] is None
    assert [s for s in steps if s] == sorted(s for s in steps if s)
    assert len(SCALES) == small_site.page(small_site.build(), stylesheet()).count("--app-scale:")


def stylesheet() -> str:
    (path,) = (path for path, _ in small_site.build().files if path.startswith("assets/poster."))
    return path
