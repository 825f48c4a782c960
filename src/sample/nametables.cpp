// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/nametables.h"

#include <array>

namespace headway::sample {

namespace {

using Names = std::span<const QStringView>;

// In the order of Culture.

constexpr QStringView germanWomen[] = {
    u"Anna",    u"Sabine", u"Petra",  u"Katrin", u"Julia",  u"Claudia", u"Monika",    u"Stefanie",
    u"Andrea",  u"Heike",  u"Birgit", u"Lena",   u"Ulrike", u"Jana",    u"Franziska", u"Beate",
    u"Carolin", u"Ingrid", u"Käthe",  u"Nicole", u"Sonja",  u"Mareike", u"Antje",     u"Verena"};
constexpr QStringView germanMen[] = {
    u"Thomas",    u"Michael", u"Andreas", u"Stefan", u"Markus", u"Jürgen",  u"Matthias", u"Christian",
    u"Uwe",       u"Frank",   u"Tobias",  u"Jan",    u"Dirk",   u"Florian", u"Günther",  u"Björn",
    u"Sebastian", u"Holger",  u"Ralf",    u"Jörg",   u"Lukas",  u"Felix",   u"Rüdiger",  u"Hannes"};
constexpr QStringView germanFamilies[] = {
    u"Müller",   u"Schmidt",  u"Schneider",  u"Fischer",   u"Weber",      u"Wagner",   u"Becker",
    u"Hoffmann", u"Schäfer",  u"Koch",       u"Bauer",     u"Richter",    u"Klein",    u"Wolf",
    u"Schröder", u"Neumann",  u"Zimmermann", u"Braun",     u"Krüger",     u"Hofmann",  u"Hartmann",
    u"Lange",    u"Krause",   u"Lehmann",    u"Köhler",    u"Maier",      u"Huber",    u"Herrmann",
    u"König",    u"Walter",   u"Kaiser",     u"Fuchs",     u"Peters",     u"Scholz",   u"Möller",
    u"Weiß",     u"Jung",     u"Hahn",       u"Vogel",     u"Friedrich",  u"Keller",   u"Günther",
    u"Frank",    u"Berger",   u"Winkler",    u"Roth",      u"Beck",       u"Lorenz",   u"Baumann",
    u"Franke",   u"Albrecht", u"Schuster",   u"Simon",     u"Ludwig",     u"Böhm",     u"Winter",
    u"Kraus",    u"Martin",   u"Krämer",     u"Stein",     u"Brandl",     u"Steindl",  u"Aichinger",
    u"Gruber",   u"Zürcher",  u"Ammann",     u"Lüthi",     u"Oberholzer", u"Ziegler",  u"Thiele",
    u"Wendt",    u"Petersen", u"Hinrichs",   u"Ostermann", u"Rademacher", u"Grünwald", u"Bachmeier",
    u"Lindner",  u"Seidel",   u"Reuter"};

constexpr QStringView englishWomen[] = {u"Sarah",   u"Emma",  u"Claire", u"Rachel",  u"Laura",  u"Helen",
                                        u"Fiona",   u"Karen", u"Lucy",   u"Siobhán", u"Megan",  u"Alice",
                                        u"Gillian", u"Niamh", u"Zoë",    u"Priya",   u"Hannah", u"Joanne",
                                        u"Chloe",   u"Ruth",  u"Beth",   u"Angela",  u"Denise", u"Orla"};
constexpr QStringView englishMen[] = {u"James",  u"David",   u"Andrew", u"Mark",   u"Paul",   u"Stephen",
                                      u"Daniel", u"Matthew", u"Simon",  u"Gareth", u"Ian",    u"Neil",
                                      u"Craig",  u"Owen",    u"Liam",   u"Seán",   u"Graham", u"Colin",
                                      u"Ravi",   u"Martin",  u"Keith",  u"Tom",    u"Marcus", u"Declan"};
constexpr QStringView englishFamilies[] = {
    u"Smith",       u"Jones",      u"Taylor",     u"Brown",    u"Williams", u"Wilson",    u"Johnson",
    u"Davies",      u"Patel",      u"Wright",     u"Walker",   u"White",    u"Thompson",  u"Hughes",
    u"Edwards",     u"Green",      u"Hall",       u"Wood",     u"Harris",   u"Clarke",    u"Jackson",
    u"Turner",      u"Hill",       u"Cooper",     u"Ward",     u"Morris",   u"Moore",     u"Baker",
    u"Harrison",    u"Morgan",     u"Allen",      u"Mitchell", u"Parker",   u"Bennett",   u"Shaw",
    u"Kelly",       u"O’Brien",    u"O’Sullivan", u"Byrne",    u"McCarthy", u"Barker",    u"Fletcher",
    u"Whitaker",    u"Thornton",   u"Hargreaves", u"Bradshaw", u"Ashworth", u"Pritchard", u"Sinclair",
    u"Fairweather", u"Holloway",   u"Kershaw",    u"Lomax",    u"Ormerod",  u"Pemberton", u"Radcliffe",
    u"Sugden",      u"Tattersall", u"Wainwright", u"Yates"};

constexpr QStringView frenchWomen[] = {u"Marie",    u"Isabelle", u"Nathalie", u"Sophie",  u"Céline",
                                       u"Valérie",  u"Camille",  u"Aurélie",  u"Hélène",  u"Julie",
                                       u"Émilie",   u"Florence", u"Mathilde", u"Chantal", u"Noémie",
                                       u"Clémence", u"Agnès",    u"Élodie",   u"Léa",     u"Bénédicte"};
constexpr QStringView frenchMen[] = {u"Philippe", u"Nicolas", u"Laurent",   u"Olivier", u"Julien",
                                     u"Frédéric", u"Jérôme",  u"Sébastien", u"Pascal",  u"François",
                                     u"Benoît",   u"Thierry", u"Mathieu",   u"Rémi",    u"Antoine",
                                     u"Loïc",     u"Gaëtan",  u"Hervé",     u"Yannick", u"Cédric"};
constexpr QStringView frenchFamilies[] = {
    u"Martin",  u"Bernard", u"Dubois",  u"Thomas",    u"Robert",   u"Richard", u"Petit",  u"Durand",
    u"Leroy",   u"Moreau",  u"Laurent", u"Lefèvre",   u"Michel",   u"Garcia",  u"Roux",   u"Fournier",
    u"Girard",  u"Bonnet",  u"Lambert", u"Fontaine",  u"Rousseau", u"Vincent", u"Faure",  u"Mercier",
    u"Blanc",   u"Guérin",  u"Boyer",   u"Chevalier", u"Gauthier", u"Perrin",  u"Morin",  u"Dumont",
    u"Barbier", u"Renard",  u"Brunet",  u"Schmitt",   u"Leclercq", u"Vasseur", u"Périer", u"Béranger"};

constexpr QStringView italianWomen[] = {u"Giulia", u"Francesca", u"Chiara",   u"Paola",   u"Elena",
                                        u"Silvia", u"Federica",  u"Laura",    u"Martina", u"Alessandra",
                                        u"Lucia",  u"Valentina", u"Cristina", u"Ilaria",  u"Daniela",
                                        u"Serena", u"Beatrice",  u"Teresa",   u"Noemi",   u"Rosanna"};
constexpr QStringView italianMen[] = {u"Marco",    u"Andrea",  u"Giuseppe", u"Luca",     u"Alessandro",
                                      u"Stefano",  u"Matteo",  u"Roberto",  u"Davide",   u"Paolo",
                                      u"Giovanni", u"Fabio",   u"Riccardo", u"Massimo",  u"Enrico",
                                      u"Nicolò",   u"Claudio", u"Lorenzo",  u"Emanuele", u"Vittorio"};
constexpr QStringView italianFamilies[] = {
    u"Rossi",    u"Russo",     u"Ferrari",  u"Esposito",   u"Bianchi",    u"Romano",  u"Colombo",
    u"Ricci",    u"Marino",    u"Greco",    u"Bruno",      u"Gallo",      u"Conti",   u"De Luca",
    u"Costa",    u"Giordano",  u"Mancini",  u"Rizzo",      u"Lombardi",   u"Moretti", u"Barbieri",
    u"Fontana",  u"Santoro",   u"Mariani",  u"Rinaldi",    u"Caruso",     u"Ferrara", u"Galli",
    u"Martini",  u"Leone",     u"Longo",    u"Gentile",    u"Martinelli", u"Vitale",  u"Zanetti",
    u"Bertoldi", u"Dal Molin", u"Cattaneo", u"Pellegrini", u"Tedeschi"};

constexpr QStringView spanishWomen[] = {u"María", u"Carmen",   u"Ana",     u"Laura",  u"Isabel",
                                        u"Núria", u"Cristina", u"Lucía",   u"Marta",  u"Elena",
                                        u"Pilar", u"Inés",     u"Beatriz", u"Amaia",  u"Sofía",
                                        u"Rocío", u"Joana",    u"Teresa",  u"Silvia", u"Begoña"};
constexpr QStringView spanishMen[] = {u"José",      u"Antonio", u"Javier", u"Carlos", u"Miguel",
                                      u"Alejandro", u"Jordi",   u"Sergio", u"Iñaki",  u"Pablo",
                                      u"Álvaro",    u"Rubén",   u"Andrés", u"João",   u"Joaquín",
                                      u"Óscar",     u"Tomás",   u"Rafael", u"Mikel",  u"Gonzalo"};
constexpr QStringView spanishFamilies[] = {
    u"García",    u"Fernández", u"González", u"Rodríguez", u"López",      u"Martínez",  u"Sánchez",
    u"Pérez",     u"Gómez",     u"Martín",   u"Jiménez",   u"Ruiz",       u"Hernández", u"Díaz",
    u"Moreno",    u"Muñoz",     u"Álvarez",  u"Romero",    u"Gutiérrez",  u"Navarro",   u"Torres",
    u"Domínguez", u"Vázquez",   u"Ramos",    u"Gil",       u"Serrano",    u"Molina",    u"Castro",
    u"Ortega",    u"Rubio",     u"Núñez",    u"Iglesias",  u"Etxeberria", u"Aguirre",   u"Puig",
    u"Ferrer",    u"Ferreira",  u"Oliveira", u"Carvalho",  u"Zubizarreta"};

constexpr QStringView dutchWomen[] = {u"Anouk", u"Marieke", u"Saskia", u"Femke", u"Ingrid", u"Esther",
                                      u"Lotte", u"Sanne",   u"Maaike", u"Els",   u"Noor",   u"Wendy",
                                      u"Griet", u"Lien",    u"Heleen", u"Renée"};
constexpr QStringView dutchMen[] = {u"Jeroen", u"Pieter", u"Bart",    u"Wouter", u"Sander", u"Maarten",
                                    u"Joost",  u"Koen",   u"Dirk",    u"Ruben",  u"Thijs",  u"Geert",
                                    u"Stijn",  u"Daan",   u"Hendrik", u"René"};
constexpr QStringView dutchFamilies[] = {
    u"de Jong",        u"Jansen",   u"de Vries", u"van den Berg", u"Bakker",      u"van Dijk",  u"Visser",
    u"Janssens",       u"Smit",     u"Meijer",   u"de Boer",      u"Mulder",      u"de Groot",  u"Bos",
    u"Peeters",        u"Vos",      u"Maes",     u"Hendriks",     u"van Leeuwen", u"Dekker",    u"Brouwer",
    u"de Wit",         u"Dijkstra", u"Claes",    u"Smits",        u"de Graaf",    u"Verhoeven", u"Wouters",
    u"van der Linden", u"Kuipers",  u"Goossens", u"Willems"};

constexpr QStringView nordicWomen[] = {u"Anna",    u"Kristina", u"Maja",  u"Ingrid", u"Sofie",
                                       u"Åsa",     u"Linnea",   u"Mette", u"Astrid", u"Frida",
                                       u"Solveig", u"Birgitte", u"Päivi", u"Elin",   u"Signe",
                                       u"Hanna",   u"Malin",    u"Tuuli", u"Karin",  u"Ragnhild"};
constexpr QStringView nordicMen[] = {u"Lars",   u"Anders", u"Mikael", u"Erik",     u"Søren",
                                     u"Henrik", u"Johan",  u"Jens",   u"Mats",     u"Magnus",
                                     u"Håkon",  u"Niels",  u"Jukka",  u"Gustav",   u"Øyvind",
                                     u"Björn",  u"Rasmus", u"Mikko",  u"Torbjørn", u"Åke"};
constexpr QStringView nordicFamilies[] = {
    u"Hansen",    u"Johansson", u"Andersson", u"Nielsen",   u"Karlsson",   u"Jensen",
    u"Nilsson",   u"Eriksson",  u"Larsen",    u"Pedersen",  u"Olsson",     u"Andersen",
    u"Persson",   u"Sørensen",  u"Svensson",  u"Rasmussen", u"Gustafsson", u"Jørgensen",
    u"Lindberg",  u"Korhonen",  u"Virtanen",  u"Mäkinen",   u"Berglund",   u"Lindqvist",
    u"Møller",    u"Sandström", u"Nyström",   u"Haugen",    u"Dahl",       u"Lund",
    u"Bergström", u"Sjöberg",   u"Kjær",      u"Holm",      u"Östlund",    u"Hämäläinen"};

constexpr QStringView czechWomen[] = {u"Jana",  u"Eva",   u"Hana",    u"Lenka",  u"Kateřina", u"Lucie",
                                      u"Petra", u"Věra",  u"Martina", u"Tereza", u"Zuzana",   u"Markéta",
                                      u"Ivana", u"Šárka", u"Alena",   u"Pavlína"};
constexpr QStringView czechMen[] = {u"Jiří",     u"Jan",      u"Petr",    u"Pavel",  u"Martin", u"Tomáš",
                                    u"Jaroslav", u"Miroslav", u"Zdeněk",  u"Václav", u"Michal", u"Lukáš",
                                    u"Ondřej",   u"Radek",    u"Vojtěch", u"Aleš"};
constexpr QStringView czechFamilies[] = {
    u"Novák",   u"Svoboda", u"Novotný",    u"Dvořák",   u"Černý",   u"Procházka", u"Kučera", u"Veselý",
    u"Horák",   u"Pokorný", u"Pospíšil",   u"Jelínek",  u"Růžička", u"Beneš",     u"Fiala",  u"Sedlák",
    u"Doležal", u"Zeman",   u"Kolář",      u"Navrátil", u"Čermák",  u"Vaněk",     u"Urban",  u"Blažek",
    u"Kříž",    u"Kovář",   u"Kratochvíl", u"Vlček",    u"Malý",    u"Šťastný"};

constexpr QStringView polishWomen[] = {
    u"Anna",   u"Katarzyna",  u"Małgorzata", u"Agnieszka", u"Joanna",   u"Barbara", u"Ewa",     u"Magdalena",
    u"Monika", u"Aleksandra", u"Dorota",     u"Beata",     u"Karolina", u"Grażyna", u"Justyna", u"Bożena"};
constexpr QStringView polishMen[] = {u"Piotr",  u"Krzysztof", u"Andrzej",  u"Tomasz", u"Paweł", u"Jan",
                                     u"Michał", u"Marcin",    u"Grzegorz", u"Łukasz", u"Marek", u"Jacek",
                                     u"Rafał",  u"Wojciech",  u"Zbigniew", u"Mateusz"};
constexpr QStringView polishFamilies[] = {
    u"Nowak",       u"Kowalski",  u"Wiśniewski", u"Wójcik",     u"Kowalczyk", u"Kamiński",
    u"Lewandowski", u"Zieliński", u"Szymański",  u"Woźniak",    u"Dąbrowski", u"Kozłowski",
    u"Mazur",       u"Jankowski", u"Krawczyk",   u"Piotrowski", u"Grabowski", u"Pawłowski",
    u"Michalski",   u"Król",      u"Wieczorek",  u"Jabłoński",  u"Wróbel",    u"Nowakowski",
    u"Majewski",    u"Stępień",   u"Malinowski", u"Jaworski",   u"Górski",    u"Sikora"};

constexpr QStringView japaneseWomen[] = {u"Yuki",   u"Akiko",  u"Naomi",   u"Keiko",
                                         u"Haruka", u"Mariko", u"Sachiko", u"Emi"};
constexpr QStringView japaneseMen[] = {u"Hiroshi", u"Takeshi", u"Kenji", u"Daisuke",
                                       u"Makoto",  u"Satoshi", u"Kazuo", u"Shōta"};
constexpr QStringView japaneseFamilies[] = {
    u"Satō",      u"Suzuki", u"Takahashi", u"Tanaka", u"Watanabe", u"Itō",   u"Yamamoto", u"Nakamura",
    u"Kobayashi", u"Katō",   u"Yoshida",   u"Yamada", u"Sasaki",   u"Inoue", u"Kimura",   u"Mori"};

constexpr std::array<Names, cultureCount> women{germanWomen,  englishWomen, frenchWomen, italianWomen,
                                                spanishWomen, dutchWomen,   nordicWomen, czechWomen,
                                                polishWomen,  japaneseWomen};
constexpr std::array<Names, cultureCount> men{germanMen, englishMen, frenchMen, italianMen, spanishMen,
                                              dutchMen,  nordicMen,  czechMen,  polishMen,  japaneseMen};
constexpr std::array<Names, cultureCount> families{
    germanFamilies, englishFamilies, frenchFamilies, italianFamilies, spanishFamilies,
    dutchFamilies,  nordicFamilies,  czechFamilies,  polishFamilies,  japaneseFamilies};

} // namespace

std::span<const QStringView> womenOf(Culture culture)
{
    return women[size_t(culture)];
}

std::span<const QStringView> menOf(Culture culture)
{
    return men[size_t(culture)];
}

std::span<const QStringView> familiesOf(Culture culture)
{
    return families[size_t(culture)];
}

} // namespace headway::sample
