"""What somebody may do to a series in the form, and what becomes of the promise by that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tests.forms.promised import DAY, Date, Promise, dates_of, later


@dataclass(frozen=True)
class Edit:
    """The job for the form, and the promise after it: None where the form has to refuse."""

    job: dict[str, object]
    after: Promise | None


def fields(after: Promise | None, **values: object) -> Edit:
    return Edit({"fields": values}, after)


def at_times(promise: Promise, starts: str, ends: str) -> Edit:
    form = promise.form if promise.timing == "timed" else "london"
    new = replace(promise, timing="timed", starts=starts, ends=ends, form=form)
    return fields(new, timing="timed", to=ends, **{"from": starts})


def lasting(promise: Promise, more: int) -> Edit:
    starts = promise.starts or "09:30"
    return at_times(promise, starts, later(starts, more))


def with_open_end(promise: Promise) -> Edit | None:
    return None if promise.days_more else at_times(promise, promise.starts or "09:30", "")


def without_times(promise: Promise, timing: str) -> Edit:
    dates = [replace(each, added_at="") for each in promise.dates]
    form = promise.form if promise.form == "midnights" and timing == "all-day" else "day"
    new = replace(promise, timing=timing, starts="", ends="", dates=dates, form=form)
    return fields(new, timing=timing, to="", **{"from": ""})


def on_three_days(promise: Promise) -> Edit:
    is_refused = promise.timing == "timed" and not promise.ends
    return fields(
        None if is_refused else replace(promise, days_more=2), last_day=f"{promise.dates[0].original + 2 * DAY}"
    )


def with_status(promise: Promise, status: str) -> Edit:
    return fields(replace(promise, status=status), status=status)


def until_the_third(promise: Promise) -> Edit | None:
    if len(promise.dates) < 4 or not promise.choice:
        return None
    first, second, third = (each.original for each in promise.dates[:3])
    kept = [each for each in promise.dates if each.original <= third or each.is_added or each.is_removed]
    is_cut = any(each.is_changed and each not in kept for each in promise.dates)
    is_counted = promise.choice == "keep" and second - first == 7 * DAY  # COUNT gives way to UNTIL
    new = replace(promise, until=third, dates=kept, choice="week" if is_counted else promise.choice)
    return fields(None if is_cut or (promise.onwards and promise.onwards > third) else new, until=f"{third}")


def on_day(promise: Promise, more: int) -> Edit:
    day = promise.dates[0].original + more * DAY
    dates = dates_of(promise.choice, day, promise.until or day) if promise.choice else [day]
    new = None if promise.choice == "keep" else redated(promise, dates)
    last = f"{day + promise.days_more * DAY}" if promise.days_more else ""
    return fields(new, day=f"{day}", last_day=last)


def repeating(promise: Promise, choice: str) -> Edit:
    first = promise.dates[0].original
    last = first + 60 * DAY
    new = redated(promise, dates_of(choice, first, last))
    return fields(new and replace(new, choice=choice, until=last), repeats=choice, until=f"{last}")


def once(promise: Promise) -> Edit:
    is_listed = promise.onwards or any(each.is_changed or each.is_removed for each in promise.dates)
    new = replace(promise, dates=promise.dates[:1], choice="", until=None)
    return fields(None if is_listed else new, repeats="", until="")


def redated(promise: Promise, dates: list[date]) -> Promise | None:
    """Return the promise with other dates: those that are changed must be among them."""
    is_other_rule = dates[:2] != [each.original for each in promise.dates][:2]
    listed = {each.original: each for each in promise.dates if each.is_changed or each.is_removed}
    needed = {day for day, each in listed.items() if each.is_changed or is_other_rule}
    if (promise.onwards and (is_other_rule or promise.onwards not in dates)) or not needed <= set(dates):
        return None
    added = [each for each in promise.dates if each.is_added and not each.is_changed]
    gone = [each for day, each in listed.items() if day not in dates]
    return replace(promise, dates=[*(listed.get(day, Date(day)) for day in dates), *gone, *added])


def change_one(promise: Promise, number: int, what: str) -> Edit | None:
    """Take a date out, cancel or move it; one that was changed already is changed anew."""
    if len(promise.dates) <= number or not promise.choice or promise.dates[number].is_added:
        return None
    old = promise.dates[number]
    new = Date(old.original, is_changed=what != "removed", is_removed=what == "removed", is_off=what == "cancelled")
    line = {"date": f"{old.original}", "what": "moved", "day": "", "from": "", "to": "", "note": ""}
    is_refused = bool(promise.onwards and old.original >= promise.onwards)
    if what == "another-day":
        new.shift, line["day"] = 2, f"{old.original + 2 * DAY}"
    elif what == "another-time":
        new.own, line["from"] = (
            ("14:00", later("14:00", promise.length()) if promise.ends else "", promise.days_more),
            "14:00",
        )
        is_same_line = old.own and old.own[:2] == ("14:00", "") and not old.is_off
        new.own = old.own if is_same_line else new.own
        is_refused = is_refused or bool(promise.days_more and not promise.ends)
    else:
        line["what"] = what
        is_refused = is_refused and (what == "cancelled" or old.original == promise.onwards)
    if what == "cancelled" and old.is_changed:  # it is cancelled where it was
        new.shift, new.own = old.shift, old.own
    dates = [new if each is old else each for each in promise.dates]
    job = {"without": [f"{old.original}"], "and": [line]}
    return Edit(job, None if is_refused else replace(promise, dates=dates))


def change_none(promise: Promise) -> Edit:
    """Take all lines out of the list of changed dates."""
    dates = [Date(each.original, added_at=each.added_at, is_added=each.is_added) for each in promise.dates]
    job: dict[str, object] = {"without": [f"{each.original}" for each in promise.dates]}
    return Edit(job, replace(promise, dates=dates, onwards=None))


EDITS: dict[str, Callable[[Promise], Edit | None]] = {
    "later": lambda promise: at_times(promise, "19:00", "21:00"),
    "earlier": lambda promise: at_times(promise, "08:00", "11:30"),
    "longer": lambda promise: lasting(promise, 165),
    "with an open end": with_open_end,
    "all day": lambda promise: without_times(promise, "all-day"),
    "at a time to be confirmed": lambda promise: without_times(promise, "open"),
    "on three days": on_three_days,
    "cancelled": lambda promise: with_status(promise, "cancelled"),
    "postponed": lambda promise: with_status(promise, "postponed"),
    "not certain": lambda promise: with_status(promise, "tentative"),
    "on": lambda promise: with_status(promise, ""),
    "until the third": until_the_third,
    "a week later": lambda promise: on_day(promise, 7),
    "a day later": lambda promise: on_day(promise, 1),
    "once": once,
    "every fortnight": lambda promise: repeating(promise, "fortnight"),
    "every month": lambda promise: repeating(promise, "month-weekday"),
    "with another title": lambda promise: fields(replace(promise), title="Another"),
    "with other details": lambda promise: fields(replace(promise), description="Other details"),
    "the third taken out": lambda promise: change_one(promise, 2, "removed"),
    "the third cancelled": lambda promise: change_one(promise, 2, "cancelled"),
    "the third on another day": lambda promise: change_one(promise, 2, "another-day"),
    "the third at another time": lambda promise: change_one(promise, 2, "another-time"),
    "the second cancelled": lambda promise: change_one(promise, 1, "cancelled"),
    "the second on another day": lambda promise: change_one(promise, 1, "another-day"),
    "no changed dates": change_none,
}
