"""What editors may write, declared once: checking, docs/content-types.md and the editing forms all come from here.

Values are text in the files; the kinds in `kinds` read them. A new content type begins with an entry here
(CONTRIBUTING.md, "Add a content type").
"""

from __future__ import annotations

from boardsite.schema import kinds
from boardsite.schema.board_fields import SITE_FIELDS
from boardsite.schema.fields import ContentType, Field, ListOf, Record

ATTACHMENTS = Field(
    "attachments",
    "Files to download",
    Record(
        (
            Field("file", "File", kinds.File(), "The file, in the files folder beside this page.", is_required=True),
            Field("title", "Title", kinds.Text(), "What it is called on the page; the file name if left out."),
            Field("date", "Date", kinds.Day(), "The day the document was made."),
        ),
        is_list=True,
        most=30,
        shorthand="file",
    ),
    "Documents people can download. Type, size and number of pages are added for you.",
)

_SHARED = (
    Field("title", "Title", kinds.Text(120), "What the page is about, in a few words.", is_required=True),
    Field("summary", "Summary", kinds.Text(300), "One or two sentences, shown in lists and by search engines."),
    Field("tags", "Topics", ListOf(kinds.Text(40), 12), "Topics under which people may look for this."),
    Field("priorities", "Priorities", ListOf(kinds.Key(), 12), "Which of the board's priorities it serves."),
    Field("draft", "Draft", kinds.YesNo(), "Yes keeps it off the site."),
    Field("expires", "Expires", kinds.Day(), "From this day it leaves the lists; its address stays, with a notice."),
    Field("updated", "Updated", kinds.Day(), "The day of the last real change."),
    Field("review_by", "Review by", kinds.Day(), "The day by which someone must read it again."),
    Field("image", "Picture", kinds.File(), "A picture in the images folder."),
    Field("image_alt", "Picture in words", kinds.Text(250), "What the picture shows, for people who cannot see it."),
    ATTACHMENTS,
    Field("aliases", "Old addresses", ListOf(kinds.OldAddress(), 20), "Earlier addresses, which lead here."),
)

PAGE = ContentType(
    "page",
    "Page",
    "content/<name>.md",
    "A page of the board. The address is the name of the file.",
    (
        *_SHARED,
        Field("order", "Order", kinds.Number(0, 999), "Its place among its neighbours; small comes first."),
        Field("sensitive", "Sensitive", kinds.YesNo(), "Yes puts the button “Exit this page” on it."),
    ),
    has_body=True,
)

HOME = ContentType(
    "home",
    "Home page",
    "content/index.md",
    "The first page: a title, a sentence and a welcome. Everything else on it makes itself.",
    (
        Field("title", "Title", kinds.Text(120), "What the site is about, in a few words.", is_required=True),
        Field("summary", "Summary", kinds.Text(300), "One or two sentences, shown under the title."),
        Field("review_by", "Review by", kinds.Day(), "The day by which someone must read it again."),
    ),
    has_body=True,
)

NEWS = ContentType(
    "news",
    "News item",
    "content/news/<name>.md or lscgs/<group>/news/<name>.md",
    "A piece of news of the board or of one group.",
    (
        *_SHARED,
        Field("date", "Date", kinds.Moment(), "The day it is published. A day to come waits.", is_required=True),
    ),
    has_body=True,
)

GROUP = ContentType(
    "group",
    "Group",
    "lscgs/<group>/index.md",
    "A local group. Adding a group is adding a folder with this one file.",
    (
        Field("name", "Name", kinds.Text(60), "Without the word for groups: South, not South LSCG.", is_required=True),
        Field("order", "Order", kinds.Number(0, 999), "Its place among the groups; small comes first."),
        Field("area", "Area", kinds.Text(300), "The area it serves, in words."),
        Field("summary", "Summary", kinds.Text(300), "What the group is, in a sentence."),
        Field("email", "Email", kinds.Email(), "The mailbox of the chair's role, never a person's."),
        Field("meets", "Meets", kinds.Text(200), "How often the group meets, in words."),
        Field("theme", "Colour", kinds.Number(1, 8), "One of the eight group colours."),
        Field(
            "calendars",
            "Published calendars",
            Record(
                (
                    Field("name", "Name", kinds.Key(), "A short name for this calendar.", is_required=True),
                    Field("address", "Address", kinds.WebAddress(), "Its published .ics address.", is_required=True),
                ),
                is_list=True,
                most=10,
            ),
            "Outlook or Google calendars to copy events from.",
        ),
        Field("aliases", "Old addresses", ListOf(kinds.OldAddress(), 20), "Earlier addresses, which lead here."),
        Field("updated", "Updated", kinds.Day(), "The day of the last real change."),
        Field("review_by", "Review by", kinds.Day(), "The day by which someone must read it again."),
    ),
    has_body=True,
)

CONTACTS = ContentType(
    "contacts",
    "Contacts",
    "content/contacts.yaml or lscgs/<group>/contacts.yaml",
    "The people to turn to, by role.",
    (
        Field(
            "contacts",
            "Contacts",
            Record(
                (
                    Field("role", "Role", kinds.Text(100), "What the person does: Chair.", is_required=True),
                    Field("organisation", "Organisation", kinds.Text(120), "Where the person works."),
                    Field("email", "Email", kinds.Email(), "A mailbox of the role."),
                    Field("phone", "Telephone", kinds.Phone(), "A number of the role; no mobile of a person."),
                    Field("name", "Name", kinds.Text(100), "Only with the person's consent."),
                    Field("consent", "Consent", kinds.Text(200), "When and how the person agreed to be named."),
                    Field("review_by", "Review by", kinds.Day(), "The day by which someone must check this."),
                    Field("hours", "Hours", kinds.Text(120), "When somebody answers."),
                    Field("response", "Answer within", kinds.Text(120), "When to expect an answer."),
                    Field("note", "Note", kinds.Text(300), "Anything else people should know."),
                    Field("vacant", "Vacant", kinds.YesNo(), "Yes while nobody holds the role."),
                ),
                is_list=True,
            ),
            "One entry for each role, in the order of the page.",
        ),
    ),
)

PLACES = ContentType(
    "places",
    "Places",
    "content/places.yaml",
    "Venues that events use.",
    (
        Field(
            "places",
            "Places",
            Record(
                (
                    Field("key", "Short name", kinds.Key(), "By which events speak of it.", is_required=True),
                    Field("name", "Name", kinds.Text(120), "What the place is called.", is_required=True),
                    Field("address", "Address", kinds.Text(300), "Street and town."),
                    Field("postcode", "Postcode", kinds.Text(10, example="ZZ1 1AA"), "Its postcode."),
                    Field("access", "Access", ListOf(kinds.Text(160), 6), "Step-free way in, hearing loop, parking."),
                    Field("map", "Map", kinds.WebAddress(), "A map of the place."),
                    Field("note", "Note", kinds.Text(300), "Anything else people should know."),
                ),
                is_list=True,
                most=500,
            ),
            "One entry for each place.",
        ),
    ),
)

AREAS = ContentType(
    "areas",
    "Areas",
    "content/areas.yaml",
    "Which group serves which town, parish or postcode.",
    (
        Field(
            "areas",
            "Areas",
            Record(
                (
                    Field("name", "Name", kinds.Text(80), "The town, parish or outward postcode.", is_required=True),
                    Field(
                        "kind",
                        "Kind",
                        kinds.Choice(("town", "village", "parish", "district", "postcode")),
                        "What it is.",
                    ),
                    Field("groups", "Groups", ListOf(kinds.Key(), 5), "The folder names of its groups.", True),
                    Field("from", "From", kinds.Day(), "The first day on which this is true."),
                    Field("until", "Until", kinds.Day(), "The last day on which this is true."),
                ),
                is_list=True,
                most=5000,
            ),
            "One entry for each place.",
        ),
    ),
)

SITE = ContentType(
    "site",
    "Board and site",
    "content/site.yaml",
    "The board itself: its name, its words, its numbers, its colours.",
    SITE_FIELDS,
)

CONTENT_TYPES = (SITE, HOME, PAGE, NEWS, GROUP, CONTACTS, PLACES, AREAS)
