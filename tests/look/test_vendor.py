"""Third-party files are what vendor.json says, and everything is under a licence that Kring may carry."""

from pathlib import Path

import pytest

from kring.web.look import third_party, vendor
from kring.web.look.vendor import File, Package

MAY_BE_CARRIED = {"EUPL-1.2", "MIT", "OFL-1.1", "0BSD"}


@pytest.fixture
def elsewhere(tmp_path: Path) -> tuple[Package, Path]:
    """A package of one file, in a web front of its own."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "button.css").write_text(".button{}")
    file = File("parts/button.css", "dist/button.css", vendor.sha256(b".button{}"))
    return Package("@invented/button", "1.0.0", "MIT", "LICENSE", (file,)), tmp_path


def faults(elsewhere: tuple[Package, Path]) -> list[str]:
    package, web = elsewhere
    return vendor.faults([package], web, [web / "parts"])


def test_the_committed_files_are_what_vendor_json_says() -> None:
    assert vendor.faults(vendor.read()) == []


def test_an_untouched_package_has_no_faults(elsewhere: tuple[Package, Path]) -> None:
    assert faults(elsewhere) == []


def test_a_changed_file_is_found(elsewhere: tuple[Package, Path]) -> None:
    (elsewhere[1] / "parts" / "button.css").write_text(".button{color:red}")
    assert faults(elsewhere) == ["parts/button.css is gewijzigd: de controlesom klopt niet"]


def test_a_missing_file_is_found(elsewhere: tuple[Package, Path]) -> None:
    (elsewhere[1] / "parts" / "button.css").unlink()
    assert faults(elsewhere) == ["parts/button.css ontbreekt; haal het op met 'refresh'"]


def test_a_file_that_nobody_listed_is_found(elsewhere: tuple[Package, Path]) -> None:
    (elsewhere[1] / "parts" / "extra.js").write_text("")
    assert faults(elsewhere) == ["parts/extra.js staat niet in vendor.json"]


def test_a_package_that_is_not_listed_cannot_be_raised() -> None:
    with pytest.raises(ValueError, match=r"Niet in vendor.json: @invented/button"):
        vendor.refresh({"@invented/button": "2.0.0"})


@pytest.mark.parametrize("package", vendor.read(), ids=lambda package: package.package)
def test_every_package_has_a_licence_that_kring_may_carry_and_its_text(package: Package) -> None:
    assert package.licence in MAY_BE_CARRIED
    assert any(file.source == package.licence_file for file in package.files)


def test_the_list_of_others_names_every_package_with_its_version() -> None:
    text = third_party.document(vendor.read(), [third_party.Component("django", "5.2", "BSD-3-Clause")])
    assert "| htmx.org | 4.0.1 | [0BSD](" in text
    assert "| django | 5.2 | BSD-3-Clause |" in text


def test_python_packages_are_those_that_run_kring_and_its_demo(tmp_path: Path) -> None:
    lock = tmp_path / "uv.lock"
    lock.write_text("""
        [[package]]
        name = "kring"
        version = "0"
        dependencies = [{ name = "django", extra = ["argon2"] }]
        [package.dev-dependencies]
        demo = [{ name = "tqdm" }]
        dev = [{ name = "pytest" }]
        [[package]]
        name = "django"
        version = "5"
        dependencies = [{ name = "sqlparse" }]
        [package.optional-dependencies]
        argon2 = [{ name = "asgiref" }]
        [[package]]
        name = "sqlparse"
        version = "1"
        [[package]]
        name = "asgiref"
        version = "3"
        [[package]]
        name = "tqdm"
        version = "4"
        [[package]]
        name = "pytest"
        version = "9"
    """)
    found = {part.name: part.version for part in third_party.python_packages(lock)}
    assert found == {"asgiref": "3", "django": "5", "sqlparse": "1", "tqdm": "4"}
