"""What typst says of a broken template, as one place and one reason in Chinese."""

import re

from jinshi_desk.domain.errors import TemplateBroken

_PLACE = re.compile(  # after the first error: warnings of absent fonts stand before it
    r"^error:.*?┌─ (?:[^\n]*[/\\])?(?P<file>[^/\\\n]+\.typ):(?P<line>\d+):\d+", re.MULTILINE | re.DOTALL
)

_REASONS = tuple(
    (re.compile(pattern, re.DOTALL), reason)
    for pattern, reason in (
        (r"unknown variable: (.+)", "没有“{0}”这个名称"),
        (r"unclosed (?:delimiter|string|raw text|label)", "括号或引号没有配成对"),
        (r"unexpected closing .+|unexpected (?:bracket|brace|paren|right).*", "多了一个右括号"),
        (r"expected (.+), found (.+)", "这里应是 {0}，写成了 {1}"),
        (r"expected (.+)", "这里缺少 {0}"),
        (r"unexpected argument(?:: (.+))?", "不认识的参数 {0}"),
        (r"missing argument: (.+)", "缺少参数 {0}"),
        (r"unresolved import", "引用的文件里没有这个名称"),
        (r"file not found \(searched at (?:.*[/\\])?(.+)\)", "找不到文件 {0}"),
        (r"path .* would escape .+", "不能引用版面文件夹以外的文件"),
        (r'dictionary does not contain key "(.+?)".*', "填写内容里没有“{0}”这一项"),
        (r"invalid number suffix: `(.+)`", "不认识的单位 {0}"),
        (r"cannot add (.+) and (.+)", "{0} 和 {1} 不能相加"),
        (r"condition is always true|loop seems to be infinite|maximum .+ depth exceeded", "循环没有尽头"),
        (r"panicked with: (.+)", "版面自己报错：{0}"),
        (r"file is not valid (?:UTF-8|utf-8).*", "文件不是 UTF-8 编码的文本"),
    )
)


def template_fault(template: str, message: str, diagnostic: str) -> TemplateBroken:
    """Return the fault that typst's ``message`` and ``diagnostic`` tell of, both in English."""
    found = _PLACE.search(diagnostic)
    place = f"{found['file']} 第 {found['line']} 行" if found else f"{template}.typ"
    return TemplateBroken(place, _reason(message.strip()))


def _reason(message: str) -> str:
    for pattern, reason in _REASONS:
        if found := pattern.fullmatch(message):
            return reason.format(*(group or "" for group in found.groups())).strip()
    return f"排版程序说“{message}”"
