"""The sketch map: one six-sided tile for each part of a group, drawn from rows and columns in content/areas.yaml.

Sizes are in the drawing's own units. Text in a drawing shrinks with it on a narrow screen, so labels are as large as a
tile allows and a map of many columns is marked wide.
"""

from __future__ import annotations

import re
import textwrap

from boardsite.dataclass import dataclass
from boardsite.model.entities import Group, Site, Tile

WIDTH, HEIGHT = 120, 140
PITCH = 105  # from one row to the next: the slopes of the tiles interlock
GAP = 4  # of each tile to its own edge: room for the mark of focus, which has twice that width
LARGEST, LEAST, LETTER = 21, 12, 0.6  # sizes of labels, and the mean width of a bold letter in its own size
ROOM = WIDTH - 20  # of a line
LINE = 10  # letters in a line of a label, unless a word is longer
NARROW = 4  # columns that still can be read at 320 pixels
_LONGEST = int(ROOM / (LETTER * LEAST))
_TOO_LONG = re.compile(rf"(\S{{{_LONGEST - 1}}})(?=\S{{2}})")


@dataclass(frozen=True, slots=True)
class LabelLine:
    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class MapTile:
    """A tile: the corners of its shape and its label line by line."""

    points: str
    lines: tuple[LabelLine, ...]


@dataclass(frozen=True, slots=True)
class MapGroup:
    """The tiles of a group, which together are one link; `words` is the link's name, what its tiles say included."""

    words: str
    address: str
    theme: int
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True, slots=True)
class TileMap:
    width: int
    height: int
    text_size: int
    is_wide: bool
    groups: tuple[MapGroup, ...]


def tile_map(site: Site) -> TileMap | None:
    """Return the map of today, or None where no tiles are declared."""
    today = site.clock.today
    shown = [tile for tile in site.ground.tiles if site.group(tile.group) and tile.days.include(today)]
    if not shown:
        return None
    left, top = min(_x(tile) for tile in shown), min(tile.row for tile in shown)
    labels = {tile: _label(tile, site.group(tile.group), shown) for tile in shown}
    longest = max((len(line) for label in labels.values() for line in _lines(label)), default=1)
    size = min(LARGEST, int(ROOM / (LETTER * longest)))
    groups = []
    for group in site.groups:
        own = [tile for tile in shown if tile.group == group.key]
        if own:
            drawn = tuple(_drawn(_x(tile) - left, (tile.row - top) * PITCH, labels[tile], size) for tile in own)
            said = [labels[tile] for tile in own if labels[tile] and labels[tile] not in group.title]
            groups.append(MapGroup(", ".join([*said, group.title]), group.address, group.theme, drawn))
    width = max(_x(tile) for tile in shown) - left + WIDTH
    height = (max(tile.row for tile in shown) - top) * PITCH + HEIGHT
    return TileMap(width, height, size, width > NARROW * WIDTH, tuple(groups))


def _x(tile: Tile) -> int:
    """Even rows stand half a tile to the right."""
    return (tile.column - 1) * WIDTH + (WIDTH // 2 if tile.row % 2 == 0 else 0)


def _label(tile: Tile, group: Group | None, shown: list[Tile]) -> str:
    """A tile says its own label, or the name of its group on the first of the group's tiles without one."""
    first = next((other for other in shown if other.group == tile.group and not other.label), None)
    return tile.label or (group.name if group and tile is first else "")


def _lines(label: str) -> list[str]:
    """One long word would make the labels of all tiles small: it is broken where it fills a line of the least size."""
    parts = _TOO_LONG.sub(r"\1- ", label)
    return textwrap.wrap(parts, max([LINE, *map(len, parts.split())]), break_long_words=False, break_on_hyphens=False)


def _drawn(x: int, y: int, label: str, size: int) -> MapTile:
    left, middle, right = x + GAP, x + WIDTH // 2, x + WIDTH - GAP
    upper, lower, tip = y + HEIGHT - PITCH + GAP // 2, y + PITCH - GAP // 2, GAP + 1
    corners = (
        (middle, y + tip), (right, upper), (right, lower), (middle, y + HEIGHT - tip), (left, lower), (left, upper),
    )  # fmt: skip
    lines = _lines(label)
    first = y + HEIGHT / 2 + size * 0.35 - (len(lines) - 1) * size * 0.58
    placed = tuple(LabelLine(text, middle, round(first + n * size * 1.16)) for n, text in enumerate(lines))
    return MapTile(" ".join(f"{a},{b}" for a, b in corners), placed)
