import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.importers.sheets import guests_of, kinds
from networking_app.domain.imports import Field, SheetTable
from networking_app.domain.problems import Severity
from networking_app.domain.registration import Permission, Purpose, Status
from networking_app.exchange.cells import clean
from networking_app.exchange.importers import words
from networking_app.exchange.importers.columns import recognise
from networking_app.exchange.importers.guests import read_guests


def one(text, **options):
    (guest,) = guests_of(text, **options)
    return guest


def test_row_becomes_a_guest_with_everything_in_its_place():
    guest = one(
        "Etunimi;Sukunimi;Sähköposti;Puh.;Yritys;Titteli;Rooli;Tila;Kommentti;Tunnisteet\n"
        "Aino;Öhman;Aino@X.fi;040 123 4567;Xamk;tutkija;Puhuja;Jonossa;hei;a, b\n"
    ).details

    assert (guest.name, guest.email, guest.phone) == ("Aino Öhman", "Aino@X.fi", "+358401234567")
    assert (guest.phone_typed, guest.organisation) == ("040 123 4567", "Xamk")
    assert (guest.title, guest.category, guest.note) == ("tutkija", "speaker", "hei")
    assert (guest.status, guest.tags) == (Status.WAITING, ("a", "b"))


@pytest.mark.parametrize(
    ("word", "status"),
    [("peruttu", Status.CANCELLED), ("Avbokad", Status.CANCELLED), ("c", Status.CANCELLED),
     ("waiting list", Status.WAITING), ("varasijalla", Status.WAITING),
     ("hyväksytty", Status.REGISTERED), ("p", Status.REGISTERED)],
)  # fmt: skip
def test_status_word_is_understood(word, status):
    assert one(f"Nimi;Tila\nAino Ek;{word}\n").details.status is status


def test_unknown_status_is_kept_as_an_answer_with_a_warning():
    guest = one("Nimi;Tila\nAino Ek;ehkä joskus\n")

    assert guest.details.status is None
    assert guest.details.answers == (("Tila", "ehkä joskus"),)
    assert kinds(guest) == ["status_unknown"]


@pytest.mark.parametrize("nothing", ["ei", "-", "None", "Ei ole", "nej", "n/a", "Ei allergioita"])
def test_no_needs_mean_nothing(nothing):
    assert one(f"Nimi;Ruokavalio\nAino Ek;{nothing}\n").details.diet == ""


def test_needs_become_protected_answers():
    guest = one("Nimi;Allergiat;Esteettömyys\nAino Ek;pähkinät;pyörätuoli\n").details

    assert (guest.diet, guest.access, guest.answers) == ("pähkinät", "pyörätuoli", ())


@pytest.mark.parametrize(
    ("question", "answer", "permission"),
    [
        ("Saako kuvata", "Kyllä", Permission.YES),
        ("Saako kuvata", "Ei", Permission.NO),
        ("Saako kuvata", "Saa kuvata, ei julkaista", Permission.ASK),
        ("Saako kuvata", "Kysy ensin", Permission.ASK),
        ("Får fotograferas", "Ja", Permission.YES),
        ("Photo consent", "x", Permission.YES),
        ("Photo consent", "TRUE", Permission.YES),
        ("Minua ei saa kuvata", "x", Permission.NO),
        ("Minua ei saa kuvata", "Kyllä", Permission.NO),
        ("Saako kuvata", "Ei, minua ei saa kuvata", Permission.NO),
    ],
)
def test_photo_permission_is_understood(question, answer, permission):
    guest = one(f'Nimi;{question}\nAino Ek;"{answer}"\n')

    assert guest.details.consents == ((Purpose.PHOTO, permission),)


def test_unclear_permission_gives_none_and_a_warning():
    guest = one("Nimi;Saako kuvata\nAino Ek;katsotaan\n")

    assert guest.details.consents == ()
    assert guest.details.answers == (("Saako kuvata", "katsotaan"),)
    assert kinds(guest) == ["consent_unclear"]


def test_wrong_address_is_kept_as_an_answer_and_the_guest_is_taken():
    guest = one("Nimi;Sähköposti\nAino Ek;aino@@gmail.com\n")

    assert guest.details.email == ""
    assert guest.details.answers == (("Sähköposti", "aino@@gmail.com"),)
    (problem,) = guest.problems
    assert (problem.kind, problem.severity) == ("email_incomplete", Severity.WARNING)
    assert (problem.column, problem.suggestion) == ("Sähköposti", "aino@gmail.com")


def test_damaged_phone_is_told():
    guest = one("Nimi;Puhelin\nAino Ek;4,01235E+08\n")

    assert kinds(guest) == ["phone_damaged"]
    assert guest.details.phone_typed == "4,01235E+08"


def test_row_without_a_name_is_an_error_with_a_suggestion():
    guest = one("Nimi;Sähköposti\n;aino.ek@x.fi\n")

    (problem,) = guest.problems
    assert (problem.kind, problem.severity) == ("name_missing", Severity.ERROR)
    assert problem.suggestion == "Aino Ek"


def test_two_people_in_a_cell_are_one_guest_with_a_warning():
    guest = one("Nimi;Yritys\nAino Ek ja Bo Ek;x\n")

    assert guest.details.name == "Aino Ek ja Bo Ek"
    assert kinds(guest) == ["several_people"]


def test_totals_remarks_and_repeated_headings_are_skipped():
    guests = guests_of(
        "Nimi;Yritys\nAino Ek;x\nNimi;Yritys\nYhteensä 34;\n* päivitetty eilen;\nPuhujat;\n"
    )

    assert [(guest.skipped, *kinds(guest)) for guest in guests] == [
        (False,),
        (True, "row_heading_repeated"),
        (True, "row_total"),
        (True, "row_remark"),
        (True, "row_remark"),
    ]


def test_repeated_row_names_the_first_one():
    _, second = guests_of("Nimi;Yritys\nAino Ek;x\nAino Ek;x\n")

    (problem,) = second.problems
    assert (problem.kind, problem.facts) == ("row_repeated", {"first": "2"})


def test_extra_product_of_a_ticket_is_no_guest():
    text = (
        "Order code,Product,Attendee name,Attendee email,Email,Ticket secret,"
        "Add-on to position ID\n"
        "A,Ticket,Aino Ek,,o@x.fi,s1,\nA,Dinner,,,o@x.fi,s2,1\n"
    )
    guest, dinner = guests_of(text)

    assert (guest.details.email, guest.details.codes) == ("o@x.fi", ("s1",))
    assert (dinner.skipped, kinds(dinner)) == (True, ["row_add_on"])


def test_order_of_names_in_one_column_follows_most_rows():
    guests = guests_of("Nimi\nKorhonen Aino\nVirtanen Matti\nXyz Qwerty\n")

    assert [guest.details.family for guest in guests] == ["Korhonen", "Virtanen", "Xyz"]


def test_answers_keep_their_order_and_line_breaks():
    guest = one('Nimi;Mitä etsin?;Mitä tarjoan?\nAino Ek;"rahaa\nja aikaa";=1+1\n')

    assert guest.details.answers == (
        ("Mitä etsin?", "rahaa\nja aikaa"),
        ("Mitä tarjoan?", "=1+1"),
    )


def test_swedish_numbers_are_read_with_the_region_given():
    assert one("Namn;Telefon\nÅsa Ek;070-123 45 67\n", region="SE").details.phone == "+46701234567"


@pytest.mark.parametrize(
    ("row", "name", "title", "answers"),
    [
        ("Aino Ek;Aino;Ek;", "Aino Ek", "", ()),
        ("Ek, Aino;Aino;Ek;", "Aino Ek", "", ()),
        ("Aino E.;Aino;Ek;", "Aino Ek", "", (("Nimi", "Aino E."),)),
        ("Aino Ek, johtaja;;;", "Aino Ek", "johtaja", ()),
        ("Aino Ek, johtaja;;;rehtori", "Aino Ek", "rehtori", (("Nimi", "Aino Ek, johtaja"),)),
        ("anonymous;Aino;;", "Aino", "", (("Nimi", "anonymous"),)),
    ],
)
def test_whole_name_beside_its_parts_loses_nothing(row, name, title, answers):
    guest = one(f"Nimi;Etunimi;Sukunimi;Titteli\n{row}\n").details

    assert (guest.name, guest.title, guest.answers) == (name, title, answers)


def test_name_is_taken_from_the_badge_name_or_from_before_the_address():
    assert one("Nimi;Badge name;Tila\n;Aino Ek;ok\n").details.name == "Aino Ek"
    assert one("Nimi;Sähköposti\n;Aino Ek <a@x.fi>\n").details.name == "Aino Ek"


def test_order_for_several_people_is_told():
    text = "Order no,First Name,Last Name,Email,Ticket Type,Quantity\n1,Aino,Ek,a@x.fi,VIP,3\n"

    guest = one(text)

    assert kinds(guest) == ["quantity_more"]
    assert guest.details.category == "vip"


def test_needs_in_two_columns_are_both_kept():
    guest = one("Nimi;Ruokavalio;Allergiat\nAino Ek;vegaani;pähkinät\n").details

    assert (guest.diet, guest.answers) == ("vegaani\npähkinät", ())


def test_needs_under_an_odd_heading_are_protected_too():
    text = "Nimi;Kerro meille\nAino Ek;gluteeniton\nBo Ek;vegaani\nCia Ek;laktoositon\n"

    assert [guest.details.diet for guest in guests_of(text)] == [
        "gluteeniton", "vegaani", "laktoositon"
    ]  # fmt: skip


def test_body_in_brackets_after_a_name_is_the_organisation():
    guest = one("Nimi\nAino Ek (Firma Oy)\n").details

    assert (guest.name, guest.organisation) == ("Aino Ek", "Firma Oy")


def test_marks_of_a_pasted_list_are_no_names():
    guests = guests_of("1. Aino Korhonen, Firma Oy\n2. Matti Virtanen, Xamk\n")

    assert [(g.details.name, g.details.organisation) for g in guests] == [
        ("Aino Korhonen", "Firma Oy"),
        ("Matti Virtanen", "Xamk"),
    ]


def test_needs_of_a_companion_are_protected_and_named():
    guest = one("Nimi;Erikoisruokavalio (avec)\nAino Ek;laktoositon\n").details

    assert (guest.diet, guest.answers) == ("Erikoisruokavalio (avec): laktoositon", ())


TYPED = (
    "||Aino|Aino Ek|Ek, Aino|Aino Ek, johtaja|a@x.fi|a@x|x|\n|a@x.fi;b@x.fi|Aino <a@x.fi>|"
    "mailto:a@x.fi|040 123 4567|'=x|<b>|040 1 / 050 7654321|peruttu|??|Puhuja|ei|gluteeniton|"
    "kyllä, mutta ei someen|Yhteensä 3|a, b;c|=1+1|4,01235E+08|anonymous|von Ek|Jr.|Ek (Firma Oy)"
)
HEADINGS = (
    "Nimi|Etunimi|Sukunimi|Sähköposti|E-mail|Puh.|Yritys|Titteli||Rooli|Tila|Saako kuvata|Koodi|"
    "Uutiskirje|Allergiat|Esteettömyys|Tunnisteet|Kommentti|Kieli|Kaupunki|Aikaleima|Mitä muuta?|"
    "Badge name"
)
CELLS = st.one_of(st.sampled_from(TYPED.split("|")), st.text(max_size=12))
HEADS = st.lists(st.sampled_from(HEADINGS.split("|")), min_size=1, max_size=9)


def everything_said(guest):
    details = guest.details
    said = [details.given, details.family, details.badge_name, details.email, details.phone_typed]
    said += [details.organisation, details.title, details.city, details.languages, details.note]
    said += [details.category, details.diet, details.access, details.registered_at]
    said += [*details.tags, *details.codes, *(text for _, text in details.answers)]
    said += [problem.value for problem in guest.problems]
    return " ".join(said)


def letters(text):
    return re.findall(r"\w+", text)


@given(HEADS, st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=5))
def test_nothing_that_was_typed_vanishes(headings, rows):
    cells = tuple(
        (number, tuple(clean(cell) for cell in row[: len(headings)]))
        for number, row in enumerate(rows, 2)
        if any(clean(cell) for cell in row[: len(headings)])
    )
    table = SheetTable("f", "", tuple(headings), 1, cells)
    matches = recognise(table)

    guests = read_guests(table, matches)

    assert len(guests) == len(cells)
    for guest, (_, row) in zip(guests, cells, strict=True):
        said = everything_said(guest)
        for match in matches:
            text = row[match.index]
            if match.field is Field.IGNORE or known_word(match.field, text):
                continue
            assert set(letters(text)) <= set(letters(said)), (match, text)


def known_word(field, text):
    """Words whose meaning is kept instead of their letters."""
    return (
        (field is Field.STATUS and words.status(text) is not None)
        or (field is Field.CATEGORY and words.category(text) != "")
        or (field in {Field.DIET, Field.ACCESS} and words.means_nothing(text))
        or (
            field in {Field.PHOTO, Field.MARKETING, Field.CONTACT_SHARING}
            and words.permission(text) is not None
        )
    )
