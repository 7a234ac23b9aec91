"""Where our parts come from: pinned and hashed, audited by a gate that knows when it is blind, listed in a bill."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.small_site import ROOT

PINNED = ["requirements.txt", "requirements-dev.txt", ".ci/audit.txt", ".ci/fuzz.txt", ".ci/known-bad.txt"]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==[^\s;]+")


def packages(name: str) -> dict[str, str]:
    """Return the lines of each package of a file of pins."""
    parts = re.split(r"^(?=[A-Za-z0-9])", (ROOT / name).read_text("utf-8"), flags=re.M)
    return {found[1].lower(): part for part in parts if (found := PIN.match(part))}


@pytest.mark.parametrize("name", PINNED)
def test_every_package_is_one_version_with_hashes(name: str) -> None:
    assert packages(name)
    assert [package for package, lines in packages(name).items() if "--hash=sha256:" not in lines] == []
    lines = (ROOT / name).read_text("utf-8").splitlines()
    odd = [
        line
        for line in lines
        if line.strip() and not re.match(r"^(?:#|\s+#|\s+--hash=sha256:[0-9a-f]{64}|[A-Za-z0-9._-]+==)", line)
    ]
    assert odd == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", ".ci/audit", ".ci/fuzz"])
def test_every_direct_name_is_pinned(name: str) -> None:
    direct = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", (ROOT / f"{name}.in").read_text("utf-8"), re.M)
    assert direct
    assert {each.lower().replace("_", "-") for each in direct} - {
        each.replace("_", "-") for each in packages(f"{name}.txt")
    } == set()


def test_both_files_of_pins_have_the_same_versions() -> None:
    run, dev = packages("requirements.txt"), packages("requirements-dev.txt")
    assert [name for name in run if run[name].split(" ")[0] != dev[name].split(" ")[0]] == []


AUDIT = """\
import json, sys
known_bad = "known-bad" in " ".join(sys.argv)
{body}
"""
SEES = "print(json.dumps({'dependencies': [{'name': 'jinja2', 'vulns': [{'id': 'X-1'}]}]})) if known_bad else None\n"
SKIPS = "print(json.dumps({'dependencies': [{'name': 'jinja2', 'skip_reason': 'not found'}]}))\n"


NPM = """\
import json, os, sys
bad = "known-bad" in open("package-lock.json").read()
forms = os.getcwd().endswith("forms")
{body}
"""
NPM_SEES = "print(json.dumps({'metadata': {}, 'vulnerabilities': {'minimist': {}} if bad else {}}))"


def npm(tmp_path: Path, body: str) -> str:
    """Return the command of a stand-in for npm."""
    tool = tmp_path / "npm.py"
    tool.write_text(NPM.format(body=body))
    return f"{sys.executable} {tool}"


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        (NPM_SEES, 0, "Audited: no known advisory in package-lock.json, forms/package-lock.json, "),
        (NPM_SEES.replace("if bad", "if bad or forms"), 1, "forms/package-lock.json: minimist"),
        ("print(json.dumps({'metadata': {}, 'vulnerabilities': {}}))", 0, "NOT AUDITED. The parts of npm: it found"),
        (f"{NPM_SEES} if bad else print('{{\"message\": \"405\"}}')", 0, "benchmarks/lighthouse/package-lock.json could not be asked"),
        ("sys.exit(1)", 0, "NOT AUDITED. The parts of npm"),
    ],
)
def test_the_parts_of_npm_are_audited_too(tmp_path: Path, body: str, status: int, sentence: str) -> None:
    done = audit(tmp_path, SEES, NPM_AUDIT=npm(tmp_path, body))
    assert done.returncode == status
    assert sentence in done.stdout


def audit(tmp_path: Path, body: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the gate with a stand-in for the tool."""
    tool = tmp_path / "tool.py"
    tool.write_text(AUDIT.format(body=body))
    if "NPM_AUDIT" not in environment:
        environment["NPM_AUDIT"] = npm(tmp_path, NPM_SEES)
    settings = {**os.environ, "PIP_AUDIT": f"{sys.executable} {tool}", **environment}
    settings.pop("GITHUB_ACTIONS", None) if "GITHUB_ACTIONS" not in environment else None
    return subprocess.run(
        [sys.executable, ROOT / ".ci/audit.py"], env=settings, capture_output=True, text=True, timeout=60
    )


def test_pins_without_advisories_pass(tmp_path: Path) -> None:
    done = audit(tmp_path, SEES)
    assert (done.returncode, done.stdout[:8]) == (0, "Audited:")


def test_an_advisory_fails_and_is_shown(tmp_path: Path) -> None:
    done = audit(tmp_path, SEES + "if 'requirements.txt' in sys.argv[-1]: print('jinja2 X-2'); sys.exit(1)")
    assert done.returncode == 1
    assert "jinja2 X-2" in done.stdout
    assert "Look into: requirements.txt." in done.stdout


def test_a_package_that_is_passed_over_fails(tmp_path: Path) -> None:
    """With --strict the tool ends with 1 for what it could not look at; without, it would say that all is well."""
    done = audit(tmp_path, SEES + "sys.exit('--strict' in sys.argv)")
    assert done.returncode == 1


@pytest.mark.parametrize(
    "body", [SKIPS, "print('{}')", "print('no json')", "sys.exit(1)", "print(json.dumps({'dependencies': []}))"]
)
def test_a_tool_that_cannot_see_is_said_to_be_blind(tmp_path: Path, body: str) -> None:
    done = audit(tmp_path, body)
    assert (done.returncode, done.stdout[:12]) == (0, "NOT AUDITED.")
    assert "::warning" in audit(tmp_path, body, GITHUB_ACTIONS="true").stdout


def test_the_known_bad_file_is_bad_and_not_among_ours() -> None:
    (bad,) = packages(".ci/known-bad.txt").values()
    assert bad.startswith("jinja2==2.10 ")
    assert bad not in (ROOT / "requirements.txt").read_text("utf-8")


def bill(*words: str, **environment: str) -> str:
    command = [sys.executable, ROOT / ".ci/sbom.py", *words]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True).stdout


def test_the_bill_of_materials_names_every_package_with_its_hashes() -> None:
    made = json.loads(bill())
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.5", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    by_name = {part["name"]: part for part in made["components"] if part["purl"].startswith("pkg:pypi/")}
    assert set(by_name) == {name.replace("_", "-") for name in packages("requirements-dev.txt")} | {
        name.replace("_", "-") for name in packages("requirements.txt")
    }
    needed = {name.replace("_", "-") for name in packages("requirements.txt")}
    assert {name for name, part in by_name.items() if part["scope"] == "required"} == needed
    for name, part in by_name.items():
        assert part["purl"] == f"pkg:pypi/{name}@{part['version']}"
        assert part["properties"]
    assert len({part["bom-ref"] for part in made["components"]}) == len(made["components"])


def test_the_bill_of_materials_says_what_needs_what() -> None:
    made = json.loads(bill())
    references = {part["name"]: part["bom-ref"] for part in made["components"] if "pypi" in part["purl"]}
    needs = {entry["ref"]: entry["dependsOn"] for entry in made["dependencies"]}
    assert references["markupsafe"] in needs[references["jinja2"]]
    own = made["metadata"]["component"]["bom-ref"]
    assert {references["jinja2"], references["pillow"]} <= set(needs[own])
    assert references["markupsafe"] not in needs[own]
    assert {ref for refs in needs.values() for ref in refs} == set(needs) - {own}
    assert set(references.values()) < set(needs)


def test_the_bill_names_every_part_of_npm_and_what_it_is_for() -> None:
    made = json.loads(bill())
    scopes = {part["purl"]: part["scope"] for part in made["components"] if part["purl"].startswith("pkg:npm/")}
    locked = {}
    for lock, scope in (("package-lock.json", "excluded"), ("forms/package-lock.json", "optional")):
        for place, package in json.loads((ROOT / lock).read_text("utf-8"))["packages"].items():
            if place:
                name = place.rpartition("node_modules/")[2].replace("@", "%40")
                locked[f"pkg:npm/{name}@{package['version']}"] = scope
    assert scopes == locked
    needs = {entry["ref"]: set(entry["dependsOn"]) for entry in made["dependencies"]}
    forms = next(purl for purl in scopes if "sveltia" in purl)
    assert forms in needs[made["metadata"]["component"]["bom-ref"]]
    inner = {purl for purl in scopes if "/css-tree@" in purl}
    assert len(inner) == 2  # one for svgo, an older one for csso alone
    users = {ref.partition("@")[0]: wanted & inner for ref, wanted in needs.items() if wanted & inner}
    assert set(users) == {"pkg:npm/svgo", "pkg:npm/csso"}
    assert users["pkg:npm/svgo"] != users["pkg:npm/csso"]
    properties = [part["properties"] for part in made["components"] if part["purl"] in scopes]
    assert all(found["value"].startswith("sha512-") for (found,) in properties)


def test_the_same_pins_give_the_same_bill_everywhere() -> None:
    assert bill(PYTHONHASHSEED="1", TZ="Asia/Tokyo") == bill(PYTHONHASHSEED="2", LC_ALL="C")
