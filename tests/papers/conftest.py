"""A press without the machine's own fonts, so that pages are alike everywhere."""

import pytest

from jinshi_desk.papers.typesetting import Press


@pytest.fixture(scope="session")
def press() -> Press:
    return Press(system_fonts=False)
