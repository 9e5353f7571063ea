"""The register's filter index: character bigrams in a contentless FTS5 table.

A two-character Chinese word is one token; longer words are the conjunction of their bigrams, checked
against the text. SQLite's own trigram tokenizer cannot find words of two characters.
"""

import re
from collections.abc import Iterable

from jinshi_desk.store.sql_file import SqlFile

_RUN = re.compile(r"[^\W_]+")


def add(db: SqlFile, draft: int, texts: Iterable[str]) -> None:
    """Index a draft's words."""
    words = "\n".join(texts).casefold()
    db.execute_sql("INSERT INTO draft_words (draft, words) VALUES (?, ?)", (draft, words))
    db.execute_sql("INSERT INTO draft_grams (rowid, grams) VALUES (?, ?)", (draft, tokens(words)))


def remove(db: SqlFile, draft: int) -> None:
    """Take a draft's words out; a contentless index wants the old tokens back."""
    words = db.value("SELECT words FROM draft_words WHERE draft = ?", draft)
    db.execute_sql(
        "INSERT INTO draft_grams (draft_grams, rowid, grams) VALUES ('delete', ?, ?)", (draft, tokens(words))
    )
    db.execute_sql("DELETE FROM draft_words WHERE draft = ?", (draft,))


def extend(db: SqlFile, drafts: Iterable[int], texts: Iterable[str]) -> None:
    """Add words to what ``drafts`` are found by."""
    more = tuple(texts)
    for draft in drafts:
        words = db.value("SELECT words FROM draft_words WHERE draft = ?", draft)
        remove(db, draft)
        add(db, draft, (words, *more))


def words(typed: str) -> list[str]:
    """Return the words typed, as they are written in ``draft_words``: every one must occur."""
    return typed.casefold().split()


def match(typed: str) -> str:
    """Return what to ask the index for; nothing where no word typed is in it, as 《 is not."""
    runs = [run for word in words(typed) for run in _RUN.findall(word)]
    terms = [f'"{gram}"' + ("*" if len(gram) == 1 else "") for run in runs for gram in _grams(run)]
    return " AND ".join(dict.fromkeys(terms))


def tokens(text: str) -> str:
    """Return the bigrams of every run, and its last character, which begins no bigram."""
    return " ".join(dict.fromkeys(gram for run in _RUN.findall(text) for gram in (*_grams(run), run[-1])))


def _grams(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)]
