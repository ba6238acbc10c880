"""How the arrival of guests of honour is told."""

from __future__ import annotations

from networking_app.wording import honoured


def test_one_guest_is_told_with_the_role_and_the_point():
    said = honoured.arrived("Maija Esimerkki", "keynote", "Main door")
    assert said == "Keynote speaker Maija Esimerkki has arrived, Main door"


def test_several_guests_are_told_in_one_line():
    said = honoured.arrived_together(["Maija Esimerkki", "Onni Malli"])
    assert said == "2 guests of honour have arrived: Maija Esimerkki, Onni Malli"
