"""The one source of style sheet, palette and painters. Python, so that no start has to parse it."""

from collections.abc import Mapping, Sequence

FONTS: Sequence[str] = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "HarmonyOS Sans SC",
    "GW Hei",
    "WenQuanYi Micro Hei",
    "SimHei",
    "sans-serif",
)
"""Families to write the window in, the first that is installed."""

SIZES: Mapping[str, int] = {
    "font": 13,  # tables, forms, buttons
    "font_small": 12,  # labels, chips, hints (never smaller on screen)
    "font_title": 15,  # panel titles, semi-bold
    "font_figure": 22,  # the few big figures of 月通报
    "font_key": 11,  # key caps only
    "grid": 4,  # all gaps are 4, 8, 12, 16, 24
    "radius": 4,
    "radius_panel": 6,
    "control_h": 28,  # button, field, combo
    "control_in": 26,  # QSS min-height = control_h less 1 px borders
    "control_in2": 24,  # the same less the 2 px focus ring
    "row_h": 28,  # list row (30 at "舒适")
    "row_h_grid": 25,  # heat grid row
    "header_h": 28,
    "chip_h": 20,
    "band_h": 42,  # head of a panel
    "foot_h": 46,
    "topbar_h": 44,
    "tabbar_h": 36,
    "statusbar_h": 24,
    "label_w": 60,  # form label, four characters
    "focus": 2,
    "icon": 16,
}
"""Lengths in logical px at 100 %."""

LIGHT: Mapping[str, str] = {
    "window": "#F4F4F2",
    "surface": "#FFFFFF",
    "subtle": "#FAFAF8",
    "header": "#F1F1EE",
    "hover": "#F0F1F1",
    "pressed": "#E4E5E5",
    "border": "#DEDEDA",
    "line": "#ECECE8",
    "border_field": "#8A8B88",
    "border_button": "#C6C7C3",
    "scroll": "#BDBEBA",
    "text": "#1F2123",
    "text2": "#55585C",
    "text3": "#6C6F74",
    "disabled": "#A3A5A8",
    "accent": "#1F5A9E",
    "primary": "#1F5A9E",
    "accent_hover": "#194C87",
    "accent_pressed": "#143E70",
    "on_accent": "#FFFFFF",
    "accent_tint": "#E4EDF8",
    "selected": "#DCE8F6",
    "selected_idle": "#E9E9E6",
    "focus": "#1F5A9E",
    "brand": "#A8282B",
    "ok": "#0A6847",
    "ok_bg": "#DCF0E5",
    "warn": "#834A00",
    "warn_bg": "#FBE7BF",
    "bad": "#A1221F",
    "bad_bg": "#FADFDB",
    "zero": "#FFFFFF",
    "zero_bg": "#A1221F",
    "late": "#1B5C74",
    "late_bg": "#D9ECF2",
    "exempt": "#5E6266",
    "exempt_bg": "#EEEEEB",
    "info": "#1F5A9E",
    "info_bg": "#E4EDF8",
    "neutral": "#4A4D52",
    "neutral_bg": "#ECECE9",
    "cell_ok": "#EDF7F1",
    "cell_warn": "#FDF0D2",
    "cell_bad": "#FBE3DF",
    "desk": "#DBDBD7",
    "paper": "#FFFFFF",
    "ink": "#1A1A1A",
}
"""Colours, sRGB."""

DARK: Mapping[str, str] = {
    "window": "#1A1B1D",
    "surface": "#222326",
    "subtle": "#1E1F22",
    "header": "#292A2E",
    "hover": "#2C2E32",
    "pressed": "#35373C",
    "border": "#3A3C41",
    "line": "#2E3034",
    "border_field": "#84878E",
    "border_button": "#54575E",
    "scroll": "#55585F",
    "text": "#E9EAEB",
    "text2": "#B9BCC2",
    "text3": "#989CA4",
    "disabled": "#6A6D74",
    "accent": "#7DB2F0",
    "primary": "#33699F",
    "accent_hover": "#3D78BF",
    "accent_pressed": "#2A5B97",
    "on_accent": "#FFFFFF",
    "accent_tint": "#24364D",
    "selected": "#28405E",
    "selected_idle": "#303236",
    "focus": "#7DB2F0",
    "brand": "#E0706A",
    "ok": "#7FD3AC",
    "ok_bg": "#1D3A2E",
    "warn": "#EDBE6A",
    "warn_bg": "#44351A",
    "bad": "#F39A92",
    "bad_bg": "#4A2725",
    "zero": "#2A0806",
    "zero_bg": "#E67A71",
    "late": "#86C6DD",
    "late_bg": "#1E3A45",
    "exempt": "#A2A6AD",
    "exempt_bg": "#2B2D30",
    "info": "#7DB2F0",
    "info_bg": "#24364D",
    "neutral": "#C3C6CB",
    "neutral_bg": "#33353A",
    "cell_ok": "#1F2F28",
    "cell_warn": "#40341C",
    "cell_bad": "#472A28",
    "desk": "#141517",
    "paper": "#F2F1ED",
    "ink": "#1A1A1A",
}
"""The same names at night."""
