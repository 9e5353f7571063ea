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
    db.execute_sql("INSERT INTO draft_grams (rowid, grams) VALUES (?, ?)", (draft, _tokens(words)))


def remove(db: SqlFile, draft: int) -> None:
    """Take a draft's words out; a contentless index wants the old tokens back."""
    words = db.value("SELECT words FROM draft_words WHERE draft = ?", draft)
    db.execute_sql(
        "INSERT INTO draft_grams (draft_grams, rowid, grams) VALUES ('delete', ?, ?)", (draft, _tokens(words))
    )
    db.execute_sql("DELETE FROM draft_words WHERE draft = ?", (draft,))


def extend(db: SqlFile, drafts: Iterable[int], texts: Iterable[str]) -> None:
    """Add words to what ``drafts`` are found by."""
    more = tuple(texts)
    for draft in drafts:
        words = db.value("SELECT words FROM draft_words WHERE draft = ?", draft)
        remove(db, draft)
        add(db, draft, (words, *more))


def condition(typed: str) -> tuple[str, list[object]]:
    """Return an SQL condition on ``draft.id`` and its parameters: every word typed must occur."""
    conditions: list[str] = []
    params: list[object] = []
    for word in typed.casefold().split():
        found = _query(word)
        if found:
            conditions.append("draft.id IN (SELECT rowid FROM draft_grams WHERE draft_grams MATCH ?)")
            params.append(found)
        conditions.append("instr((SELECT words FROM draft_words WHERE draft_words.draft = draft.id), ?) > 0")
        params.append(word)
    return " AND ".join(conditions), params


def _tokens(text: str) -> str:
    """Return the bigrams of every run, and its last character, which begins no bigram."""
    return " ".join(dict.fromkeys(gram for run in _RUN.findall(text) for gram in (*_grams(run), run[-1])))


def _grams(run: str) -> list[str]:
    return [run] if len(run) == 1 else [run[at : at + 2] for at in range(len(run) - 1)]


def _query(word: str) -> str:
    runs = _RUN.findall(word)
    terms = [f'"{gram}"' + ("*" if len(gram) == 1 else "") for run in runs for gram in _grams(run)]
    return " AND ".join(dict.fromkeys(terms))
