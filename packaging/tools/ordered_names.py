"""Make tests/domain/ordered_names.tsv: 10,000 made-up names in the order of ICU's collator `fi`.

Run `python3 packaging/tools/ordered_names.py > tests/domain/ordered_names.tsv` where Node with full
ICU is installed (made with ICU 78.2, CLDR 48). The names are parts put together by a seeded draw
and belong to nobody. Columns: "<" or "=" (against the line before), family name, given name.
"""

# ruff: noqa: E501, RUF001, SIM905 (a script; names of many scripts, readable as words)

from __future__ import annotations

import json
import random
import subprocess
import sys

GIVEN = """Aino Matti Åke Åsa Ärla Östen Väinö Wäinö Veikko Weikko Yrjö Ülle Ülo Øyvind Ægir Þór Đuro
Ðórir Åsá Máret Biret-Áilu Niillas Ánne Jõgeva Tõnis Õie Žanna Šarūnas Łukasz Zażółć Małgorzata Çağla
İpek Işıl Ilker Gökçe Nguyễn Thị Đặng Thuý Thúy Phượng Ελένη Ἑλένη Γιώργος Νίκος Юлия Юрий Ёлка Елена
Їван Ігор Ќирил محمد فاطمة أحمد احمد שרה משה 小明 明 花子 はなこ ハナコ りょう 민준 서연 Anna-Liisa Annaliisa
Anna Liisa Anna-Maija aino AINO Aïno Áino José Jose Jośe Zoë Zoe Renée Renee François Jean-Luc D'Arcy
Siân Björn Bjørn Bjorn Søren Sören Soren Straße Strasse Œuvre Oeuvre K. J.R. 2Pac X Æsir Aesir Müge Myge
Muge Dvořák Čeněk Ćiro Ciro Ștefan Ştefan Stefan Ŋiilas Ŧuomas Ǥuovzza Ǯiǯa वीणा สมชาย เกษม 😀""".split()
FAMILY = """Aho Ahö Ähö Åholm Öhman Ohman Virtanen Wirtanen virtanen VIRTANEN Vírtanen Wirtanen-Aho Härö
Haro Häro Harö Pöyhönen Poyhonen Pöyhönen-Virtanen Li Lí Lǐ Ly Lý Lü Løvås Lovas von|Essen von|Wright Von|Essen
VonEssen af|Ursin de|la|Cruz De|la|Cruz Delacruz De d'Arc D'Arc d’Arc Darc O'Neill O’Neill ONeill O'Neil
Müller Muller Mueller Myller Mýller Mäkelä Makela Mäkelä-Øst Ångström Angström Åström Astrom Östberg Øster
Ærø Aerø Ǣrø Þorsson Thorsson Zetterberg Żak Žak Zak Šimek Simek Ølgaard Đorđević Djordjević Dordevic Łoś Los
Yılmaz Yilmaz YILMAZ Öztürk Ozturk Çelik Celik Nguyễn Nguyên Nguyen Trần Tran Đỗ Do Παπαδόπουλος Παπάς
Иванов Иванова Йорк Ёжиков Ежиков Щукин الزهراء إبراهيم כהן 王 李 陳 佐藤 さとう サトウ 김 이 Sjöö Sjoo Sjö Šš Ss ß
Guttorm Gáivuotna Čáppa Cappa Sámmol Õunapuu Ounapuu Ööbik Üksküla Yksküla Ukskula Wå Vå Wa Va W V 3M 42 - ·
Aho-Virtanen Aho|Virtanen Aho.Virtanen Ahovirtanen Aho|(ent.|Li) Ÿ Y Ü Z Å Ä Ö A O""".split()
PIECES = (
    "a e i o u y å ä ö ü ø æ õ ő v w V W Å Ä Ö š ž s z d đ t þ l ł n ñ ' - é è ě ss ck hj".split()
)
NODE = """
const compare = new Intl.Collator('fi').compare;
const key = n => n[0] && n[1] ? n[0] + '\\uFFFE' + n[1] : n[0] || n[1];
const names = JSON.parse(require('fs').readFileSync(0, 'utf8'));
names.sort((a, b) => compare(key(a), key(b)));
console.log(JSON.stringify(names.map((n, i) =>
  [i && compare(key(names[i - 1]), key(n)) === 0 ? '=' : '<', ...n])));
"""


def drawn(seed: int, count: int) -> list[tuple[str, str]]:
    """That many different (family, given)."""
    draw = random.Random(seed)  # noqa: S311 (made-up names, not secrets)
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        family = draw.choice(FAMILY).replace("|", " ")
        if draw.random() < 0.25:
            family = "".join(draw.choice(PIECES) for _ in range(draw.randint(2, 6)))
            family = family if draw.random() < 0.3 else family.capitalize()
        given = draw.choice(GIVEN)
        if draw.random() < 0.15:
            given += draw.choice(" -") + draw.choice(GIVEN)
        if draw.random() < 0.04:
            given, family = ("", family) if draw.random() < 0.5 else (given, "")
        found[family, given] = None
    return list(found)


def main() -> None:
    """Print the lines."""
    asked = json.dumps(drawn(20_261_124, 10_000))
    answer = subprocess.run(
        ["node", "-e", NODE],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in json.loads(answer.stdout):
        sys.stdout.write("\t".join(line) + "\n")


main()
