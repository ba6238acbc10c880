"""First names common in Finland, Sweden and English, to tell which name is which."""

from __future__ import annotations

from networking_app.exchange.importers.vocabulary import fold

_NAMES = """
Aada Aarne Aaro Aatos Aatu Agneta Ahmed Ahti Aija Aila Aili Aimo Aino Aki Aku Albin Aleksander
Aleksandra Aleksi Alex Alexander Alexandra Ali Alice Alina Alisa Allan Alli Alma Alva Amanda
Amelia Amira Amy Ana Anders Andrea Andreas Andrei Andrew Anette Angela Anita Anitta Anja Ann
Anna Anne Anneli Annette Anni Annika Annikki Annukka Anssi Antero Anthony Anton Antonio Antti
Anu Ari Arja Armi Arno Arthur Arto Arttu Artturi Arvid Arvo Asko Asta Astrid Atte Aukusti Auli
Aulis Aune Axel Barbara Beatrice Ben Bengt Benjamin Benny Bernt Birgit Birgitta Bjarne Björn Bo
Boris Brian Britta Camilla Carina Carita Carl Carlos Carola Caroline Catarina Catherine Cecilia
Charles Charlotta Charlotte Chris Christa Christel Christian Christina Christine Christoffer
Christopher Claes Claire Clara Dan Daniel Daniela David Diana Dmitri Donald Ebba Eddie Edvard
Edward Eerik Eerika Eero Eetu Eeva Eevi Eija Eila Einari Eino Eira Elena Elias Eliel Elin Elina
Elisa Elisabet Elisabeth Elise Elizabeth Ella Ellen Elli Elmeri Elmo Elsa Elsi Elvira Emil
Emilia Emily Emma Emmi Emppu Ensio Eric Erik Erika Erja Erkki Ernesti Esko Essi Ester Eva
Eveliina Fanni Fanny Fatima Felix Filip Frank Frans Fredrik Frida Gabriel Georg George Gerd
Greta Gunilla Gunnar Gunvor Gustaf Gustav Göran Hamid Hanna Hannah Hanne Hannele Hannes Hannu
Hans Harri Harriet Harry Hasan Hassan Heidi Heikki Heini Heino Helen Helena Heli Helinä Helka
Hellevi Helmi Henna Henri Henriikka Henrik Henrika Henry Hermanni Hilda Hilja Hilkka Hilla
Hillevi Hilma Håkan Ian Ida Iida Iina Iiris Iiro Ilari Ilkka Ilmari Ilona Ilpo Ilse Ilta
Immanuel Inari Inga Inger Ingrid Inka Inkeri Inna Irene Irina Iris Irja Irma Irmeli Isa Isabella
Isak Ismo Isto Ivan Ivar Jaakko Jaana Jack Jacob Jakob Jalmari James Jan Jane Janet Jani Janika
Janina Janita Janna Janne Jari Jarkko Jarmo Jarno Jason Jean Jeff Jelena Jenna Jenni Jennifer
Jenny Jens Jere Jeremias Jesper Jesse Jessica Jim Jimmy Jin Joachim Joakim Joanna Joel Johan
Johanna Johannes John Johnny Jonas Jonathan Joni Jonna Jonne Joona Joonas Joose Joosef Jorma
Josef Josefin Joseph Jouko Jouni Juha Juhana Juhani Juho Jukka Jukka-Pekka Julia Julian Julius
Jussi Justus Jutta Juulia Juuso Jyri Jyrki Jörgen Kaarina Kaarlo Kai Kaija Kaisa Kaisu Kaj
Kalervo Kalevi Kalle Karen Kari Karin Karita Karl Karla Karoliina Karolina Kasper Katariina
Katariinna Katarina Kate Katherine Kathy Kati Katja Katri Katriina Kauko Kauno Keijo Keith Kelly
Kenneth Kent Kerstin Kerttu Kevin Kim Kimmo Kirsi Kirsten Kirsti Kjell Klaara Klaus Konsta
Kristian Kristiina Kristina Kristo Kristoffer Kustaa Kyllikki Kyösti Lahja Larry Lars Lasse
Laura Lauri Lea Leena Leevi Leif Leila Lena Lennart Lenni Leo Leon Liam Liisa Lilja Lilli Lily
Lina Linda Linnea Linus Lisa Lisbeth Liv Lotta Louise Lucas Ludvig Luisa Luka Lukas Lumi Luukas
Lyydia Lyyli Maarit Madeleine Magdalena Magnus Mai Maija Maiju Maire Maisa Malin Manu Mara
Marcus Maren Margaret Margareta Margit Mari Maria Marie Mariia Marika Marja Marja-Leena Marjatta
Marjo Marjut Mark Marketta Markku Marko Markus Marleena Marlene Marsa Martha Martin Martina
Martta Martti Mary Mathias Matias Matilda Matleena Mats Matthew Matti Mattias Matts Maunu Mauri
Mauritz Max Maya Meeri Melissa Meri Merja Mervi Mia Micael Michael Michelle Miia Miika Miikka
Mika Mikael Mikaela Mike Mikke Mikko Milja Milla Mimmi Mimosa Minea Minna Minttu Mira Mirja
Mirjam Mirjami Mirka Mirkka Mirva Moa Mohamed Mohammad Mohammed Mona Monica Monika Muhammad Måns
Mårten Nadja Nancy Natalia Nathan Nea Nelli Nestori Nicholas Nick Niclas Nicolas Nicole Niilo
Niina Nikita Niko Nikolai Nils Nina Noah Noel Noora Nora Nuutti Nyyti Okko Olaf Olavi Ole Oleg
Olga Oliver Olivia Olle Olli Olli-Pekka Olof Omar Ona Oona Orvokki Oskar Oskari Osmo Ossi Otso
Otto Outi Paavali Paavo Paivi Pamela Panu Pasi Patricia Patrick Patrik Paul Paula Pauli Pauliina
Paulus Peik Pekka Pekko Pentti Per Pernilla Pertti Peter Petja Petra Petri Petter Petteri Philip
Pia Pihla Piia Pinja Pirjo Pirkka Pirkko Pontus Päivi Päivikki Pär Raija Raili Raimo Raine
Rainer Raisa Rami Rauha Raul Rauni Rauno Rebecca Rebecka Reetta Reijo Reima Reino Riikka Riina
Riitta Rikard Rikhard Risto Ritva Ritvaliisa Robert Robin Roger Roland Rolf Ron Ronja Roope
Roosa Rosa Rosemary Roy Rune Ruth Ryan Saana Saara Saga Saija Saila Saimi Sakari Saku Salla
Salli Sally Salme Sam Sami Sampo Samu Samuel Samuli Sandra Sanna Sanna-Mari Sanni Santeri Santtu
Sara Sarah Sari Sarita Satu Saul Scott Sean Sebastian Seija Senja Senni Seppo Sergei Severi
Signe Sigrid Siiri Silja Silva Silvia Simo Simon Simona Sini Sinikka Sipi Sirkka Sirkku Sirpa
Siv Sofia Sofie Soile Soili Solveig Sonja Sophia Sophie Stefan Stella Stephen Steve Steven Stig
Stina Sture Sulo Susan Susanna Susanne Suvi Sven Svetlana Sylvester Sylvi Sylvia Sören Taavi
Taija Taina Taisto Taito Tanja Tapani Tapio Tarja Taru Tatiana Tatjana Tauno Teea Teemu Teija
Telle Tellervo Tenho Teppo Teresa Terhi Terhikki Terho Tero Terttu Thea Theo Therese Thomas Tia
Tiia Tiina Tim Timo Timothy Tina Titta Tiu Tobias Toini Toivo Tom Tomas Tomi Tommi Tommy Toni
Tony Topi Topias Tor Torbjörn Tord Torsten Touko Tove Tuija Tuire Tuomas Tuomo Tuovi Tuukka
Tuula Tuulia Tuulikki Tuure Tyra Tytti Tyyne Ulf Ulla Ulla-Maija Ulrik Ulrika Unto Urho Urpo
Ursula Uuno Vaiski Valma Valto Valtteri Vanessa Veera Veeti Veijo Veikka Veikko Veli Veli-Matti
Vera Verna Verneri Vesa Vesku Victor Victoria Vieno Viivi Viktor Viktoria Vilhelmiina Vilho
Vilja Viljami Viljo Ville Villiam Vilma Virpi Virva Virve Visa Vivian Vladimir Volmari Väinö
Walter Wilhelm Wilhelmina Wille William Wilma Xiao Yan Yasmin Yngve Yrjö Yuki Yvonne Zahra Zoe
Äijö Åke Åsa Örjan Östen
"""

FIRST_NAMES = frozenset(fold(name) for name in _NAMES.split())

FAMILY_ENDINGS = (
    "nen",
    "sson",
    "sen",
    "strom",
    "berg",
    "qvist",
    "kvist",
    "lund",
    "holm",
    "gren",
    "stedt",
    "mann",
    "maki",
    "niemi",
    "jarvi",
    "koski",
    "lahti",
    "ranta",
    "vaara",
    "salo",
    "saari",
    "lainen",
    "rinne",
    "oja",
    "joki",
    "kangas",
    "poulos",
    "escu",
    "ova",
    "enko",
    "ski",
    "vic",
)


def is_first(word: str) -> bool:
    """Tell whether the word (as typed) is a common first name."""
    folded = fold(word)
    return folded in FIRST_NAMES or (" " in folded and folded.split()[0] in FIRST_NAMES)


def looks_family(word: str) -> bool:
    """Tell whether the word (as typed) ends like a family name and is no common first name."""
    folded = fold(word)
    return not is_first(word) and folded.endswith(FAMILY_ENDINGS)
