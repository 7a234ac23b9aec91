"""The order in which several workers take the files of tests: what takes long begins first.

A worker takes a whole file. A long one that begins last has the other worker wait for its end with nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

# About eight seconds and more, the longest first (`--durations=0` tells); any other file is taken after these.
LONGEST = (
    "tests/browser/test_hostile.py",
    "tests/properties/test_warm_is_clean.py",
    "tests/calendars/test_no_file_keeps_us.py",
    "tests/browser/test_forms.py",
    "tests/publishing/test_killed.py",
    "tests/browser/test_audit.py",
    "tests/bad_input/test_bad_input.py",
    "tests/properties/test_same_bytes.py",
    "tests/browser/test_finding.py",
    "tests/commands/test_next_build.py",
    "tests/test_bootstrap.py",
    "tests/messages/test_messages.py",
    "tests/browser/test_fit.py",
    "tests/browser/test_posters.py",
    "tests/calendars/test_second_readers.py",
    "tests/browser/test_faults.py",
    "tests/browser/test_four_questions.py",
    "tests/commands/test_apart.py",
    "tests/bad_input/test_whole_run.py",
    "tests/fetching/test_download.py",
    "tests/rendering/test_picture_files.py",
    "tests/importing/test_hostile_files.py",
    "tests/calendars/test_bounds.py",
    "tests/bad_input/test_bounds.py",
    "tests/commands/test_cli.py",
    "tests/forms/test_settings.py",
    "tests/browser/test_components.py",
    "tests/browser/test_freshness.py",
)


def longest_first(items: Iterable[pytest.Item]) -> list[pytest.Item]:
    """Return the tests of the longest files first; within a file, and among short ones, all stays as it is."""
    places = {name: place for place, name in enumerate(LONGEST)}
    return sorted(items, key=lambda item: places.get(item.location[0], len(places)))
