"""What people are called beside their given names."""

from __future__ import annotations

from networking_app.domain.names import fold
from networking_app.domain.nicknames import _table, also_called


def test_call_names_of_a_formal_name_and_the_reverse() -> None:
    assert {"bill", "will"} <= also_called("william")
    assert "william" in also_called("bill")
    assert {"juhani", "johannes"} <= also_called("jussi")
    assert "katariina" in also_called("kati")
    assert also_called("nobody") == frozenset()


def test_call_names_of_one_name_are_not_each_other() -> None:
    assert "will" not in also_called("bill")
    assert "petri" not in also_called("pekka")


def test_names_are_folded_and_nobody_is_called_the_same_twice() -> None:
    assert all(fold(name) == name and name not in others for name, others in _table().items())
    assert all(name in _table()[other] for name, others in _table().items() for other in others)
