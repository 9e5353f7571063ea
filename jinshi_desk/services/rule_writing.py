"""A rule file written anew, value by value: comments, order and way of writing stay the office's."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinshi_desk.domain.rules import parsed

if TYPE_CHECKING:
    from tomlkit.items import Item

RuleValue = str | bool | int | Decimal | list[str] | list[Decimal] | list[int]


def rewritten(toml: str, values: Mapping[str, RuleValue | None]) -> str:
    """Return ``toml`` with each value, by its dotted key, another; none takes the key out.

    A value that is there already stays as it is written. Tables on the way to a new key are made as the file
    writes them: within braces inside a table, on lines of their own elsewhere.

    Raises:
        BadRules: ``toml`` can't be read.
    """
    import tomlkit  # only an editor of rules pays for it

    known = parsed(toml)
    document = tomlkit.parse(toml)
    for key, value in values.items():
        if _at(known, key) != value or isinstance(value, bool) is not isinstance(_at(known, key), bool):
            _put(document, key.split("."), value)
    return tomlkit.dumps(document)


def _at(table: Mapping[str, Any], key: str) -> Any:
    value: Any = table
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _put(document: Any, path: list[str], value: RuleValue | None) -> None:
    import tomlkit

    *tables, last = path
    inside = document
    for depth, part in enumerate(tables):
        if part not in inside:
            if value is None:
                return
            inside[part] = tomlkit.table() if depth == 0 else tomlkit.inline_table()
        inside = inside[part]
    if value is None:
        inside.pop(last, None)
    else:
        inside[last] = _item(value, inside.get(last))


def _item(value: RuleValue, old: object) -> "Item":
    """Return ``value`` as an item of the file; a number keeps its point where the old one had one."""
    import tomlkit
    from tomlkit.items import Integer

    match value:
        case bool() | str():
            return tomlkit.item(value)
        case Decimal() if isinstance(old, Integer) and value == value.to_integral_value():
            return tomlkit.integer(str(int(value)))
        case Decimal():
            digits = f"{value.normalize():f}"
            return tomlkit.float_(digits if "." in digits else f"{digits}.0")
        case int():
            return tomlkit.integer(str(value))
        case list():
            items = tomlkit.array()
            items.extend([_item(each, None) for each in value])
            return items
