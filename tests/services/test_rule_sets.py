"""A new version of the rules at the desk: from an open month on, everything there booked anew."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.complaints import error_sentence
from jinshi_desk.domain.errors import BadRules, CannotRead, DeskError, MonthClosed
from jinshi_desk.domain.outlets import Level
from jinshi_desk.services.rule_sets import RulesDesk
from tests.office import JUNE, Office

_SHIPPED = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    """Rules from June on, by which county news earns 1.5 and province news 6."""
    file = tmp_path / "细则.toml"
    text = _SHIPPED.replace('id = "default-2022"', 'id = "june"').replace('"2022-01"', '"2022-06"', 1)
    new = "news       = { county = 1.5, prefecture = 3.0,  province = 6.0,  national = 20.0 }"
    old = "news       = { county = 1.0, prefecture = 3.0,  province = 8.0,  national = 20.0 }"
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_open_months_from_its_first_on_are_booked_by_the_new_version(office: Office, issued: Path) -> None:
    number = office.log()
    office.adopt(number, on="2022-06-20")
    RulesDesk(office.store).add(issued)
    assert office.booked(number) == [("新洲镇", "2022-06", "1.5")]
    assert not office.store.ledger.unbalanced_reversals()


def test_a_version_of_later_months_leaves_earlier_ones(office: Office, issued: Path) -> None:
    number = office.log(received="2022-05-10")
    office.adopt(number, on="2022-05-20")
    office.adopt(number, Level.PROVINCE, on="2022-06-20")
    RulesDesk(office.store).add(issued)
    assert office.booked(number) == [("新洲镇", "2022-05", "1"), ("新洲镇", "2022-06", "5")]


def test_a_version_of_earlier_months_books_what_had_no_rules_until_then(office: Office, issued: Path) -> None:
    earlier = issued.read_text(encoding="utf-8").replace('"2022-06"', '"2021-11"', 1)
    issued.write_text(earlier, encoding="utf-8")
    number = office.log(received="2021-11-10")
    office.adopt(number, on="2021-11-20")
    assert office.booked(number) == []
    RulesDesk(office.store).add(issued)
    assert office.booked(number) == [("新洲镇", "2021-11", "1.5")]


def _refused(office: Office, file: Path, error: type[DeskError]) -> str:
    desk = RulesDesk(office.store)
    before = desk.book()
    with pytest.raises(error) as refusal:
        desk.add(file)
    assert desk.book() == before
    return error_sentence(refusal.value)


def test_a_version_that_cannot_be_used_changes_nothing(office: Office, issued: Path, tmp_path: Path) -> None:
    shipped = tmp_path / "默认.toml"
    shipped.write_text(_SHIPPED, encoding="utf-8")
    assert "相同" in _refused(office, shipped, BadRules)
    same_month = tmp_path / "同月.toml"
    same_month.write_text(_SHIPPED.replace('id = "default-2022"', 'id = "other"'), encoding="utf-8")
    assert "effective_from" in _refused(office, same_month, BadRules)
    issued.write_bytes(b"\xff\xfe\xfa")
    assert "UTF-8" in _refused(office, issued, BadRules)
    assert "没有.toml" in _refused(office, tmp_path / "没有.toml", CannotRead)


def test_a_version_cannot_begin_in_a_closed_month(office: Office, issued: Path) -> None:
    office.log()
    office.close(JUNE)
    assert "6月" in _refused(office, issued, MonthClosed)


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        (
            "per_missing = -1.0",
            "per_missing = -1.0\nper_mising = -2.0",
            "“quota.per_mising”不是规则里的项目，相近的是（quota.per_missing）",
        ),
        ("[joint_units]", "[weather]\nrain = 1\n\n[joint_units]", "“weather.rain”不是规则里的项目，"),
        (
            "points = -5.0, void_item = true }",
            "points = -5.0, void_itme = true }",
            "“deductions.untrue.void_itme”不是规则里的项目",
        ),
    ],
)
def test_a_key_that_means_nothing_is_refused_by_name(
    written: str, instead: str, said: str, office: Office, issued: Path
) -> None:
    text = issued.read_text(encoding="utf-8")
    assert written in text
    issued.write_text(text.replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(BadRules) as refused:
        RulesDesk(office.store).add(issued)
    assert said in error_sentence(refused.value)
    assert len(RulesDesk(office.store).book().versions) == 1


def test_types_of_deduction_and_places_of_awards_are_the_offices_own(office: Office, issued: Path) -> None:
    more = 'rumour = { name = "传播不实", points = -3.0 }\nsecrecy '
    text = issued.read_text(encoding="utf-8").replace("secrecy ", more, 1)
    issued.write_text(
        text.replace("office = { excellent = 1 }", "office = { excellent = 1, good = 2 }"), encoding="utf-8"
    )
    assert RulesDesk(office.store).add(issued).deductions["rumour"].name == "传播不实"


def test_a_file_is_compared_with_the_version_it_would_follow(office: Office, issued: Path) -> None:
    before, changes = RulesDesk(office.store).compare(issued)
    assert before == "default-2022"
    assert [(each.key, str(each.before), str(each.after)) for each in changes] == [
        ("base_points.news.county", "1.0", "1.5"),
        ("base_points.news.province", "8.0", "6.0"),
    ]
    assert len(RulesDesk(office.store).book().versions) == 1


def test_a_third_decimal_and_a_file_too_large_are_refused(office: Office, issued: Path) -> None:
    text = issued.read_text(encoding="utf-8")
    issued.write_text(text.replace("county = 1.5", "county = 1.125"), encoding="utf-8")
    assert "“base_points.news.county”最多两位小数" in _refused(office, issued, BadRules)
    issued.write_text("#" * 300_000, encoding="utf-8")
    assert "太大" in _refused(office, issued, BadRules)
