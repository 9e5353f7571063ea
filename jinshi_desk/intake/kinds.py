"""Which of the four categories a text is, and what it is made of, by the words people put on it."""

import re
from collections.abc import Mapping
from typing import TypeVar

from jinshi_desk.domain.drafts import Category, Form

K = TypeVar("K")

_CATEGORY_WORDS: Mapping[Category, str] = {
    Category.RESEARCH: "调研|调查报告",
    Category.ESSAY: "真言|评论|言论|网评|时评|随笔",
    Category.EXPERIENCE: "经验|典型材料|做法|工作总结",
    Category.NEWS: "动态|信息|简讯|图片新闻|短视频",
}
"""Words of a label or a file name, the most telling first (§7)."""
_TITLE_ENDS: Mapping[Category, str] = {
    Category.RESEARCH: "(?:调研|调查|考察)(?:报告|文章|与思考)$|的(?:调查|思考)与(?:思考|建议)$",
    Category.EXPERIENCE: "(?:经验|做法|实践|探索)(?:材料|交流|与启示|与探索|与实践)?$",
    Category.ESSAY: "(?:有感|随想|随感|杂谈|刍议)$|^(?:真言|短评|网评)",
}
_FORM_WORDS: Mapping[Form, str] = {
    Form.FEATURE_VIDEO: "专题片|电视片|宣传片",
    Form.SHORT_VIDEO: "短视频|微视频|视频",
    Form.PHOTO: "图片新闻|组图|图片报道|照片",
    Form.BRIEF: "简讯|短讯",
}
_URGES = re.compile("要|须|莫|勿|不妨|应当|岂能|何以|当好|当以")
_TELLS_A_DAY = re.compile(r"\d+月|近日|日前|今年|去年|截至|\d{4}年")
_RESEARCH_TALK = re.compile("调研组|问卷|走访|座谈")
_ADVICE = re.compile("对策|建议|思考")
_PHOTO_WORDS = 200


def category_of(title: str, label: str, file_words: str, body: str) -> Category:
    """Return the category that a label, the title's end, the file name or the manner of the text tells."""
    return (
        _worded(_CATEGORY_WORDS, label)
        or _worded(_TITLE_ENDS, title.rstrip("。."))
        or _worded(_CATEGORY_WORDS, file_words)
        or _suggested(title, body)
    )


def form_of(title: str, file_words: str, body_length: int, pictures: int) -> Form:
    """Return what the draft is made of: pictures with a few words are 图片新闻."""
    marked = re.match(r"[【（(\[].{2,6}[】）)\]]", title)
    said = _worded(_FORM_WORDS, f"{marked[0] if marked else ''} {file_words}")
    if said is None and pictures and body_length < _PHOTO_WORDS:
        return Form.PHOTO
    return said or Form.TEXT


def _worded(words: Mapping[K, str], text: str) -> K | None:
    return next((kind for kind, pattern in words.items() if re.search(pattern, text)), None)


def _suggested(title: str, body: str) -> Category:
    opening = body[:200]
    if _RESEARCH_TALK.search(body) and _ADVICE.search(body) and re.search("^三、", body, re.MULTILINE):
        return Category.RESEARCH
    if _URGES.search(title) and not _TELLS_A_DAY.search(opening):
        return Category.ESSAY
    return Category.NEWS
