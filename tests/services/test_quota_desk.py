"""Who is behind: the board of units and months, why a draft counts or not, exempt months."""

from datetime import date

import pytest

from jinshi_desk.domain.drafts import Source, Status
from jinshi_desk.domain.errors import MonthClosed, ReasonMissing, UnknownUnit
from jinshi_desk.domain.months import Month
from jinshi_desk.domain.problems import Problem, Severity
from jinshi_desk.domain.quota import Standing, State, Verdict
from jinshi_desk.domain.units import Exemption
from tests.office import JULY, JUNE, MAY, Office, a_draft, unit_id


def _standing(office: Office, unit: str = "新洲镇", month: Month = JUNE) -> Standing:
    return next(row for row in office.quota.standings(month) if row.unit.name == unit)


def test_a_unit_that_reported_once_owes_one(office: Office) -> None:
    office.log()
    assert (_standing(office).missing, _standing(office).state) == (1, State.SHORT)


def test_a_unit_that_reported_twice_is_done(office: Office) -> None:
    office.log()
    office.log()
    assert _standing(office).state is State.COMPLETED


def test_a_joint_draft_counts_for_its_lead_alone(office: Office) -> None:
    office.log(partners=("药山镇",))
    assert [_standing(office, unit).count.valid for unit in ("新洲镇", "药山镇")] == [1, 0]


def test_what_the_research_office_writes_about_a_unit_counts_nothing_for_it(office: Office) -> None:
    number = office.log(unit="研究室", partners=("新洲镇",), authors=("文样一",))
    assert (_standing(office).count.received, _standing(office).missing) == (0, 2)
    (row,) = office.quota.drafts(unit_id("新洲镇"), JUNE)
    assert (row.row.number, row.verdict) == (number, Verdict.PARTNER)


def test_a_unit_that_sends_what_the_research_office_wrote_is_told_who_leads(office: Office) -> None:
    office.log(unit="研究室", authors=("文样一",))
    told = office.register.check(a_draft(authors=("文样一",)))
    assert Problem("units", "office_written", Severity.WARN, "研究室") in told
    for authors in (("文样一", "周试一"), ("周试一",), ()):  # with somebody of its own, or nobody known
        told = office.register.check(a_draft(authors=authors))
        assert "office_written" not in [problem.reason for problem in told]


def test_makeup_completes_a_month_and_costs_half_a_point_each(office: Office) -> None:
    office.log()
    office.log(received="2022-07-02", makeup=True)
    assert (_standing(office).state, office.points_of("新洲镇")) == (State.COMPLETED_LATE, "1.5")


def test_makeup_that_comes_too_late_costs_nothing_and_counts_later(office: Office) -> None:
    office.day = date(2022, 7, 10)
    office.log()
    office.log()
    office.log(received="2022-07-06", makeup=True)
    office.log(received="2022-07-07")
    assert _standing(office, month=JULY).state is State.COMPLETED
    assert [office.points_of("新洲镇", month) for month in (JUNE, JULY)] == ["2", "2"]


def test_makeup_that_does_not_count_costs_nothing(office: Office) -> None:
    office.log(received="2022-07-02", makeup=True, approval_on_file=False)
    assert office.points_of("新洲镇") == "−2"  # two missing; no zero report, no −0.5


def test_every_draft_of_a_cell_has_its_verdict(office: Office) -> None:
    verdicts = {
        office.log(): Verdict.COUNTS,
        office.log(accepted=False): Verdict.NOT_ACCEPTED,
        office.log(approval_on_file=False): Verdict.NO_FORM,
        office.log(source=Source.REPRINT): Verdict.REPRINT,
    }
    for act, verdict in (
        ("return_", Verdict.RETURNED),
        ("reject", Verdict.REJECTED),
        ("withdraw", Verdict.WITHDRAWN),
        ("void", Verdict.VOID),
    ):
        number = office.log()
        getattr(office.register, act)(number, "与上月重复")
        verdicts[number] = verdict
    joint = office.log(unit="药山镇", partners=("新洲镇",))
    rows = office.quota.drafts(unit_id("新洲镇"), JUNE)
    assert {row.row.number: row.verdict for row in rows} == verdicts | {joint: Verdict.PARTNER}
    assert {row.reason for row in rows if row.verdict is Verdict.REJECTED} == {"与上月重复"}
    assert _standing(office).count.valid == 1
    assert _standing(office).count.received == len(verdicts)


def test_a_closed_months_drafts_keep_their_verdicts(office: Office) -> None:
    office.log()
    office.register.reject(office.log(), "与上月重复")
    office.log(unit="药山镇", partners=("新洲镇",))
    before = office.quota.drafts(unit_id("新洲镇"), JUNE)
    office.close(JUNE)
    assert office.quota.drafts(unit_id("新洲镇"), JUNE) == before
    assert [row.verdict for row in before] == [Verdict.COUNTS, Verdict.REJECTED, Verdict.PARTNER]


@pytest.mark.parametrize("act", ["return_", "reject", "withdraw", "void"])
def test_a_draft_that_no_longer_stands_no_longer_counts(act: str, office: Office) -> None:
    number = office.log()
    getattr(office.register, act)(number, "有问题")
    assert (_standing(office).count.valid, _standing(office).count.received) == (0, 1)
    assert office.status(number) != Status.ACCEPTED


def test_the_board_has_a_row_per_unit_from_the_first_month_on_the_books_to_this_one(office: Office) -> None:
    office.log()
    office.log()
    board = {row.unit.name: row for row in office.quota.board(2022)}
    assert len(board) == len(office.register.units())
    cells = board["新洲镇"].cells
    assert len(cells) == 12
    assert [cell.state for cell in cells if cell] == [State.COMPLETED, State.ZERO_REPORT]
    assert cells[:5] + cells[7:] == (None,) * 10  # before the books begin, and still to come
    assert (board["新洲镇"].due, board["新洲镇"].completed) == (2, 1)


def test_one_query_counts_the_drafts_of_a_year(office: Office) -> None:
    for month in (4, 5, 6):
        office.log(received=f"2022-{month:02}-10")
    asked: list[str] = []
    connection = office.store.drafts._db.connection()
    connection.set_trace_callback(asked.append)
    office.quota.board(2022)
    connection.set_trace_callback(None)
    assert len([sql for sql in asked if "count(*) FROM draft" in sql]) == 1
    of_drafts = [sql for sql in asked if "FROM draft" in sql and "min(quota_month)" not in sql]
    assert len(of_drafts) == 1
    plan = connection.execute(f"EXPLAIN QUERY PLAN {of_drafts[0]}").fetchall()
    assert "USING INDEX draft_month_unit (quota_month>? AND quota_month<?)" in str(plan)


def test_a_year_before_the_units_has_no_rows(office: Office) -> None:
    assert office.quota.board(2021) == ()


# ---- exempt months


def test_an_exempt_month_owes_nothing_and_earns_nothing(office: Office) -> None:
    office.log("有稿件的单位", unit="药山镇")
    office.log()
    office.log()
    office.quota.exempt(Exemption(unit_id("新洲镇"), JUNE, "抗洪抢险", "李主任"))
    assert (_standing(office).state, office.points_of("新洲镇")) == (State.EXEMPT, "0")
    figures = office.figures()
    assert (figures.completion.exempt, figures.completion.completed) == (1, 0)
    assert figures.rank_month["town"]["XZ"] is None  # type: ignore[index]
    assert figures.rank_month["town"]["YS"] == 1  # type: ignore[index]


def test_an_exemption_can_be_corrected_and_taken_back(office: Office) -> None:
    for reason in ("抗洪抢险", "抗洪抢险（补充）"):
        office.quota.exempt(Exemption(unit_id("新洲镇"), JUNE, reason, "李主任"))
    assert [exemption.reason for exemption in office.quota.exemptions(2022)] == ["抗洪抢险（补充）"]
    assert office.quota.exemptions(2021) == ()
    office.quota.end_exemption(unit_id("新洲镇"), JUNE)
    assert office.quota.exemptions() == ()
    assert [record.act for record in office.store.audit.of("XZ 2022-06")] == [
        "exempt",
        "exempt",
        "end_exemption",
    ]


@pytest.mark.parametrize(("reason", "approver"), [(" ", "李主任"), ("抗洪抢险", "")])
def test_an_exemption_wants_a_reason_and_somebody_who_approved(
    reason: str, approver: str, office: Office
) -> None:
    with pytest.raises(ReasonMissing):
        office.quota.exempt(Exemption(unit_id("新洲镇"), JUNE, reason, approver))


def test_nobody_is_exempted_who_is_no_unit(office: Office) -> None:
    with pytest.raises(UnknownUnit):
        office.quota.exempt(Exemption("NIL", JUNE, "抗洪抢险", "李主任"))
    assert office.quota.exemptions() == ()


def test_a_closed_month_is_neither_exempted_nor_unexempted(office: Office) -> None:
    exemption = Exemption(unit_id("新洲镇"), MAY, "抗洪抢险", "李主任")
    office.quota.exempt(exemption)
    office.close(MAY)
    with pytest.raises(MonthClosed):
        office.quota.exempt(exemption)
    with pytest.raises(MonthClosed):
        office.quota.end_exemption(unit_id("新洲镇"), MAY)
    assert office.quota.exemptions() == (exemption,)
