import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.exchange.importers import phones
from networking_app.exchange.importers.phones import ReadPhone


@pytest.mark.parametrize(
    "typed",
    ["040 123 4567", "+358 40 1234567", "+358 (0)40 123 4567", "00358401234567", "401234567",
     "358401234567", "040-1234567", "(040) 1234567", "puh. 040 1234567", "040 1234567 (työ)",
     "040 1234567 / 050 7654321", "040 1234567; 050 7654321", "040.123.4567"],
)  # fmt: skip
def test_finnish_number_is_read(typed):
    assert phones.read(typed) == ReadPhone("+358401234567")


def test_foreign_number_keeps_its_country():
    assert phones.read("+46 70-123 45 67") == ReadPhone("+46701234567")


def test_number_without_country_belongs_to_the_region_given():
    assert phones.read("070-123 45 67", "SE") == ReadPhone("+46701234567")


@pytest.mark.parametrize("typed", ["4,01235E+08", "3.58401E+11", "4E8"])
def test_number_shortened_by_a_spreadsheet_is_damaged(typed):
    assert phones.read(typed) == ReadPhone("", "phone_damaged")


@pytest.mark.parametrize("typed", ["ei ole", "123", "kysy Matilta", "1" * 40])
def test_text_without_a_number_is_unreadable(typed):
    assert phones.read(typed) == ReadPhone("", "phone_unreadable")


@given(st.text(alphabet="0123456789+-() ./;eExtpuh", max_size=40))
def test_any_cell_can_be_read(text):
    read = phones.read(text)

    assert not read.number or (read.number[0] == "+" and read.number[1:].isdigit())
