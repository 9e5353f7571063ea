"""Templates that belong to the office: copies of the shipped ones in its own folder, edited there."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from jinshi_desk import paths
from jinshi_desk.domain.errors import CannotWrite, TemplateBroken, TemplateSlow
from jinshi_desk.papers.template_faults import template_fault
from jinshi_desk.papers.typesetter import Pages, Typesetter
from jinshi_desk.safe_files import cause

if TYPE_CHECKING:
    import typst

FONT_ROLES = Path("lib") / "fonts.json"
PATIENCE = 10.0
"""Seconds; some ten times what the longest paper takes."""

_PACKAGE = re.compile(r'"@[\w-]+/')  # would be fetched from the network
_Stamp = tuple[tuple[str, int, int], ...]


def copy_templates(folder: Path, resources: Path | None = None) -> list[Path]:
    """Copy the shipped templates and their fonts list into ``folder``; return what was written.

    A file that is there already is the office's, and stays as it is.

    Raises:
        CannotWrite: the machine would not let us write.
    """
    shipped = (resources or paths.resources()) / "papers"
    written = []
    try:
        for source in sorted(path for path in shipped.rglob("*") if path.suffix in (".typ", ".json")):
            target = folder / source.relative_to(shipped)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
                written.append(target)
    except OSError as error:
        raise CannotWrite(str(folder), cause(error)) from error
    return written


@dataclass(slots=True)
class _Job:
    """One setting on a thread of its own: its pages, or what went wrong."""

    pages: Pages | None = None
    fault: RuntimeError = field(default_factory=lambda: RuntimeError("排版程序中断"))


class OwnTemplates:
    """Sets papers from the office's folder, and says in a sentence why it can't.

    Each runs on a thread of its own, for a template can take for ever and typst can't be stopped: after
    ``patience`` seconds it is left alone, and not tried again before a file of the folder has changed.
    """

    def __init__(self, folder: Path, fonts: "Callable[[], typst.Fonts]", patience: float = PATIENCE) -> None:
        self._folder = folder
        self._fonts = fonts
        self._patience = patience
        self._typesetter = Typesetter(folder, fonts)
        self._too_slow: dict[str, _Stamp] = {}

    def has(self, template: str) -> bool:
        """Tell whether the office has a ``template`` of its own."""
        return (self._folder / f"{template}.typ").is_file()

    def font_roles(self) -> Mapping[str, list[str]] | None:
        """Return the office's fonts by role, where it keeps a list.

        Raises:
            TemplateBroken: the list can't be read.
        """
        file = self._folder / FONT_ROLES
        if not file.is_file():
            return None
        try:
            listed = json.loads(file.read_text(encoding="utf-8-sig"))
        except json.JSONDecodeError as error:
            raise TemplateBroken(f"{file.name} 第 {error.lineno} 行", "括号、引号或逗号不对") from error
        except (OSError, ValueError) as error:
            raise TemplateBroken(file.name, "文件不是 UTF-8 编码的文本") from error
        if not isinstance(listed, dict):
            raise TemplateBroken(file.name, "应是“字体用途: [字体名, …]”这样的表")
        roles = {role: names for role, names in listed.items() if isinstance(names, list)}
        if not all(names and all(isinstance(name, str) for name in names) for names in roles.values()):
            raise TemplateBroken(file.name, "每种用途至少要列一个字体名")
        return roles

    def set(self, template: str, inputs: Mapping[str, str], form: "typst.OutputFormat") -> Pages:
        """Return the pages of the office's ``template``.

        Raises:
            TemplateBroken: it has a fault, or reaches for the network.
            TemplateSlow: it was not done in time, now or before its files were last changed.
        """
        stamp = self._stamp()
        if self._too_slow.get(template) == stamp:
            raise TemplateSlow(f"{template}.typ", round(self._patience))
        self._refuse_packages()
        job, typesetter = _Job(), self._typesetter

        def run() -> None:
            try:
                job.pages = typesetter.set(template, inputs, form)
            except RuntimeError as error:
                job.fault = error

        thread = Thread(target=run, name=f"set {template}", daemon=True)
        thread.start()
        thread.join(self._patience)
        if thread.is_alive():
            self._too_slow[template] = stamp
            self._typesetter = Typesetter(self._folder, self._fonts)  # the other one is still at it
            raise TemplateSlow(f"{template}.typ", round(self._patience))
        if job.pages is None:
            message = getattr(job.fault, "message", str(job.fault))
            raise template_fault(template, message, getattr(job.fault, "diagnostic", "")) from job.fault
        return job.pages

    def _stamp(self) -> _Stamp:
        files = sorted(path for path in self._folder.rglob("*") if path.suffix in (".typ", ".json"))
        return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path in files for stat in [path.stat()])

    def _refuse_packages(self) -> None:
        for path in sorted(self._folder.rglob("*.typ")):
            for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), start=1):
                if _PACKAGE.search(line):
                    raise TemplateBroken(f"{path.name} 第 {number} 行", "不能用网上的排版包")
