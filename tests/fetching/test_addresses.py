"""Which machines are never asked, in whatever way their number is written."""

from __future__ import annotations

import pytest

from boardsite.fetching.addresses import goal_after, goal_of, is_public


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a00:1",
        "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:1::1", "2001:db8::1", "2001:0:7f00:1::", "100::1", "not a number", "",
    ],
)  # fmt: skip
def test_a_machine_that_is_not_on_the_public_internet_is_refused(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_a_public_machine_may_be_asked(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "address",
    [
        "http://calendar.example.org/a.ics", "ftp://calendar.example.org/a.ics", "file:///etc/passwd", "//calendar.example.org",
        "https://user:word@calendar.example.org/a.ics", "https://@calendar.example.org/", "https://calendar.example.org:8443/",
        "https://calendar.example.org:22/", "https://", "https:///a.ics", "https://[::1]/a.ics", "https://a b.example.org/",
        "https://calendar.example.org:port/", "https://-a.example.org/", "https://" + "a" * 3000, "gopher://x", "",
        "https://ex\x00ample.org/",
    ],
)  # fmt: skip
def test_an_address_that_is_not_plain_https_is_not_asked(address: str) -> None:
    assert goal_of(address) is None


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://calendar.example.org/a.ics", "https://calendar.example.org/a.ics"),
        ("webcal://Calendar.Example.Org/a.ics", "https://calendar.example.org/a.ics"),
        ("https://calendar.example.org:443", "https://calendar.example.org/"),
        ("https://calendar.example.org./a?b=c&d=%20#part", "https://calendar.example.org/a?b=c&d=%20"),
        ("https://kalender-grün.example.org/ü\r\nX: y", "https://xn--kalender-grn-nlb.example.org/%C3%BCX:%20y"),
    ],
)
def test_what_is_asked_is_safe_to_send(address: str, asked: str) -> None:
    goal = goal_of(address)
    assert goal is not None
    assert goal.address == asked
    assert goal.address.isascii()
    assert "\r" not in goal.address + goal.path
    assert "\n" not in goal.address + goal.path


def test_a_redirect_is_judged_like_any_address() -> None:
    goal = goal_of("https://calendar.example.org/folder/a.ics")
    assert goal is not None
    onward = goal_after(goal, "../b.ics")
    assert onward is not None
    assert onward.address == "https://calendar.example.org/b.ics"
    assert goal_after(goal, "http://calendar.example.org/b.ics") is None
    assert goal_after(goal, "https://[bad/") is None
