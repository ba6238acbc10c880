"""What people are called in everyday life beside the given name in their papers.

Only pairs in common use in Finland, Sweden, the English-speaking world and Russia, each a formal
name and its call names; two call names of one formal name are not taken for each other. Chosen by
hand: a pair belongs here when a queue would meet it, not because two names have one root.
"""

from __future__ import annotations

from functools import cache

# Formal spellings, a colon, call names; all folded as domain.names.fold does.
_NAMES = """
aleksanteri alexander aleksander: santeri aleksi ale alex sandy
aleksandra alexandra: sandra alex sanna sasha
aleksandr alexandr: sasha
andreas anders: antti ante
andrew: andy drew
anna ann anne: anni annukka annu annie anja
anastasia anastasija: nastya
anthony: tony
barbara: barb babs
bartholomeus: perttu
benjamin: ben benny benkku
bengt: benke
birgitta: pirkko piritta gitta britta riitta
cecilia cecilie: cilla silja
charles: charlie chuck
charlotta charlotte: lotta lottie
christian kristian: risto kris chris krisse
christina kristiina kristina: kirsti kirsi tiina tina stina kerstin kicki krista chris
christopher kristoffer: chris kit risto
daniel: dan danny dani
david: dave davy
deborah: debbie
dmitri dmitry: dima
donald: don
dorothy: dot dolly
edward: ed eddie ted teddy ned
eleanor: ellie nell
elena jelena yelena: lena
elisabet elisabeth elizabeth: liisa elisa lisa lisbet liz beth betty lizzie eliza libby
emilia: emmi milla
erik eerik eric: eero erkki
eveliina evelina: iina
francis: frank
francisco: paco pancho
frederick fredrik friedrich: fred freddie fredde fritz reetu
fredrika fredriikka: riikka
georg george: yrjo jyri jyrki
gerald: gerry jerry
giuseppe: beppe
gregory: greg
gustav kustaa: kusti gurra
helena: leena lena heli
henriikka henrika: riikka
henrik henri: heikki henkka henke
henry: harry hank
ivan: vanya vanja
jaakob jakob jacob: jaakko jaska
james: jim jimmy jamie
jeffrey geoffrey: jeff geoff
jennifer: jenny jen
jessica: jess
johan johannes: juha hannu hannes jussi janne hans
john: jack johnny jon
johanna: hanna jonna
josef joseph: joe joey jooseppi
josefiina josefina josephine: fiina josie
jose: pepe
juhani juhana: jussi juha juho jukka
karl carl kaarle: kalle
karoliina karolina caroline carolina: liina lina carrie
katariina katarina katharina catharina: kati katri kaisa kata karin kajsa katja katrin trina
katherine catherine kathryn: kate katie kathy cathy kitty kit
kenneth: ken kenny
konstantin: kosti kostya
lars laurentius: lasse lauri
lawrence laurence: larry
leonard leonhard: leo lenni
ludvig ludwig: ludde lutz
magdalena magdaleena: malena lena leena
magnus: mauno manu
margareta margareeta margarethe: greta reetta maarit maggan gitta marketta
margaret: maggie peggy meg greta rita
maria: maija marja mari maj masha marie
mary: molly polly
matias mathias matthias mattias: matti matte
matilda mathilda: tilda
matthew: matt
maximilian: max
michael mikael mikhail: mikko mika mike mick micke misha
natalia natalja natalya: natasha
nicholas nikolaus niklas nikolai: nick nicke niilo klaus kolya
nils: nisse
olof olavi olav: olli olle ola
patricia: pat patty tricia trish
patrick: pat paddy
per: pelle
peter: pete pelle
philip philipp filip: phil
pietari: pekka petri
rebecca: becky
richard: rick dick rich ricky
robert: bob bobby rob robbie robi
ronald: ron ronnie
sakari sakarias zacharias: saku zach
samuel: sam samu samuli sami
samantha: sam
sebastian: sebbe basti
sigrid: siiri siri
sofia sophia: sohvi sofi
stefan stephan: steffe
stephen steven: steve
susan: sue susie
susanna susanne: sanna susse sussu
svetlana: sveta
tatiana tatjana tatyana: tanja tanya
theodor theodore: ted theo
theresa teresa: terry tess
thomas tuomas: tom tommy tomi
timothy timoteus: tim timo
ulrika ulriikka: ulla riikka
valdemar waldemar: valto
victoria viktoria: vicky
vilhelm wilhelm: ville vilho wille willy
vilhelmiina wilhelmina: minna miina mina
vladimir: vova volodya
william: bill will billy willy liam ville
yekaterina ekaterina jekaterina: katya katja
yevgeni evgeni jevgeni: zhenya
"""


def also_called(word: str) -> frozenset[str]:
    """Return the other names of who is called so: call names of a formal name, and the reverse.

    Args:
        word: one folded given name, whole.
    """
    return _table().get(word, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _NAMES.strip().splitlines():
        formal, short = (part.split() for part in line.split(":"))
        for one in formal:
            for other in short:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}
