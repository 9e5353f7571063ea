"""The sheet of undecided rows that goes back to the sender, and comes in again."""

from collections.abc import Callable
from pathlib import Path

from jinshi_desk.domain.registers import Action, FileReading
from jinshi_desk.sheet_words import in_words
from jinshi_desk.sheets.undecided import write_undecided

Read = Callable[..., FileReading]


def test_what_comes_back_as_it_went_is_in_doubt_again(read: Read, samples: Path, tmp_path: Path) -> None:
    sent = read(samples / "messy_202206.xlsx")
    back = read(write_undecided(in_words(sent), tmp_path / "messy_202206.xlsx.待定.xlsx"))
    assert back.counts.read == sent.counts.asked
    titles = [row.proposal.title for row in back.rows if row.action is Action.ASK and row.proposal]
    assert titles == [
        "毛里湖镇：党员先锋队抢收抢种保粮安",  # 6.3 is no day that anybody settled
        "襄阳街街道：红色物业“管家”暖民心",
        "嘉山街道党员干部下沉防汛一线",
        "市供销社党支部结对帮扶见实效",
    ]
