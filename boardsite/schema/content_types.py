"""What editors may write, declared once: checking, docs/content-types.md and the editing forms all come from here.

Values are text in the files; the kinds in `kinds` read them. A new content type begins with an entry here
(CONTRIBUTING.md, "Add a content type").
"""

from __future__ import annotations

from boardsite.schema import kinds, site_kinds
from boardsite.schema.board_fields import SITE_FIELDS
from boardsite.schema.fields import ContentType, Field, ListOf, Record
from boardsite.schema.list_types import AREAS, GLOSSARY, HOLIDAYS, PLACES

_PICTURE = kinds.File(example="images/june-forum.jpg")
_PRIORITY = kinds.Key(example="neglect")
_EASY, _AS_TEXT = kinds.SitePage(example="/guide-easy-read/"), kinds.SitePage(example="/guide-text-only/")
_FEED = kinds.Key(example="outlook")

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

VIDEO = Field(
    "video",
    "Video",
    Record(
        (
            Field("address", "Address", kinds.WebAddress(), "Where the film can be watched.", is_required=True),
            Field("title", "Title", kinds.Text(120), "What the film is called.", is_required=True),
            Field("length", "Length", kinds.Text(40, example="3 minutes"), "How long it takes."),
            Field("still", "Picture", _PICTURE, "A picture out of the film, in the images folder."),
            Field("transcript", "Transcript", kinds.SitePage(), "The page, or the heading on one, with its words."),
        ),
    ),
    "A film elsewhere. The page links to it by its picture; nothing is loaded from there.",
)

ACCEPT = Field(
    "accept",
    "Meant as it is",
    ListOf(kinds.Text(200, example="long-sentence The law says it in these words."), 12),
    "A finding of check that is meant, and why: the end of its code, a space, the reason.",
)

_SHARED = (
    Field("title", "Title", kinds.Text(120), "What the page is about, in a few words.", is_required=True),
    Field("summary", "Summary", kinds.Text(300), "One or two sentences, shown in lists and by search engines."),
    Field("tags", "Topics", ListOf(kinds.Text(40), 12), "Topics under which people may look for this."),
    Field("priorities", "Priorities", ListOf(_PRIORITY, 12), "Which of the board's priorities it serves."),
    Field("draft", "Draft", kinds.YesNo(), "Yes keeps it off the site."),
    Field("expires", "Expires", kinds.Day(), "From this day it leaves the lists; its address stays, with a notice."),
    Field("updated", "Updated", kinds.Day(), "The day of the last real change."),
    Field("review_by", "Review by", kinds.Day(), "The day by which someone must read it again."),
    Field("image", "Picture", _PICTURE, "A picture in the images folder."),
    Field("image_alt", "Picture in words", kinds.Text(250), "What it shows; or decorative, if it says nothing."),
    ATTACHMENTS,
    VIDEO,
    Field("aliases", "Old addresses", ListOf(kinds.OldAddress(), 20), "Earlier addresses, which lead here."),
    ACCEPT,
)

PAGE = ContentType(
    "page",
    "Page",
    "content/<name>.md",
    "A page of the board. The address is the name of the file.",
    (
        *_SHARED,
        Field("order", "Order", kinds.Number(0, 999), "Its place among its neighbours; small comes first."),
        Field("easy_read", "Easy Read", _EASY, "The same in Easy Read; <this page>/easy-read/ if left out."),
        Field("text_only", "Text only", _AS_TEXT, "The same as text; <this page>/text-only/ if left out."),
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
        ACCEPT,
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
        Field("featured_until", "First until", kinds.Day(), "The last day on which it stands before newer news."),
    ),
    has_body=True,
)

GROUP = ContentType(
    "group",
    "Group",
    "lscgs/<group>/index.md",
    "A local group. Adding a group is adding a folder with this one file.",
    (
        Field(
            "name",
            "Name",
            kinds.Text(60, example="South"),
            "Without the word for groups: South, not South LSCG.",
            is_required=True,
        ),
        Field("order", "Order", kinds.Number(0, 999), "Its place among the groups; small comes first."),
        Field("area", "Area", kinds.Text(300), "The area it serves, in words."),
        Field("summary", "Summary", kinds.Text(300), "What the group is, in a sentence."),
        Field("email", "Email", kinds.Email(), "The mailbox of the chair's role, never a person's."),
        Field("meets", "Meets", kinds.Text(200), "How often the group meets, in words."),
        Field("theme", "Colour", kinds.Number(1, 8), "One of the eight group colours."),
        Field("colour", "Own colour", site_kinds.Colour(), "In place of one of the eight; white letters stand on it."),
        Field(
            "calendars",
            "Published calendars",
            Record(
                (
                    Field("name", "Name", _FEED, "A short name for this calendar.", is_required=True),
                    Field("address", "Address", kinds.WebAddress(), "Its published .ics address.", is_required=True),
                ),
                is_list=True,
                most=10,
            ),
            "Outlook or Google calendars to copy events from.",
        ),
        Field("owners", "Owners", ListOf(site_kinds.GitAccount(), 10), "Git accounts that may approve; not shown."),
        Field("aliases", "Old addresses", ListOf(kinds.OldAddress(), 20), "Earlier addresses, which lead here."),
        Field("updated", "Updated", kinds.Day(), "The day of the last real change."),
        Field("review_by", "Review by", kinds.Day(), "The day by which someone must read it again."),
        ACCEPT,
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
                    Field(
                        "role",
                        "Role",
                        kinds.Text(100, example="Chair"),
                        "What the person does: Chair.",
                        is_required=True,
                    ),
                    Field("organisation", "Organisation", kinds.Text(120), "Where the person works."),
                    Field("email", "Email", kinds.Email(), "A mailbox of the role."),
                    Field("phone", "Telephone", kinds.Phone(), "A number of the role; no mobile of a person."),
                    Field("name", "Name", kinds.Text(100), "Only with the person's consent."),
                    Field("consent", "Consent", kinds.Consent(), "When and how the person agreed to be named."),
                    Field("review_by", "Review by", kinds.Day(), "The day by which someone must check this."),
                    Field("hours", "Hours", kinds.Text(120), "When somebody answers."),
                    Field("response", "Answer within", kinds.Text(120), "When to expect an answer."),
                    Field("note", "Note", kinds.Text(300), "Anything else people should know."),
                    Field("vacant", "Vacant", kinds.YesNo(), "Yes while nobody holds the role."),
                    ACCEPT,
                ),
                is_list=True,
            ),
            "One entry for each role, in the order of the page.",
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

CONTENT_TYPES = (SITE, HOME, PAGE, NEWS, GROUP, CONTACTS, PLACES, AREAS, HOLIDAYS, GLOSSARY)
