"""Each letter is drawn by a bundled font that has it; others are named."""

from __future__ import annotations

import unicodedata

import pytest

from networking_app.documents import fonts

ALPHABETS = {
    "finnish and sámi": "ÅÄÖåäöŠšŽžÁáÂâČčĐđŊŋŃńŦŧÕõǤǥǦǧǨǩƷʒǮǯ",
    "vietnamese": "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộ"
    "ỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹĐđƠơƯư",
    "latin": "ĀāĂăĄąĆćĈĉĊċĎďĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĮįİıĴĵĶķĹĺĻļĽľŁłŇň"
    "ŌōŐőŒœŔŕŘřŚśŜŝŞşŠšŢţŤťŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżȘșȚțßẞÆæØøÞþÐð",
    "greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώϊϋΐΰςἀἍᾳῥῶ",
    "cyrillic": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐґЄєІіЇїЎўЉљЊњЋћЏџЂђЈјЅѕӘәҚқҢңӨөҰұҮүҺһЃѓЌќ",
    "armenian": "ԱԲԳԴԵաբգդե",
    "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
}


@pytest.mark.parametrize("style", fonts.STYLES)
@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_alphabet_is_whole_in_every_style(style, alphabet):
    face = fonts.face(style)
    letters = unicodedata.normalize("NFC", ALPHABETS[alphabet])
    face.width(letters)
    assert face.missing(letters) == ""


@pytest.mark.parametrize("letter", ["ع", "א", "न", "ไ", "漢", "한", "😀", "\ufffd\U0001f1eb"])
def test_letter_of_another_script_is_named_and_has_a_size(letter):
    face = fonts.face("bold")
    assert face.width(letter) > 0
    assert face.missing("a" + letter + "b" + letter).strip("\ufffd") == letter.strip("\ufffd")


def test_reach_is_the_ink_of_the_glyph():
    face = fonts.face("bold")
    up, down = face.reach("H")
    assert up == pytest.approx(0.652, abs=0.002)
    assert down == pytest.approx(0.0, abs=0.005)
    assert face.reach("Ẫ")[0] > 0.9
    assert face.reach("g")[1] > 0.15
    assert face.reach(" ") == (0, 0)


def test_every_font_comes_with_its_licence():
    from networking_app.support import resources

    folder = resources.folder() / "fonts"
    assert (folder / "OFL-SourceSans3.md").is_file()
    assert (folder / "LICENSE-DejaVu.md").is_file()
