import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.importers.sheets import fields_of
from networking_app.domain.imports import Field, Found
from networking_app.exchange.importers import IMPORTERS
from networking_app.exchange.importers.columns import layout, recognise, signature
from networking_app.exchange.importers.reading import read_text
from networking_app.exchange.importers.vocabulary import HEADINGS, fold


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Etunimi", "given"),
        ("SUKUNIMI:", "family"),
        ("Etunimi ja sukunimi", "name"),
        ("Namn", "name"),
        ("Attendee name", "name"),
        ("E-postadress", "email"),
        ("Sähköpostiosoite *", "email"),
        ("Mikä on sähköpostiosoitteesi?", "email"),
        ("Puh.", "phone"),
        ("GSM-numero", "phone"),
        ("Yritys/organisaatio", "organisation"),
        ("Edustamasi organisaatio", "organisation"),
        ("Titteli", "title"),
        ("Erityisruokavalio / allergiat", "diet"),
        ("Onko sinulla erityisruokavaliota tai allergioita?", "diet"),
        ("Specialkost", "diet"),
        ("Allergier", "diet"),
        ("Esteettömyystarpeet", "access"),
        ("Saako kuvata", "photo"),
        ("Saako sinua valokuvata tilaisuudessa?", "photo"),
        ("Haluatko tilata uutiskirjeemme?", "marketing"),
        ("Yhteystietoni saa jakaa muille osallistujille", "contact_sharing"),
        ("Aikaleima", "registered_at"),
        ("Lisätietoja", "note"),
        ("Paikkakunta", "city"),
        ("Mitä tarjoan?", "answer"),
        ("Billing email", "answer"),
        ("Laskutusosoite", "answer"),
        ("Seuralaisen nimi", "answer"),
        ("Esihenkilön sähköposti", "answer"),
        ("Tapahtuman nimi", "answer"),
    ],
)
def test_heading_is_recognised(heading, field):
    assert fields_of(heading, "Other thing")[heading] == field


@pytest.mark.parametrize(
    ("typed", "field"),
    [("Sähkopsti", "email"), ("Organisatio", "organisation"), ("Telephon", "phone"),
     ("Efternam", "family"), ("Sukunmi", "family")],
)  # fmt: skip
def test_heading_with_a_slip_is_recognised(typed, field):
    assert fields_of("Nimi" if field != "family" else "Etunimi", typed)[typed] == field


def test_every_word_of_the_vocabulary_is_recognised_alone():
    for heading, field in HEADINGS.items():
        assert fields_of(heading, "Etunimi X")[heading] == field.value


def test_two_addresses_keep_the_better_one_and_the_other_as_an_answer():
    found = fields_of("Nimi", "Sähköposti", "E-mail", rows=[("Aino Ek", "puuttuu", "a@x.fi")] * 3)

    assert (found["Sähköposti"], found["E-mail"]) == ("answer", "email")


def test_repeated_headings_are_both_kept():
    (table,) = read_text("Nimi;Comment;Comment\nAino;a;b\n", "p").tables

    assert table.headings == ("Nimi", "Comment", "Comment (2)")
    assert [match.field for match in recognise(table)] == [Field.NAME, Field.NOTE, Field.ANSWER]


def test_columns_without_headings_are_recognised_by_content():
    text = (
        "1;Korhonen;Aino;aino.korhonen@x.fi;040 1234567;Firma Oy\n"
        "2;Virtanen;Matti;matti@x.fi;+358 50 7654321;Kunta\n"
    )
    (table,) = read_text(text, "p").tables

    assert table.heading_row == 0
    assert [match.field.value for match in recognise(table)] == [
        "ignore", "family", "given", "email", "phone", "organisation"
    ]  # fmt: skip


def test_names_nobody_knows_are_told_apart_by_their_addresses():
    text = "Qwx\tZzyrt\tzzyrt.qwx@x.fi\nPlok\tVrumm\tvrumm.plok@x.fi\n"
    (table,) = read_text(text, "p").tables

    assert [match.field.value for match in recognise(table)] == ["family", "given", "email"]


def test_heading_row_in_an_unknown_language_is_found_above_addresses():
    (table,) = read_text("Imię;Adres\nAnna Nowak;a@x.pl\nJan Nowak;j@x.pl\n", "p").tables

    assert table.heading_row == 1
    assert [match.field.value for match in recognise(table)] == ["name", "email"]


def test_line_of_group_headings_is_not_taken_for_the_headings():
    text = "Osallistuja;;Yhteystiedot\nEtunimi;Sukunimi;Sähköposti\nAino;Ek;a@x.fi\n"
    (table,) = read_text(text, "p").tables

    assert (table.heading_row, table.headings[0]) == (2, "Etunimi")


def test_name_column_beside_a_family_name_is_a_given_name():
    assert fields_of("Nimi", "Sukunimi", rows=[("Aino", "Ek")])["Nimi"] == "given"


def test_first_name_column_with_whole_names_is_a_name():
    assert fields_of("First name", "Email", rows=[("Aino Ek", "a@x.fi")])["First name"] == "name"


def test_remembered_choice_comes_first():
    (table,) = read_text("Nimi;Roolisi\nAino;x\n", "p").tables

    matches = recognise(table, {"Roolisi": "title", "Nimi": "nonsense"})

    assert [(m.field, m.found) for m in matches] == [
        (Field.NAME, Found.HEADING),
        (Field.TITLE, Found.REMEMBERED),
    ]


def test_signature_is_the_same_for_the_same_headings_only():
    one, same, other = (
        read_text(text, "p").tables[0]
        for text in ("Nimi;Puh\nAino;1\n", "NIMI;Puh.\nBo;2\n", "Nimi;Email\nBo;a@x.fi\n")
    )

    assert signature(one) == signature(same) != signature(other)


@pytest.mark.parametrize(
    ("headings", "program"),
    [
        ("Order code,Attendee name,Product,Secret,Email", "pretix"),
        ("ID,Name,Registration date,Registration state,Checked in", "Indico"),
        ("Order no.,Order Date,First Name,Surname,Email,Quantity,Ticket Type", "Eventbrite"),
        ("ID,Start time,Completion time,Email,Name,Question", "Microsoft Forms"),
        ("Tunnus,Aloitusaika,Valmistumisaika,Sähköposti,Nimi", "Microsoft Forms"),
        ("ID,Category,Event,Status,ReservationID,Full Name,First Name,E-Mail", "alf.io"),
        ("ID,First Name,Last Name,Email,Status,Public ID,Short ID", "Hi.Events"),
        ("First Name,Last Name,Email,Ticket ID,Order Ref", "Attendize"),
        ("Name,User ID,Title,RSVP,Guests", "Meetup"),
        ("Nimi,Sähköposti", ""),
    ],
)
def test_program_is_told_by_its_headings(headings, program):
    (table,) = read_text(headings + "\n" + "x," * headings.count(",") + "x\n", "p").tables

    assert layout(table).name == program


def test_anonymous_form_takes_the_address_from_the_question():
    text = (
        "ID,Start time,Completion time,Email,Name,Nimesi,Sähköposti\n"
        "1,10:00,10:01,anonymous,,Aino Ek,a@x.fi\n"
    )
    (table,) = read_text(text, "p").tables
    found = {match.heading: match.field.value for match in recognise(table)}

    assert (found["Email"], found["Sähköposti"]) == ("answer", "email")
    assert (found["Name"], found["Nimesi"]) == ("answer", "name")


def test_confidences_lie_between_nought_and_one():
    (table,) = read_text("Order code,Product\na,b\n", "p").tables

    assert all(0 <= importer.sniff(table) <= 1 for importer in IMPORTERS)


@given(st.text(max_size=60))
def test_fold_is_idempotent_and_any_heading_is_taken(text):
    assert fold(fold(text)) == fold(text)
    fields_of("Nimi", text.replace("\t", " ").replace("\n", " ").replace("\r", " "))


def test_categories_in_a_list_without_headings_are_no_headings():
    (table,) = read_text("Aino\tEk\tGuest\nBo\tBerg\tOsallistuja\n", "p").tables

    assert table.heading_row == 0
    assert [match.field.value for match in recognise(table)] == ["given", "family", "category"]


def test_yes_and_no_without_a_heading_cancel_nobody():
    (table,) = read_text("Aino Ek\tKyllä\nBo Ek\tEi\nCia Ek\tEi\n", "p").tables

    assert [match.field.value for match in recognise(table)] == ["name", "answer"]


def test_status_words_without_a_heading_are_a_status():
    (table,) = read_text("Aino Ek\tperuttu\nBo Ek\tvahvistettu\nCia Ek\tjonossa\n", "p").tables

    assert [match.field.value for match in recognise(table)] == ["name", "status"]


def test_title_above_a_list_without_headings_is_no_heading():
    reading = read_text("Osallistujat\t\t\nAino\tEk\ta@x.fi\nBo\tBerg\tb@x.fi\n", "p")

    assert reading.tables[0].heading_row == 0
    assert [row for row, _ in reading.tables[0].rows] == [2, 3]
    assert [problem.value for problem in reading.problems] == ["Osallistujat"]
