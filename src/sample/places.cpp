// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/places.h"

#include "sample/phrase.h"

#include <array>

namespace headway::sample {

namespace {

enum : int { DE, AT, CH, GB, IE, FR, BE, NL, IT, ES, PT, DK, SE, NO, FI, CZ, PL, US, JP };

// Phone numbers reserved for fiction, in countries that have them (GB, FR, US, DE and SE mobiles).
constexpr std::array<Country, 19> countryTable{{
    {u"Germany", u"EUR", Culture::German, u"+49 {a} ######", u"+49 171 39200##", u"de", 2},
    {u"Austria", u"EUR", Culture::German, u"+43 {a} ######", u"+43 664 #######", u"de", 4},
    {u"Switzerland", u"CHF", Culture::German, u"+41 {a} ### ## ##", u"+41 79 ### ## ##", u"de", 4},
    {u"United Kingdom", u"GBP", Culture::English, u"+44 {a} 496 0###", u"+44 7700 900###", u"en", 1},
    {u"Ireland", u"EUR", Culture::English, u"+353 {a} ### ####", u"+353 87 ### ####", u"en", 1},
    {u"France", u"EUR", Culture::French, u"+33 {a} ## ##", u"+33 6 39 98 ## ##", u"fr", 3},
    {u"Belgium", u"EUR", Culture::Dutch, u"+32 {a} ## ## ##", u"+32 47# ## ## ##", u"nl", 3},
    {u"Netherlands", u"EUR", Culture::Dutch, u"+31 {a} ### ####", u"+31 6 ########", u"nl", 3},
    {u"Italy", u"EUR", Culture::Italian, u"+39 {a} ######", u"+39 347 #######", u"it", 7},
    {u"Spain", u"EUR", Culture::Spanish, u"+34 {a} ## ## ##", u"+34 6## ## ## ##", u"es", 7},
    {u"Portugal", u"EUR", Culture::Spanish, u"+351 {a} ### ###", u"+351 91# ### ###", u"pt", 7},
    {u"Denmark", u"EUR", Culture::Nordic, u"+45 {a} ## ## ##", u"+45 2# ## ## ##", u"da", 5},
    {u"Sweden", u"EUR", Culture::Nordic, u"+46 {a} ## ## ##", u"+46 70 174 06 ##", u"sv", 5},
    {u"Norway", u"EUR", Culture::Nordic, u"+47 {a} ## ## ##", u"+47 9## ## ###", u"nb", 5},
    {u"Finland", u"EUR", Culture::Nordic, u"+358 {a} ### ####", u"+358 40 ### ####", u"fi", 5},
    {u"Czechia", u"EUR", Culture::Czech, u"+420 {a} ### ###", u"+420 60# ### ###", u"cs", 0},
    {u"Poland", u"PLN", Culture::Polish, u"+48 {a} ### ## ##", u"+48 60# ### ###", u"pl", 0},
    {u"United States", u"USD", Culture::English, u"+1 {a} 555 01##", u"+1 {a} 555 01##", u"en", 1},
    {u"Japan", u"JPY", Culture::Japanese, u"+81 {a} ### ####", u"+81 90 #### ####", u"ja", 1},
}};

constexpr std::array cityTable{
    City{u"Kassel", DE, u"34123", u"561"},
    City{u"Stuttgart", DE, u"70565", u"711"},
    City{u"Bielefeld", DE, u"33609", u"521"},
    City{u"Linz", AT, u"4030", u"732"},
    City{u"Brno", CZ, u"627 00", u"548"},
    City{u"Lyon", FR, u"69007", u"4 65 71"},
    City{u"Rosenheim", DE, u"83022", u"8031"},
    City{u"Birmingham", GB, u"B24 9QR", u"121"},
    City{u"Poznań", PL, u"61-102", u"61"},
    City{u"Winterthur", CH, u"8404", u"52"},
    City{u"Nürnberg", DE, u"90441", u"911"},
    City{u"Eindhoven", NL, u"5651 CA", u"40"},
    City{u"Brescia", IT, u"25125", u"030"},
    City{u"Göteborg", SE, u"417 05", u"31"},
    City{u"Graz", AT, u"8055", u"316"},
    City{u"Bilbao", ES, u"48013", u"94 4"},
    City{u"Hamburg", DE, u"22525", u"40"},
    City{u"Dresden", DE, u"01139", u"351"},
    City{u"Aarhus", DK, u"8200", u"86"},
    City{u"Kraków", PL, u"30-716", u"12"},
    City{u"Sheffield", GB, u"S9 2TJ", u"114"},
    City{u"Gent", BE, u"9041", u"9 2"},
    City{u"Nantes", FR, u"44300", u"2 61 91"},
    City{u"Padova", IT, u"35127", u"049"},
    City{u"Köln", DE, u"50829", u"221"},
    City{u"Augsburg", DE, u"86167", u"821"},
    City{u"Plzeň", CZ, u"301 00", u"377"},
    City{u"Leeds", GB, u"LS10 1JR", u"113"},
    City{u"Cork", IE, u"T12 W8KP", u"21"},
    City{u"Bern", CH, u"3018", u"31"},
    City{u"Erfurt", DE, u"99085", u"361"},
    City{u"Münster", DE, u"48157", u"251"},
    City{u"Ulm", DE, u"89079", u"731"},
    City{u"Salzburg", AT, u"5020", u"662"},
    City{u"Wrocław", PL, u"54-424", u"71"},
    City{u"Ostrava", CZ, u"709 00", u"596"},
    City{u"Strasbourg", FR, u"67100", u"3 53 01"},
    City{u"Toulouse", FR, u"31300", u"5 36 49"},
    City{u"Rotterdam", NL, u"3044 AC", u"10"},
    City{u"Barcelona", ES, u"08040", u"93 2"},
    City{u"Zaragoza", ES, u"50014", u"97 6"},
    City{u"Porto", PT, u"4100-129", u"226"},
    City{u"Odense", DK, u"5220", u"66"},
    City{u"Malmö", SE, u"213 76", u"40"},
    City{u"Jönköping", SE, u"553 03", u"36"},
    City{u"Trondheim", NO, u"7037", u"73"},
    City{u"Tampere", FI, u"33720", u"3"},
    City{u"Bologna", IT, u"40138", u"051"},
    City{u"Torino", IT, u"10156", u"011"},
    City{u"Bristol", GB, u"BS11 9YA", u"117"},
    City{u"Glasgow", GB, u"G51 4RY", u"141"},
    City{u"Dublin", IE, u"D12 KX84", u"1"},
    City{u"St. Gallen", CH, u"9015", u"71"},
    City{u"Basel", CH, u"4057", u"61"},
    City{u"Bremen", DE, u"28197", u"421"},
    City{u"Chemnitz", DE, u"09117", u"371"},
    City{u"Freiburg", DE, u"79108", u"761"},
    City{u"Gdańsk", PL, u"80-299", u"58"},
    City{u"Milwaukee", US, u"53204", u"414"},
    City{u"Grand Rapids", US, u"49503", u"616"},
    City{u"Portland", US, u"97210", u"503"},
    City{u"Hamamatsu", JP, u"435-0016", u"53"},
    City{u"Nagoya", JP, u"455-0018", u"52"},
};

// {n} is the house number.
constexpr std::array<std::array<QStringView, 8>, cultureCount> streetTable{{
    {u"Industriestraße {n}", u"Leipziger Straße {n}", u"Gewerbering {n}", u"Am Güterbahnhof {n}",
     u"Werkstraße {n}", u"Bahnhofstraße {n}", u"Daimlerstraße {n}", u"Im Hasengrund {n}"},
    {u"{n} Station Road", u"{n} Foundry Lane", u"Unit {n}, Riverside Park", u"{n} Mill Street",
     u"{n} Canal Road", u"{n} Victoria Works", u"Unit {n}, Northfield Estate", u"{n} Forge Street"},
    {u"{n} rue de la Gare", u"{n} avenue Jean Jaurès", u"{n} zone artisanale des Prés", u"{n} rue des Forges",
     u"{n} boulevard de l'Industrie", u"{n} chemin du Moulin", u"{n} rue Marcel Dassault",
     u"{n} route de Paris"},
    {u"Via dell'Industria {n}", u"Via Roma {n}", u"Via Galileo Galilei {n}", u"Viale Europa {n}",
     u"Via dell'Artigianato {n}", u"Via Mazzini {n}", u"Strada Provinciale {n}", u"Via Volta {n}"},
    {u"Calle Mayor {n}", u"Polígono Industrial Norte {n}", u"Calle del Taller {n}",
     u"Avenida de la Industria {n}", u"Carretera de Francia {n}", u"Calle Ibaizabal {n}",
     u"Rua da Fábrica {n}", u"Camino Viejo {n}"},
    {u"Industrieweg {n}", u"Havenstraat {n}", u"Ambachtsstraat {n}", u"Stationsweg {n}",
     u"Nijverheidslaan {n}", u"De Run {n}", u"Molenweg {n}", u"Kanaaldijk {n}"},
    {u"Industrivej {n}", u"Verkstadsgatan {n}", u"Hamngatan {n}", u"Smedjegatan {n}", u"Fabriksgatan {n}",
     u"Havnevej {n}", u"Ringvägen {n}", u"Skovvej {n}"},
    {u"Průmyslová {n}", u"Nádražní {n}", u"Tovární {n}", u"Masarykova {n}", u"U Pily {n}", u"Dělnická {n}",
     u"Zámečnická {n}", u"Palackého {n}"},
    {u"ul. Przemysłowa {n}", u"ul. Fabryczna {n}", u"ul. Kolejowa {n}", u"ul. Warszawska {n}",
     u"ul. Rzemieślnicza {n}", u"ul. Mickiewicza {n}", u"ul. Stolarska {n}", u"ul. Hutnicza {n}"},
    {u"{n}-3 Wada-cho", u"{n}-12 Minato-ku", u"{n}-7 Higashi-ku", u"{n}-1 Toyooka-cho", u"{n}-5 Sanarudai",
     u"{n}-22 Naka-ku", u"{n}-9 Takatsuka-cho", u"{n}-4 Kamijima"},
}};

QString numberFrom(QStringView pattern, QStringView areaCode, Dice &dice)
{
    QString text;
    text.reserve(20);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u'#') {
            text += QChar(u'0' + int(dice.below(10)));
        } else if (pattern[i] == u'{') {
            text += areaCode;
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace

std::span<const Country> countries()
{
    return countryTable;
}

std::span<const City> cities()
{
    return cityTable;
}

int cityNamed(QStringView name)
{
    for (size_t i = 0; i < cityTable.size(); ++i) {
        if (cityTable[i].name == name)
            return int(i);
    }
    Q_ASSERT_X(false, "cityNamed", "no such city");
    return 0;
}

QString streetIn(Culture culture, Dice &dice)
{
    const QStringView street = dice.pick(streetTable[size_t(culture)]);
    return phraseText(street, {.number = int(dice.between(1, 98))});
}

QString phoneIn(const City &city, Dice &dice)
{
    return numberFrom(countryOf(city).phone, city.areaCode, dice);
}

QString mobileIn(const City &city, Dice &dice)
{
    return numberFrom(countryOf(city).mobile, city.areaCode, dice);
}

} // namespace headway::sample
