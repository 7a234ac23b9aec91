"""The lists that the whole board keeps: places, areas, bank holidays, the glossary. One declaration for each."""

from __future__ import annotations

from boardsite.schema import kinds
from boardsite.schema.fields import ContentType, Field, ListOf, Record

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
                    Field(
                        "name",
                        "Name",
                        kinds.Text(120, example="Village hall"),
                        "What the place is called.",
                        is_required=True,
                    ),
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
                    Field(
                        "name",
                        "Name",
                        kinds.Text(80, example="Sample Town"),
                        "The town, parish or outward postcode.",
                        is_required=True,
                    ),
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
        Field(
            "map",
            "Map",
            Record(
                (
                    Field("group", "Group", kinds.Key(), "The folder name of the group.", is_required=True),
                    Field(
                        "row",
                        "Row",
                        kinds.Number(1, 12),
                        "From the top. Even rows stand half a tile to the right.",
                        True,
                    ),
                    Field("column", "Column", kinds.Number(1, 12), "From the left.", is_required=True),
                    Field("label", "Label", kinds.Text(24), "What the tile says; the group's name if left out."),
                    Field("from", "From", kinds.Day(), "The first day on which it is on the map."),
                    Field("until", "Until", kinds.Day(), "The last day on which it is on the map."),
                ),
                is_list=True,
                most=60,
            ),
            "A sketch of where the groups lie: one six-sided tile for each group, or several.",
        ),
    ),
)

HOLIDAYS = ContentType(
    "holidays",
    "Bank holidays",
    "content/holidays.yaml",
    "Bank holidays: shown in the months, and told when an event falls on one.",
    (
        Field("taken_from", "Taken from", kinds.Text(300), "Where the dates are from."),
        Field("checked_on", "Checked on", kinds.Day(), "When somebody last compared them.", is_required=True),
        Field(
            "days",
            "Days",
            Record(
                (
                    Field("date", "Date", kinds.Day(), "The day.", is_required=True),
                    Field("name", "Name", kinds.Text(80), "What it is called.", is_required=True),
                ),
                is_list=True,
                most=500,
            ),
            "One entry for each day.",
        ),
    ),
)

GLOSSARY = ContentType(
    "glossary",
    "Glossary",
    "content/glossary.yaml",
    "Short forms and special words, in plain English. The first use of a short form on a page is explained there.",
    (
        Field("title", "Title", kinds.Text(120), "What the page of all words is called; “Words we use” if left out."),
        Field("summary", "Summary", kinds.Text(300), "One or two sentences, shown under the title."),
        Field("explain", "Explain on pages", kinds.YesNo(), "No leaves texts as they are written."),
        Field("report", "Report unknown words", kinds.YesNo(), "No says nothing of short forms missing here."),
        Field("known", "Known to all", ListOf(kinds.Text(20), 200), "Short forms that need no explanation."),
        Field(
            "words",
            "Words",
            Record(
                (
                    Field("word", "Word", kinds.Text(40), "The word or short form: MASH.", is_required=True),
                    Field("full", "In full", kinds.Text(120), "What a short form stands for."),
                    Field("plural", "Several, in full", kinds.Text(120), "Where an s at the end is not enough."),
                    Field("meaning", "Meaning", kinds.Text(400), "What it is, in plain English."),
                    Field("page", "Page", kinds.SitePage(), "Where to read more."),
                ),
                is_list=True,
                most=400,
            ),
            "One entry for each word, in any order.",
            is_required=True,
        ),
    ),
)
