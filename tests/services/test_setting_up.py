"""A new office: set up whole from its tables and answers, or not at all."""

from datetime import datetime
from pathlib import Path

import pytest

from jinshi_desk import complaints
from jinshi_desk.domain.bulletins import Letterhead
from jinshi_desk.domain.errors import BadDefaults, BadRules, CannotRead, DataFileExists, FileBusy
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services import defaults
from jinshi_desk.services.office import FirstAnswers, OfficeDesk, create_office, letterhead
from jinshi_desk.services.opening import open_office
from tests.office import JUNE, Office, unit_id

UNIT = '[[unit]]\nid = "XZ"\nname = "新洲镇"\ngroup = "town"\nactive_from = "2022-01"\n'
OUTLET = '[[outlet]]\nid = "hxw"\nname = "红星网"\nlevel = "province"\nkind = "website"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "新台账.jinshi"


def test_an_office_starts_with_units_outlets_rules_and_letterhead(office: Office) -> None:
    assert {unit.name for unit in office.register.units()} >= {"新洲镇", "团市委", "研究室"}
    assert {outlet.level for outlet in office.register.outlets()} == set(Level)
    assert office.store.rules.book().at(JUNE).id == "default-2022"
    assert letterhead(office.store).signer == "中共津市市委组织部"
    assert len(letterhead(office.store).standing_sentences) == 3


def test_an_office_has_the_units_and_the_signer_it_answered(file: Path) -> None:
    answers = FirstAnswers(units=frozenset({unit_id("药山镇")}), close_day=3, signer="某局", contact="0736")
    store = create_office(file, answers)
    assert [unit.name for unit in store.units.all()] == ["药山镇"]
    assert store.rules.book().at(JUNE).quota.grace_close_day == 3
    assert (letterhead(store).signer, letterhead(store).contact) == ("某局", "0736")
    store.close()


def test_an_office_may_bring_its_own_rules(file: Path, tmp_path: Path) -> None:
    own = tmp_path / "细则.toml"
    shipped = (defaults.folder() / "rules_default.toml").read_text(encoding="utf-8")
    own.write_text(shipped.replace('"default-2022"', '"own-2022"'), encoding="utf-8")
    store = create_office(file, FirstAnswers(rules=own))
    assert store.rules.book().at(JUNE).id == "own-2022"
    store.close()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(None, CannotRead), ("规则".encode("gb18030"), BadRules), (b"[ruleset]", BadRules)],
)
def test_an_unusable_rule_file_makes_no_office(
    content: bytes | None, refusal: type[Exception], file: Path, tmp_path: Path
) -> None:
    own = tmp_path / "细则.toml"
    if content is not None:
        own.write_bytes(content)
    with pytest.raises((CannotRead, BadRules)) as refused:
        create_office(file, FirstAnswers(rules=own))
    assert refused.type is refusal
    assert "细则.toml" in complaints.error_sentence(refused.value)
    assert not file.exists()


def test_an_office_that_is_there_is_left_alone(data_file: Path) -> None:
    before = data_file.read_bytes()
    with pytest.raises(DataFileExists):
        create_office(data_file)
    assert data_file.read_bytes() == before


def test_an_office_that_was_made_half_is_not_left_lying(file: Path) -> None:
    def clock() -> datetime:
        raise FileBusy(file.name)

    with pytest.raises(FileBusy):
        create_office(file, clock=clock)
    assert list(file.parent.iterdir()) == []
    create_office(file).close()


def test_settings_are_kept_in_the_file(data_file: Path) -> None:
    store = open_office(data_file)
    desk = OfficeDesk(store)
    new = Letterhead("各单位：", "某局", "0736", ("要按时。", "要准确。"))
    desk.save(new, form_required=False)
    assert store.audit.of("settings")[-1].before["bulletin.signer"] == "中共津市市委组织部"
    store.close()
    desk = OfficeDesk(open_office(data_file))
    assert (desk.letterhead(), desk.form_required(), desk.file()) == (new, False, data_file)
    assert desk.rules().at(JUNE).id == "default-2022"


# ---- the tables of units and outlets


def test_a_row_of_each_table_is_read(tmp_path: Path) -> None:
    table = tmp_path / "表.toml"
    table.write_text(UNIT, encoding="utf-8")
    assert [unit.name for unit in defaults.read_units(table)] == ["新洲镇"]
    table.write_text(OUTLET + "weight = 0.55\n", encoding="utf-8")
    assert [str(outlet.weight) for outlet in defaults.read_outlets(table)] == ["0.55"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "unit = 5",
        "[[unit]",
        UNIT.replace('"town"', '"village"'),
        UNIT.replace('"2022-01"', '"一月"'),
        UNIT.replace("name", "nome"),
    ],
)
def test_an_unusable_table_of_units_is_named(text: str, tmp_path: Path) -> None:
    table = tmp_path / "单位.toml"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BadDefaults) as refused:
        list(defaults.read_units(table))
    assert "单位.toml" in complaints.error_sentence(refused.value)


@pytest.mark.parametrize(
    "text",
    ["", OUTLET.replace('"province"', '"world"'), OUTLET + 'weight = "半"\n', OUTLET.replace("kind", "sort")],
)
def test_an_unusable_table_of_outlets_is_named(text: str, tmp_path: Path) -> None:
    table = tmp_path / "媒体.toml"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BadDefaults):
        list(defaults.read_outlets(table))
