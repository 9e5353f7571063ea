"""What may be said to the program, with its help and its complaints in the office's language."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

_HEADINGS = {"options": "选项", "positional arguments": "参数"}
_HELP = "看这份说明"

_FAULTS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: (.*)", lambda said: f"缺少 {_listed(said[1])}"),
    (r"unrecognized arguments: (.*)", lambda said: f"不认识“{said[1]}”"),
    (r"one of the arguments (.*) is required", lambda said: f"{'、'.join(said[1].split())} 要写一个"),
    (r"ambiguous option: (\S+) could match (.*)", lambda said: f"“{said[1]}”不知指 {_either(said[2])}"),
    (r"argument (COMMAND|ACT): invalid choice: '(.*?)' .*", lambda said: f"没有“{said[2]}”这个命令"),
    (
        r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        lambda said: f"{said[1]} 不能是“{said[2]}”，可写 {'、'.join(re.findall(_QUOTED, said[3]))}",
    ),
    (r"argument (.+?): expected one argument", lambda said: f"{said[1]} 后面要写一个值"),
    (r"argument (.+?): expected at least one argument", lambda said: f"{said[1]} 后面至少要写一个值"),
    (r"argument (.+?): expected (\d+) arguments?", lambda said: f"{said[1]} 后面要写 {said[2]} 个值"),
    (
        r"argument (.+?): ignored explicit argument '(.*)'",
        lambda said: f"{said[1]} 后面不写值（“{said[2]}”）",
    ),
    (r"argument (.+?): invalid int value: '(.*)'", lambda said: f"{said[1]} 的“{said[2]}”不是整数"),
    (r"argument (.+?): not allowed with argument (.*)", lambda said: f"{said[1]} 和 {said[2]} 不能一起写"),
    (r"argument (.+?): (.*)", lambda said: f"{said[1]}：{said[2]}"),
)
"""What ``argparse`` complains of, and how it is said here; our own complaints pass by the last."""
_QUOTED = r"'([^']*)'"


class Parser(argparse.ArgumentParser):
    """Explains itself in Chinese, and complains in one sentence of it."""

    def __init__(self, **facts: Any) -> None:
        facts["formatter_class"] = _Help
        super().__init__(add_help=False, **facts)
        self.add_argument("-h", "--help", action="help", help=_HELP)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was said, and leave with 2."""
        self.exit(2, f"用法不对：{in_words(message)}。看用法：{self.prog} --help\n")


def in_words(message: str) -> str:
    """Return a complaint of ``argparse`` in Chinese; any other stays as it is."""
    for pattern, words in _FAULTS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return words(found)
    return message


def _listed(names: str) -> str:
    return "、".join(names.split(", "))


def _either(names: str) -> str:
    return " 还是 ".join(names.split(", "))


class _Help(argparse.HelpFormatter):
    """The help page with Chinese heads."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))
