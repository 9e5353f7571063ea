"""Where a long title breaks: between words, into lines of about the same length (GB/T 9704 7.3.1)."""

import re
import unicodedata
from functools import cache
from itertools import pairwise

LINE_WIDTH = 20.0
"""2号 characters in a line of the 156 mm text area."""

_WORDS = (
    "中共 津市市委 市委 组织部 研究室 关于 全市 全县 各单位 组工信息 组工 组织系统 组织工作 信息宣传 信息 "
    "宣传 工作 报送 采用 采写 稿件 目录 积分 排名 考核 年度 季度 半年 上半年 下半年 讲评 评比 情况 通报 通知 "
    "表扬 印发 做好 加强 进一步 开展 党建 党员 干部 人才 基层 任务 完成 优秀 信息员 作者 单位 "
    "意见 办法 方案 报告 请示 函 决定 公告 批复 纪要"
).split()
_WORD = re.compile(
    r"第?[0-9０-９一二三四五六七八九十]+(?:年|季度|期|号|次)(?:[0-9]{1,2}月份?)?"
    r"|[A-Za-z0-9.%/-]+|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"|\s+|."
)
_NOT_FIRST = "的地得了、，。；：！？）》」』”’】〉和与及等"
_OPENING = "（《「『“‘【〈"
_LEADING = frozenset({"关于", "的", "第", "和", "与", "及", "不"})
_MID_WORD = 6.0
"""What breaking inside a run of unknown characters costs, beside the squares of uneven widths."""


def title_lines(title: str, width: float = LINE_WIDTH) -> tuple[str, ...]:
    """Break ``title`` into lines of at most ``width`` characters; text joined again is the title."""
    title = " ".join(title.split())
    if text_width(title) <= width:
        return (title,)
    pieces = [part for word in _WORD.findall(title) for part in _no_wider(word, width)]
    line_count = -(-text_width(title) // width)
    return _best_lines(pieces, text_width(title) / line_count, width)


def _best_lines(pieces: list[str], target: float, width: float) -> tuple[str, ...]:
    """Choose the breaks with the least total cost, from the end backwards."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(pieces) + 1)
    for start in range(len(pieces) - 1, -1, -1):
        wanted = target + (2 if start == 0 else 0)  # the upper line rather longer: a trapezium
        options: list[tuple[float, int]] = []
        used = 0.0
        for end in range(start + 1, len(pieces) + 1):
            used += text_width(pieces[end - 1])
            if used > width and options:
                break
            cost = (used - wanted) ** 2 + _break_cost(pieces, end) + best[end][0]
            options.append((cost, end))
        best[start] = min(options)
    breaks = [0]
    while breaks[-1] < len(pieces):
        breaks.append(best[breaks[-1]][1])
    return tuple("".join(pieces[start:end]).strip() for start, end in pairwise(breaks))


def _break_cost(pieces: list[str], place: int) -> float:
    if place == len(pieces):
        return 0.0
    before, after = pieces[place - 1], pieces[place]
    if after[0] in _NOT_FIRST or before in _LEADING or before[-1] in _OPENING:
        return 1000.0
    return _MID_WORD if len(before) == 1 and len(after) == 1 else 0.0


def _no_wider(word: str, width: float) -> list[str]:
    """Return ``word`` in parts that each fit a line."""
    step = int(width)
    return [word[start : start + step] for start in range(0, len(word), step)]


@cache
def text_width(text: str, digit: float = 0.55) -> float:
    """Return the width in characters, of which a Latin letter or digit takes ``digit``."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else digit for each in text)
