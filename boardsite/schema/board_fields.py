"""The settings of content/site.yaml: everything by which one board differs from another."""

from __future__ import annotations

from boardsite.schema import kinds, site_kinds
from boardsite.schema.fields import Field, ListOf, Record

_LINK = (
    Field("label", "Label", kinds.Text(40, example="News"), "What the link says.", is_required=True),
    Field("page", "Page", kinds.SitePage(), "Where it leads.", is_required=True),
)

_NUMBER = (
    Field("label", "Label", kinds.Text(100, example="Children's services"), "Who answers.", is_required=True),
    Field("number", "Number", kinds.Phone(), "The number.", is_required=True),
    Field("hours", "Hours", kinds.Text(120), "When somebody answers."),
    Field("note", "Note", kinds.Text(200), "What else to know before calling."),
    Field("audience", "For", kinds.Choice(("public", "practitioners")), "Who should use this number."),
)

_LEVEL = (
    Field("level", "Level", kinds.Choice(("now", "today", "talk")), "How urgent it is.", is_required=True),
    Field("heading", "Heading", kinds.Text(100, example="Call now"), "Says the level in words.", is_required=True),
    Field("text", "Text", kinds.Text(400), "Who this is for."),
    Field("steps", "Steps", ListOf(kinds.Text(200), 8), "What to do, one step a line."),
    Field("number", "Number", kinds.Phone(), "The number to call."),
    Field("page", "Page", kinds.SitePage(), "Where to read more."),
)

_URGENT = (
    Field(
        "heading",
        "Heading",
        kinds.Text(60, example="Worried about a child?"),
        "The same words on every page.",
        is_required=True,
    ),
    Field(
        "emergency",
        "Emergency",
        kinds.Text(120, example="If a child is in danger now, call"),
        "What to do in danger.",
        is_required=True,
    ),
    Field("emergency_number", "Emergency number", kinds.Phone(), "The number.", is_required=True),
    Field("numbers", "Numbers", Record(_NUMBER, is_list=True, most=6), "The numbers to call.", is_required=True),
    Field("page", "Help page", kinds.SitePage(), "The page with all the ways.", is_required=True),
    Field("checked_on", "Checked on", kinds.Day(), "When somebody last rang the numbers.", is_required=True),
    Field("levels", "Levels", Record(_LEVEL, is_list=True, most=3), "The cards of the help page."),
)

_PROBLEM = (
    Field(
        "what",
        "What",
        kinds.Text(300, example="The map cannot be used with a keyboard."),
        "What does not work.",
        is_required=True,
    ),
    Field("criterion", "Criterion", kinds.Text(120), "The success criterion that fails."),
    Field("why", "Why", kinds.Text(300), "Why, and until when."),
)

_ACCESSIBILITY = (
    Field(
        "organisation",
        "Organisation",
        kinds.Text(120, example="Sample Safeguarding Board"),
        "Who runs the site.",
        is_required=True,
    ),
    Field("status", "Status", kinds.Choice(("fully", "partially", "not")), "How far it complies.", is_required=True),
    Field("problems", "Problems", Record(_PROBLEM, is_list=True, most=30), "What is not accessible."),
    Field(
        "alternatives",
        "Alternatives",
        kinds.Text(600, example="Ask us for another format."),
        "How to ask for another format.",
        is_required=True,
    ),
    Field("email", "Email", kinds.Email(), "Where to report a problem.", is_required=True),
    Field("phone", "Telephone", kinds.Phone(), "Where to report a problem."),
    Field("response_days", "Answer in days", kinds.Number(1, 60), "Working days to an answer.", is_required=True),
    Field("prepared_on", "Prepared on", kinds.Day(), "When the statement was written.", is_required=True),
    Field("reviewed_on", "Reviewed on", kinds.Day(), "When it was last reviewed."),
    Field(
        "tested",
        "Tested",
        kinds.Text(600, example="We tested the site ourselves in May 2016."),
        "When, how and by whom.",
        is_required=True,
    ),
)

_NOTICE = (
    Field("kind", "Kind", kinds.Choice(("announcement", "minor", "major")), "How serious it is.", is_required=True),
    Field("title", "Title", kinds.Text(100, example="Office closed"), "What it says in short.", is_required=True),
    Field("text", "Text", kinds.Text(400), "What it says."),
    Field("until", "Until", kinds.Day(), "The last day on which it shows."),
)

_PRIORITY = (
    Field("key", "Short name", kinds.Key(), "By which pages and news speak of it.", is_required=True),
    Field("name", "Name", kinds.Text(80, example="Neglect"), "The priority.", is_required=True),
    Field("summary", "Summary", kinds.Text(300), "What it means, in a sentence."),
    Field("page", "Page", kinds.SitePage(), "Where to read more."),
)

_EXIT = (
    Field("address", "Address", kinds.WebAddress(), "A harmless page elsewhere: the weather.", is_required=True),
    Field("page", "Safety page", kinds.SitePage(), "Where readers learn what the button cannot do.", is_required=True),
)

_SECURITY = (
    Field("contact", "Contact", kinds.Email(), "A mailbox of a role, for whoever finds a hole.", is_required=True),
    Field("expires", "Expires", kinds.Day(), "The day by which somebody must look at this again.", is_required=True),
    Field("page", "Page", kinds.SitePage(), "A page that says what happens with reports."),
)

_EDITING = (
    Field(
        "host", "Git host", kinds.Choice(("github", "gitlab", "gitea")), "Where the files are kept.", is_required=True
    ),
    Field("repository", "Repository", site_kinds.Repository(), "Its owner and its name.", is_required=True),
    Field("branch", "Branch", kinds.Text(100, example="main"), "Of which the site is made; main if left out."),
    Field("address", "Address of the host", kinds.WebAddress(), "Only for a GitLab, Gitea or Forgejo of your own."),
    Field(
        "sign_in",
        "Address for signing in",
        kinds.WebAddress(),
        "Of the service that signs people in, if not Netlify's.",
    ),
    Field(
        "client_id",
        "Application ID",
        kinds.Text(100, example="0a1b2c3d"),
        "Of the application made on GitLab or Gitea.",
    ),
    Field("save_first", "Save without publishing", kinds.YesNo(), "Yes: saving does not publish; “Publish” does."),
    Field("review", "Review", kinds.YesNo(), "Yes: a change waits for somebody else to agree."),
)

_COLOURS = (Field("brand", "Brand", site_kinds.Colour(), "Ground of the header, under white letters."),)

SITE_FIELDS = (
    Field(
        "name", "Name", kinds.Text(100, example="Sample Safeguarding Board"), "The board's full name.", is_required=True
    ),
    Field("short_name", "Short name", kinds.Text(20, example="SSB"), "What people call it.", is_required=True),
    Field(
        "group_word",
        "Word for a group",
        kinds.Text(40, example="LSCG"),
        "What a local group is called.",
        is_required=True,
    ),
    Field(
        "group_words",
        "Word for groups",
        kinds.Text(40, example="LSCGs"),
        "What several of them are called.",
        is_required=True,
    ),
    Field("group_meaning", "In full", kinds.Text(100), "What the word stands for."),
    Field("time_zone", "Time zone", site_kinds.Zone(), "The zone of all times shown."),
    Field("language", "Language", kinds.Choice(("en-gb",), ("British English",)), "The language of the pages."),
    Field("summary", "Summary", kinds.Text(300), "What the site is, in a sentence."),
    Field("base_url", "Address", kinds.BaseAddress(), "The public address of the site."),
    Field("email", "Email", kinds.Email(), "The office. Where there are contacts, it needs this or a telephone."),
    Field("phone", "Telephone", kinds.Phone(), "The office. It stands in for contacts that are out of date."),
    Field("address", "Postal address", kinds.Text(300), "The office."),
    Field("notice", "Notice", Record(_NOTICE), "A message above every page."),
    Field("urgent", "Urgent help", Record(_URGENT), "What stands on every page.", is_required=True),
    Field("exit", "Exit this page", Record(_EXIT), "A way to leave pages marked sensitive at once."),
    Field("menu", "Menu", Record(_LINK, is_list=True, most=5), "At most five links.", is_required=True),
    Field("footer", "Footer", Record(_LINK, is_list=True, most=12), "Links at the foot of every page."),
    Field("footer_text", "Footer text", kinds.Text(300), "Words at the foot of every page."),
    Field("feed_days_back", "Days back in feeds", kinds.Number(30, 366), "How long past events stay; 90 days."),
    Field("calendar_patience", "Days of patience", kinds.Number(1, 60), "After so many days readers are told; 3."),
    Field("priorities", "Priorities", Record(_PRIORITY, is_list=True, most=12), "What the board works on."),
    Field("owners", "Owners", ListOf(site_kinds.GitAccount(), 10), "Git accounts that may approve all; not shown."),
    Field("security", "Security", Record(_SECURITY), "Whom to tell of a hole: makes security.txt (RFC 9116)."),
    Field("colours", "Colours", Record(_COLOURS), "The board's own colours."),
    Field("editing", "Editing forms", Record(_EDITING), "Where forms at /admin/ read and save; no forms without it."),
    Field("accessibility", "Accessibility statement", Record(_ACCESSIBILITY), "What the law asks for."),
)
