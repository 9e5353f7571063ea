"""The credit line at the end of an article (§5): who sent it, who wrote it, who passed it."""

from collections.abc import Iterable, Mapping, Sequence

from jinshi_desk.domain.approvals import Ruling, Signature, Step

_REVIEWS: Mapping[Step, str] = {
    Step.FIRST_REVIEW: "编审",
    Step.SECOND_REVIEW: "复审",
    Step.FINAL_REVIEW: "终审",
}


def credit_line(unit: str, authors: Sequence[str], signatures: Iterable[Signature]) -> str:
    """Return ``来源：…　作者：…　编审：…　复审：…　终审：…``; a review that has not passed is left out."""
    passed = {each.step: each.signer for each in signatures if each.ruling is Ruling.PASSED}
    said = {"来源": unit, "作者": "、".join(authors)}
    said |= {name: passed[step] for step, name in _REVIEWS.items() if step in passed}
    return "　".join(f"{name}：{words}" for name, words in said.items() if words)
