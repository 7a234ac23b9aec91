"""Make docs/images/group-page.png, the picture in README.md: `.venv/bin/python docs/screenshot.py`."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.support import browser  # noqa: E402  (the project is not installed)

PAGE = "lscgs/south/index.html"
WIDTH, HEIGHT, SHOWN = 1280, 1500, 720


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        dist, shots = Path(folder, "dist"), Path(folder, "shots")
        command = [sys.executable, "-m", "boardsite", "build", "--out", str(dist)]
        subprocess.run(command, cwd=ROOT, check=True)
        browser.shots(dist, [PAGE], shots, widths=[WIDTH], schemes=["light"])
        (shot,) = sorted(shots.glob("*.png"))
        with Image.open(shot) as whole:
            upper = whole.convert("RGB").crop((0, 0, whole.width, min(HEIGHT, whole.height)))
        small = upper.resize((SHOWN, round(upper.height * SHOWN / upper.width)), Image.Resampling.LANCZOS)
        few_colours = small.quantize(96)
        out = io.BytesIO()
        few_colours.save(out, "PNG", optimize=True)
        (ROOT / "docs" / "images" / "group-page.png").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
