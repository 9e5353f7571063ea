"""What a cell of 异议登记 says: how it came, about which points, how it was ruled and what follows."""

from collections.abc import Mapping

from jinshi_desk.domain.ledger import Kind
from jinshi_desk.domain.objections import Finding, Remedy
from jinshi_desk.domain.sent_reminders import Channel
from jinshi_desk.sheets.cells import Reading
from jinshi_desk.sheets.fact_cells import of_list
from jinshi_desk.sheets.grids import Value
from jinshi_desk.wording import CHANNEL, FINDING, KIND, REMEDY

_CHANNEL_WORDS: Mapping[Channel, str] = {
    Channel.GROUP: "群|微信群|微信|群里",
    Channel.PHONE: "来电|打电话",
    Channel.PAPER: "书面|回执|纸质回执|核对单",
    Channel.SMS: "信息",
    Channel.VISIT: "来人|上门|口头",
}
_KIND_WORDS: Mapping[Kind, str] = {Kind.ADOPTION: "采用分", Kind.DEDUCTION: "扣分项"}
_FINDING_WORDS: Mapping[Finding, str] = {
    Finding.UPHELD: "属实|采纳|同意|异议成立",
    Finding.PARTLY: "部分属实|部分采纳",
    Finding.DISMISSED: "不属实|不采纳|不同意|维持|异议不成立",
    Finding.WITHDRAWN: "撤回|已撤回|自行撤回",
}
_REMEDY_WORDS: Mapping[Remedy, str] = {
    Remedy.CHANGE: "改|已改|当月改",
    Remedy.CORRECTION: "更正|登记更正",
    Remedy.NOTHING: "不改分|不计分",
}


def read_channel(value: Value) -> Reading[Channel | None]:
    """Read how an objection came."""
    return of_list(value, _CHANNEL_WORDS, CHANNEL, ("unknown_channel", "channel"))


def read_points_kind(value: Value) -> Reading[Kind | None]:
    """Read which points an objection is about."""
    return of_list(value, _KIND_WORDS, KIND, ("unknown_points_kind", "points_kind"))


def read_finding(value: Value) -> Reading[Finding | None]:
    """Read how an objection was ruled."""
    return of_list(value, _FINDING_WORDS, FINDING, ("unknown_finding", "finding"))


def read_remedy(value: Value) -> Reading[Remedy | None]:
    """Read what followed from an objection."""
    return of_list(value, _REMEDY_WORDS, REMEDY, ("unknown_remedy", "remedy"))
