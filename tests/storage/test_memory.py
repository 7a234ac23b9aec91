"""A run gives a result again, as the same object, while all that it was made of is the same."""

from __future__ import annotations

import pytest

from boardsite import patience
from boardsite.storage.memory import Memory, steady


class Counting:
    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def make(self, *given: object) -> tuple[object, ...]:
        self.asked.append(given)
        return ("made", *given)


def test_what_is_given_again_is_not_made_again() -> None:
    memory, counting = Memory(keeps=True), Counting()
    first = memory.of("step", counting.make, "a", (1, 2))
    assert memory.of("step", counting.make, "a", (1, 2)) is first
    assert counting.asked == [("a", (1, 2))]


def test_what_is_given_differently_is_made_anew() -> None:
    memory, counting = Memory(keeps=True), Counting()
    for given in ((1,), (True,), (1, 1), (), ("1",)):
        assert memory.of("step", counting.make, *given) == ("made", *given)
    assert len(counting.asked) == 5


def test_names_are_kept_apart() -> None:
    memory, counting = Memory(keeps=True), Counting()
    assert memory.of("one", counting.make, 1) is not memory.of("two", counting.make, 1)


def test_only_the_last_result_is_kept() -> None:
    memory, counting = Memory(keeps=True), Counting()
    for given in (1, 2, 1):
        memory.of("step", counting.make, given)
    assert len(counting.asked) == 3


def test_a_single_build_keeps_nothing() -> None:
    memory, counting = Memory(keeps=False), Counting()
    assert memory.of("step", counting.make, 1) is not memory.of("step", counting.make, 1)


def test_a_result_that_comes_out_the_same_is_the_object_that_was_there() -> None:
    """So whatever is made of it need not be made again either."""
    memory = Memory(keeps=True)
    first = memory.of("length", lambda text: ("length", len(text)), "abc")
    assert memory.of("length", lambda text: ("length", len(text)), "xyz") is first


def test_parts_of_a_result_stay_where_they_are_the_same() -> None:
    before = (("a", 1), ("b", 2))
    after = steady((("a", 1), ("b", 3)), before)
    assert after == (("a", 1), ("b", 3))
    assert after[0] is before[0]


def test_what_was_stopped_is_tried_again() -> None:
    memory, tries = Memory(keeps=True), iter((True, False, True))

    def make() -> str:
        try:
            with patience.limited("a file"):
                if next(tries):
                    raise patience.OutOfPatience
        except patience.OutOfPatience:
            return "stopped"
        return "made"

    assert [memory.of("step", make) for _ in range(3)] == ["stopped", "made", "made"]


def test_what_is_forgotten_is_made_anew() -> None:
    memory, counting = Memory(keeps=True), Counting()
    memory.of("step", counting.make)
    memory.forget("step")
    memory.forget("another")
    memory.of("step", counting.make)
    assert len(counting.asked) == 2


def test_what_can_be_walked_through_once_only_is_refused() -> None:
    with pytest.raises(AssertionError, match="step"):
        Memory(keeps=True).of("step", lambda: (number for number in range(3)))


def test_a_run_works_with_one_thing_of_a_kind() -> None:
    memory = Memory(keeps=True)
    assert memory.held(Counting) is memory.held(Counting)
    assert Memory(keeps=False).held(Counting) is not Memory(keeps=False).held(Counting)


def test_of_many_rows_only_those_that_are_different_are_made() -> None:
    memory, counting = Memory(keeps=True), Counting()
    things = [f"thing {number}" for number in range(5)]
    first = memory.each("row", counting.make, things, range(5), given=("of all",))
    assert first[3] == ("made", "thing 3", 3, "of all")
    changed = [*things[:2], "another", *things[3:]]
    second = memory.each("row", counting.make, changed, range(5), given=("of all",))
    assert counting.asked[5:] == [("another", 2, "of all")]
    assert second[3] is first[3]
    assert second[2] == ("made", "another", 2, "of all")


def test_rows_may_come_go_and_change_places() -> None:
    memory, counting = Memory(keeps=True), Counting()
    a, b, c, d = ("a",), ("b",), ("c",), ("d",)
    memory.each("row", counting.make, [a, b, c])
    assert memory.each("row", counting.make, [c, d, a]) == (("made", c), ("made", d), ("made", a))
    assert counting.asked == [(a,), (b,), (c,), (d,)]


def test_rows_that_are_all_the_same_give_the_very_same_results() -> None:
    memory = Memory(keeps=True)
    things = [("a",), ("b",)]
    assert memory.each("row", tuple, things) is memory.each("row", tuple, things)


def test_what_is_given_to_all_rows_counts_for_each() -> None:
    memory, counting = Memory(keeps=True), Counting()
    for given in ((1,), (True,), ()):
        assert memory.each("row", counting.make, ["a"], given=given) == (("made", "a", *given),)


def test_a_row_that_comes_out_as_it_was_is_given_as_it_was() -> None:
    memory = Memory(keeps=True)
    first = memory.each("row", str.casefold, ["Abcd" * 9, "b"])
    assert memory.each("row", str.casefold, ["aBCD" * 9, "b"]) is first


def test_rows_of_which_one_is_not_worth_it_are_made_again() -> None:
    memory, counting = Memory(keeps=True), Counting()
    for _ in range(2):
        memory.each("row", counting.make, ["a", "b"], is_worth=lambda made: "b" not in made)
    assert len(counting.asked) == 4


def test_rows_of_which_one_was_stopped_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, stops = Memory(keeps=True), iter(range(100))
    monkeypatch.setattr(patience, "stops", lambda: next(stops))
    asked: list[str] = []
    for _ in range(2):
        memory.each("row", asked.append, ["a"])
    assert asked == ["a", "a"]


def test_a_memory_that_keeps_nothing_makes_every_row() -> None:
    memory, counting = Memory(keeps=False), Counting()
    for _ in range(2):
        assert memory.each("row", counting.make, ["a"], given=(1,)) == (("made", "a", 1),)
    assert len(counting.asked) == 2


def test_rows_must_be_whole() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Memory(keeps=True).each("row", max, [1, 2], [1])


def test_what_comes_out_the_same_of_another_thing_given_is_the_object_that_was_there() -> None:
    memory, rows = Memory(keeps=True), ["a", "b"]
    first = memory.each("row", lambda row, _: (row, "x"), rows, given=(1,))
    assert memory.each("row", lambda row, _: (row, "x"), rows, given=(2,)) is first
    assert memory.each("row", lambda row, given: (row, given), rows, given=(3,)) == (("a", 3), ("b", 3))


def test_a_name_of_rows_and_one_of_a_result_are_two() -> None:
    memory, rows = Memory(keeps=True), ["a", "b"]
    first = memory.each("it", lambda row: (row,), rows)
    assert memory.of("it", str.upper, "x") == "X"
    assert memory.each("it", lambda row: (row, "new"), rows) is first


def test_rows_of_which_nothing_is_new_are_no_news() -> None:
    memory, rows = Memory(keeps=True), ["a", "b"]
    memory.each("it", lambda row: (row,), rows)
    kept = memory.table("rows")["it"]
    memory.each("it", lambda row: (row,), list(rows))
    assert memory.table("rows")["it"] is kept
    memory.each("it", lambda row: (row,), rows[:1])
    assert memory.table("rows")["it"] is not kept


def test_here_is_what_keeps_while_the_process_lives_and_writes_nothing_for_the_next_one() -> None:
    preview, build = Memory(keeps=True), Memory(keeps=True, lasts=True)
    assert preview.here is preview
    assert build.here.of("name", list, (1, 2)) is not build.here.of("name", list, (1, 2))
    assert build.tables == {"results": {}, "rows": {}}
    assert Memory(keeps=False).here.keeps is False
