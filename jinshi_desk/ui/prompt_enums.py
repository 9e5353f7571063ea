"""Qt's names, made at a stroke.

PySide makes a Python ``Enum`` of each enumeration in a Qt class when it meets the class: two hundred of them
with three thousand names before the window is there. Python makes each with the care that a hand-written
class wants. PySide has nothing but pairs of a name and a number, and of those the very same
classes are made here, in an eighth of the time (decision 0106).
"""

from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache, reduce
from operator import or_
from typing import Any

_BASES = (Enum, IntEnum, Flag, IntFlag)
_SAMPLE = [("High", 4), ("Low", 1), ("Wide", 50), ("Again", 4)]


def make_enums_promptly() -> None:
    """Have PySide's enumerations made here from now on, where they are what this Python would make."""
    if not all(map(_comes_out_the_same, (Enum, IntFlag))):
        return
    enum_type: Any = EnumType
    usual = enum_type._create_

    def create(base: Any, name: str, names: Any, **how: Any) -> Any:
        if base in _BASES and type(names) is list and how["boundary"] is KEEP:  # so PySide asks
            return make_enum(base, name, names)
        return usual(base, name, names, **how)

    enum_type._create_ = create


def make_enum(base: Any, name: str, pairs: list[tuple[str, int]]) -> Any:
    """Return ``base(name, pairs, boundary=KEEP)``; its ``__module__`` is for the caller to tell."""
    names: list[str] = []
    members: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    own = {
        "_member_names_": names,
        "_member_map_": members,
        "_value2member_map_": by_value,
        "_unhashable_values_": [],
    }
    made: Any = type.__new__(EnumType, name, (base,), _common(base) | own)
    is_flag, is_int = issubclass(base, Flag), issubclass(base, int)
    for named, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = int.__new__(made, value) if is_int else object.__new__(made)
            vars(member).update(_value_=value, _name_=named, __objclass__=made, _sort_order_=len(names))
            if not is_flag or _is_single_bit(value):
                names.append(named)
        members[named] = member
        type.__setattr__(made, named, member)
    type.__setattr__(made, "__new__", Enum.__new__)
    if is_flag:
        for part, value in _bits(made).items():
            type.__setattr__(made, part, value)
    return made


def _bits(flag: Any) -> dict[str, Any]:
    """Return what a flag knows of its bits, and how it lists them where they are not in order."""
    values = list(flag._value2member_map_)
    mask, singles = reduce(or_, values, 0), reduce(or_, filter(_is_single_bit, values), 0)
    parts = {"_flag_mask_": mask, "_all_bits_": 2 ** mask.bit_length() - 1}
    if hasattr(flag, "_singles_mask_"):
        parts["_singles_mask_"] = singles
    else:  # Python 3.11.2, and some after it
        parts["_flag_mask_"] = singles
    ordered = [flag[name].value for name in flag._member_names_]
    return parts if ordered == sorted(ordered) else parts | {"_iter_member_": flag._iter_member_by_def_}


def _is_single_bit(value: int) -> bool:
    return value > 0 and value & (value - 1) == 0


@cache
def _common(base: Any) -> dict[str, Any]:
    """Return what all enumerations of a kind have, whatever their names are."""
    return dict(vars(base("Common", (), boundary=KEEP)))


def _comes_out_the_same(base: Any) -> bool:
    """Tell whether a sample has all the parts that this Python gives it."""
    usual = base("Sample", _SAMPLE, boundary=KEEP)
    return _parts(make_enum(base, "Sample", _SAMPLE)) == _parts(usual)


def _parts(made: Any) -> dict[str, str]:
    """Return what an enumeration and its members consist of."""
    members = {f"in {name}": member.__dict__ for name, member in made.__members__.items()}
    return {name: repr(part) for name, part in (dict(vars(made)) | members).items()}
