"""Every way a register writes a day."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinshi_desk.domain.dates import DateContext, read_date
from jinshi_desk.domain.registers import Precision

JUNE = DateContext(end=date(2022, 6, 30))


@pytest.mark.parametrize(
    ("written", "day", "flag"),
    [
        (datetime(2022, 6, 15, 8, 30), "2022-06-15", None),  # noqa: DTZ001  # a sheet knows no time zones
        (date(2022, 6, 15), "2022-06-15", None),
        (44735, "2022-06-23", "date_from_serial"),
        (44735.75, "2022-06-23", "date_from_serial"),
        ("44735", "2022-06-23", "date_from_serial"),
        (20220630, "2022-06-30", None),
        ("2022.6.30", "2022-06-30", None),
        ("2022/6/30", "2022-06-30", None),
        ("2022-6-30", "2022-06-30", None),
        ("2022-06-30 00:00:00", "2022-06-30", None),
        ("2022-06-30T09:00", "2022-06-30", None),
        ("20220630", "2022-06-30", None),
        ("2022、6、30", "2022-06-30", None),
        ("2022。6。30", "2022-06-30", None),
        ("2022..6.30.", "2022-06-30", None),
        ("2022 6 30", "2022-06-30", None),
        ("2022年6月30", "2022-06-30", None),
        ("２０２２年６月２１日", "2022-06-21", None),
        (" 2022 年 6 月 9 日 ", "2022-06-09", None),
        ("（6月18日）", "2022-06-18", None),
        ("22.6.9", "2022-06-09", "two_digit_year"),
        ("22年6月9日", "2022-06-09", "two_digit_year"),
        ("220609", "2022-06-09", "two_digit_year"),
        ("2022年6月9日 星期四", "2022-06-09", "weekday_ok"),
        ("2022年6月12日（周日）", "2022-06-12", "weekday_ok"),
        ("2022年6月12日星期天", "2022-06-12", "weekday_ok"),
        ("6月20日上午", "2022-06-20", None),
        ("6月20日 14:30", "2022-06-20", None),
        ("6月12号", "2022-06-12", None),
        ("6/17", "2022-06-17", "date_no_year"),
        ("6-17", "2022-06-17", "date_no_year"),
        ("6.9", "2022-06-09", "date_no_year"),
        ("4.12", "2022-04-12", "date_no_year"),
        ("6.3", "2022-06-03", "date_no_year"),
        (6.17, "2022-06-17", "date_no_year"),
        (6.4, "2022-06-04", "date_no_year"),
        (2.3, "2022-02-03", "date_no_year"),
        ("6月29日-30日", "2022-06-29", "date_range"),
        ("6月29日至7月1日", "2022-06-29", "date_range"),
        ("6月29—30日", "2022-06-29", "date_range"),
        ("2022.6.29-30", "2022-06-29", "date_range"),
        ("2022/6/29-2022/7/1", "2022-06-29", "date_range"),
        ("6.29-6.30", "2022-06-29", "date_range"),
        ("2022年6月", "2022-06-30", "month_only"),
        ("2022-06", "2022-06-30", "month_only"),
        ("2022.6", "2022-06-30", "month_only"),
        (2022.6, "2022-06-30", "month_only"),
        ("6月份", "2022-06-30", "month_only"),
        ("06/17/2022", "2022-06-17", "us_style_date"),
        ("17/06/2022", "2022-06-17", "day_first_date"),
        ("06/06/2022", "2022-06-06", "us_style_date"),
        ("六月三十日", "2022-06-30", None),
        ("二〇二二年六月十日", "2022-06-10", None),
        ("二零二二年六月二十一日", "2022-06-21", None),
        ("六月廿一", "2022-06-21", None),
        ("6月20日星期一", "2022-06-20", "weekday_ok"),
        ("6.8日", "2022-06-08", None),
        ("6.30号", "2022-06-30", None),
    ],
    ids=repr,
)
def test_a_day_is_read_however_it_is_written(written: object, day: str, flag: str | None) -> None:
    reading = read_date(written, JUNE)
    assert reading.day is not None
    assert (reading.day.isoformat(), str(reading.flag) if reading.flag else None) == (day, flag)


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        ("2022.6.31", "invalid_date(2022.6.31)"),
        ("2022年2月29日", "invalid_date(2022年2月29日)"),
        ("2022-13-01", "invalid_date(2022-13-01)"),
        ("6月31日", "invalid_date(6月31日)"),
        (6.31, "invalid_date(6.31)"),
        ("昨天", "unparseable_date(昨天)"),
        ("6月上旬", "unparseable_date(6月上旬)"),
        ("月底", "unparseable_date(月底)"),
        ("六十十日", "unparseable_date(六十十日)"),
        ("1899年6月1日", "date_out_of_range(1899年6月1日)"),
        ("2101-01-01", "date_out_of_range(2101-01-01)"),
        (datetime(1900, 1, 5, 7, 12), "date_out_of_range(1900-01-05 07:12:00)"),  # noqa: DTZ001
        (18991231, "date_out_of_range(18991231)"),
        (True, "unparseable_date(True)"),
        (-3.5, "unparseable_date(-3.5)"),
        (0, "unparseable_date(0)"),
        (2022, "unparseable_date(2022)"),
        ("", "unparseable_date"),
    ],
    ids=repr,
)
def test_an_impossible_day_is_red(written: object, flag: str) -> None:
    reading = read_date(written, JUNE)
    assert (reading.day, reading.candidates, str(reading.flag)) == (None, (), flag)


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        (6.3, "ambiguous_date(6.3 -> 6月3日/6月30日)"),
        (6.1, "ambiguous_date(6.1 -> 6月1日/6月10日)"),
        (6.2, "ambiguous_date(6.2 -> 6月2日/6月20日)"),
        (2022.1, "ambiguous_date(2022.1 -> 2022年1月/2022年10月)"),
        ("06/07/2022", "ambiguous_date(06/07/2022 -> 6月7日/7月6日)"),
        ("2022年6月9日 星期五", "weekday_wrong(2022年6月9日 星期五 -> 6月9日)"),
        ("12.6.9", "ambiguous_date(12.6.9 -> 6月9日)"),
    ],
    ids=repr,
)
def test_a_doubtful_day_is_asked(written: object, flag: str) -> None:
    reading = read_date(written, JUNE)
    assert (reading.day, str(reading.flag)) == (None, flag)


def test_the_display_format_settles_a_lost_zero() -> None:
    assert read_date(6.3, JUNE, "0.00").day == date(2022, 6, 30)
    assert read_date(6.3, JUNE, "0.00_ ").day == date(2022, 6, 30)
    assert read_date(6.3, JUNE, "0.0").day is None


def test_a_lost_zero_is_asked_where_all_is_text() -> None:
    csv = DateContext(end=date(2022, 6, 30), textual=True)
    assert str(read_date("6.3", csv).flag) == "ambiguous_date(6.3 -> 6月3日/6月30日)"
    assert read_date("6.30", csv).day == date(2022, 6, 30)


def test_a_workbook_may_count_its_days_from_1904() -> None:
    assert read_date(43273, DateContext(from_1904=True)).day == date(2022, 6, 23)


@pytest.mark.parametrize(
    ("end", "written", "year"),
    [
        (date(2022, 6, 30), "7/7", 2022),
        (date(2022, 6, 30), "7/8", 2021),
        (date(2023, 1, 31), "12月28日", 2022),
        (date(2022, 12, 31), "12月28日", 2022),
        (date(2023, 1, 31), "2/7", 2023),
    ],
    ids=repr,
)
def test_a_day_without_year_is_never_far_in_the_future(end: date, written: str, year: int) -> None:
    day = read_date(written, DateContext(end=end)).day
    assert day is not None
    assert day.year == year


@pytest.mark.parametrize("written", ["6月9日", "6/9", 6.9, 6.3])
def test_a_day_without_any_year_to_go_by_is_asked(written: object) -> None:
    reading = read_date(written, DateContext())
    assert reading.day is None
    assert str(reading.flag) == f"date_without_year({written})"


def test_a_month_counts_as_its_last_day() -> None:
    assert read_date("2024年2月", JUNE).day == date(2024, 2, 29)
    assert read_date("2024年2月", JUNE).precision is Precision.MONTH


_DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2100, 12, 31))
_FORMS = (
    "{0}年{1}月{2}日",
    "{0}.{1}.{2}",
    "{0}/{1:02}/{2:02}",
    "{0}-{1}-{2}",
    "{0}{1:02}{2:02}",
)


@given(_DAYS, st.sampled_from(_FORMS))
def test_whatever_day_is_written_in_full_is_read_back(day: date, form: str) -> None:
    assert read_date(form.format(day.year, day.month, day.day), JUNE).day == day


@given(st.dates(min_value=date(1955, 1, 1), max_value=date(2060, 1, 1)))
def test_a_serial_is_the_day_a_spreadsheet_would_show(day: date) -> None:
    assert read_date((day - date(1899, 12, 30)).days, JUNE).day == day


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    reading = read_date(text, JUNE)
    assert reading.day is not None or reading.flag is not None


@pytest.mark.parametrize(
    ("written", "end", "day"),
    [
        ("2月29日", "2024-02-29", "2024-02-29"),
        ("2.29日", "2024-06-30", "2024-02-29"),
        ("2/29", "2024-03-31", "2024-02-29"),
        ("2024-02-29", "2022-06-30", "2024-02-29"),
        ("2月29日", "2025-01-31", "2024-02-29"),  # of the year before, as any day that lies ahead
        ("2月29日", "2025-06-30", None),
        ("2月29日", "2023-03-31", None),
        ("2月29日", "2024-01-31", None),  # ahead, and 2023 had none
        ("2023.2.29", "2023-03-31", None),
        ("2月", "2024-02-29", "2024-02-29"),
        ("2月", "2023-02-28", "2023-02-28"),
    ],
)
def test_the_29th_of_february_is_a_day_in_leap_years_alone(written: str, end: str, day: str | None) -> None:
    reading = read_date(written, DateContext(end=date.fromisoformat(end)))
    assert (reading.day.isoformat() if reading.day else None) == day
    if day is None:
        assert reading.flag is not None
        assert reading.flag.id == "invalid_date"
