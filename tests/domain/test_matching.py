"""Names as units and outlets are really written."""

from collections.abc import Iterable

import pytest

from jinshi_desk.domain.matching import How, UnitMatch, UnitNames
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlet_matching import Mention, OutletNames
from jinshi_desk.domain.outlets import Outlet
from jinshi_desk.domain.units import Group, Named, Unit
from jinshi_desk.services import defaults


@pytest.fixture(scope="module")
def units() -> UnitNames:
    return UnitNames(defaults.default_units())


@pytest.fixture(scope="module")
def outlets() -> OutletNames:
    return OutletNames(defaults.read_outlets(defaults.folder() / "outlets.toml"))


def _ids(found: Iterable[Unit | Outlet] | None) -> list[str] | None:
    return None if found is None else [one.id for one in found]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("药山镇", "YS"),
        (" 药 山\u3000镇 ", "YS"),
        ("药山鎮", "YS"),
        ("藥山鎮", "YS"),
        ("药山", "YS"),
        ("药山镇党委", "YS"),
        ("中共药山镇委员会", "YS"),
        ("津市市药山镇人民政府", "YS"),
        ("药山镇党委组织办", "YS"),
        ("药山镇党政办公室", "YS"),
        ("襄阳街街道", "XYJ"),
        ("襄阳街道", "XYJ"),
        ("襄阳街道办事处", "XYJ"),
        ("襄阳街街道党工委", "XYJ"),
        ("三洲驿", "SZY"),
        ("津市市农业农村局", "B_NYJ"),
        ("农业农村", "B_NYJ"),
        ("农业局", "B_NYJ"),
        ("市监局", "B_SCJG"),
        ("津市市市场监督管理局", "B_SCJG"),
        ("市发改局党组", "B_FGJ"),
        ("市委办公室", "B_SWB"),
        ("办公室", "O_BGS"),
        ("市委组织部研究室", "YJS"),
        ("中共津市市委组织部研究室", "YJS"),
        ("党员教育中心（远教中心）", "O_YJZX"),
        ("两新工委", "O_LXGW"),
        ("津市高新区", "GXQ"),
        ("团市委", "B_TW"),
        ("市住房和城乡建设局", "B_ZJJ"),
    ],
)
def test_a_unit_is_known_however_it_is_written(units: UnitNames, written: str, meant: str) -> None:
    found = units.find(written)
    assert found is not None
    assert found.id == meant


@pytest.mark.parametrize(
    "written",
    ["", "镇", "市", "市委", "津市", "津市市", "市供销社", "天津市公安局", "市委组织部", "党委", "、", "无"],
)
def test_what_means_no_unit_or_several_is_not_guessed(units: UnitNames, written: str) -> None:
    assert units.find(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("金鱼岭街道、市农业农村局", ["JYL", "B_NYJ"]),
        ("市农业农村局，金鱼岭街道", ["B_NYJ", "JYL"]),
        ("市住房和城乡建设局", ["B_ZJJ"]),
        ("市住房和城乡建设局和市发展和改革局", ["B_ZJJ", "B_FGJ"]),
        ("药山镇和新洲镇", ["YS", "XZ"]),
        ("药山镇/新洲镇；白衣镇", ["YS", "XZ", "BY"]),
        ("药山镇 新洲镇", ["YS", "XZ"]),
        ("药山镇联合市财政局", ["YS", "B_CZJ"]),
        ("药山镇、药山镇党委", ["YS"]),
        ("药山镇、新洲镇联合", ["YS", "XZ"]),
        ("药山镇、新洲镇（联合报送）", ["YS", "XZ"]),
        ("联合报送：药山镇＼新洲镇", ["YS", "XZ"]),
        ("药山镇\\YJS", ["YS", "YJS"]),
    ],
)
def test_a_joint_submission_names_its_lead_first(units: UnitNames, written: str, meant: list[str]) -> None:
    assert _ids(units.find_all(written)) == meant


def test_no_part_of_a_joint_submission_is_looked_up_over_and_over() -> None:
    class Counted(UnitNames):
        looked_up = 0

        def match(self, text: str) -> UnitMatch | None:
            self.looked_up += 1
            return super().match(text)

    units = Counted(defaults.default_units())
    assert units.match_all("药山镇 和 " * 6 + "某某镇") is None
    assert units.looked_up < 100


@pytest.mark.parametrize("piece", ["药山镇和", "6/", "（ ", "药山镇、"])
def test_a_page_of_text_is_no_unit(units: UnitNames, piece: str) -> None:
    text = piece * 5000
    assert units.match_all(text) is None
    assert units.unknown_in(text) == text


def test_a_page_of_text_is_no_outlet(outlets: OutletNames) -> None:
    text = "红星网、" * 5000
    assert outlets.mentions(text) == (Mention(None, text),)


def test_one_unknown_part_makes_the_whole_unknown(units: UnitNames) -> None:
    assert units.find_all("药山镇、市供销社") is None
    assert units.find_all("") is None


@pytest.mark.parametrize(
    ("written", "how", "note"),
    [
        ("药山镇", How.EXACT, ""),
        ("农业局", How.OLD_NAME, "旧名 农业局 -> 市农业农村局"),
        ("津市市卫计局党委", How.OLD_NAME, "旧名 津市市卫计局党委 -> 市卫生健康局"),
        ("药山镇党委", How.ALIAS, "别名 药山镇党委 -> 药山镇"),
        ("毛里", How.PREFIX, "简称 毛里 -> 毛里湖镇"),
    ],
)
def test_the_clerk_is_told_how_a_unit_was_seen(units: UnitNames, written: str, how: How, note: str) -> None:
    found = units.match(written)
    assert found is not None
    assert (found.how, found.note) == (how, note)


def test_a_renamed_unit_is_known_by_the_names_it_bore() -> None:
    names = (Named("甲乡", Month(2022, 1)), Named("甲镇", Month(2022, 7)))
    units = UnitNames([Unit("A", "甲镇", Group.TOWN, 1, Month(2022, 1), names=names)])
    for written in ("甲乡", "甲乡党委", "津市市甲乡人民政府"):
        found = units.match(written)
        assert found is not None
        assert (found.unit.id, found.how) == ("A", How.OLD_NAME)
    now = units.match("甲镇")
    assert now is not None
    assert now.how is How.EXACT


def test_a_name_given_anew_means_the_unit_that_bears_it_now() -> None:
    renamed = (Named("老街", Month(2022, 1)), Named("新街", Month(2022, 7)))
    one = Unit("A", "新街", Group.TOWN, 1, Month(2022, 1), names=renamed)
    two = Unit("B", "老街", Group.TOWN, 2, Month(2023, 1))
    found = UnitNames([one, two]).match("老街")
    assert found is not None
    assert (found.unit.id, found.how) == ("B", How.EXACT)


def test_an_alias_that_two_units_claim_names_neither() -> None:
    one = Unit("A", "甲镇", Group.TOWN, 1, Month(2022, 1), aliases=("老街",))
    two = Unit("B", "乙镇", Group.TOWN, 2, Month(2022, 1), aliases=("老街",))
    assert UnitNames([one, two]).find("老街") is None


def test_the_unknown_one_of_several_units_is_named(units: UnitNames) -> None:
    assert units.unknown_in("药山镇、市供销社") == "市供销社"
    assert units.unknown_in("药山镇、市供销社、某某办") == "药山镇、市供销社、某某办"
    assert units.unknown_in("市供销社") == "市供销社"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("红星网", ["hxw"]),
        ("红网", ["hw"]),
        ("红网时刻新闻", ["hw"]),
        ("红网时刻、新湖南", ["hw", "xhn"]),
        ("津市组工/津市党建网", ["jszg", "jsdjw"]),
        ("“津市组工”微信公众号", ["jszg"]),
        ("《津市组工信息》", ["jsjb"]),
        ("学习强国", ["xxqg"]),
        ("学习强国（湖南）", ["xxqg_hn"]),
        ("学习强国湖南平台、学习强国", ["xxqg_hn", "xxqg"]),
        ("人民网湖南频道", ["rmw"]),
        ("常德市委组织部网站及公众号", ["cdzg"]),
        ("红星网（6月18日）；《湖南日报》2022年6月20日3版", ["hxw", "hnrb"]),
        ("红星网 2022/6/18，红网 6/19", ["hxw", "hw"]),
        ("津市党建网6月21日", ["jsdjw"]),
        ("新湖南APP", ["xhn"]),
        ("人民网-湖南频道", ["rmw"]),
        ("被红网转载（6月13日）", ["hw"]),
        ("学习强国平台", ["xxqg"]),
        ("红星网、红网均于6月20日采用", ["hxw", "hw"]),
        ("1.红星网（6月18日） 2.红网（6月19日）", ["hxw", "hw"]),
        ("（1）红星网；（2）红网", ["hxw", "hw"]),
        ("采用1篇（红网6.20）", ["hw"]),
        ("津市组工6月20日（http://mp.example.invalid/s/a-b?c=1）", ["jszg"]),
    ],
)
def test_every_outlet_of_a_cell_is_known(outlets: OutletNames, written: str, meant: list[str]) -> None:
    assert _ids(outlets.find_all(written)) == meant


@pytest.mark.parametrize(
    "written", ["", "某某网", "天津市党建网", "湖南日报客户端", "红星网、某某网", "6月18日"]
)
def test_an_outlet_is_not_guessed_from_part_of_a_name(outlets: OutletNames, written: str) -> None:
    assert outlets.find_all(written) is None


def test_a_mention_carries_its_date_and_page(outlets: OutletNames) -> None:
    first, second = outlets.mentions("红星网（6月18日）；《湖南日报》2022年6月20日 3版")
    assert (first.date_text, first.page) == ("6月18日", "")
    assert (second.date_text, second.page) == ("2022年6月20日", "3版")


def test_a_date_may_stand_before_its_outlet(outlets: OutletNames) -> None:
    found = outlets.mentions("6月18日红星网、6月19日红网3版")
    assert [(each.date_text, each.page) for each in found] == [("6月18日", ""), ("6月19日", "3版")]


def test_an_address_goes_with_its_outlet(outlets: OutletNames) -> None:
    found = outlets.mentions("红星网 http://example.invalid/1，红网（https://example.invalid/2?id=3）6月9日")
    assert [each.link for each in found] == ["http://example.invalid/1", "https://example.invalid/2?id=3"]


def test_a_stranger_beside_a_known_outlet_is_named(outlets: OutletNames) -> None:
    known, stranger = outlets.mentions("红星网6月18日，某某网6月19日")
    assert known.outlet is not None
    assert (stranger.outlet, stranger.written, stranger.date_text) == (None, "某某网", "6月19日")


def test_a_stranger_keeps_its_own_characters(outlets: OutletNames) -> None:
    assert [mention.written for mention in outlets.mentions("在华声在线发布")] == ["华声在线"]


def test_an_unknown_name_may_begin_like_a_known_one(outlets: OutletNames) -> None:
    near = outlets.mentioned("《人民日报》海外版")
    assert near is not None
    assert near.id == "rmrb"
    assert outlets.mentioned("海外版") is None


def test_a_longer_text_may_mention_a_unit(units: UnitNames) -> None:
    near = units.mentioned("襄阳街街道金城社区2022年台账")
    assert near is not None
    assert near.id == "XYJ"
    assert units.mentioned("信息台账") is None
    assert units.mentioned("天津市公安局") is None
