"""Automatic numbers of Word paragraphs (一、（一） 1.): seen on paper, but not in the document's text."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from jinshi_desk.intake.word_package import WordPackage, child, value, word_name

_DIGITS = "〇一二三四五六七八九"
_LEVELS = 9


def in_chinese(number: int) -> str:
    """Write 1–99 as 一 … 九十九, anything else in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= 20 else str(number)


def _letter(number: int) -> str:
    return chr(0x60 + number) if 0 < number <= 26 else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": in_chinese,
    "chineseCountingThousand": in_chinese,
    "japaneseCounting": in_chinese,
    "taiwaneseCounting": in_chinese,
    "taiwaneseCountingThousand": in_chinese,
    "ideographDigital": in_chinese,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "bullet": lambda _: "",
    "none": lambda _: "",
}
"""How each numbering format writes a number; figures where it isn't here."""


class Numbering:
    """The running numbers of a document, counted as its paragraphs go by."""

    def __init__(self, package: WordPackage) -> None:
        self._styles = package.styles
        root = package.numbering
        nodes = list(root) if root is not None else []
        self._lists = {
            value(node, "numId"): value(child(node, "abstractNumId"))
            for node in nodes
            if word_name(node) == "num"
        }
        self._levels = {
            value(node, "abstractNumId"): {
                value(level, "ilvl"): level for level in node if word_name(level) == "lvl"
            }
            for node in nodes
            if word_name(node) == "abstractNum"
        }
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def label(self, properties: Element | None) -> str:
        """Return the number that stands before the paragraph with these ``pPr``, and count it."""
        own = child(properties, "numPr")
        numbering = own if own is not None else self._styles.numbering(properties)
        family = self._lists.get(value(child(numbering, "numId")), "")
        depth = value(child(numbering, "ilvl")) or "0"
        level = self._levels.get(family, {}).get(depth)
        if level is None or not depth.isascii() or not depth.isdigit() or int(depth) >= _LEVELS:
            return ""
        counts = self._counts[family]
        counts[int(depth)] = counts.get(int(depth), self._start(level) - 1) + 1
        for deeper in [known for known in counts if known > int(depth)]:
            del counts[deeper]
        if value(child(level, "numFmt")) in ("bullet", "none"):
            return ""
        return self._written(family, value(child(level, "lvlText")))

    def _written(self, family: str, pattern: str) -> str:
        """Fill ``%1、`` and the like with the counts of their levels."""
        for place in range(_LEVELS):
            mark = f"%{place + 1}"
            if mark in pattern:
                level = self._levels[family].get(str(place))
                number = self._counts[family].get(place, self._start(level))
                pattern = pattern.replace(mark, _FORMATS.get(value(child(level, "numFmt")), str)(number))
        return pattern

    @staticmethod
    def _start(level: Element | None) -> int:
        start = value(child(level, "start"))
        return int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
