"""The switch that writes the pictures of the guides anew: pytest tests/journeys --pictures."""

from __future__ import annotations


def pytest_addoption(parser):
    parser.addoption(
        "--pictures", action="store_true", help="write docs/pictures anew from the window"
    )
