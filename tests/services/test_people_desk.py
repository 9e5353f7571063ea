"""The roster over a real file: who answers for a unit, who moved, who is one person, and taking acts back."""

from dataclasses import replace
from datetime import date

import pytest

from jinshi_desk.complaints import problem_phrase
from jinshi_desk.domain.errors import NotFileable, UndoOvertaken
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.outlets import Level
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.register import RegisterQuery
from jinshi_desk.domain.roster import Duty, Person
from jinshi_desk.domain.roster_acts import (
    Appoint,
    Correct,
    HandOver,
    Join,
    Leave,
    Move,
    Newcomer,
    Part,
    RosterAct,
)
from jinshi_desk.domain.unit_acts import Merge
from jinshi_desk.services.contacts import Contacts, contacts, to_settle
from jinshi_desk.services.filing import Undo
from jinshi_desk.services.month_events import author_rows
from jinshi_desk.services.people import SUBJECT, PeopleDesk
from jinshi_desk.services.units import UnitDesk
from tests.office import JULY, JUNE, MAY, Office, a_draft, unit_id

XINZHOU, YAOSHAN, BAIYI = (unit_id(name) for name in ("新洲镇", "药山镇", "白衣镇"))
OFFICE = "YJS"
OFFICER = Duty.INFO_OFFICER
FIRST, SECOND = date(2022, 3, 1), date(2022, 7, 1)
ZHOU = Newcomer("周试一", phone="0736-4210001", mobile="13800000000")


def _person(office: Office, name: str) -> Person:
    (found,) = (person for person in office.people.people() if person.name == name)
    return found


def _said(office: Office, act: RosterAct) -> list[str]:
    return [problem_phrase(problem) for problem in office.people.check(act)]


def _authors(office: Office, month: Month = JUNE) -> list[tuple[str, str, int, int]]:
    rows = author_rows(office.store, month)
    return [(row.name, row.unit, row.total, row.cumulative) for row in rows]


# ---- who answers for a unit


def test_a_unit_has_one_correspondent_and_its_contacts_go_into_forms(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.people.do(Appoint(XINZHOU, Duty.SUPERVISING_LEADER, Newcomer("高样二")))
    office.people.do(Appoint(XINZHOU, Duty.UNIT_HEAD, Newcomer("陈例三")))
    found = contacts(office.store, XINZHOU, date(2022, 7, 3))
    assert found == Contacts("周试一", "0736-4210001", "高样二", "陈例三")
    assert contacts(office.store, XINZHOU, date(2022, 2, 28)) == Contacts("", "", "高样二", "陈例三")
    assert contacts(office.store, "没有", date(2022, 7, 3)) == Contacts()


def test_a_second_correspondent_is_refused_and_the_handover_offered(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    second = Appoint(XINZHOU, OFFICER, Newcomer("李试二"), SECOND)
    assert _said(office, second) == ["已由周试一担任，换人请用交接"]
    with pytest.raises(NotFileable):
        office.people.do(second)
    assert _said(office, Appoint(XINZHOU, OFFICER, ZHOU, SECOND)) == ["周试一已经担任"]
    assert [row.is_double for row in office.people.units() if row.unit.id == XINZHOU] == [False]


def test_a_handover_ends_the_one_before_the_day_and_keeps_who_had_which_phone(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.people.do(HandOver(XINZHOU, OFFICER, Newcomer("李试二", phone="0736-4210002"), SECOND))
    (row,) = (row for row in office.people.units() if row.unit.id == XINZHOU)
    assert [held.person.name for held in row.correspondents] == ["李试二"]
    assert office.people.history(row.unit) == (
        "信息员　李试二　2022-07-01 起　0736-4210002",
        "信息员　周试一　2022-03-01 至 2022-06-30　0736-4210001",
    )
    assert _person(office, "周试一").is_here(office.day)  # only the duty went over


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (HandOver(YAOSHAN, OFFICER, Newcomer("李试二"), SECOND), "现在空缺，不用交接，直接指定"),
        (HandOver(XINZHOU, OFFICER, Newcomer("周试一"), SECOND), "现在就是周试一"),
        (HandOver(XINZHOU, OFFICER, Newcomer("李试二"), FIRST), "要晚于上一任的任职日（2022-03-01）"),
        (HandOver(XINZHOU, OFFICER, Newcomer("李试二"), None), "没有写从哪天起"),
        (Appoint(OFFICE, OFFICER, Newcomer("李试二")), "组室设联络员，其他单位设信息员"),
        (Appoint(YAOSHAN, Duty.LIAISON, Newcomer("李试二")), "组室设联络员，其他单位设信息员"),
        (Appoint("", None, Newcomer("李试二")), "没有单位"),
        (Appoint("没有", None, Newcomer("李试二")), "找不到“没有”"),
        (Appoint(YAOSHAN, None, Newcomer("")), "没有写姓名"),
        (Appoint(YAOSHAN, None, Newcomer("李2")), "“李2”不像人名"),
        (Appoint(YAOSHAN, None, Newcomer("李试二", phone="总机转3")), "办公电话应写区号-号码"),
        (Appoint(YAOSHAN, None, Newcomer("李试二", mobile="138000")), "手机号应是 11 位数字"),
        (Appoint(YAOSHAN, None, Newcomer("李试二"), date(1022, 7, 1)), "日期太早或太晚"),
        (Move(99, YAOSHAN, SECOND), "名册里没有这个人"),
        (Move(1, XINZHOU, SECOND), "周试一已在该单位"),
        (Move(1, YAOSHAN, None), "没有写从哪天起"),
        (Move(1, YAOSHAN, date(2022, 7, 1), "x"), "办公电话应写区号-号码"),
        (Leave(1, None), "没有写到哪天为止"),
        (Leave(1, date(2021, 1, 1)), "这一天不在任上"),
        (Leave(1, date(2022, 2, 1), stays=True), "这一天不在任上"),
        (Leave(99, SECOND), "名册里没有这个人"),
        (Correct(1, ""), "没有写姓名"),
        (Correct(99, "周试一"), "名册里没有这个人"),
        (Join(1, 1, "同一人"), "周试一不能与自己合并"),
        (Join(1, 99, "同一人"), "没有选与谁合并"),
        (Join(99, 1, "同一人"), "名册里没有这个人"),
        (Join(1, 1, " "), "要写明原因"),
        (Part(1), "没有合并过，不用分开"),
    ],
)
def test_what_can_not_be_is_refused_in_a_phrase(office: Office, act: RosterAct, said: str) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    assert said in _said(office, act)
    with pytest.raises(NotFileable):
        office.people.do(act)


def test_a_handover_before_one_that_is_settled_already_is_refused(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.people.do(HandOver(XINZHOU, OFFICER, Newcomer("李试二"), date(2022, 8, 1)))
    again = HandOver(XINZHOU, OFFICER, Newcomer("王测三"), SECOND)
    assert _said(office, again) == ["此后已由李试二担任"]


def test_vacancies_wait_to_be_settled_once_the_roster_has_begun(office: Office) -> None:
    day = office.day
    assert to_settle(office.store, day) == 0
    units = len(office.people.units())
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    assert to_settle(office.store, day) == units - 1
    office.people.do(Leave(_person(office, "周试一").id, day))
    assert to_settle(office.store, day) == units - 1
    assert to_settle(office.store, date(2022, 7, 4)) == units


def test_two_at_once_can_only_come_from_outside_and_are_shown(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.people.do(Appoint(XINZHOU, None, Newcomer("李试二")))
    second = _person(office, "李试二").id
    with office.store.writing("test") as act:
        office.store._db.execute_sql(
            "INSERT INTO duty (person, unit, duty) VALUES (?, ?, 'info_officer')", (second, XINZHOU)
        )
        act.subject = "test"
    (row,) = (row for row in office.people.units() if row.unit.id == XINZHOU)
    assert (row.is_double, row.contacts.correspondent) == (True, "李试二、周试一")
    office.people.do(HandOver(XINZHOU, OFFICER, Newcomer("王测三"), SECOND))
    (row,) = (row for row in office.people.units() if row.unit.id == XINZHOU)
    assert [held.person.name for held in row.correspondents] == ["王测三"]


# ---- moved: points follow the person


def test_points_follow_who_moves_and_the_unit_keeps_its_own(office: Office) -> None:
    office.adopt(office.log(unit="药山镇", authors=("周试一",)), Level.PROVINCE, on="2022-06-20")
    office.people.do(Move(_person(office, "周试一").id, BAIYI, SECOND))
    july = office.log(unit="白衣镇", authors=("周试一",), received="2022-07-02")
    office.day = date(2022, 7, 20)
    office.adopt(july, Level.PREFECTURE, on="2022-07-10")
    assert _authors(office, JUNE) == [("周试一", "药山镇", 800, 800)]
    assert _authors(office, JULY) == [("周试一", "白衣镇", 300, 1100)]
    assert len(office.people.people()) == 1
    june = office.figures(JUNE).points_of(YAOSHAN)
    assert june.gained == 800
    assert office.figures(JULY).points_of(YAOSHAN).gained == 0


def test_who_moved_in_the_middle_of_a_month_is_listed_with_the_new_unit(office: Office) -> None:
    office.adopt(office.log(unit="药山镇"), on="2022-06-20")
    office.people.do(Move(_person(office, "周试一").id, BAIYI, date(2022, 6, 16)))
    assert _authors(office, JUNE) == [("周试一", "白衣镇", 100, 100)]


def test_a_late_draft_of_the_old_unit_still_means_who_left_it(office: Office) -> None:
    office.log(unit="药山镇")
    office.people.do(Move(_person(office, "周试一").id, BAIYI, SECOND))
    late = a_draft(unit="药山镇", received="2022-07-02")
    assert office.register.check(late) == (Problem("authors", "not_there", Severity.WARN, "周试一"),)
    office.register.log(late)
    assert len(office.people.people()) == 1


def test_a_move_ends_duties_elsewhere_and_warns_of_the_vacancy(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    move = Move(_person(office, "周试一").id, BAIYI, SECOND, "0736-4210009")
    assert _said(office, move) == ["原单位的职责会空缺"]
    office.people.do(move)
    moved = _person(office, "周试一")
    assert moved.terms_at(XINZHOU, date(2022, 6, 30))
    assert not moved.terms_at(XINZHOU, SECOND)
    post = moved.post_on(SECOND)
    assert post is not None
    assert (post.unit, post.phone) == (BAIYI, "0736-4210009")
    assert _said(office, Move(moved.id, YAOSHAN, date(2022, 4, 1))) == [
        "周试一此后另有任职",
        "原单位的职责会空缺",
    ]


def test_who_leaves_stays_in_the_books_and_is_offered_last(office: Office) -> None:
    number = office.log(unit="药山镇", authors=("周试一", "阿样二"))
    office.people.do(Leave(_person(office, "阿样二").id, date(2022, 6, 30)))
    assert [author.name for author in office.register.open(number).draft.authors] == ["周试一", "阿样二"]
    offered = office.register.spelled_people(YAOSHAN)
    assert [person.name for person in offered] == ["周试一", "阿样二"]


def test_who_stays_only_lays_the_duty_down(office: Office) -> None:
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.people.do(Leave(_person(office, "周试一").id, date(2022, 6, 30), stays=True))
    person = _person(office, "周试一")
    assert person.is_here(office.day)
    assert not person.terms_at(XINZHOU, office.day)


# ---- namesakes


def test_two_of_one_name_are_told_apart_by_a_mark_and_asked_about(office: Office) -> None:
    office.log(unit="药山镇")
    office.people.do(Correct(_person(office, "周试一").id, "周试一", "党建办"))
    office.people.do(Appoint(YAOSHAN, None, Newcomer("周试一", mark="宣传办")))
    draft = a_draft(unit="药山镇")
    (problem,) = office.register.check(draft)
    assert problem_phrase(problem) == "有同名的，写明哪一个：周试一（党建办）、周试一（宣传办）"
    with pytest.raises(NotFileable):
        office.register.log(draft)
    number = office.log(unit="药山镇", authors=("周试一（宣传办）",))
    (author,) = office.register.open(number).draft.authors
    assert (author.name, author.mark) == ("周试一", "宣传办")
    office.register.revise(number, office.register.open(number).draft)
    assert office.register.open(number).draft.authors == (author,)


def test_a_namesake_without_a_mark_must_get_one_first(office: Office) -> None:
    office.log(unit="药山镇")
    second = Appoint(YAOSHAN, None, Newcomer("周试一", mark="宣传办"))
    assert _said(office, second) == ["原来的周试一也要先写区分"]
    office.people.do(Correct(_person(office, "周试一").id, "周试一", "党建办"))
    other = office.people.do(second)
    assert _said(office, Correct(other, "周试一", "党建办")) == ["已有周试一（党建办），换一个区分"]
    assert _said(office, Appoint(YAOSHAN, OFFICER, Newcomer("周试一"))) == [
        "有同名的，写明哪一个：周试一（党建办）、周试一（宣传办）"
    ]


def test_one_person_can_not_sign_twice_under_two_names(office: Office) -> None:
    office.log(unit="药山镇")
    office.log(unit="药山镇", authors=("周式一",))
    office.people.do(Join(_person(office, "周式一").id, _person(office, "周试一").id, "写错了字"))
    assert _problems_of(office, ("周试一", "周式一")) == ["有两个署名是同一个人"]
    assert _problems_of(office, ("周试一", "周试一")) == ["同一作者写了两次"]
    assert _problems_of(office, ("阿样二（甲办）", "阿样二（乙办）")) == ["有两个署名是同一个人"]


def _problems_of(office: Office, authors: tuple[str, ...]) -> list[str]:
    return [
        problem_phrase(problem) for problem in office.register.check(a_draft(unit="药山镇", authors=authors))
    ]


def test_authors_of_a_joint_draft_are_known_at_the_partners_too(office: Office) -> None:
    office.log(unit="药山镇", authors=("李试二",))
    office.log(unit="新洲镇", partners=("药山镇",), authors=("周试一", "李试二"))
    assert {person.name: person.posts[0].unit for person in office.people.people()} == {
        "李试二": YAOSHAN,
        "周试一": XINZHOU,
    }


# ---- two records of one person


def test_two_records_are_joined_and_their_entries_stay(office: Office) -> None:
    office.adopt(office.log(unit="药山镇"), on="2022-06-10")
    office.adopt(office.log(unit="白衣镇"), Level.PREFECTURE, on="2022-06-12")
    one, other = (person.id for person in office.people.people())
    before = office.store.ledger.of_people(JUNE, JUNE)
    office.people.do(Join(one, other, "同一人，7月调动"))
    assert office.store.ledger.of_people(JUNE, JUNE) == before
    assert [(row[0], row[2]) for row in _authors(office)] == [("周试一", 400)]
    (person,) = office.people.people()
    assert (person.id, person.joined) == (other, (one,))
    office.people.do(Move(other, BAIYI, SECOND))
    assert _authors(office) == [("周试一", "药山镇", 400, 400)]
    assert any("同一人，7月调动" in line for line in office.people.person_history(_person(office, "周试一")))
    office.people.do(Part(other))
    assert {person.id for person in office.people.people()} == {one, other}
    assert len(_authors(office)) == 2


def test_joining_is_taken_back_and_the_trace_stays(office: Office) -> None:
    office.log(unit="药山镇")
    office.log(unit="白衣镇")
    before = office.people.people()
    one, other = (person.id for person in before)
    office.people.do(Join(one, other, "同一人"))
    assert office.people.undo() == SUBJECT
    assert office.people.people() == before
    office.people.do(Join(one, other, "同一人"))
    office.people.do(Part(other))
    office.people.undo()
    assert [person.joined for person in office.people.people()] == [(one,)]
    kept = office.store._db.rows("SELECT reason, parted_at IS NULL FROM person_join ORDER BY id")
    assert kept == [("同一人", 0), ("同一人", 0), ("撤销分开", 1)]
    assert list(office.store.audit.breaks()) == []


def test_two_who_signed_one_draft_are_not_one(office: Office) -> None:
    number = office.log(authors=("周试一", "李试二"))
    one, other = (_person(office, name).id for name in ("周试一", "李试二"))
    assert _said(office, Join(one, other, "同一人")) == [
        "姓名不同：李试二",
        f"两人同署了 {number}，不是一个人",
    ]


def test_joined_records_can_be_joined_again(office: Office) -> None:
    for unit in ("药山镇", "白衣镇", "新洲镇"):
        office.adopt(office.log(unit=unit), on="2022-06-10")
    first, second, third = (person.id for person in office.people.people())
    office.people.do(Join(first, second, "同一人"))
    office.people.do(Join(first, third, "同一人"))
    (person,) = office.people.people()
    assert (person.id, set(person.joined)) == (third, {first, second})
    assert [row[2] for row in _authors(office)] == [300]


def test_a_draft_of_a_joined_record_revised_moves_no_point(office: Office) -> None:
    number = office.log(unit="药山镇")
    office.adopt(number, on="2022-06-10")
    office.log(unit="白衣镇")
    one, other = (person.id for person in office.people.people())
    office.people.do(Join(one, other, "同一人"))
    entries = office.register.open(number).entries
    office.register.revise(number, office.register.open(number).draft)
    assert office.register.open(number).entries == entries


# ---- closed months, names, undo


def test_a_closed_month_keeps_its_list_of_authors(office: Office) -> None:
    office.adopt(office.log(unit="药山镇", received="2022-05-10"), on="2022-05-20")
    office.close(MAY)
    frozen = office.bulletins.draft(MAY).bulletin.author_table
    office.people.do(Move(_person(office, "周试一").id, BAIYI, date(2022, 5, 1)))
    assert office.bulletins.draft(MAY).bulletin.author_table == frozen


def test_a_corrected_name_is_found_and_listed(office: Office) -> None:
    number = office.log("屋场夜话", unit="药山镇", authors=("周式一",))
    office.people.do(Correct(_person(office, "周式一").id, "周试一", "", "0736-4210001", "13800000000"))
    (author,) = office.register.open(number).draft.authors
    assert author.name == "周试一"
    assert [row.number for row in office.register.page(RegisterQuery(words="周试一"), 0, 9)] == [number]
    person = _person(office, "周试一")
    assert (person.mobile, person.posts[0].phone) == ("13800000000", "0736-4210001")
    assert "13800000000" not in str(office.store.audit.last().after)


def test_each_act_is_taken_back_whole(office: Office) -> None:
    office.log(unit="药山镇")
    office.people.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    writer = next(person.id for person in office.people.people() if person.posts[0].unit == YAOSHAN)
    acts: list[RosterAct] = [
        Appoint(YAOSHAN, OFFICER, Newcomer("周试一"), FIRST),
        Appoint(BAIYI, OFFICER, Newcomer("李试二"), FIRST),
        HandOver(XINZHOU, OFFICER, Newcomer("李试二"), SECOND),
        Move(writer, BAIYI, SECOND),
        Leave(writer, date(2022, 6, 30)),
        Correct(writer, "周样一", "党建办", "0736-4210001"),
    ]
    before = office.people.people()
    for act in acts:
        office.people.do(act)
        assert office.people.people() != before
        office.people.undo()
        assert office.people.people() == before
    assert list(office.store.audit.breaks()) == []


def test_who_has_written_since_is_not_taken_back(office: Office) -> None:
    desk = PeopleDesk(office.store, Undo(office.store), office.today)
    desk.do(Appoint(XINZHOU, OFFICER, ZHOU, FIRST))
    office.log(unit="新洲镇")
    with pytest.raises(UndoOvertaken):
        desk.undo()
    assert len(office.people.people()) == 1
    assert [row.contacts.correspondent for row in office.people.units() if row.unit.id == XINZHOU] == [
        "周试一"
    ]


# ---- units that are taken in


def test_people_of_a_unit_that_is_taken_in_work_for_the_one_that_goes_on(office: Office) -> None:
    office.people.do(Appoint(YAOSHAN, OFFICER, ZHOU, FIRST))
    before = office.people.people()
    units = UnitDesk(office.store, office.undo)
    units.do(Merge((YAOSHAN, BAIYI), "药白镇", JULY))
    person = _person(office, "周试一")
    (new,) = (row for row in office.people.units() if row.unit.name == "药白镇")
    post = person.post_on(SECOND)
    assert post is not None
    assert (post.unit, post.phone, person.unit_in(JUNE)) == (new.unit.id, "0736-4210001", YAOSHAN)
    assert new.is_vacant  # of several correspondents the office chooses one
    office.undo.last()
    assert office.people.people() == before
    (again,) = units.do(Merge((YAOSHAN, BAIYI), "药白镇", JULY))
    office.day = date(2022, 7, 20)
    office.register.log(replace(a_draft(received="2022-07-10"), units=(again,)))
    assert len(office.people.people()) == 1
