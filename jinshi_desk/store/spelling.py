"""Pinyin of names and titles, made when they are written so that lists sort and complete without it."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """Return the syllables of ``text``, runs of letters and digits kept, the rest dropped."""
    from pypinyin import Style, lazy_pinyin

    parts = ("".join(filter(str.isalnum, part)) for part in lazy_pinyin(text, style=Style.NORMAL))
    return tuple(part.lower() for part in parts if part)


def pinyin(text: str) -> str:
    """Return the spelling with a space between syllables: ``yao shan zhen``."""
    return " ".join(syllables(text))


def initials(text: str) -> str:
    """Return the first letters: ``ysz``."""
    return "".join(syllable[0] for syllable in syllables(text))
