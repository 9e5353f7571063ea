"""``rules`` on the command line."""

from pathlib import Path

import pytest

from jinshi_desk import paths
from jinshi_desk.cli import main


def test_versions_are_listed_and_a_file_is_compared(
    data_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data_file), "rules"]) == 0
    assert "default-2022" in capsys.readouterr().out
    shipped = (paths.resources() / "defaults" / "rules_default.toml").read_text(encoding="utf-8")
    same, other = tmp_path / "同.toml", tmp_path / "新.toml"
    same.write_text(shipped, encoding="utf-8")
    other.write_text(shipped.replace("per_missing = -1.0", "per_missing = -0.5"), encoding="utf-8")
    assert main(["--data", str(data_file), "rules", str(same), "--diff"]) == 0
    assert capsys.readouterr().out == "与 default-2022 一样\n"
    assert main(["--data", str(data_file), "rules", "--diff", str(other)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "与 default-2022 相比，有 1 处不同"
    assert said[-1].split() == ["quota.per_missing", "-1.0", "-0.5"]


def test_a_comparison_wants_a_file(data_file: Path) -> None:
    with pytest.raises(SystemExit):
        main(["--data", str(data_file), "rules", "--diff"])
