"""Rows that are no drafts: each kind is one small function, tried in order (§7)."""

import re
from collections.abc import Callable

from jinshi_desk.sheets.cells import half_width, says_zero
from jinshi_desk.sheets.grids import Row
from jinshi_desk.sheets.headers import Header


class RowLook:
    """A row below the header, as far as is needed to tell what it is.

    ``texts`` are its first two filled cells, half-width and without spaces. ``banner`` tells that it is one
    cell merged across the table.
    """

    def __init__(self, cells: Row, header: Header, *, banner: bool = False) -> None:
        self.cells = cells
        self.header = header
        self.banner = banner
        self.texts = [half_width(cells[column]) for column in sorted(cells)[:2]]

    def has(self, *columns: str) -> bool:
        """Tell whether any of these columns is filled."""
        return any(self.header.columns.get(column) in self.cells for column in columns)


def _repeated_header(row: RowLook) -> str | None:
    return "repeated_header" if row.header.is_repeated_by(row.cells) else None


_SUM = re.compile(
    r"(?P<part>本页|本月|上月|上旬|中旬|下旬|本季度?|全年|本年|累计|镇街?|街道|乡镇|市直(?:单位)?|组室)?"
    r"(?P<word>小计|合计|总计|累计|共计)[:：]?(?:报送)?(?P<count>\d+)?[条篇件个次]?"
)
_COUNT = re.compile(r"(?:共计?|报送)*(\d{1,5})([条篇件个])?")


def sum_in(row: RowLook) -> re.Match[str] | None:
    """Return what a row's first cells say that *is* a sum; a title may begin so without being one."""
    return next((found for text in row.texts if (found := _SUM.fullmatch(text))), None)


def stated_count(row: RowLook) -> int | None:
    """Return how many rows a sum says there are: beside its word, as ``5条``, or alone below 单位 or 标题."""
    found = sum_in(row)
    if found is None:
        return None
    if found["count"]:
        return int(found["count"])
    counted = {row.header.columns.get("unit"), row.header.columns.get("title")}
    for column, value in row.cells.items():
        said = _COUNT.fullmatch(half_width(value))
        if said and (said[2] or column in counted):
            return int(said[1])
    return None


def _sum(row: RowLook) -> str | None:
    found = sum_in(row)
    if found is None:
        return None
    return (
        "subtotal"
        if found["word"] == "小计" or found["part"] in ("本页", "上旬", "中旬", "下旬")
        else "total"
    )


_FOOTER = re.compile(
    "(?:填表人|填报人|制表人?|制表单位|审核人?|审核|填报日期|填表日期|填报时间|填表时间|联系人|联系电话|单位负责人|负责人|分管领导|"
    "分管负责人|主要负责人|经办人|签字|(?:填报|报送)?(?:单位)?[(]?(?:盖章|公章)[)]?|报送人|统计人)(?:签字|签名|[(].{0,6}[)])?:"
)


def _footer(row: RowLook) -> str | None:
    return "footer" if row.texts and _FOOTER.match(row.texts[0]) else None


_NOTE = re.compile(
    r"(?:附?注|备注|说明|填表说明|填报说明|注意|注意事项|要求|填报要求)\d*:|※|[*]{1,3}[^*]|备注\d"
)


def _note(row: RowLook) -> str | None:
    """A remark below the table stands alone in its row."""
    alone = not row.has("title") or row.header.columns.get("title") == min(row.cells)
    return "note" if row.texts and _NOTE.match(row.texts[0]) and len(row.cells) == 1 and alone else None


_SECTION = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)])\S{2,20}|"
    r"镇街|镇\(街道\)|市直单位|部机关(?:组室)?|组室|街道|乡镇"
)


def _section(row: RowLook) -> str | None:
    """A heading between rows, such as 二、市直单位."""
    alone = len(row.cells) == 1 and (row.banner or not row.has("title", "received_on"))
    return "section" if alone and _SECTION.fullmatch(row.texts[0]) else None


_SERIAL = re.compile(r"\d{1,5}[.、]?")


def _numbered_blank(row: RowLook) -> str | None:
    """A row made ready, with nothing in it but its serial number."""
    return "blank" if _is_only_serial(row) and _SERIAL.fullmatch(row.texts[0]) else None


def _loose_text(row: RowLook) -> str | None:
    """Words where no draft stands: alone below 序号, or in one cell across the table."""
    return "note" if _is_only_serial(row) or row.banner else None


def _is_only_serial(row: RowLook) -> bool:
    serial = row.header.columns.get("serial")
    return serial is not None and row.cells.keys() == {serial}


def _zero_report(row: RowLook) -> str | None:
    if row.header.ledger.id not in ("drafts", "adoptions"):
        return None
    title = row.cells.get(row.header.columns.get("title", 0))
    if row.has("author", "received_on", "outlet", "word_count"):
        return None
    if title is not None:
        return "zero_report" if says_zero(title) else None
    note = row.cells.get(row.header.columns.get("note", 0))
    return "zero_report" if note is not None and says_zero(note) else None


_KINDS: tuple[Callable[[RowLook], str | None], ...] = (
    _repeated_header,
    _sum,
    _footer,
    _note,
    _section,
    _numbered_blank,
    _loose_text,
    _zero_report,
)


def reason_to_skip(row: RowLook) -> str | None:
    """Return why a row is no draft, or None where it is one."""
    for kind in _KINDS:
        reason = kind(row)
        if reason is not None:
            return reason
    return None


def closes_table(row: Row) -> bool:
    """Tell whether words alone in a row end the table above them, rather than head the one below."""
    text = half_width(next(iter(row.values())))
    return any(kind.match(text) for kind in (_FOOTER, _NOTE)) or _SUM.fullmatch(text) is not None
