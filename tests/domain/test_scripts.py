"""Names in other letters, written in ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.names import fold
from networking_app.domain.scripts import latin


def test_cyrillic_in_english_finnish_and_passport_form() -> None:
    assert latin(fold("Юлия")) == ("yuliya", "julija", "iuliia")
    assert latin(fold("Щукин")) == ("shchukin", "stsukin")
    assert latin(fold("Ольга")) == ("olga",)


def test_greek_pairs_are_one_sound() -> None:
    assert latin(fold("Παύλου")) == ("pavlou",)
    assert latin(fold("Μπέης")) == ("beis",)


def test_other_words_have_no_such_form() -> None:
    assert latin("aino") == latin("王伟") == latin("") == ()
    assert latin("ь") == ()


@given(st.text())
def test_any_text_gives_folded_words(text: str) -> None:
    for word in fold(text).split():
        assert all(form and form.split() == [form] for form in latin(word))
