"""Words in cells that mean a status, a category, a permission or nothing, in our languages."""

# ruff: noqa: E501, SIM905 (lists of words and patterns read best as they are)

from __future__ import annotations

import re

from networking_app.domain.registration import Permission, Status
from networking_app.exchange.importers.vocabulary import fold


def _table(source: dict[str, str]) -> dict[str, str]:
    return {fold(word): meaning for meaning, words in source.items() for word in words.split("|")}


_STATUS = _table(
    {
        Status.REGISTERED: """registered|confirmed|attending|going|yes|y|accepted|approved|paid|complete|
            completed|active|valid|ok|checked in|checked_in|acquired|p|registered and paid|invited|
            booked|free|pending|pending payment|unpaid|n|awaiting payment|to be paid|to_be_paid|
            attended|present|approved and paid|1|true|tentative|maybe|awaiting_payment|
            ilmoittautunut|vahvistettu|hyväksytty|osallistuu|kyllä|tulossa|maksettu|tulee|saapunut|
            ilmoitettu|paikalla|avoin|odottaa maksua|maksamatta|valmis|aktiivinen|rekisteröitynyt|
            anmäld|bekräftad|godkänd|deltar|ja|kommer|betald|obetald|registrerad|närvarande|klar|
            läsnä|mukana|osallistunut|vahvistunut|odottaa vahvistusta|confirmed attendee|x""",
        Status.WAITING: """waiting|waiting list|waitlist|waitlisted|on waiting list|queued|queue|
            on the waiting list|reserve|standby|wait list|jonossa|jono|odotuslista|odotuslistalla|
            varasijalla|varasija|jonotuslista|jonotuslistalla|odottaa|varalla|odottaa paikkaa|
            väntelista|kö|i kö|reservplats|på väntelista|köplats|reserv|på kö|på reservplats""",
        Status.CANCELLED: """cancelled|canceled|cancellation|not attending|not going|no|declined|
            withdrawn|rejected|refunded|deleted|void|expired|c|e|inactive|not coming|invalid|
            cancelled by user|no show cancelled|revoked|unapproved|not confirmed|denied|0|false|
            canceled paid fee|peruttu|perunut|peruutettu|perui|ei tule|ei osallistu|hylätty|ei|
            peruuntunut|perunut ilmoittautumisen|ei pääse|estynyt|peruutus|poistettu|vanhentunut|
            avbokad|avbokat|avanmäld|inställd|återbud|nej|deltar inte|kommer inte|avböjt|makulerad|
            återkallad|annullerad|förhinder|canceled (fully)""",
    }
)
_CATEGORY = _table(
    {
        "participant": """participant|participants|attendee|attendees|delegate|regular|visitor|
            osallistuja|osallistujat|kävijä|vierailija|deltagare|deltagarna|besökare|osanottaja""",
        "speaker": """speaker|speakers|presenter|panelist|panellist|lecturer|puhuja|puhujat|
            esiintyjä|luennoija|panelisti|alustaja|talare|föredragshållare|föreläsare|paneldeltagare""",
        "keynote": """keynote|keynote speaker|keynotes|pääpuhuja|pääpuhujat|huvudtalare""",
        "host": """host|mc|moderator|emcee|juontaja|moderaattori|tilaisuuden juontaja|
            konferencier|programledare|värd""",
        "organiser": """organiser|organizer|organisers|organizers|organizing team|järjestäjä|
            järjestäjät|arrangör|arrangörer|järjestävä taho""",
        "staff": """staff|crew|personnel|team|henkilökunta|henkilöstö|toimitsija|työntekijä|
            personal|medarbetare|funktionär""",
        "partner": """partner|partners|sponsor|sponsors|kumppani|kumppanit|yhteistyökumppani|
            yhteistyökumppanit|sponsori|samarbetspartner""",
        "exhibitor": """exhibitor|exhibitors|vendor|näytteilleasettaja|näytteilleasettajat|
            utställare|esittelijä""",
        "press": """press|media|journalist|reporter|toimittaja|lehdistö|tiedotusvälineet|
            median edustaja|medier|pressen""",
        "student": """student|students|opiskelija|opiskelijat|studerande|studenter""",
        "decision_maker": """decision maker|decision makers|päättäjä|päättäjät|beslutsfattare|
            luottamushenkilö""",
        "vip": """vip|vip guest|vip vieras|vip gäst""",
        "guest": """guest|guests|invited guest|kutsuvieras|kutsuvieraat|vieras|vieraat|gäst|gäster|
            inbjuden gäst|hedersgäst|avec|kunniavieras""",
        "volunteer": """volunteer|volunteers|vapaaehtoinen|vapaaehtoiset|talkoolainen|
            talkoolaiset|frivillig|volontär""",
    }
)
_NOTHING = frozenset(
    map(
        fold,
        "no|en|en ole|en tarvitse|none|n a|na|nil|nothing|not applicable|no restrictions|no allergies|ei|ei ole|ei mitään|"
        "eipä|ei oo|ei allergioita|ei rajoitteita|ei erityistä|ei erityisruokavaliota|nej|inga|ingen|"
        "inget|inga allergier|nope|no special diet|ei mikään|ei tarvetta|ei tarpeita|no needs|ei mtn|"
        "kaikkiruokainen|sekaruoka|omnivore|allätare|false|ei erityistarpeita|no special needs|"
        "no dietary requirements|ei erityisruokavaliota|null|ei erikoisruokavaliota|ei ruoka aineallergioita".split(
            "|"
        ),
    )
)
_ASK = re.compile(
    r"kysy|\bask\b|fraga forst|ei (?:saa )?julk|not? (?:be )?publi|inte publi|without publi|"
    r"only internal|vain sisai|ei somee|no social|erikseen|ei tunnist|from (?:behind|afar)|"
    r"vain ryhma|group photos? only|osittain|partly|delvis|ej publi"
)
_YES = re.compile(
    r"^(?:kylla|kyl|joo|juu|yes|y|ja|jo|ok|okay|x|1|true|sopii|saa|k|annan|i (?:agree|consent|accept|"
    r"allow|do)|agree|agreed|accept|accepted|allowed|hyvaksyn|suostun|jag (?:godkanner|samtycker)|"
    r"godkanner|samtycker|far|on|checked|haluan|granted|given|may|sallittu|luvan annan|minua saa|"
    r"given consent|oui|si|hyvaksytty|annettu)\b"
)
_NO = re.compile(
    r"^(?:ei|en|no|n|nej|0|false|not|do not|don t|dont|kielt\w*|inte|jag vill inte|declin\w*|"
    r"i do not|i don t|off|refus\w*|denied|far (?:inte|ej)|saa ei|never|ej)\b"
)
# "I must NOT be photographed": the tick means no.
_TURNED = re.compile(
    r"\bei saa\b|\ben halua\b|\ben anna\b|\bdo not\b|\bdon t\b|\bno photo|\bfar (?:inte|ej)\b|\bkiello\w*|\bkiella\w*|\bopt out\b"
)
_TOTAL = re.compile(
    r"^(?:yhteensa|yht|total|totalt|totals|summa|sum|grand total|lukumaara|lkm|antal|count|kpl|"
    r"osallistujia|ilmoittautuneita|participants|deltagare)(?: (?:yhteensa|total|totalt))?"
    r"(?: \d+(?: (?:kpl|hlo|henkiloa|st|personer|people|persons|osallistujaa|participants))?)?$"
)
_REMARK = re.compile(
    r"^(?:paivitetty|tulostettu|printed|huom|note|updated|sivu \d|page \d|sida \d|uppdaterad|"
    r"luottamuksellinen|confidential|utskriven|generated|exported|lahde|source|obs)\b"
)


def status(text: str) -> Status | None:
    """Return what the word says about the registration; None if it is not known."""
    found = _STATUS.get(fold(text))
    return Status(found) if found else None


def status_under(heading: str, text: str) -> Status | None:
    """Return what a cell says when the heading itself may be the state: "x" under "Cancelled".

    A heading that is no state leaves it to the cell alone.
    """
    state = status(heading)
    if state not in (Status.CANCELLED, Status.WAITING):
        return status(text)
    answer = permission(text)
    if answer is Permission.NO or means_nothing(text) or text.strip() in {"0", "-"}:
        return Status.REGISTERED
    return state


def category(text: str) -> str:
    """Return the known category word; empty if the text is the organiser's own."""
    return _CATEGORY.get(fold(text), "")


def means_nothing(text: str) -> bool:
    """Tell whether the answer to a question about diet or access says "none"."""
    folded = fold(text)
    return not folded or folded in _NOTHING


def permission(text: str, question: str = "") -> Permission | None:
    """Return what the answer allows; None if it cannot be told."""
    folded = fold(text)
    if not folded:
        return {"✓": Permission.YES, "✔": Permission.YES, "☑": Permission.YES}.get(text.strip())
    if _ASK.search(folded):
        return Permission.ASK
    if re.search(r"\b(?:ei saa|en halua|ei sovi|ei kiitos|far inte|may not|do not)\b", folded):
        return Permission.NO
    answer = None
    if _YES.match(folded):
        answer = Permission.YES
    elif _NO.match(folded):
        answer = Permission.NO
    if answer is not None and _TURNED.search(fold(question)) and len(folded.split()) < 3:
        return Permission.NO if answer is Permission.YES else Permission.YES
    return answer


def is_total(text: str) -> bool:
    """Tell whether the first cell of a row says that the row counts the others."""
    return bool(_TOTAL.match(fold(text)))


def is_remark(text: str) -> bool:
    """Tell whether a row's only cell is a remark about the list, not a person."""
    return (
        text.startswith(("*", "©"))
        or bool(_REMARK.match(fold(text)))
        or (len(text) > 60 and len(text.split()) > 6)
    )
