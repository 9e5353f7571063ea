"""The sample registers, read whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jinshi_desk.domain.adoptions import Mode
from jinshi_desk.domain.registers import Action, FileReading
from jinshi_desk.sheets.shapes import reading_json

Read = Callable[..., FileReading]


def _differences(got: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """Return where ``got`` lacks or contradicts what is expected; it may say more."""
    found: list[str] = []
    for key, value in expected.items():
        if key == "adoptions":
            adoptions = got.get("adoptions", [])
            found += [f"{len(adoptions)} adoptions"] * (len(adoptions) != len(value))
            for mine, theirs in zip(adoptions, value, strict=False):
                found += _differences(mine, theirs)
        elif got.get(key) != value:
            found.append(f"{key}: {got.get(key)!r}, expected {value!r}")
    return found


def test_the_messy_register_is_read_as_the_office_would(read: Read, samples: Path) -> None:
    expected = json.loads((samples / "messy_202206.expected.json").read_text(encoding="utf-8"))
    got = reading_json(read(samples / "messy_202206.xlsx"))
    assert (got["file"], got["period"]) == (expected["file"], expected["period"])
    assert [(row["sheet"], row["row"]) for row in got["rows"]] == [
        (row["sheet"], row["row"]) for row in expected["rows"]
    ]
    assert [
        _differences(mine, theirs) for mine, theirs in zip(got["rows"], expected["rows"], strict=True)
    ] == [[] for _ in expected["rows"]]
    assert got["counts"] == {"read": 32, "import": 16, "skip": 9, "ask": 7}


def test_the_clean_register_reads_without_a_question(read: Read, samples: Path) -> None:
    reading = read(samples / "clean_202207.xlsx")
    assert (reading.counts.imported, reading.counts.asked, reading.counts.skipped) == (24, 0, 0)
    first = reading.rows[0].proposal
    assert first is not None
    assert (first.number, first.units, first.author_names) == ("2022-0001", ("XZ",), ["周试一", "李试二"])
    assert [adoption.mode for adoption in first.adoptions] == [Mode.SOLE]
    modes = [adoption.mode for row in reading.rows if row.proposal for adoption in row.proposal.adoptions]
    assert None not in modes
    assert Mode.COMBINED in modes


def test_one_answer_names_the_unit_of_a_sheet_without_unit_column(read: Read, samples: Path) -> None:
    path = samples / "unit_yaoshan_202206.xls"
    asked = read(path)
    assert [str(flag) for flag in asked.rows[0].flags] == ["unit_from_title(药山镇)"]
    assert asked.counts.asked == 3
    decided = read(path, {"unit_from_title:药山镇": "YS"})
    assert (decided.counts.imported, decided.counts.asked) == (3, 0)
    assert [row.proposal.units for row in decided.rows if row.proposal] == [("YS",)] * 3
    assert decided.rows[-1].notes == ("表上写3条，读到3条",)


@pytest.mark.parametrize("name", ["messy_202206.xlsx", "clean_202207.xlsx", "unit_yaoshan_202206.xls"])
def test_every_row_read_is_imported_skipped_or_asked(read: Read, samples: Path, name: str) -> None:
    reading = read(samples / name)
    assert reading.counts.read == len(reading.rows)
    assert all(row.reason for row in reading.rows if row.action is Action.SKIP)
    assert all(bool(row.questions) == (row.action is Action.ASK) for row in reading.rows)
