"""``list`` shows ledgers in the office's words; the keys and ids stay in the JSON."""

import json
import re
from pathlib import Path

import pytest

from jinshi_desk.cli import main
from jinshi_desk.services.lists import ListDesk
from jinshi_desk.services.opening import open_office
from tests.store.released import RELEASES, load


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data file with something in every table."""
    file = tmp_path_factory.mktemp("filled") / "台账.jinshi"
    load(max(RELEASES.glob("*.sql")).read_text(encoding="utf-8"), file)
    open_office(file).close()
    return file


def test_every_ledger_has_chinese_heads_and_the_json_its_keys(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = open_office(filled)
    kinds = ListDesk(store).kinds
    store.close()
    seen = 0
    for kind in kinds:
        assert main(["--data", str(filled), "list", kind]) == 0
        head, *rows = capsys.readouterr().out.splitlines()
        assert not re.search("[a-z]", head), (kind, head)
        assert main(["--data", str(filled), "list", kind, "--json"]) == 0
        records = json.loads(capsys.readouterr().out)
        assert len(records) == len(rows)
        assert all(re.fullmatch("[a-z_]+", key) for record in records for key in record)
        seen += bool(records)
    assert seen > len(kinds) * 0.8


def test_what_stands_under_the_heads_is_said_in_words(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(filled), "list", "drafts"]) == 0
    table = capsys.readouterr().out
    assert "动态信息" in table
    assert "news" not in table
    assert "药山镇" in table or "新洲镇" in table


def test_verify_names_what_it_checked(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--data", str(filled), "verify"])
    first = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    main(["--data", str(filled), "verify", "--json"])
    assert len(json.loads(capsys.readouterr().out)["checks"]) == len(first) - 1
    assert not any(re.search("[a-z]", name) for name in first)
