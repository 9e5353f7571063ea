"""``verify``: whether the data file is sound, and the books balance."""

import argparse
from collections.abc import Mapping

from jinshi_desk.cli.json_document import print_json
from jinshi_desk.cli.tables import table
from jinshi_desk.papers.typesetting import office_press
from jinshi_desk.services.bulletin import BulletinDesk
from jinshi_desk.services.safety import verify
from jinshi_desk.store.database import Store

CHECKED: Mapping[str, str] = {
    "file": "数据文件",
    "foreign_keys": "记录之间的联系",
    "audit": "操作记录",
    "ledger": "积分台账",
    "attachments": "附件",
    "closed_months": "已关账的月份",
    "period_notices": "已定的季讲评、年终通报",
    "balance": "账目",
}
"""What each finding is about; scripts know it by its name."""


def run(store: Store, asked: argparse.Namespace) -> int:
    """Print every check of the data file; 1 where something is wrong."""
    findings = list(verify(store, BulletinDesk(store, office_press(store.file))))
    sound = all(finding.ok for finding in findings)
    if asked.json:
        checks = [{"name": f.name, "ok": f.ok, "detail": f.detail} for f in findings]
        print_json({"ok": sound, "checks": checks})
    else:
        rows = ((CHECKED.get(f.name, f.name), "通过" if f.ok else "不符", f.detail) for f in findings)
        print(table(("检查", "结果", "说明"), rows))
    return 0 if sound else 1
