"""The key of a page holds all that the page is made of."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from boardsite.dataclass import dataclass
from boardsite.pages.chrome import Assets, Preview
from boardsite.pages.frame import View
from boardsite.pages.kept import Plans
from boardsite.pages.news import NewsItemView
from boardsite.pages.plan import plan as planned
from boardsite.rendering.remembered import _all_but
from tests.support import small_site


@pytest.fixture(scope="module")
def view() -> NewsItemView:
    site = small_site.build().site
    assert site is not None
    targets, _ = planned(site, Assets("", ()), Preview(), Plans())
    return next(target.view for target in targets if isinstance(target.view, NewsItemView))


def test_every_field_of_a_page_and_of_its_head_is_in_its_key(view: NewsItemView) -> None:
    for whole, apart in ((view, "head"), (view.head, "chrome")):
        names = [field.name for field in fields(whole) if field.name != apart]
        changed = [replace(whole, **{name: object()}) for name in names]
        keys = {_all_but(apart, each) for each in (whole, *changed)}
        assert len(names) > 5
        assert len(keys) == len(names) + 1


@dataclass(frozen=True, slots=True)
class Nothing(View):
    """A page of which its head says all."""


@dataclass(frozen=True, slots=True)
class One(View):
    word: object


@dataclass(frozen=True, slots=True)
class Another(View):
    word: object


def test_pages_of_two_kinds_have_two_keys_also_where_they_say_the_same(view: NewsItemView) -> None:
    made = (Nothing(view.head), One(view.head, "a"), Another(view.head, "a"), One(view.head, ("a",)), One(view.head, ()))
    assert len({_all_but("head", each) for each in made}) == len(made)
