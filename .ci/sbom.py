"""Write the bill of materials of the site's program as CycloneDX JSON: `python3 .ci/sbom.py > sbom.json`.

Made of the pins alone, so the same pins give the same bytes on every machine and day: no time stamp, and a serial
number that is a digest of the content (RFC 9562, version 5).
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINS = {"requirements.txt": "required", "requirements-dev.txt": "excluded"}
LOCKS = {"forms/package-lock.json": "optional", "package-lock.json": "excluded"}  # published with the forms; for tests
_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # the name space of addresses
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"^ +# +(?:via +)?(-r \S+|(?!via$)[A-Za-z0-9._-]+)$")


@dataclass(slots=True)
class Pin:
    """One package of a file of pins; `users` are the packages that need it, or the file that names it."""

    name: str
    version: str
    hashes: list[str] = field(default_factory=list)
    users: list[str] = field(default_factory=list)

    @property
    def reference(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def pins(text: str) -> list[Pin]:
    """Return the packages of a file of pins."""
    found: list[Pin] = []
    for line in text.splitlines():
        pin = _PIN.match(line)
        if pin:
            found.append(Pin(pin[1].lower().replace("_", "-"), pin[2]))
        if found:
            found[-1].hashes += _HASH.findall(line)
            found[-1].users += _VIA.findall(line)
    return found


def bill(root: Path) -> dict[str, object]:
    """Return the bill of materials of a project's folder."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    packages: dict[str, Pin] = {}
    scopes: dict[str, str] = {}
    for name, scope in PINS.items():
        for pin in pins((root / name).read_text("utf-8")):
            packages.setdefault(pin.name, pin)
            scopes.setdefault(pin.name, scope)
    own = f"{project['name']}@{project['version']}"
    component = {name: project[name] for name in ("name", "version", "description")}
    made: dict[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": own, **component}},
        "components": [_component(packages[name], scopes[name]) for name in sorted(packages)],
        "dependencies": _dependencies(own, packages),
    }
    _add_parts(made, own, {part.reference: part for part in _parts(root)})
    made["serialNumber"] = f"urn:uuid:{uuid.uuid5(_SPACE, json.dumps(made, sort_keys=True))}"
    return made


def _component(pin: Pin, scope: str) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": pin.reference,
        "name": pin.name,
        "version": pin.version,
        "scope": scope,
        "purl": pin.reference,
        # One for each wheel: which of them is installed depends on the machine.
        "properties": [{"name": "pip:sha256", "value": digest} for digest in sorted(pin.hashes)],
    }


@dataclass(frozen=True, slots=True)
class Part:
    """One part of npm; `needs` are the references of the parts that it needs, `is_ours` that we name it ourselves."""

    name: str
    version: str
    scope: str
    integrity: str
    needs: tuple[str, ...]
    is_ours: bool

    @property
    def reference(self) -> str:
        return _npm(self.name, self.version)


def _npm(name: str, version: str) -> str:
    return f"pkg:npm/{name.replace('@', '%40')}@{version}"


def _parts(root: Path) -> list[Part]:
    """Return the parts of all lock files; one that both have keeps the scope of the first."""
    found: dict[str, Part] = {}
    for lock, scope in LOCKS.items():
        packages = json.loads((root / lock).read_text("utf-8"))["packages"]
        ours = {**packages[""].get("dependencies", {}), **packages[""].get("devDependencies", {})}
        for place, package in packages.items():
            if not place:
                continue
            name = place.rpartition("node_modules/")[2]
            needs = tuple(_needed(packages, place, each) for each in package.get("dependencies", {}))
            is_ours = place == f"node_modules/{name}" and name in ours
            part = Part(name, package["version"], scope, package["integrity"], needs, is_ours)
            found.setdefault(part.reference, part)
    return [found[reference] for reference in sorted(found)]


def _needed(packages: dict[str, dict[str, str]], place: str, name: str) -> str:
    """Return the reference of the part that Node finds under a name: beside the one that needs it, or further out."""
    while f"{place}/node_modules/{name}" not in packages:
        place = place.rpartition("/node_modules/")[0] if "/node_modules/" in place else ""
        if not place:
            return _npm(name, packages[f"node_modules/{name}"]["version"])
    return _npm(name, packages[f"{place}/node_modules/{name}"]["version"])


def _add_parts(made: dict[str, object], own: str, parts: dict[str, Part]) -> None:
    components, dependencies = made["components"], made["dependencies"]
    assert isinstance(components, list)
    assert isinstance(dependencies, list)
    for part in parts.values():
        facts = {"bom-ref": part.reference, "name": part.name, "version": part.version, "purl": part.reference}
        properties = [{"name": "npm:integrity", "value": part.integrity}]
        components.append({"type": "library", "scope": part.scope, **facts, "properties": properties})
        dependencies.append({"ref": part.reference, "dependsOn": sorted(set(part.needs))})
        if part.is_ours:
            (entry,) = (each for each in dependencies if each["ref"] == own)
            entry["dependsOn"].append(part.reference)


def _dependencies(own: str, packages: dict[str, Pin]) -> list[object]:
    needs: dict[str, set[str]] = {own: set(), **{pin.reference: set() for pin in packages.values()}}
    for pin in packages.values():
        for user in pin.users:
            needs[packages[user].reference if user in packages else own].add(pin.reference)
    return [{"ref": user, "dependsOn": sorted(needed)} for user, needed in sorted(needs.items())]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(ROOT), indent=2, sort_keys=True) + "\n")
