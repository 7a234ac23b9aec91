"""The board: its words, its numbers and its settings, as content/site.yaml has them. All frozen."""

from __future__ import annotations

from datetime import date

from boardsite.dataclass import dataclass
from boardsite.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Priority:
    key: str
    name: str
    summary: str
    address: str


@dataclass(frozen=True, slots=True)
class MenuLink:
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class HelpNumber:
    label: str
    number: str
    hours: str
    note: str
    audience: str


@dataclass(frozen=True, slots=True)
class HelpLevel:
    """One card of the help page; `level` is now, today or talk. `page` is the address of more about it, or ""."""

    level: str
    heading: str
    text: str
    steps: tuple[str, ...]
    number: str
    page: str


@dataclass(frozen=True, slots=True)
class UrgentHelp:
    """Whom to call. `numbers` begin with those for everyone; `first` of them stand on every page."""

    heading: str
    emergency: str
    emergency_number: str
    numbers: tuple[HelpNumber, ...]
    first: tuple[HelpNumber, ...]
    address: str
    checked_on: date
    levels: tuple[HelpLevel, ...]


@dataclass(frozen=True, slots=True)
class ExitPage:
    """A harmless page elsewhere, and our own page that says what leaving for it does not hide."""

    address: str
    safety_address: str


@dataclass(frozen=True, slots=True)
class Notice:
    kind: str
    title: str
    text: str
    until: date | None


@dataclass(frozen=True, slots=True)
class StatementProblem:
    what: str
    criterion: str
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What the accessibility statement has to say (SI 2018/952, regulation 8)."""

    organisation: str
    status: str
    problems: tuple[StatementProblem, ...]
    alternatives: str
    email: str
    phone: str
    response_days: int
    prepared_on: date
    reviewed_on: date | None
    tested: str


@dataclass(frozen=True, slots=True)
class SecurityContact:
    """Whom to tell of a hole in the site's safety, until a day (RFC 9116). `policy` is a page of the site, or ""."""

    contact: str
    expires: date
    policy: str


@dataclass(frozen=True, slots=True)
class Editing:
    """Where the editing forms read and save. `host` is github, gitlab or gitea; other texts are "" where not given."""

    host: str
    repository: str
    branch: str
    address: str
    sign_in: str
    client_id: str
    saves_first: bool
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class Board:
    """The board, its words and its settings. `base_url` ends in `/`, or is "" where no address is known."""

    name: str
    short_name: str
    group_word: str
    group_words: str
    group_meaning: str
    language: str
    summary: str
    base_url: str
    email: str
    phone: str
    address: str
    notice: Notice | None
    urgent: UrgentHelp
    exit_page: ExitPage | None
    menu: tuple[MenuLink, ...]
    footer: tuple[MenuLink, ...]
    footer_text: str
    feed_days_back: int
    calendar_patience: int
    priorities: tuple[Priority, ...]
    brand_colour: str
    statement: Statement | None
    editing: Editing | None
    security: SecurityContact | None
    where: Location


@dataclass(frozen=True, slots=True)
class Holiday:
    """A bank holiday of the board's country."""

    day: date
    name: str
    where: Location
