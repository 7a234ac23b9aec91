"""The fuzz tests again, led by what the program runs through instead of by chance.

    pip install --require-hashes -r requirements-dev.txt -r .ci/fuzz.txt
    python -m tests.properties.coverage_guided any_calendar -max_total_time=600

Atheris sees which branches a text reaches and goes on from those that reach new ones; Hypothesis turns its bytes into
the pieces of test_fuzz.py, and says what broke. What is found is kept for good as a named case in tests/bad_input.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["boardsite", "markdown", "icalendar", "frontmatter"]):
    from tests.properties import test_fuzz

SEEDS = 20
FOUND = Path(__file__).resolve().parents[2] / ".cache" / "fuzz"


def main() -> None:
    """Fuzz the tests whose name holds the first word, until the seconds that libFuzzer is given are over."""
    wanted, *options = sys.argv[1:] or [""]
    names = [name for name in vars(test_fuzz) if name.startswith("test_") and wanted in name]
    if len(names) != 1:
        sys.exit("Name one of: " + " ".join(name for name in vars(test_fuzz) if name.startswith("test_")))
    corpus = FOUND / names[0]
    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(SEEDS):  # a text of a few bytes ends before it has reached anything, and leads nowhere
        (corpus / f"seed-{number}").write_bytes(random.Random(number).randbytes(100 * (number + 1)))
    test = getattr(test_fuzz, names[0])
    atheris.Setup([sys.argv[0], str(corpus), *options], test.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
