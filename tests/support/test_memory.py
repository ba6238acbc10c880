"""The collector is put off, and comes back."""

from __future__ import annotations

import gc

import pytest

from networking_app.support.memory import collected_later


@pytest.fixture(autouse=True)
def collecting():
    """The collector runs by itself, as in a program without a window."""
    was_on = gc.isenabled()
    gc.enable()
    yield
    if not was_on:
        gc.disable()


def test_collector_is_off_within_and_on_again_after_an_error():
    with pytest.raises(RuntimeError), collected_later():
        assert not gc.isenabled()
        raise RuntimeError

    assert gc.isenabled()


def test_inner_work_leaves_it_off_for_the_outer():
    with collected_later():
        with collected_later():
            pass
        assert not gc.isenabled()

    assert gc.isenabled()
