"""What ``--json`` prints: one document, and nothing beside it."""

import json


def print_json(value: object) -> None:
    """Print ``value``, Chinese as Chinese."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
