"""The picture of a section that other programs show beside a link: its name in white on its colour.

Drawn with the letters that Pillow brings along (Aileron, CC0), so no typeface is shipped. These are the letters of
ASCII: others are written as their nearest ones, and a name in another script is not written at all.
"""

from __future__ import annotations

import io
import unicodedata

from PIL import Image, ImageColor, ImageDraw, ImageFont

from boardsite.pages.sharing import CARD, Card

MARGIN, FOOT, RIBBON = 80, 120, 24
SIZES = (132, 112, 96, 80, 64, 52)  # of the title; the first that fits is taken
LEADING, MOST_HEIGHT = 1.15, 400
_SAME = {"\u2013": "-", "\u2014": "-", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "ß": "ss", "æ": "ae"}


def share_card(card: Card) -> bytes:
    """Return the card as a PNG."""
    width, height = CARD
    image = Image.new("RGB", CARD, card.ground)
    pen = ImageDraw.Draw(image)
    for x, y, radius in ((1090, 120, 330), (1180, 480, 230), (880, 430, 150)):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=_lighter(card.ground), width=26)
    for number, colour in enumerate(card.ribbon):
        left, right = (width * n // len(card.ribbon) for n in (number, number + 1))
        pen.rectangle((left, 0, right - 1, RIBBON - 1), fill=colour)
    pen.rectangle((0, RIBBON, width, RIBBON + 3), fill="#ffffff")
    pen.rectangle((0, height - FOOT, width, height), fill="#ffffff")
    _write(pen, card)
    # Colours are chosen from a copy of a quarter of the height: to choose takes twice the memory of what it looks at.
    colours = image.reduce((1, 4)).quantize(64, Image.Quantize.FASTOCTREE)
    out = io.BytesIO()
    image.quantize(palette=colours, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, card: Card) -> None:
    width, height = CARD
    room = width - 2 * MARGIN
    title, board = in_ascii(card.title), in_ascii(card.board)
    size, lines = _set(pen, title, room)
    top = RIBBON + max(0.0, height - FOOT - RIBBON - len(lines) * size * LEADING) / 2
    for number, line in enumerate(lines):
        place = (MARGIN, top + number * size * LEADING)
        pen.text(place, line, font=ImageFont.load_default(size), fill="#ffffff", stroke_width=1)
    small = next((s for s in (44, 36, 28, 20) if pen.textlength(board, font=ImageFont.load_default(s)) <= room), 16)
    pen.text((MARGIN, height - FOOT / 2), board, font=ImageFont.load_default(small), fill="#17212b", anchor="lm")


def _set(pen: ImageDraw.ImageDraw, title: str, room: int) -> tuple[int, list[str]]:
    """Return the largest size in which a title has room, or the smallest, and its lines."""
    for size in SIZES:
        font = ImageFont.load_default(size)
        lines = _lines(pen, title, font, room)
        is_low = len(lines) * size * LEADING <= MOST_HEIGHT
        if size == SIZES[-1] or (is_low and all(pen.textlength(line, font=font) <= room for line in lines)):
            return size, lines
    raise AssertionError("the last size is always taken")


def _lines(
    pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room: int
) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pen.textlength(longer, font=font) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def in_ascii(text: str) -> str:
    """Return a name in the letters there are, or "" where too little of it would be left."""
    known = unicodedata.normalize("NFKD", "".join(_SAME.get(letter, letter) for letter in text))
    plain = known.encode("ascii", "ignore").decode()
    letters = sum(letter.isalnum() for letter in text)
    return plain if sum(letter.isalnum() for letter in plain) * 10 >= letters * 9 else ""


def _lighter(colour: str) -> tuple[int, int, int]:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return (red + (255 - red) // 8, green + (255 - green) // 8, blue + (255 - blue) // 8)
