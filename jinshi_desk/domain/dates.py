"""Dates as registers really have them (§7): each way of writing is one small function, tried in order."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jinshi_desk.domain.months import Month
from jinshi_desk.domain.registers import Flag, Precision

FIRST_YEAR, LAST_YEAR = 1900, 2100
_FIRST_SERIAL, _LAST_SERIAL = 20000, 60000
_DAYS_BETWEEN_EPOCHS = 1462
_LENIENCY = timedelta(days=7)
"""A date without a year may lie so far behind the register's end before it means last year."""


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a date without a year, or a bare number, is judged against.

    ``end`` is the last day of the register's period. ``textual`` tells that the file has only text (.csv), in
    which ``6.3`` may as well have lost its 0. ``from_1904`` is the workbook's other way of counting days.
    """

    end: date | None = None
    textual: bool = False
    from_1904: bool = False


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a cell says about a day. Without ``day`` it must be asked; ``candidates`` are likely answers."""

    day: date | None
    precision: Precision = Precision.DAY
    flag: Flag | None = None
    candidates: tuple[date, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """Return the candidates as the clerk reads them."""
        return tuple(_label(day, self.precision, self.candidates) for day in self.candidates)


def read_date(value: object, context: DateContext, number_format: str = "") -> DateReading:
    """Return the day that ``value`` (text, number or date) means in ``context``.

    ``number_format`` is how the sheet displays a number: ``0.00`` shows that 6.3 is 6.30.
    """
    raw = _written(value)
    if isinstance(value, date):
        reading = _day(value.year, value.month, value.day)
    elif isinstance(value, bool) or not isinstance(value, (int, float, str)):
        reading = _unsure("unparseable_date")
    elif isinstance(value, str):
        reading = _read_text(value, context)
    else:
        reading = _read_number(value, raw, context, number_format)
    return _named(reading, raw)


def _named(reading: DateReading, raw: str) -> DateReading:
    """Complete the flag of an unsure reading with what stood in the cell and what it may mean."""
    if reading.day is not None or reading.flag is None:
        return reading
    detail = f"{raw} -> {'/'.join(reading.labels())}" if reading.candidates else raw
    return replace(reading, flag=Flag(reading.flag.id, detail))


def _written(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _label(day: date, precision: Precision, others: tuple[date, ...]) -> str:
    year = (
        f"{day.year}年" if precision is Precision.MONTH or len({other.year for other in others}) > 1 else ""
    )
    return f"{year}{day.month}月" if precision is Precision.MONTH else f"{year}{day.month}月{day.day}日"


# --- what every way of writing comes down to ---


def _day(year: int, month: int, day: int, flag: str = "") -> DateReading:
    try:
        found = date(year, month, day)
    except ValueError:
        return _unsure("invalid_date")
    if not FIRST_YEAR < year <= LAST_YEAR:  # in 1900 itself lie small numbers that wear a date format
        return _unsure("date_out_of_range")
    return DateReading(found, flag=Flag(flag) if flag else None)


def _month(year: int, month: int) -> DateReading:
    if not (1 <= month <= 12):
        return _unsure("invalid_date")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return _unsure("date_out_of_range")
    return DateReading(Month(year, month).last_day, Precision.MONTH, Flag("month_only"))


def _unsure(flag: str, *candidates: DateReading) -> DateReading:
    """Return a reading that must be asked; the first candidate says how exact all are."""
    days = tuple(reading.day for reading in candidates if reading.day is not None)
    precision = candidates[0].precision if candidates else Precision.DAY
    return DateReading(None, precision, Flag(flag), tuple(dict.fromkeys(days)))


def _one_of(*readings: DateReading) -> DateReading:
    """Return the only possible reading, or ask which one."""
    possible = {reading.day: reading for reading in reversed(readings) if reading.day is not None}
    if len(possible) == 1:
        return next(iter(possible.values()))
    return _unsure("ambiguous_date", *readings) if possible else _unsure("invalid_date")


def _day_of_some_year(month: int, day: int, context: DateContext, flag: str = "") -> DateReading:
    """Return the day in the register's year, or in the year before where it would lie in the future."""
    if context.end is None:
        try:
            date(2000, month, day)
        except ValueError:
            return _unsure("invalid_date")
        return _unsure("date_without_year")
    reading = _day(context.end.year, month, day, flag)
    # 29 February of a common year would lie before 1 March; the year before may have had it
    near = reading.day or (date(context.end.year, 3, 1) if (month, day) == (2, 29) else context.end)
    if near - context.end > _LENIENCY:
        earlier = _day(context.end.year - 1, month, day, flag)
        return earlier if earlier.day or reading.day else reading
    return reading


# --- numbers ---


def _read_number(value: float, raw: str, context: DateContext, number_format: str) -> DateReading:
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return _serial(int(value), context)
    if "." not in raw:
        return _digits(raw, context) or _unsure("unparseable_date")
    if re.search(r"0\.00", number_format):
        raw = f"{value:.2f}"
    return _decimal(raw, context, may_have_lost_zero=True) or _unsure("unparseable_date")


def _serial(days: int, context: DateContext) -> DateReading:
    day = date(1899, 12, 30) + timedelta(days=days + (_DAYS_BETWEEN_EPOCHS if context.from_1904 else 0))
    return DateReading(day, flag=Flag("date_from_serial"))


def _digits(text: str, context: DateContext) -> DateReading | None:
    """``20220630``, ``220630``, and the day counts of a spreadsheet."""
    if re.fullmatch(r"\d{8}", text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    if re.fullmatch(r"\d{6}", text):
        return _short_year(int(text[:2]), int(text[2:4]), int(text[4:]), context)
    if re.fullmatch(r"\d{5}", text) and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return _serial(int(text), context)
    return None


def _decimal(text: str, context: DateContext, *, may_have_lost_zero: bool) -> DateReading | None:
    """``6.17`` and ``2022.6``; a last 1, 2 or 3 may have been 10, 20 or 30 before a spreadsheet saw it."""
    found = re.fullmatch(r"(\d{1,2}|\d{4})\.(\d{1,2})", text)
    if found is None:
        return None
    whole, part = int(found[1]), int(found[2])
    spellings = [part, part * 10] if may_have_lost_zero and len(found[2]) == 1 else [part]
    if len(found[1]) == 4:
        return _one_of(*(_month(whole, month) for month in spellings))
    readings = [_day_of_some_year(whole, day, context, "date_no_year") for day in spellings]
    missing_year = next((reading for reading in readings if reading.flag == Flag("date_without_year")), None)
    return missing_year or _one_of(*readings)


def _short_year(year: int, month: int, day: int, context: DateContext) -> DateReading:
    """``22.6.9``; a year that is not near the register's is asked."""
    reading = _day(2000 + year, month, day, "two_digit_year")
    far = context.end is not None and abs(2000 + year - context.end.year) > 1
    return _unsure("ambiguous_date", reading) if far and reading.day else reading


# --- text ---

_SAME_MARK = str.maketrans(
    {"。": ".", ",": ".", "、": ".", "·": ".", "・": ".", "—": "-", "–": "-", "~": "-", "―": "-"}
)
_CLOCK = re.compile(
    r"(?:[T\s]*\d{1,2}[:时点]\d{0,2}分?(?::\d{2}(?:\.\d+)?)?|(?:上午|下午|早上|中午|晚上|晚|凌晨))+Z?$"
)
_WEEKDAY = re.compile(r"[(\[]?(?:星期|周|礼拜)([一二三四五六日天])[)\]]?")
_LONGEST = 60
"""Characters; what is longer tells more than a date."""
_NUMERAL = "〇零○一二三四五六七八九十廿卅"


def _read_text(text: str, context: DateContext) -> DateReading:
    text = unicodedata.normalize("NFKC", text).strip().translate(_SAME_MARK)
    if len(text) > _LONGEST:
        return _unsure("unparseable_date")
    text = _CLOCK.sub("", text)
    text = re.sub(r"\s+", "", re.sub(r"(?<=\d)\s+(?=\d)", ".", text))
    text = re.sub(r"\.{2,}", ".", text).strip(".-")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    for way in _WAYS_OF_WRITING:
        reading = way(text, context)
        if reading is not None:
            return reading
    return _unsure("unparseable_date")


def _with_weekday(text: str, context: DateContext) -> DateReading | None:
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    reading = _read_text(text[: found.start()] + text[found.end() :], context)
    if reading.day is None or reading.precision is Precision.MONTH:
        return reading
    said = "一二三四五六日".index(found[1].replace("天", "日"))
    if reading.day.weekday() != said:
        return _unsure("weekday_wrong", reading)
    return reading if reading.flag else replace(reading, flag=Flag("weekday_ok"))


def _in_numerals(text: str, context: DateContext) -> DateReading | None:
    """``二〇二二年六月三十日``."""
    if not any(char in _NUMERAL for char in text):
        return None
    digits = re.sub(f"[{_NUMERAL}]+", lambda found: _number_in_words(found[0]), text)
    return None if digits == text else _read_text(digits, context)


def _number_in_words(words: str) -> str:
    values = {char: str(number) for number, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
    words = words.replace("廿", "二十").replace("卅", "三十")
    if "十" not in words:
        return "".join(values[char] for char in words)
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return words
    return str(int(values.get(tens, "1")) * 10 + int(values.get(ones, "0")))


_RANGES = (
    re.compile(
        r"((?:\d{4}年|\d{2}年)?\d{1,2}月\d{1,2})[日号]?[-至到](?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}[日号]?"
    ),
    re.compile(r"((?:\d{4}|\d{2})([./])\d{1,2}\2\d{1,2})[-至到](?:(?:\d{4}[./])?\d{1,2}[./])?\d{1,2}"),
    re.compile(r"(\d{1,2}[./]\d{1,2})[-至到]\d{1,2}(?:[./]\d{1,2})?"),
)


def _range(text: str, context: DateContext) -> DateReading | None:
    """``6月29日-30日``: the first day counts."""
    found = next((match for form in _RANGES if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    reading = _read_text(found[1] + ("日" if "月" in found[1] else ""), replace(context, textual=False))
    return replace(reading, flag=Flag("date_range")) if reading.day else reading


def _year_first(text: str, _context: DateContext) -> DateReading | None:
    found = re.fullmatch(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?", text)
    return _day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _two_digit_year(text: str, context: DateContext) -> DateReading | None:
    found = re.fullmatch(r"'?(\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?", text)
    return _short_year(int(found[1]), int(found[2]), int(found[3]), context) if found else None


def _year_last(text: str, _context: DateContext) -> DateReading | None:
    """``06/17/2022`` can only be June; ``06/07/2022`` can be either."""
    found = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    return _one_of(_day(year, first, second, "us_style_date"), _day(year, second, first, "day_first_date"))


def _year_and_month(text: str, context: DateContext) -> DateReading | None:
    if found := re.fullmatch(r"(\d{4})(?:年(\d{1,2})月?份?|[/-](\d{1,2}))", text):
        return _month(int(found[1]), int(found[2] or found[3]))
    if (found := re.fullmatch(r"(\d{1,2})月份?", text)) and context.end is not None:
        reading = _day_of_some_year(int(found[1]), 1, context)
        return _month(reading.day.year, reading.day.month) if reading.day else reading
    return None


def _month_and_day(text: str, context: DateContext) -> DateReading | None:
    found = re.fullmatch(r"(\d{1,2})(?:月(\d{1,2})[日号]?|\.(\d{1,2})[日号])", text)
    return _day_of_some_year(int(found[1]), int(found[2] or found[3]), context) if found else None


def _point_between(text: str, context: DateContext) -> DateReading | None:
    return _decimal(text, context, may_have_lost_zero=context.textual)


def _slash_between(text: str, context: DateContext) -> DateReading | None:
    found = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})", text)
    return _day_of_some_year(int(found[1]), int(found[2]), context, "date_no_year") if found else None


_WAYS_OF_WRITING: tuple[Callable[[str, DateContext], DateReading | None], ...] = (
    _with_weekday,
    _in_numerals,
    _range,
    _year_first,
    _digits,
    _two_digit_year,
    _year_last,
    _year_and_month,
    _month_and_day,
    _point_between,
    _slash_between,
)
