"""The headings people write above their columns, in English, Finnish and Swedish."""

# ruff: noqa: E501, ISC004 (lists of words and patterns read best as they are)

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from networking_app.domain.imports import Field

_LETTERS = str.maketrans("øłđæœ", "olđao") | {ord("ß"): "ss"}
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return the words in lower case without accents and punctuation.

    >>> fold("Sähkö-posti:")
    'sahko posti'
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_WORD.sub(" ", bare).strip()


# One heading after the other, separated by "|"; compared after fold().
_HEADINGS: dict[Field, str] = {
    Field.GIVEN: """first name|firstname|given name|given names|forename|first names|fname|
        attendee first name|participant first name|attendee name given name|guest first name|
        etunimi|etunimet|kutsumanimi|osallistujan etunimi|ilmoittautujan etunimi|etunimesi|
        förnamn|tilltalsnamn|deltagarens förnamn|given_name|vorname|prénom|eesnimi|etu nimi|
        your first name|name first|name (first)""",
    Field.FAMILY: """last name|lastname|surname|family name|lname|second name|attendee last name|
        attendee surname|participant last name|attendee name family name|guest last name|sukunimi|
        osallistujan sukunimi|ilmoittautujan sukunimi|sukunimesi|efternamn|deltagarens efternamn|
        släktnamn|familjenamn|nachname|familienname|nom de famille|perekonnanimi|suku nimi|
        your last name|name last|name (last)""",
    Field.NAME: """name|full name|fullname|complete name|attendee|attendee name|participant|
        participant name|participants|delegate|delegate name|guest|guest name|your name|person|
        your full name|name of participant|name of attendee|first and last name|contact|
        first name last name|first name and last name|firstname lastname|contact name|
        first name and surname|name surname|nimi|koko nimi|kokonimi|osallistuja|osallistujan nimi|
        osallistujat|ilmoittautuja|ilmoittautujan nimi|vieras|vieraan nimi|nimesi|oma nimi|henkilö|
        etunimi ja sukunimi|etu ja sukunimi|etunimi sukunimi|etu ja sukunimesi|sukunimi ja etunimi|
        suku ja etunimi|sukunimi etunimi|sukunimi, etunimi|etunimi ja sukunimesi|henkilön nimi|
        yhteyshenkilö|last name first name|last name, first name|surname first name|nimi (suku etu)|
        surname, given name|namn|fullständigt namn|hela namnet|för och efternamn|gäst|gästens namn|
        förnamn och efternamn|förnamn efternamn|efternamn förnamn|efternamn och förnamn|
        deltagare|deltagarens namn|deltagarnamn|ditt namn|name und vorname|nom|nimi ja sukunimi|
        kontaktperson|registrant|registrant name|attendees|display name|nimet""",
    Field.BADGE_NAME: """badge name|name on badge|name for badge|name badge|preferred name|
        nickname|name on name tag|name tag|nimi nimilapussa|nimikyltin nimi|nimikyltti|nimilappu|
        nimi nimikylttiin|nimilappuun|nimikylttiin|badge nimi|lempinimi|puhuttelunimi|
        namn på namnbricka|namnbricka|namn på namnskylt|namnskylt|smeknamn|calling name""",
    Field.EMAIL: """e mail|email|e mail address|email address|mail|mail address|emailaddress|
        attendee email|attendee e mail|participant email|your email|your e mail|your email address|
        contact email|work email|email work|business email|primary email|email id|e mail id|
        sähköposti|sähköpostiosoite|s posti|sposti|s postiosoite|email osoite|e mail osoite|
        osallistujan sähköposti|osallistujan sähköpostiosoite|sähköpostisi|sähköpostiosoitteesi|
        työsähköposti|sähköposti osoite|maili|meili|email sähköposti|sähköposti email|
        e post|epost|e postadress|epostadress|mejl|mejladress|mail adress|din e postadress|
        e mailadress|e post adress|deltagarens e post|e mail adresse|email adresse|courriel|
        e posti|emaili|e mails|username email|order email""",
    Field.PHONE: """phone|phone number|telephone|telephone number|phone no|tel|tel no|mobile|
        mobile phone|mobile number|cell|cell phone|cellphone|gsm|contact number|contact phone|
        work phone|your phone number|attendee phone|phone mobile|mobile no|phone nr|
        puhelin|puhelinnumero|puhelinnro|puh|puh nro|puhelin nro|puhnro|matkapuhelin|kännykkä|
        matkapuhelinnumero|kännykkänumero|gsm numero|puhelinnumerosi|puh numero|mobiili|
        osallistujan puhelin|osallistujan puhelinnumero|telefon|telefonnummer|tfn|tlf|mobil|
        mobilnummer|mobiltelefon|tel nr|telefonnr|ditt telefonnummer|handy|téléphone|whatsapp""",
    Field.ORGANISATION: """organisation|organization|company|company name|organisation name|
        organization name|employer|institution|affiliation|institute|university|workplace|firm|
        company organisation|company organization|organisation company|organization company|
        attendee company|your organisation|your organization|your company|represents|association|
        business|business name|name of organisation|name of organization|name of company|school|
        organisaatio|organisaation nimi|yritys|yrityksen nimi|yritys organisaatio|taho|yhteisö|
        organisaatio yritys|työnantaja|edustamasi organisaatio|edustamasi taho|oppilaitos|yhdistys|
        edustettu organisaatio|edustamani organisaatio|organisaatiosi|yrityksesi|työpaikka|firma|
        yritys yhteisö|yhtiö|edustaa|edustettu taho|taustaorganisaatio|taustayhteisö|seura|
        organisaatio tai yritys|yritys tai organisaatio|organisaatio / yritys / oppilaitos|
        organisation företag|företag|företagets namn|företagsnamn|arbetsgivare|arbetsplats|förening|
        företag organisation|organisationens namn|din organisation|bolag|firma unternehmen|
        organisation eller företag|lärosäte|unternehmen|entreprise|société|company / organisation""",
    Field.TITLE: """title|job title|position|role title|jobtitle|profession|occupation|job|
        job position|designation|your title|your position|job function|function|job role|
        titteli|tehtävänimike|ammatti|asema|tehtävä|toimenkuva|virka|ammattinimike|virkanimike|
        nimike|tehtävänimikkeesi|tittelisi|asema organisaatiossa|toimi|titel|befattning|yrke|
        yrkestitel|tjänstetitel|uppgift|arbetsuppgift|tjänst|position titel""",
    Field.CITY: """city|town|municipality|home town|hometown|locality|location|attendee city|
        kaupunki|paikkakunta|kunta|kotikunta|kotipaikka|kotipaikkakunta|postitoimipaikka|
        ort|stad|kommun|hemort|hemkommun|postort|bostadsort|stadt""",
    Field.LANGUAGES: """language|languages|preferred language|locale|order locale|lang|
        spoken languages|kieli|kielet|asiointikieli|kielitaito|äidinkieli|toivottu kieli|
        språk|modersmål|språkkunskaper|önskat språk|mother tongue""",
    Field.CATEGORY: """category|ticket type|ticket|type|participant type|attendee type|role|
        registration type|product|ticket name|ticket class|ticket category|guest type|group|
        participant category|attendee category|ticket title|item|product name|pass type|
        kategoria|osallistujatyyppi|lipputyyppi|lippu|rooli|ryhmä|osallistujaryhmä|tyyppi|
        osallistujakategoria|lippuluokka|lipun tyyppi|tuote|ilmoittautumistyyppi|lipun nimi|
        roolisi|rooli tapahtumassa|osallistumisrooli|kategori|biljettyp|biljett|roll|typ|
        deltagartyp|deltagarkategori|grupp|deltagargrupp|produkt|anmälningstyp""",
    Field.STATUS: """status|state|registration status|registration state|attendee status|
        rsvp|rsvp status|will you attend|are you attending|osallistun|osallistutko|tulen|tuletko|deltar du|kommer du|ticket status|order status|attendance|attending|response|participation|
        tila|ilmoittautumisen tila|ilmoittautumisen status|ilmoittautumistila|osallistuminen|
        osallistuu|osallistumisen tila|vahvistus|ilmoittautumisstatus|tilanne|lipun tila|
        anmälningsstatus|anmälans status|deltar|deltagande|svar|biljettstatus|läge|
        cancelled|canceled|cancelled at|waiting list|waitlisted|peruttu|perunut|peruutettu|perui|
        peruuntunut|varasijalla|jonossa|avbokad|avbokat|avanmäld|återbud|på reservplats|reservplats""",
    Field.CODE: """ticket code|ticket secret|secret|barcode|barcode no|barcode number|qr code|
        ticket barcode|qr|ticket number|ticket no|ticket nr|badge code|admission code|code|
        lippukoodi|lipun koodi|viivakoodi|qr koodi|koodi|lipun numero|lippunumero|
        biljettkod|streckkod|qr kod|biljettnummer|kod|ticket uuid""",
    Field.NOTE: """note|notes|comment|comments|remark|remarks|additional information|message|
        additional info|other information|other comments|internal note|internal comment|
        order comment|muuta|muuta huomioitavaa|muut tiedot|huomautus|huomautukset|huomio|huomiot|
        huomioitavaa|lisätieto|lisätiedot|lisätietoja|kommentti|kommentit|viesti|terveisiä|
        viesti järjestäjälle|muistiinpano|huom|vapaa sana|kommentar|kommentarer|anmärkning|
        övrigt|övrig information|meddelande|tilläggsuppgifter|tilläggsinformation|notering|
        mitä muuta haluat kertoa|muita terveisiä|anteckning|anteckningar|ovrigt""",
    Field.ATTENTION: """attention|attention note|requires special attention|check in text|
        check in note|check in instructions|note for the desk|desk note|note for check in|
        huomautus tiskille|huomio tiskille|viesti tiskille|ohje tiskille|tervetulotiskille|
        huomautus vastaanottoon|notis till disken|anmärkning till disken|till disken|
        incheckningsanteckning""",
    Field.HOLD: """hold|hold at check in|hold at desk|stop at check in|stop at desk|
        confirm at check in|note to confirm|pysäytä|pysäytä tiskillä|vahvista tiskillä|
        vahvistettava tiskillä|stoppa|stoppa vid disken|bekräfta vid disken""",
    Field.BLOCKED: """blocked|blocked reason|reason for blocking|block|banned|do not admit|estetty|
        eston syy|esto|porttikielto|älä päästä|spärrad|blockerad|orsak till spärr|
        släpp inte in""",
    Field.TAGS: """tag|tags|label|labels|tunniste|tunnisteet|avainsanat|asiasanat|keywords|
        etikett|etiketter|taggar|nyckelord""",
    Field.DIET: """diet|dietary requirements|dietary restrictions|dietary needs|dietary|allergies|
        special diet|special diets|food allergies|food restrictions|dietary preferences|
        meal preference|food preferences|dietary requirements allergies|allergy|meal|
        erityisruokavalio|ruokavalio|ruokavaliot|erityisruokavaliot|allergiat|allergia|
        ruoka aineallergiat|erityisruokavalio allergiat|allergiat ja erityisruokavaliot|
        erityisruokavalio ja allergiat|erikoisruokavalio|erikoisruokavaliot|ruokarajoitteet|
        ruokavaliorajoitteet|dieetti|specialkost|allergier|specialdiet|specialdieter|kost|
        matallergier|kosthållning|allergi|specialkost allergier|dieter|matpreferenser""",
    Field.ACCESS: """access needs|accessibility|accessibility needs|special needs|access|
        accessibility requirements|special assistance|
        special requirements|mobility needs|assistance needed|disability|esteettömyys|
        esteettömyystarpeet|esteettömyystarve|erityistarpeet|avuntarve|apuvälineet|
        liikuntarajoitteet|liikuntarajoite|tillgänglighet|tillgänglighetsbehov|särskilda behov|
        specialbehov|hjälpbehov|funktionsnedsättning|hjälpmedel""",
    Field.PHOTO: """photo consent|photo permission|photography|photos|photo|may be photographed|
        photo release|kuvauslupa|valokuvauslupa|saako kuvata|kuvaaminen|valokuvaus|saa kuvata|
        kuvalupa|lupa kuvata|saako valokuvata|kuvaussuostumus|fototillstånd|fotolov|får fotas|
        får fotograferas|fotografering|fotosamtycke""",
    Field.CONTACT_SHARING: """contact sharing|share contact|share contact details|
        share my contact details|networking consent|yhteystietojen jako|yhteystiedot saa jakaa|
        tietojen jako|saa jakaa yhteystiedot|dela kontaktuppgifter|kontaktuppgifter får delas""",
    Field.MARKETING: """marketing|newsletter|marketing consent|opt in|mailing list|subscribe|
        marketing permission|uutiskirje|markkinointi|markkinointilupa|uutiskirjeen tilaus|
        tilaa uutiskirje|nyhetsbrev|marknadsföring|marknadsföringstillstånd|email opt in""",
    Field.REGISTERED_AT: """timestamp|registration date|registered at|registered|registered on|
        registration time|date registered|submitted at|submission date|submitted|created|
        created at|created date|order date|completion time|rsvped on|date of registration|signup date|
        aikaleima|ilmoittautumisaika|ilmoittautumispäivä|ilmoittautunut|valmistumisaika|
        ilmoittautumisajankohta|rekisteröitynyt|lähetetty|luotu|vastausaika|täyttöpäivä|
        ilmoittautumispvm|tidsstämpel|anmälningsdatum|anmäld|registreringsdatum|anmälningstid|
        registrerad|slutförandetid|skickat|tidstämpel|inskickad""",
}

HEADINGS: dict[str, Field] = {
    fold(heading): field for field, text in _HEADINGS.items() for heading in text.split("|")
}

# Columns about somebody or something else: never the guest's own name or address.
NOT_THE_GUEST = re.compile(
    r"\b(?:buyer|billing|invoice|invoicing|purchaser|orderer|payer|lasku\w*|maksaja\w*|tilaaja\w*|"
    r"ostaja\w*|faktur\w*|betalar\w*|bestallar\w*|companion\w*|avec\w*|seuralai\w*|"
    r"puoliso\w*|spouse|plus one|emergency|hatatilan\w*|esihenkilo\w*|esimie\w*|supervisor|"
    r"chef\w*|manager|user ?name|event|tapahtuma\w*|evenemang\w*|seat|user id|host|invited by|"
    r"referr\w*|kutsuja\w*|kutsun lahetta\w*|follow up|project|projekti\w*|hankkee\w*|hanke\w*|"
    r"file|tiedosto\w*|verified|payment|device|list|modified|modification|muokattu\w*|"
    r"customer|campaign|iban|ip|url|link|linkki)\b"
)

# Whole questions, tried in this order when the heading is not in the list above.
_RULES: tuple[tuple[str, Field], ...] = (
    (r"(?=.*\b(?:order|attendee|ticket)\b).*\bemail\b(?!.*verified)", Field.EMAIL),
    (
        r"uutiskirje|newsletter|nyhetsbrev|markkinoin|marketing|marknadsf|mailing list",
        Field.MARKETING,
    ),
    (
        r"(?:yhteystie|contact|kontaktuppgift|tietoni|tietosi|uppgifter).*(?:jaka|jaet|share|sharing|"
        r"dela|luovut|nayt|publi|julkais)|(?:share|jaka|jaet|dela).*(?:yhteystie|contact|kontaktuppg|"
        r"email|sahkoposti)|osallistujalista(?:ssa|lla|an)\b.*(?:saa|nakya|julkais)|"
        r"(?:saa|nakya|julkais).*osallistujalista",
        Field.CONTACT_SHARING,
    ),
    (
        r"kuvata|kuvaami|valokuv|kuvauslu|kuvia|photograph|\bphotos?\b.*(?:consent|permission|ok|taken)|"
        r"(?:consent|allow|may|permission).*\b(?:photos?|pictures?|filmed)\b|fotograf|\bfotas\b|"
        r"fotatill|bilder pa",
        Field.PHOTO,
    ),
    (
        r"ruokaval|allerg|\bdiet|specialkost|specialdiet|kosthall|ruokarajo|gluteen|food (?:pref|restr)|"
        r"\bmeal (?:pref|restr|choice)",
        Field.DIET,
    ),
    (
        r"esteet|apuvaline|accessib|access (?:need|req)|tillgangligh|wheelchair|pyoratuoli|rullstol|"
        r"erityistarpe|erityistarve|sarskilda behov|special needs|liikuntaest|liikuntaraj|avuntar|"
        r"tulkkau\w*tar|induktio",
        Field.ACCESS,
    ),
    (r"nimikylt|nimilap|namnbrick|namnskylt|\bbadge\b.*\bname|name.*\bbadge\b", Field.BADGE_NAME),
    (
        r"^(?:\w+ ){0,5}(?:sahkoposti\w*|e ?mails?|e ?posta?dress\w*|e ?post|s posti\w*)(?: \w+){0,5}$",
        Field.EMAIL,
    ),
    (
        r"^(?:\w+ ){0,4}(?:puhelin\w*|matkapuhelin\w*|puh|phone|telephone|mobile|telefon\w*|"
        r"mobilnummer|gsm\w*|kannykka\w*)(?: \w+){0,5}$",
        Field.PHONE,
    ),
    (
        r"^(?:\w+ ){0,4}(?:organisaatio\w*|yrity(?:s|ksen|ksesi)|organi[sz]ation\w*|company|foretag\w*|"
        r"tyonantaja\w*|employer|oppilaitos|affiliation|yhteiso\w*)(?: \w+){0,3}$",
        Field.ORGANISATION,
    ),
    (r"(?:suku ?nim\w*|last name|surname|efternamn).*(?:etu ?nim|first|given|fornamn)", Field.NAME),
    (
        r"(?:etu ?nim\w*|first name|given name|fornamn).*(?:suku ?nim|last|surname|efternamn)",
        Field.NAME,
    ),
    (
        r"^(?:\w+ ){0,2}(?:etunim\w+|first name|given name|forename|fornamn)(?: \w+){0,2}$",
        Field.GIVEN,
    ),
    (
        r"^(?:\w+ ){0,2}(?:sukunim\w+|last name|surname|family name|efternamn)(?: \w+){0,2}$",
        Field.FAMILY,
    ),
    (
        r"^(?:(?:osallistuja\w*|attendee|participant|delegate|guest|vieraa?n?|your|full|koko|deltagar\w*|"
        r"henkilon|speaker|puhujan|ilmoittautujan|mika on|what is|vastaajan|respondents?|oma|sinun|anna|kirjoita|enter|please|ange|skriv|tayta|ilmoita|vad ar|ditt|s|deltagare|lapsen|hlon) ?)+(?: on)?(?:nimi\w*|name|namn)$",
        Field.NAME,
    ),
    (
        r"^(?:\w+ ){0,2}(?:titteli\w*|tehtavanimik\w*|job title|befattning\w*|ammatti\w*)(?: \w+){0,3}$",
        Field.TITLE,
    ),
    (
        r"^(?:\w+ ){0,1}(?:paikkakun\w*|kotikun\w*|kaupunkisi|hemort|hemkommun)(?: \w+){0,2}$",
        Field.CITY,
    ),
    (
        r"^(?:muuta|muut|lisatieto\w*|ovrig\w*|any other|other|additional)\b.*(?:tieto|kerto|huom|terve|info|comm|jarjest|viesti)",
        Field.NOTE,
    ),
)
# Needs are protected whoever has them, so that they never end among the open answers.
PROTECTED = frozenset({Field.DIET, Field.ACCESS})
RULES: tuple[tuple[re.Pattern[str], Field], ...] = tuple(
    (re.compile(pattern), field) for pattern, field in _RULES
)
