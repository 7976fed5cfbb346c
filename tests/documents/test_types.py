"""What a file is: by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.ground.documents.rules import LARGEST, can_add, can_withdraw, file_type
from tests.documents import files


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (files.PDF, "pdf"),
        (files.JPEG, "jpg"),
        (files.PNG, "png"),
        (files.DOCX, "docx"),
        (files.ODT, "odt"),
        (files.TXT, "txt"),
        ("\ufeffVoor Ümit".encode(), "txt"),
    ],
)
def test_what_kring_takes(content: bytes, ending: str) -> None:
    found = file_type(content)
    assert found is not None
    assert found.ending == ending
    assert can_add(content)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (files.EXE, "een programma"),
        (files.HTML, "een webpagina"),
        (b"  \n" + files.HTML, "een webpagina na witruimte"),
        (files.SVG, "een tekening met script"),
        (files.PDF[:-7], "een PDF die onderweg is afgebroken"),
        (files.JPEG[:60], "een halve foto"),
        (files.PNG[:40], "een halve afbeelding"),
        (files.DOCX[:400], "een half Word-bestand"),
        (files.with_macros(), "Word met macro’s"),
        (files.archive(("geheim.txt", b"x")), "een zipbestand"),
        (files.archive(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")), "een rekenblad"),
        (files.archive(*[(f"{n}.txt", b"") for n in range(5_001)], ("word/document.xml", b"")), "te veel delen"),
        (b"tekst met\x00nullen", "geen gewone tekst"),
        ("Ümit".encode("latin-1"), "tekst die geen UTF-8 is"),
        (b"   \n ", "alleen witruimte"),
        (b"PK\x03\x04", "alleen een begin"),
    ],
)
def test_what_kring_does_not_take(content: bytes, why: str) -> None:
    assert file_type(content) is None, why
    assert "Gebruik PDF" in str(can_add(content).reason)


def test_an_empty_file_and_one_that_is_too_large_say_so() -> None:
    assert "leeg" in str(can_add(b"").reason)
    assert "10 MB" in str(can_add(files.PDF + b" " * LARGEST).reason)
    assert can_add(b"a" * LARGEST)


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_any_bytes_get_an_answer_and_never_a_fault(content: bytes, head: bytes) -> None:
    file_type(head + content)


def test_withdrawing_needs_a_reason_once() -> None:
    assert can_withdraw(is_withdrawn=False, reason="verkeerd gezin")
    assert "waarom" in str(can_withdraw(is_withdrawn=False, reason=" ").reason)
    assert "al ingetrokken" in str(can_withdraw(is_withdrawn=True, reason="x").reason)
