"""Make docs/images/guide-*.webp, the pictures of the editors' guide: `.venv/bin/python docs/guide_pictures.py`."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import test_forms as forms  # noqa: E402  (the project is not installed)
from tests.support.browser import RUNNER  # noqa: E402

SHOWN, HIGHEST = 720, 800


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, shots = Path(folder, "project"), Path(folder, "shots")
        forms.project_with_forms(root, forms.EDITING)
        options = {
            "dist": str(root / "dist"), "root": str(root), "out": str(shots), "dropped": str(root / "invitation.ics"),
            "picture": str(root / "content" / "images" / "round-table.png"),
        }  # fmt: skip
        subprocess.run(
            [shutil.which("node") or "node", str(RUNNER), "guide", json.dumps(options)],
            cwd=root,
            check=True,
            stdout=sys.stderr,
        )
        for shot in sorted(shots.glob("*.png")):
            with Image.open(shot) as whole:
                small = whole.convert("RGB")
            small.thumbnail((SHOWN, HIGHEST), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            small.save(out, "WEBP", quality=75, method=6)
            (ROOT / "docs" / "images" / f"guide-{shot.stem}.webp").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
