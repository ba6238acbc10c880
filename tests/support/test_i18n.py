from networking_app.support import i18n


def test_languages_start_with_english_and_hold_the_catalogues():
    assert i18n.languages() == ("en", "fi", "sv")


def test_an_unknown_language_falls_back_to_english():
    i18n.use("xx")
    assert i18n.current() == "en"
    with i18n.using("xx"):
        assert i18n.current() == "en"


def test_using_changes_the_language_for_one_piece_of_work():
    i18n.use("sv")
    with i18n.using("fi"):
        assert i18n.current() == "fi"
    assert i18n.current() == "sv"


def test_texts_without_a_translation_stay_as_they_are():
    i18n.use("fi")
    nowhere = "no such text in any catalogue"
    assert i18n.gettext(nowhere) == nowhere
    assert i18n.pgettext("somewhere", nowhere) == nowhere
    assert [i18n.ngettext("one x", "many x", n) for n in (1, 2)] == ["one x", "many x"]
