"""Crowds of made-up guests, Finnish and international, and what a desk types to find them."""

# ruff: noqa: SIM905, RUF001 (words of many languages and scripts, readable as words)

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from networking_app.domain.names import fold, sort_key
from networking_app.domain.registration import GuestDetails
from networking_app.domain.search import NAME_END

if TYPE_CHECKING:
    from collections.abc import Sequence

GIVEN = (
    "Aino Matti Åke Väinö Yrjö Helmi Aada Eino Onni Eeva Juhani Kaarina Pekka Tuula Sanna Mikko Åsa"
    " Björn Søren Máret Tõnis Łukasz Małgorzata Işıl Thuý Giorgos Yulia Mohammed Fatima Wei José"
    " Zoë Siân Jürgen Anneli Ritva Seppo Kirsi Jari Päivi Minna Ville Heli Arto Outi Teemu Leena"
    " Marko Bo Ai Jo Ragnheiður Þóra Siobhán Nguyên Anna-Liisa Juha-Pekka Marja-Leena Mary-Ann"
).split()
STARTS = (
    "Aho Lin Vir Mäk Koi Nie Häm Pöy Kor Sal Lai Rau Här Ny Sten Lund Öst Åker Kov Nov Per Mül"
    " Jøs Grøn Szcz Dvoř Hatz Tak Oka Øst Gud"
).split()
MIDDLES = "ta la ko mä se ri va ni sto pu ka le mi jä rö du ha to ne ki lo sa vi ku pe ra".split()
ENDS = (
    "nen la ström berg ki ska mäki niemi vaara son sen ov idis ez lä maa holm qvist dóttir moto yan"
).split()
SHORT = "Aho Li Wu Ek Palo Oja Ås Ng Do Kim Salo Ahti Rae Lo Öz Ó".split()
PARTICLES = ("von", "af", "de la", "van der", "O'", "al-", "Mac", "dos")
ELSEWHERE = (
    *(
        "Иван Петровкин",
        "Ольга Щукарева",
        "Юлия Жаворонская",
        "Νίκος Παπαδίκης",
        "Ελένη Θεοδωρίδου",
    ),
    *("伟 王", "芳 李", "ليلى حدادي", "عمر قاسمي", "민수 김", "さくら 山本"),
)
COMPANIES = (
    "Pohja Meri Revontuli Valo Kuusi Halla Sampo Tähti Norrsken Ilves Karhu Lokki Otava".split()
)
KINDS = "Oy Ab Säätiö Konsultit Tekniikka Energia Kirjasto Yliopisto Osuuskunta Media".split()


class Person(NamedTuple):
    """A made-up guest."""

    key: str
    given: str
    family: str
    badge: str
    email: str
    phone: str
    company: str
    code: str

    @property
    def line(self) -> tuple[str, str, str]:
        """As the index takes it."""
        name = " ".join(filter(None, map(fold, (self.given, self.family, self.badge))))
        said = (self.email, self.phone, self.company, "asiantuntija", self.code)
        rest = " ".join(map(fold, said))
        return self.key, f"{name}{NAME_END}{rest}", sort_key(self.given, self.family)

    @property
    def details(self) -> GuestDetails:
        """As the services take it."""
        return GuestDetails(
            given=self.given,
            family=self.family,
            badge_name=self.badge,
            email=self.email,
            phone=self.phone,
            organisation=self.company,
            title="Asiantuntija",
            codes=(self.code,),
        )


def people(count: int, seed: int = 7) -> list[Person]:
    """So many made-up guests, the same for the same seed."""
    draw = random.Random(seed)
    return [_person(number, draw) for number in range(count)]


def _person(number: int, draw: random.Random) -> Person:
    given, family = draw.choice(GIVEN), _family(draw)
    chance = draw.random()
    if chance < 0.02:
        given, family = draw.choice(ELSEWHERE).split()
        family += draw.choice(("", "", family[-1:]))
    elif chance < 0.06:
        family = f"{family}-{_family(draw)}"
    elif chance < 0.1:
        particle = draw.choice(PARTICLES)
        family = particle + family if particle[-1] in "'-c" else f"{particle} {family}"
    company = f"{draw.choice(COMPANIES)}{draw.choice(MIDDLES)} {draw.choice(KINDS)}"
    plain = ".".join(fold(part).replace(" ", "") for part in (given, family))
    return Person(
        f"{number:06}",
        given,
        family,
        draw.choice(GIVEN) if draw.random() < 0.05 else "",
        f"{plain}{number % 97}@{fold(company).split()[0]}.fi" if plain.isascii() else "",
        f"+35840{draw.randrange(10**7):07}",
        company,
        "".join(draw.choices("ACDEFHJKMNPRTUVWX3479", k=10)),
    )


def _family(draw: random.Random) -> str:
    if draw.random() < 0.1:
        return draw.choice(SHORT)
    middle = "".join(draw.choices(MIDDLES, k=draw.randint(1, 2)))
    return draw.choice(STARTS) + middle + draw.choice(ENDS)


def with_typo(word: str, draw: random.Random) -> str:
    """The word with one letter left out, added, changed, or swapped with the next."""
    while True:
        at = draw.randrange(len(word))
        kind = draw.randrange(4)
        other = draw.choice("abcdefghijklmnopqrstuvwxyz")
        if kind == 0 and len(word) > 2:
            changed = word[:at] + word[at + 1 :]
        elif kind == 1:
            changed = word[:at] + other + word[at:]
        elif kind == 2:
            changed = word[:at] + other + word[at + 1 :]
        else:
            changed = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
        if changed != word:
            return changed


def query(person: Person, kind: str, draw: random.Random) -> str:
    """What a desk types for this guest; see KINDS_OF_QUERY."""
    given, family = fold(person.given), fold(person.family)
    if kind == "typo":  # anywhere in the name, in either order
        whole = draw.choice((f"{given} {family}", f"{family} {given}"))
        words = whole.split()
        at = draw.choice([n for n, word in enumerate(words) if len(word) > 1] or [0])
        words[at] = with_typo(words[at], draw)
        return " ".join(words)
    if kind == "family typo":
        words = family.split()
        at = words.index(max(words, key=len))
        return " ".join([*words[:at], with_typo(words[at], draw), *words[at + 1 :]])
    if kind == "reversed":
        return f"{person.family} {person.given}"
    if kind == "company":
        return f"{family} {fold(person.company).split()[0]}"
    if kind == "e-mail":
        return person.email or person.phone
    if kind == "phone":
        return draw.choice(("0", "+358 ", "00358")) + person.phone[4:6] + " " + person.phone[6:]
    if kind == "code":
        return f"{person.code[:5].lower()} {person.code[5:]}"
    return f"{family[:5]} {given[:3]}"


KINDS_OF_QUERY = (
    *("typo", "family typo", "reversed", "company", "e-mail", "phone", "code", "beginnings"),
)


def meant(person: Person, other: Person, kind: str) -> bool:
    """Whether somebody found is whom the query of this kind means, as far as it can tell."""
    if kind == "family typo":
        return set(fold(person.family).split()) <= set(fold(other.family).split())
    if kind == "beginnings":
        return query(person, kind, random.Random()) == query(other, kind, random.Random())
    return (person.given, person.family) == (other.given, other.family)


def queries(crowd: Sequence[Person], kind: str, count: int = 300) -> list[tuple[str, Person]]:
    """So many queries of a kind, each with whom it means."""
    draw = random.Random(11)
    return [(query(person, kind, draw), person) for person in draw.sample(crowd, count)]


def keystrokes(crowd: Sequence[Person], count: int = 80) -> list[str]:
    """What stands in the field after each key, for so many guests, every second with a typo."""
    wrong, right = queries(crowd, "typo", count), queries(crowd, "reversed", count)
    typed = [(wrong if number % 2 else right)[number][0] for number in range(count)]
    return [said[:end] for said in typed for end in range(1, len(said) + 1)]
