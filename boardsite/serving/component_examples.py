"""What the page of components shows: each component of the theme with every option it has. The tests use the same."""

from __future__ import annotations

from dataclasses import replace

from boardsite.model.entities import Picture, RichText
from boardsite.rendering.examples import Example, example
from boardsite.serving import component_values as made

BODY = (
    "<h4>A heading</h4><p>A paragraph with <strong>strong words</strong> and <em>stress</em>.</p>"
    "<ul><li>one point</li><li>another</li></ul><blockquote><p>What a parent said.</p></blockquote>"
    '<div class="app-table" role="region" aria-label="Table" tabindex="0"><table><thead><tr><th>Day</th><th>Place</th>'
    "</tr></thead><tbody><tr><td>Monday</td><td>Hall</td></tr></tbody></table></div>"
)


def examples(picture: Picture) -> tuple[Example, ...]:
    """Return all examples; `picture` is one that the site has."""
    return (*_words(), *_actions(), *_calendar(), *_news(picture), *_groups(), *_help(), *_files(picture))


def _words() -> tuple[Example, ...]:
    notice = "Something to know before reading on."
    return (
        *(example("tag", kind, words=kind.capitalize(), kind=kind) for kind in ("plain", "changed")),
        example("tag", "cancelled", words="Cancelled", kind="cancelled"),
        example("tag", "no words, so nothing", words=""),
        *(
            example("notice", kind, kind=kind, heading=f"A notice of the kind “{kind}”", text=notice, level=4)
            for kind in ("announcement", "minor", "major", "expired", "draft")
        ),
        example("notice", "with a day and a link", kind="minor", heading="The office is closed", day=made.DAY,
                link_words="Whom to call meanwhile", link_address="/contacts/", level=4),
        example("prose", "the body of a page", html=RichText(BODY)),
        example("facts", "when and where", rows=made.FACTS),
        example("topics", "of a news item", links=made.TOPICS),
        example("topics", "with another label", links=made.TOPICS, label="Priorities"),
        example("up_to_date", "both days", updated=made.DAY, review_by=made.LATER),
        example("up_to_date", "one of them", review_by=made.LATER),
    )  # fmt: skip


def _actions() -> tuple[Example, ...]:
    return (
        example("button", "the main thing to do", words="Book a place", address="/calendar/"),
        example("button", "something else to do", words="See other dates", address="/calendar/", is_second=True),
        example("pager", "both ways", label="Months of the example", previous=made.BEFORE, next=made.AFTER),
        example("pager", "the last one", label="Months of the last example", previous=made.BEFORE),
        example(
            "pagination",
            "in the middle of many pages",
            label="Many",
            pages=made.PAGES,
            previous="/news/",
            next="/news/",
        ),
        example("pagination", "the first of two pages", label="Few", pages=made.PAGES[2:4]),
        example("link_list", "filters of a calendar", heading="Show only", links=made.CHOICES, key="choices", level=4),
        example("find", "the box for places", email="office@example.org", phone="01632 960110", group_word="group",
                postcode="ZZ1"),
        example("find_elsewhere", "the same on another page", address="/lscgs/", group_word="group on another page"),
        example("exit_page", "the way out, in other words", address="https://weather.example.org/", words="Leave now"),
    )


def _calendar() -> tuple[Example, ...]:
    return (
        example("event_row", "with its group", event=made.FORUM, level=4),
        example("event_row", "cancelled", event=made.CANCELLED, level=4),
        example("event_row", "changed, and long", event=made.CHANGED, level=4),
        example("event_row", "over, on its group’s own page", event=made.OVER, level=4, shows_group=False),
        example("event_rows", "the next dates", rows=(made.FORUM, made.CANCELLED), level=4),
        example("event_rows", "an archive", rows=(made.OVER,), level=4, shows_group=False, hides_past=False),
        example("event_rows", "empty", rows=(), empty_words="No dates yet. Write to office@example.org for news."),
        example("event_list", "by month", months=made.MONTHS, level=4),
        example("event_list", "an archive", months=made.MONTHS[:1], level=4, shows_group=False, hides_past=False),
        example("event_list", "empty", months=(), empty_words="Nothing is planned in this group at the moment."),
        example("date_list", "of a series", dates=made.SERIES, hides_past=True),
        example("date_list", "what is over", dates=made.SERIES[:1]),
        example("month_table", "a month (a wide screen)", month={"title": "June 2016", "weeks": made.WEEKS}),
        example("month_table", "one event a day", month={"title": "June, one a day", "weeks": made.WEEKS}, limit=1),
        example("month_list", "a month as a list", month={"title": "June 2016", "weeks": made.WEEKS}, level=4),
        example("month_list", "an empty month", month={"title": "May 2016", "weeks": made.WEEKS[:0]},
                empty_words="Nothing happens in May."),
        example("month_index", "the way into months and years", years=made.YEARS, level=4),
        example("subscribe", "with the public address", subscription=made.PUBLIC_FEED, level=4),
        example("subscribe", "without", subscription=made.FEED, key="feed", level=4, heading="Take these dates"),
    )  # fmt: skip


def _news(picture: Picture) -> tuple[Example, ...]:
    pictured = replace(made.NEWS, title="With a picture", picture=picture, is_featured=True)
    return (
        example("news_item", "with its group", item=made.NEWS, level=4),
        example("news_item", "featured, with a picture", item=pictured, level=4),
        example("news_item", "a draft, on its group’s own page", item=replace(made.NEWS, note="Draft"), level=4,
                shows_group=False),
        example("news_list", "two items", items=(pictured, made.NEWS), level=4),
        example("news_list", "of one group", items=(made.NEWS,), level=4, shows_group=False),
        example("news_list", "empty", items=(), empty_words="No news yet. The Board’s own news is on its news page."),
    )  # fmt: skip


def _groups() -> tuple[Example, ...]:
    return (
        *(example("group_card", f"colour {card.theme}", group=card, level=4) for card in made.GROUPS),
        example("group_card", "with its area and what is next", group=made.GROUP, level=4),
        example("group_card", "where the next date is cancelled", group=made.OFF, level=4),
        example("group_mark", "of a group", name="South group", theme=1),
        example("group_mark", "of the board", name="SSB"),
        example("place_rows", "one group, two, and a change to come", rows=made.PLACES),
        example("place_index", "A to Z", letters=made.LETTERS, level=4),
        example("tile_map", "two groups", map=made.MAP, words="Sketch map of two groups"),
    )


def _help() -> tuple[Example, ...]:
    return (
        example("help_levels", "the three levels", levels=made.LEVELS),
        example("number_list", "with and without hours", numbers=made.NUMBERS, level=4),
        example("call_first", "before contacts", heading="Worried about a child?", help_address="/news/"),
        example("contact_card", "everything", contact=made.CONTACT, level=4),
        example("contact_card", "among cards of several groups", contact=made.NAMED, level=4, shows_group=True),
        example(
            "contact_card", "under the name of its organisation", contact=made.NAMED, level=4, shows_organisation=False
        ),
        example("contact_card", "vacant", contact=made.VACANT, level=4),
    )


def _files(picture: Picture) -> tuple[Example, ...]:
    plain = replace(made.PAPER, pages_words="", date=None)
    return (
        example("attachment", "with pages and date", item=made.PAPER),
        example("attachment_list", "with whom to ask", items=(made.PAPER, plain), help_address="/contacts/",
                help_words="Ask the office for another format"),
        example("attachment_list", "alone", items=(plain,)),
        example("picture", "with a caption", picture=picture, caption="What is to be seen here."),
        example("picture", "small, and at once", picture=replace(picture, alt=""), sizes="10rem", is_lazy=False),
        example("video", "with a picture and a transcript", video=made.film(picture, "/news/")),
        example("video", "without", video=made.film(None), help_address="/contacts/"),
    )  # fmt: skip
