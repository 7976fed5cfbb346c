"""Third-party files are committed with their version, licence and SHA-256; `faults` proves it without a network.

`refresh` is a maintainer's job: it fetches each package from npm at the version in `vendor.json`, or at a newer one.
"""

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from kring.web.look.places import MANIFEST, PARTS, VENDORED, WEB

SPDX = {"BSD-0-Clause": "0BSD"}  # htmx names its licence in a way SPDX does not know


@dataclass(frozen=True, slots=True)
class File:
    """One committed file: where it lies below the web front, where it comes from in the package, its checksum."""

    target: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package at one version, with the few of its files that Kring uses."""

    package: str
    version: str
    licence: str
    licence_file: str
    files: tuple[File, ...]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read(manifest: Path = MANIFEST) -> tuple[Package, ...]:
    """The packages that `vendor.json` lists, in its order."""
    rows = json.loads(manifest.read_text())
    return tuple(Package(**{**row, "files": tuple(File(**file) for file in row["files"])}) for row in rows)


def write(packages: Iterable[Package], manifest: Path = MANIFEST) -> None:
    manifest.write_text(json.dumps([asdict(package) for package in packages], indent=1) + "\n")


def faults(packages: Iterable[Package], web: Path = WEB, folders: Iterable[Path] = VENDORED) -> list[str]:
    """What is wrong with the committed files, in Dutch: missing, changed or unlisted. Empty when all is well."""
    listed = {file.target: file.sha256 for package in packages for file in package.files}
    found = {
        path.relative_to(web).as_posix(): sha256(path.read_bytes())
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }
    return [
        *(f"{name} ontbreekt; haal het op met 'refresh'" for name in sorted(listed.keys() - found.keys())),
        *(f"{name} staat niet in vendor.json" for name in sorted(found.keys() - listed.keys())),
        *(
            f"{name} is gewijzigd: de controlesom klopt niet"
            for name in sorted(listed.keys() & found.keys())
            if listed[name] != found[name]
        ),
    ]


def refresh(newer: Mapping[str, str], manifest: Path = MANIFEST, web: Path = WEB) -> tuple[Package, ...]:
    """Fetch every listed package again and write files, checksums and licence texts.

    `newer` raises versions: `{"htmx.org": "4.0.2"}`. Raises ValueError for a package that is not listed.
    """
    packages = read(manifest)
    unknown = newer.keys() - {package.package for package in packages}
    if unknown:
        message = f"Niet in vendor.json: {', '.join(sorted(unknown))}. Zet het pakket daar eerst in."
        raise ValueError(message)
    fresh = tuple(
        _fetch(replace(package, version=newer.get(package.package, package.version)), web) for package in packages
    )
    write(fresh, manifest)
    return fresh


def _fetch(package: Package, web: Path) -> Package:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError(
            "npm is niet gevonden. Alleen 'refresh' heeft npm nodig; installeer Node om te verversen."
        )
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package.package}@{package.version}", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  names come from vendor.json
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            return _unpack(package, archive, web)


def _unpack(package: Package, archive: tarfile.TarFile, web: Path) -> Package:
    about = json.loads(_member(archive, "package.json"))
    licence = SPDX.get(about["license"], about["license"])
    files = tuple(
        _store(file, _member(archive, file.source), web)
        for file in package.files
        if file.source != package.licence_file
    )
    text = _member(archive, package.licence_file)
    # 26 packages carry the same EUPL text: the name follows the content, so it is stored once
    target = (PARTS / "licences" / f"{licence}-{sha256(text)[:8]}.txt").relative_to(WEB).as_posix()
    kept = _store(File(target, package.licence_file, ""), text, web)
    return replace(package, version=about["version"], licence=licence, files=(*files, kept))


def _store(file: File, content: bytes, web: Path) -> File:
    path = web / file.target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return replace(file, sha256=sha256(content))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(f"package/{name}")
    if member is None:
        message = f"{name} is geen bestand in het pakket"
        raise FileNotFoundError(message)
    return member.read()
