"""Makes the recordings that nobody could measure here, after published figures, always the same.

python tests/gui/recordings/make.py

`typed_password.json` and the recordings marked `measured` hold published measurements and are not
made here. Each recording says what its figures rest on.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

HERE = Path(__file__).parent
OURS = ("8KQ2M7XD4U", "7C9R4WHX2G", "M4K8TZ2YQ7")
SECRET = "h6wkr3qpd8vmz2ytbx7nf4jcsa9ueg5k"
URL = "https://tickets.example.org/t/8KQ2M7XD4U?lang=fi&x=1"
SIGNED = "=kDMwEzY2EjZhVDN5QzYiJ2N0cTZ3UWOmZTN5YDZxIGZ+/AbCdEfGhIjKlMnOpQrStUv" * 5
CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Virtanen;Aino\nEMAIL:aino@example.fi\nEND:VCARD"
NAMES = (
    "Virtanen", "poyhonen", "Eeva-Liisa Heikkinen", "Matti Nieminen", "Li Wei", "Anderson",
    "van der Berg", "Maria Korhonen", "Elizabeth", "Christopher Williams", "Kowalczyk",
    "Saara Aho", "Jean-Pierre Dubois", "Annukka", "Savon Biotuote Oy", "Nguyen Thanh",
)  # fmt: skip
NUMBERS = ("0445550172", "+358445550172", "20261126", "6401234567890")
PAGE = "bitsnpixels.dev, Scanner or person: 7 to 8 ms a key, now and then 16"
POLLED = "USB HID: two reports a character (Microscan MS-4 manual), polled each {} ms"
BULLET = "MagTek MagneSafe V5 manual: {} ms between two Bluetooth reports, two a character"
DELAY = "Datalogic manuals: intercharacter delay of 0 to 990 ms in steps of 10; here {}"
WOO = "WooCommerce Android, pull 14162: own scanner 5 to 60 ms, 20 on average"
ODOO = "odoo issue 15552 and pull 7540: Bluetooth scanners type too slowly for 50 ms limits"


def scanner(name, source, text, gap, *, end="Enter", down=1.0):
    """`gap(number)` gives the ms between a character and the one before it."""
    keys, at = [], 0.0
    for number, letter in enumerate(text):
        at += gap(number) if number else 0.0
        key = "Enter" if letter == "\n" else letter
        keys += [[round(at, 1), key, "down"], [round(at + down, 1), key, "up"]]
    if end:
        at += gap(len(text))
        keys += [[round(at, 1), end, "down"], [round(at + down, 1), end, "up"]]
    return {"name": name, "by": "scanner", "source": source, "expect": [text], "keys": keys}


def person(name, source, text, gap, *, held=(70, 140), end="Enter", rng):
    """Someone types; keys are held as long as people do, so that fast ones overlap."""
    keys, at = [], 0.0
    for number, letter in enumerate([*text, *([end] if end else [])]):
        at += max(gap(number), 8.0) if number else 0.0
        keys.append([round(at, 1), letter, "down"])
        keys.append([round(at + rng.uniform(*held), 1), letter, "up"])
    keys.sort(key=lambda key: key[0])
    return {"name": name, "by": "person", "source": source, "expect": [], "keys": keys}


def usual_of(rng):
    """Mostly 8 ms, now and then 16."""
    return lambda _n: rng.choice((7, 8, 8, 8, 8, 7, 16)) + rng.uniform(-0.3, 0.3)


def spread_of(rng):
    """5 to 60 ms, 20 on average."""
    return lambda _n: min(max(rng.lognormvariate(2.85, 0.55), 5), 60)


def polls_of(rng):
    """Two reports a character, now and then three, at this time between two polls."""
    return lambda ms: lambda _n: 2 * ms + rng.choice((0, 0, 0, ms)) + rng.uniform(-0.4, 0.4)


def radios_of(rng):
    """About so many ms, give or take."""
    return lambda middle, wide: lambda _n: max(rng.gauss(middle, wide), 4.0)


def stalls(gap, where, ms):
    """The same with one stall."""
    return lambda n: ms if n == where else gap(n)


def ticks(gap):
    """The same by the clock of Windows messages, which steps by 15.6 ms."""
    real = told = 0.0

    def seen(_n):
        nonlocal real, told
        real += gap(_n)
        step, told = real // 15.6 * 15.6 - told, real // 15.6 * 15.6
        return step

    return seen


def scanners():
    """USB and Bluetooth scanners, fast and slow, with and without Enter."""
    rng = random.Random(11)
    letters = scanner("letters only", PAGE, "QWMKZPXRTB", usual_of(rng))
    return [*own_codes(rng), *other_codes(rng), letters]


def own_codes(rng):
    """Codes of ours by every kind of scanner."""
    usual, spread = usual_of(rng), spread_of(rng)
    poll, radio = polls_of(rng), radios_of(rng)
    own = []
    for number, code in enumerate(OURS):
        end = ("Enter", "Tab", "")[number]
        own += [
            scanner(f"usb 8 ms {code}", PAGE, code, usual, end=end),
            scanner(f"usb polled 1 ms {code}", POLLED.format(1), code, poll(1), end=end),
            scanner(f"usb polled 10 ms {code}", POLLED.format(10), code, poll(10), end=end),
            scanner(f"windows clock {code}", PAGE, code, ticks(usual), end=end),
            scanner(f"bluetooth 12 ms {code}", BULLET.format(12), code, radio(25, 4), end=end),
            scanner(f"bluetooth 30 ms {code}", ODOO, code, radio(31, 6), end=end),
            scanner(f"bluetooth 42 ms {code}", ODOO, code, radio(42, 5), end=end),
            scanner(f"uneven {code}", WOO, code, spread, end=end),
            scanner(
                f"stall of 120 ms {code}",
                ODOO,
                code,
                stalls(radio(31, 5), 4 + number, 120),
                end=end,
            ),
            scanner(f"stall at once {code}", ODOO, code, stalls(radio(25, 4), 1, 110), end=end),
        ]
    own += [
        scanner("bluetooth 35 ms reports", BULLET.format(35), OURS[0], radio(70, 6)),
        scanner("delay of 40 ms", DELAY.format(40), OURS[1], radio(42, 1.5)),
    ]
    return own


def other_codes(rng):
    """Secrets, addresses, signed codes, business cards and numbers."""
    usual, poll, radio = usual_of(rng), polls_of(rng), radios_of(rng)
    more = []
    for name, text in (
        ("secret", SECRET), ("url", URL), ("signed", SIGNED), ("card", CARD), ("ean", NUMBERS[3]),
        ("phone", NUMBERS[0]),
    ):  # fmt: skip
        for end in ("Enter", ""):
            label = f"{name} {end or 'no end'}"
            more += [
                scanner(f"usb 8 ms {label}", PAGE, text, usual, end=end),
                scanner(f"usb polled 1 ms {label}", POLLED.format(1), text, poll(1), end=end),
                scanner(f"windows clock {label}", PAGE, text, ticks(usual), end=end),
                scanner(f"bluetooth 28 ms {label}", ODOO, text, radio(28, 5), end=end),
                scanner(
                    f"stall of 120 ms {label}",
                    PAGE,
                    text,
                    stalls(usual, len(text) // 2, 120),
                    end=end,
                ),
            ]
    return more


def people():
    """Fast typists, rolled keys, mashed keys, a palm, a keypad, text that comes all at once."""
    rng = random.Random(12)
    fit = (
        "Shape after Killourhy and Maxion (DSN 2009, 204,000 gaps: 5 % below 78 ms, 10 % below 95,"
        " a tenth rolled) and Dhakal et al. (CHI 2018: the fastest roll 40 to 70 % of their keys)"
    )
    record = "A typist of 200 words a minute, faster than any of the 168,000 of Dhakal et al."
    keypad = "Data entry at 20,000 keys an hour is 180 ms a key; here 100 ms"

    def pace(middle, wide=0.33):
        return lambda _n: middle * rng.lognormvariate(0, wide)

    def rolling(middle):
        return lambda n: rng.uniform(12, 45) if n % 2 else 2 * middle - 28

    out = []
    for name in NAMES:
        out += [
            person(f"120 wpm {name}", fit, name, pace(95), rng=rng),
            person(f"150 wpm {name}", fit, name, pace(78), rng=rng, end=""),
            person(f"200 wpm {name}", record, name, pace(58, 0.25), rng=rng),
            person(f"pairs rolled {name}", fit, name, rolling(75), rng=rng, end=""),
            person(f"quick taps {name}", fit, name, pace(85), held=(25, 45), rng=rng),
        ]
    for number in NUMBERS:
        out += [
            person(f"keypad {number}", keypad, number, pace(100, 0.2), held=(40, 70), rng=rng),
            person(f"digits rolled {number}", keypad, number, rolling(70), rng=rng),
        ]
    chord = "Keys struck together by two hands in turn, as children and cats do"
    palm = "A palm or a folder on the keyboard: many keys within 15 ms, all held"
    for n, text in enumerate(("asdfjklöasdf", "qwe789asd456", "fghjkl123dfg")):
        out.append(
            person(
                f"mashed {n}", chord, text,
                lambda n: 95 if n % 4 == 0 else rng.uniform(8, 14), rng=rng, end="",
            )
        )  # fmt: skip
        out.append(
            person(
                f"palm {n}", palm, text[:8], lambda _n: rng.uniform(8, 9), held=(180, 260),
                rng=rng, end="",
            )
        )  # fmt: skip
    return out


def write(name, recordings):
    lines = ",\n".join(json.dumps(made, ensure_ascii=False) for made in recordings)
    (HERE / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write("scanners.json", scanners())
    write("people.json", people())
