"""``templates``: copies the shipped templates out, for the office to edit."""

from jinshi_desk import paths
from jinshi_desk.papers.own_templates import copy_templates
from jinshi_desk.store.database import Store


def run(store: Store) -> int:
    """Copy what is not there yet beside the data file; say where."""
    folder = paths.own_papers(store.file)
    written = copy_templates(folder)
    print(f"版面在 {folder}，新抄 {len(written)} 个文件，已有的没有动")
    return 0
