"""Pictures as they are published: small, upright, in the right colours, in words, and without their secrets."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from tests.support import small_site
from tests.support.sample_site import outcome_on

PAGE = "---\ntitle: Guide\n{}---\n{}\n"
LEAD = "image: images/field.{}\nimage_alt: A green field\n"
SECRET = "TOKEN-secret"


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def quarters(width: int = 1200, height: int = 600) -> Image.Image:
    """Red above green at the left, blue above white at the right: no two ways of turning it are alike."""
    image = Image.new("RGB", (width, height), "white")
    for box, colour in (((0, 0), "red"), ((0, height // 2), "green"), ((width // 2, 0), "blue")):
        image.paste(colour, (*box, box[0] + width // 2, box[1] + height // 2))
    return image


def built(content: bytes, ending: str, settings: str = "", body: str = "Text.") -> small_site.Outcome:
    settings = settings or LEAD.format(ending)
    return small_site.build(
        {"content/guide.md": PAGE.format(settings, body), f"content/images/field.{ending}": content}
    )


def files(outcome: small_site.Outcome) -> dict[str, bytes]:
    return {path: artifact.content for path, artifact in outcome.files if path.startswith("images/field-")}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def nearest(found: object) -> str:
    names = {
        "red": (255, 0, 0),
        "green": (0, 128, 0),
        "blue": (0, 0, 255),
        "white": (255, 255, 255),
        "black": (0, 0, 0),
    }
    assert isinstance(found, tuple)
    return min(names, key=lambda name: sum((a - b) ** 2 for a, b in zip(names[name], found[:3], strict=True)))


def corners(image: Image.Image) -> list[str]:
    rgb = image.convert("RGB")
    at = [(0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75)]
    return [nearest(rgb.getpixel((int(x * rgb.width), int(y * rgb.height)))) for x, y in at]


UPRIGHT = ["red", "green", "blue", "white"]
FORMS = {"jpg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP"}


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("where", ["lead", "body"])
def test_a_picture_is_offered_as_webp_and_as_something_old_programs_know(ending: str, where: str) -> None:
    content = saved(quarters(2000, 1000), FORMS[ending])
    body = f"![A green field](images/field.{ending})"
    outcome = built(content, ending) if where == "lead" else built(content, ending, "summary: s\n", body)
    assert outcome.report.errors == ()
    html = small_site.page(outcome, "guide/index.html")
    (source,) = re.findall(r'<source type="image/webp" srcset="([^"]*)"', html)
    assert [part.split()[1] for part in source.split(", ")] == ["480w", "960w", "1600w"]
    (img,) = re.findall(r"<img [^>]*>", html)
    old = "png" if ending in ("png", "gif") else "jpg"
    assert re.search(rf'src="[^"]*-960\.{old}"', img)
    assert 'width="960" height="480"' in img
    assert 'alt="A green field"' in img
    assert ("loading" in img) is (where == "body")
    sizes = {path: opened(content).size for path, content in files(outcome).items()}
    assert sorted(sizes.values()) == [(480, 240), (960, 480), (960, 480), (1600, 800)]
    for path, content in files(outcome).items():
        assert opened(content).format == FORMS[path.rpartition(".")[2]]
        assert corners(opened(content)) == UPRIGHT


def test_a_small_picture_is_never_made_larger() -> None:
    outcome = built(saved(quarters(300, 200), "PNG"), "png")
    assert {opened(content).size for content in files(outcome).values()} == {(300, 200)}
    assert len(files(outcome)) == 2


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(1200, 600), (2400, 1200)])
def test_a_turned_photograph_is_published_upright(orientation: int, size: tuple[int, int]) -> None:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = quarters(*size)
    stored = image.transpose(turns[orientation]) if orientation in turns else image
    outcome = built(saved(stored, "JPEG", exif=exif), "jpg")
    for content in files(outcome).values():
        assert corners(opened(content)) == UPRIGHT
        assert opened(content).width == 2 * opened(content).height
    assert 'width="960" height="480"' in small_site.page(outcome, "guide/index.html")


def test_nothing_but_pixels_is_published() -> None:
    exif = Image.Exif()
    exif[0x010F] = SECRET
    exif.get_ifd(0x8825)[1] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{SECRET}</x:xmpmeta>")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    xmp = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    contents = {
        "jpg": saved(quarters(), "JPEG", exif=exif, comment=SECRET.encode(), icc_profile=profile, xmp=xmp),
        "png": saved(quarters(), "PNG", exif=exif, pnginfo=notes, icc_profile=profile),
        "webp": saved(quarters(), "WEBP", exif=exif, icc_profile=profile, xmp=xmp),
        "gif": saved(quarters(), "GIF", comment=SECRET.encode()),
    }
    for ending, content in contents.items():
        assert SECRET.encode() in content
        made = files(built(content, ending))
        assert len(made) == 4
        for published in made.values():
            assert SECRET.encode() not in published
            with opened(published) as image:
                image.load()
                assert image.info.keys() <= {
                    "jfif",
                    "jfif_version",
                    "jfif_unit",
                    "jfif_density",
                    "progressive",
                    "progression",
                    "loop",
                    "background",
                    "timestamp",
                    "duration",
                }
                assert not image.getexif()


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    """A profile whose red is green and the other way round: what it calls red must come out green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"odd ")
    swapped = profile.replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"????", b"gXYZ", 1)
    outcome = built(saved(quarters(), "JPEG", icc_profile=swapped), "jpg")
    for content in files(outcome).values():
        found = corners(opened(content))
        assert found[0] == "green"
        assert found[2:] == ["blue", "white"]


@pytest.mark.parametrize(
    ("image", "form", "options"),
    [
        (quarters().convert("CMYK"), "JPEG", {}),
        (quarters().convert("RGBA"), "PNG", {}),
        (quarters().convert("P"), "PNG", {}),
        (quarters().convert("P"), "GIF", {}),
    ],
    ids=["cmyk", "alpha", "palette", "gif"],
)
def test_pictures_of_odd_kinds_keep_their_colours(image: Image.Image, form: str, options: dict[str, object]) -> None:
    ending = {form: ending for ending, form in FORMS.items()}[form]
    outcome = built(saved(image, form, **options), ending)
    assert outcome.report.errors == ()
    for content in files(outcome).values():
        assert corners(opened(content)) == UPRIGHT


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    image = Image.new("I;16", (1000, 500), 0x8000)
    for content in files(built(saved(image, "PNG"), "png")).values():
        assert opened(content).convert("L").getpixel((10, 10)) in range(120, 136)


def test_what_is_seen_through_stays_so() -> None:
    image = Image.new("RGBA", (1000, 500), (255, 0, 0, 0))
    for content in files(built(saved(image, "PNG"), "png")).values():
        assert opened(content).convert("RGBA").getpixel((10, 10))[3] == 0  # type: ignore[index]


def test_a_moving_picture_stands_still_and_is_told() -> None:
    views = [quarters(600, 300), Image.new("RGB", (600, 300), "black")]
    outcome = built(saved(views[0], "GIF", save_all=True, append_images=views[1:]), "gif")
    assert [d.code for d in outcome.report.warnings] == ["image.moves"]
    for content in files(outcome).values():
        with opened(content) as image:
            assert getattr(image, "n_frames", 1) == 1
            assert corners(image) == UPRIGHT


@pytest.mark.parametrize("words", ["decorative", "Decorative"])
def test_a_picture_that_says_nothing_is_marked_so_on_purpose(words: str) -> None:
    content = saved(quarters(), "JPEG")
    lead = built(content, "jpg", f"image: images/field.jpg\nimage_alt: {words}\n")
    body = built(content, "jpg", "summary: s\n", f"![{words}](images/field.jpg)")
    for outcome in (lead, body):
        assert outcome.report.errors == ()
        html = small_site.page(outcome, "guide/index.html").partition("<main")[2]
        assert re.search(r'<img [^>]*alt=""', html)
        assert "ecorative" not in html


@pytest.mark.parametrize(
    ("settings", "body"), [("image: images/field.jpg\n", "Text."), ("summary: s\n", "![](images/field.jpg)")]
)
def test_a_picture_without_words_is_told(settings: str, body: str) -> None:
    outcome = built(saved(quarters(), "JPEG"), "jpg", settings, body)
    assert [d.code for d in outcome.report.errors] == ["image.no-description"]


@pytest.mark.parametrize("name", ["field.svg", "field.heic", "field.TIFF"])
def test_a_kind_that_browsers_do_not_show_is_told_with_what_to_do(name: str) -> None:
    changes = {
        "content/guide.md": PAGE.format("", f"![A field](images/{name})"),
        f"content/images/{name}": b"<svg onload='x'/>",
    }
    outcome = small_site.build(changes)
    assert {"image.kind-unknown", "file.wrong-place"} == set(small_site.codes(outcome))
    assert all("Save it as" in (d.hint or "") for d in outcome.report.diagnostics)
    assert not [path for path, _ in outcome.files if "field" in path]


def test_no_picture_of_the_sample_is_larger_as_webp_than_in_its_old_form() -> None:
    made = {
        path: len(artifact.content)
        for path, artifact in outcome_on(date(2016, 6, 1)).files
        if path.startswith("images/")
    }
    old = {
        path: size
        for path, size in made.items()
        if Path(path).suffix in (".jpg", ".png") and not path.startswith("images/share-")
    }
    assert old
    assert [path for path, size in old.items() if made[str(Path(path).with_suffix(".webp"))] >= size] == []


@pytest.mark.parametrize(
    ("size", "told"),
    [((1, 20_000), ["image.too-tall"]), ((1601, 20_000), ["image.too-tall"]), ((2000, 20_000), []), ((20_000, 100), [])],
)
def test_a_picture_taller_than_its_format_can_be_is_told_with_a_cure(size: tuple[int, int], told: list[str]) -> None:
    outcome = built(saved(Image.new("L", size), "PNG"), "png")
    assert [d.code for d in outcome.report.errors] == told
    assert [d.where.path for d in outcome.report.errors] == ["content/images/field.png"] * len(told)
