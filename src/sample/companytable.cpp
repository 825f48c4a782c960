// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/companytable.h"

#include <array>

namespace headway::sample {

namespace {

enum : int {
    Joinery,
    Metal,
    Automotive,
    Machines,
    Foundry,
    Food,
    Chemistry,
    Plastics,
    Stone,
    Education,
    Aerospace,
    Rail,
    Recycling,
    Electronics,
    Dealer
};

constexpr std::array<Sector, 15> sectorTable{{
    {u"Joinery and furniture", Need::Wood, 125},
    {u"Metalworking", Need::Fume, 150},
    {u"Automotive supply", Need::Oil, 210},
    {u"Machine building", Need::Oil, 190},
    {u"Foundry", Need::Fume, 170},
    {u"Food and feed", Need::Any, 240},
    {u"Pharma and chemistry", Need::Any, 310},
    {u"Plastics", Need::Any, 180},
    {u"Stone and ceramics", Need::Any, 140},
    {u"Education and training", Need::Fume, 70},
    {u"Aerospace", Need::Oil, 230},
    {u"Rail and shipbuilding", Need::Fume, 200},
    {u"Recycling", Need::Any, 190},
    {u"Electronics", Need::Any, 220},
    {u"Equipment dealer", Need::Any, 320},
}};

constexpr std::array<KnownCompany, 90> known{{
    {u"Brandl Metallbau", u"GmbH", Metal, u"Kassel", u"Leipziger Straße 118", 64},
    {u"Möbelwerke Lindenau", u"GmbH & Co. KG", Joinery, u"Bielefeld", u"Eckendorfer Straße 41", 320},
    {u"Steyrtal Guss", u"GmbH", Foundry, u"Linz", u"Turmstraße 20", 210},
    {u"Dřevo Vysočina", u"s.r.o.", Joinery, u"Brno", u"Křenová 52", 85},
    {u"Ateliers Roussel", u"SAS", Machines, u"Lyon", u"14 rue Marcel Mérieux", 140},
    {u"Hargreaves & Lomax Precision", u"Ltd", Machines, u"Birmingham", u"Unit 7, Fort Parkway", 96},
    {u"Wielkopolska Stolarnia", u"sp. z o.o.", Joinery, u"Poznań", u"ul. Obornicka 229", 150},
    {u"Zürcher Feinmechanik", u"AG", Electronics, u"Winterthur", u"Zürcherstrasse 62", 72},
    {u"Ostermann Kunststofftechnik", u"GmbH", Plastics, u"Nürnberg", u"Sigmundstraße 180", 190},
    {u"Van Leeuwen Meubel", u"B.V.", Joinery, u"Eindhoven", u"De Run 4312", 58},
    {u"Fonderie Bresciane Galli", u"S.p.A.", Foundry, u"Brescia", u"Via Orzinuovi 103", 260},
    {u"Göta Verkstad", u"AB", Metal, u"Göteborg", u"Hisingsgatan 28", 110},
    {u"Berufsschulzentrum Rosenheim", u"", Education, u"Rosenheim", u"Wittelsbacherstraße 16a", 130},
    {u"Industrias Ibaizabal", u"S.L.", Automotive, u"Bilbao", u"Calle Ibaizabal 9", 175},
    {u"Bachmeier Zerspanung", u"GmbH", Automotive, u"Stuttgart", u"Schockenriedstraße 8", 240},
    {u"Elbe Yachtbau", u"GmbH", Rail, u"Hamburg", u"Schnackenburgallee 116", 88},
    {u"Sächsische Waggonwerkstätten", u"AG", Rail, u"Dresden", u"Washingtonstraße 34", 430},
    {u"Møllehøj Inventar", u"A/S", Joinery, u"Aarhus", u"Søren Nymarks Vej 6", 67},
    {u"Wawel Lotnictwo", u"S.A.", Aerospace, u"Kraków", u"ul. Nowohucka 51", 280},
    {u"Tinsley Blades", u"Ltd", Metal, u"Sheffield", u"32 Vulcan Road", 54},
    {u"Verhoeven Staalbouw", u"NV", Metal, u"Gent", u"Skaldenstraat 72", 125},
    {u"Chantiers du Sillon", u"SA", Rail, u"Nantes", u"8 boulevard de l’Estuaire", 360},
    {u"Officine Dal Molin", u"S.r.l.", Machines, u"Padova", u"Corso Stati Uniti 14", 78},
    {u"Rheinische Lackwerke", u"GmbH", Chemistry, u"Köln", u"Robert-Bosch-Straße 22", 310},
    {u"Lechtal Turbinen", u"GmbH", Aerospace, u"Augsburg", u"Affinger Straße 4", 520},
    {u"Škvára Strojírna", u"a.s.", Machines, u"Plzeň", u"Tylova 57", 230},
    {u"Aireborough Kitchens", u"Ltd", Joinery, u"Leeds", u"Unit 3, Whitehall Estate", 82},
    {u"Lee Valley Pharma", u"DAC", Chemistry, u"Cork", u"Loughbeg Road 5", 290},
    {u"Lehrwerkstätten Bern West", u"", Education, u"Bern", u"Bümplizstrasse 45", 95},
    {u"Thüringer Porzellan Manufaktur", u"GmbH", Stone, u"Erfurt", u"Salinenstraße 30", 115},
    {u"Hinrichs Landmaschinen", u"GmbH", Machines, u"Münster", u"Siemensstraße 51", 340},
    {u"Donau Blechtechnik", u"GmbH", Metal, u"Ulm", u"Benzstraße 12", 70},
    {u"Salzachtaler Holzbau", u"GmbH", Joinery, u"Salzburg", u"Bachstraße 71", 48},
    {u"Dolny Śląsk Odlewy", u"sp. z o.o.", Foundry, u"Wrocław", u"ul. Robotnicza 64", 160},
    {u"Moravská Ocel Servis", u"s.r.o.", Metal, u"Ostrava", u"Vítkovická 3077", 205},
    {u"Menuiserie Kessler Frères", u"SARL", Joinery, u"Strasbourg", u"27 rue du Doubs", 36},
    {u"Aéro Composites Garonne", u"SAS", Aerospace, u"Toulouse", u"5 avenue Didier Daurat", 185},
    {u"Maas Recycling", u"B.V.", Recycling, u"Rotterdam", u"Keilestraat 9", 76},
    {u"Talleres Puig i Serra", u"S.L.", Machines, u"Barcelona", u"Carrer del Foc 68", 62},
    {u"Cerámicas del Ebro", u"S.A.", Stone, u"Zaragoza", u"Polígono Malpica, calle E 12", 145},
    {u"Carpintaria Ribeiro & Filhos", u"Lda.", Joinery, u"Porto", u"Rua do Heroísmo 240", 42},
    {u"Fyns Vindue & Dør", u"A/S", Joinery, u"Odense", u"Energivej 33", 133},
    {u"Öresund Fordonsdelar", u"AB", Automotive, u"Malmö", u"Stenåldersgatan 21", 168},
    {u"Småland Kök", u"AB", Joinery, u"Jönköping", u"Granitvägen 7", 220},
    {u"Trøndersk Verft", u"AS", Rail, u"Trondheim", u"Ladehammerveien 30", 155},
    {u"Pirkan Konepaja", u"Oy", Machines, u"Tampere", u"Hatanpään valtatie 48", 98},
    {u"Salumificio Conti & Figli", u"S.r.l.", Food, u"Bologna", u"Via Stalingrado 81", 120},
    {u"Carrozzeria Mirafiori Nuova", u"S.p.A.", Automotive, u"Torino", u"Corso Orbassano 402", 275},
    {u"Avonmouth Marine Fabrication", u"Ltd", Metal, u"Bristol", u"11 Kings Weston Lane", 87},
    {u"Clydeside Tooling", u"Ltd", Machines, u"Glasgow", u"19 Helen Street", 59},
    {u"Greenogue Joinery Works", u"Ltd", Joinery, u"Dublin", u"Unit 12, Greenogue Park", 46},
    {u"Säntis Backwaren", u"AG", Food, u"St. Gallen", u"Martinsbruggstrasse 97", 240},
    {u"Rheinknie Biotec", u"AG", Chemistry, u"Basel", u"Neuhausstrasse 36", 180},
    {u"Weser Flugzeugteile", u"GmbH", Aerospace, u"Bremen", u"Airportstraße 19", 410},
    {u"Erzgebirge Werkzeugbau", u"GmbH", Machines, u"Chemnitz", u"Annaberger Straße 240", 105},
    {u"Schwarzwald Orgelbau Vogel", u"GmbH", Joinery, u"Freiburg", u"Bötzinger Straße 31", 24},
    {u"Bałtyk Jachty", u"sp. z o.o.", Rail, u"Gdańsk", u"ul. Marynarki Polskiej 177", 195},
    {u"Menomonee Gear", u"Inc.", Machines, u"Milwaukee", u"1830 W Bruce Street", 170},
    {u"Furniture City Millwork", u"LLC", Joinery, u"Grand Rapids", u"940 Monroe Avenue NW", 110},
    {u"Cascade Cabinet Makers", u"LLC", Joinery, u"Portland", u"2701 NW Vaughn Street", 52},
    {u"Enshū Seimitsu", u"K.K.", Automotive, u"Hamamatsu", u"3-12 Wada-cho", 230},
    {u"Nagoya Gakki Mokkō", u"K.K.", Joinery, u"Nagoya", u"7-4 Minato-ku", 140},
    {u"Gruber Fensterbau", u"GmbH", Joinery, u"Graz", u"Puchstraße 85", 74},
    {u"Tischlerei Petersen", u"", Joinery, u"Hamburg", u"Stresemannallee 30", 18},
    {u"Laserzentrum Filder", u"GmbH", Metal, u"Stuttgart", u"Nobelstraße 15", 45},
    {u"Ravensberger Küchen", u"GmbH", Joinery, u"Bielefeld", u"Herforder Straße 287", 265},
    {u"Aichinger Armaturen", u"GmbH", Automotive, u"Linz", u"Wiener Straße 419", 155},
    {u"Kuipers Jachtbouw", u"B.V.", Rail, u"Rotterdam", u"Waalhaven OZ 81", 66},
    {u"Moulins de la Doua", u"SAS", Food, u"Lyon", u"52 avenue de Bohlen", 90},
    {u"Black Country Castings", u"Ltd", Foundry, u"Birmingham", u"41 Wharf Road", 135},
    {u"Technikum Mechaniczne nr 4", u"", Education, u"Poznań", u"ul. Dąbrowskiego 163", 80},
    {u"Rademacher Feinguss", u"GmbH", Foundry, u"Kassel", u"Heinrich-Hertz-Straße 9", 118},
    {u"Noris Spielwaren", u"GmbH", Plastics, u"Nürnberg", u"Fürther Straße 212", 150},
    {u"Bianchi Marmi", u"S.r.l.", Stone, u"Brescia", u"Via Rezzato 31", 55},
    {u"Västkust Komposit", u"AB", Plastics, u"Göteborg", u"Exportgatan 47", 92},
    {u"Brabant Electronics", u"B.V.", Electronics, u"Eindhoven", u"Achtseweg Zuid 151", 210},
    {u"Allgäuer Käsewerk", u"eG", Food, u"Ulm", u"Blaubeurer Straße 66", 130},
    {u"Hansa Kaffeerösterei", u"GmbH", Food, u"Bremen", u"Überseetor 8", 60},
    {u"Zlínský Nábytek", u"a.s.", Joinery, u"Brno", u"Vídeňská 101", 175},
    {u"Lohr & Seidel Apparatebau", u"GmbH", Metal, u"Chemnitz", u"Neefestraße 82", 83},
    {u"Don Valley Recycling", u"Ltd", Recycling, u"Sheffield", u"8 Meadow Bank Road", 71},
    {u"Ecole de Lutherie du Rhin", u"", Education, u"Strasbourg", u"3 quai des Bateliers", 28},
    {u"Bodensee Lufttechnik Handel", u"GmbH", Dealer, u"St. Gallen", u"Rorschacher Strasse 150", 22,
     Standing::Reseller},
    {u"Nordisk Værktøj", u"A/S", Dealer, u"Aarhus", u"Edwin Rahrs Vej 44", 40, Standing::Reseller},
    {u"Iberfiltro Distribuciones", u"S.L.", Dealer, u"Zaragoza", u"Calle Tomás Edison 21", 31,
     Standing::Reseller},
    {u"Planungsbüro Thiele + Wolf", u"", Machines, u"Dresden", u"Königsbrücker Straße 49", 19,
     Standing::Partner},
    {u"Sicherheitstechnik Berger", u"GmbH", Electronics, u"Salzburg", u"Vogelweiderstraße 88", 27,
     Standing::Partner},
    {u"Bureau d’études Périer", u"SARL", Machines, u"Nantes", u"17 rue de la Fosse", 14, Standing::Partner},
    {u"Aspira Norm", u"GmbH", Machines, u"Augsburg", u"Steinerne Furt 60", 380, Standing::Competitor},
    {u"Ventorex", u"S.p.A.", Machines, u"Torino", u"Strada del Drosso 128", 450, Standing::Competitor},
}};

struct Trade {
    QStringView word;
    int sector;
};

using Trades = std::array<Trade, 10>;
constexpr std::array<Trades, cultureCount> trades{{
    {{{u"Metallbau", Metal},
      {u"Holzbau", Joinery},
      {u"Maschinenbau", Machines},
      {u"Zerspanung", Automotive},
      {u"Küchen", Joinery},
      {u"Stahlbau", Metal},
      {u"Kunststofftechnik", Plastics},
      {u"Werkzeugbau", Machines},
      {u"Feinguss", Foundry},
      {u"Mühlenwerke", Food}}},
    {{{u"Engineering", Machines},
      {u"Joinery", Joinery},
      {u"Fabrications", Metal},
      {u"Precision", Automotive},
      {u"Castings", Foundry},
      {u"Kitchens", Joinery},
      {u"Plastics", Plastics},
      {u"Toolmakers", Machines},
      {u"Bakeries", Food},
      {u"Stoneworks", Stone}}},
    {{{u"Mécanique", Machines},
      {u"Menuiserie", Joinery},
      {u"Métallerie", Metal},
      {u"Usinage", Automotive},
      {u"Fonderie", Foundry},
      {u"Ébénisterie", Joinery},
      {u"Plasturgie", Plastics},
      {u"Outillage", Machines},
      {u"Biscuiterie", Food},
      {u"Marbrerie", Stone}}},
    {{{u"Meccanica", Machines},
      {u"Mobili", Joinery},
      {u"Carpenteria", Metal},
      {u"Torneria", Automotive},
      {u"Fonderia", Foundry},
      {u"Serramenti", Joinery},
      {u"Plast", Plastics},
      {u"Stampi", Machines},
      {u"Pastificio", Food},
      {u"Marmi", Stone}}},
    {{{u"Mecanizados", Machines},
      {u"Muebles", Joinery},
      {u"Estructuras", Metal},
      {u"Componentes", Automotive},
      {u"Fundiciones", Foundry},
      {u"Carpintería", Joinery},
      {u"Plásticos", Plastics},
      {u"Troqueles", Machines},
      {u"Harinas", Food},
      {u"Mármoles", Stone}}},
    {{{u"Machinebouw", Machines},
      {u"Meubel", Joinery},
      {u"Staalbouw", Metal},
      {u"Verspaning", Automotive},
      {u"Gieterij", Foundry},
      {u"Kozijnen", Joinery},
      {u"Kunststoffen", Plastics},
      {u"Gereedschap", Machines},
      {u"Maalderij", Food},
      {u"Natuursteen", Stone}}},
    {{{u"Verkstad", Machines},
      {u"Snickeri", Joinery},
      {u"Mekaniska", Metal},
      {u"Komponent", Automotive},
      {u"Gjuteri", Foundry},
      {u"Inredning", Joinery},
      {u"Plast", Plastics},
      {u"Verktyg", Machines},
      {u"Kvarn", Food},
      {u"Granit", Stone}}},
    {{{u"Strojírna", Machines},
      {u"Truhlářství", Joinery},
      {u"Kovovýroba", Metal},
      {u"Obrábění", Automotive},
      {u"Slévárna", Foundry},
      {u"Nábytek", Joinery},
      {u"Plasty", Plastics},
      {u"Nástroje", Machines},
      {u"Mlýny", Food},
      {u"Kámen", Stone}}},
    {{{u"Maszyny", Machines},
      {u"Meble", Joinery},
      {u"Konstrukcje", Metal},
      {u"Obróbka", Automotive},
      {u"Odlewnia", Foundry},
      {u"Stolarka", Joinery},
      {u"Tworzywa", Plastics},
      {u"Narzędzia", Machines},
      {u"Młyny", Food},
      {u"Granity", Stone}}},
    {{{u"Seisakusho", Machines},
      {u"Mokkō", Joinery},
      {u"Tekkō", Metal},
      {u"Seimitsu", Automotive},
      {u"Chūzō", Foundry},
      {u"Kagu", Joinery},
      {u"Jushi", Plastics},
      {u"Kōgu", Machines},
      {u"Seifun", Food},
      {u"Sekizai", Stone}}},
}};

constexpr std::array<std::array<QStringView, 3>, cultureCount> legalForms{{
    {u"GmbH", u"GmbH & Co. KG", u"AG"},
    {u"Ltd", u"Ltd", u"plc"},
    {u"SAS", u"SARL", u"SA"},
    {u"S.r.l.", u"S.p.A.", u"S.r.l."},
    {u"S.L.", u"S.A.", u"S.L."},
    {u"B.V.", u"N.V.", u"B.V."},
    {u"AB", u"A/S", u"Oy"},
    {u"s.r.o.", u"a.s.", u"s.r.o."},
    {u"sp. z o.o.", u"S.A.", u"sp. z o.o."},
    {u"K.K.", u"K.K.", u"Y.K."},
}};

} // namespace

std::span<const Sector> sectors()
{
    return sectorTable;
}

std::span<const KnownCompany> knownCompanies()
{
    return known;
}

ComposedName composedName(const City &city, Dice &dice)
{
    const Culture culture = countryOf(city).culture;
    static const auto tradeAddresses = [] {
        std::array<std::array<QString, 10>, cultureCount> all;
        for (size_t i = 0; i < all.size(); ++i) {
            for (size_t j = 0; j < all[i].size(); ++j)
                all[i][j] = addressForm(trades[i][j].word);
        }
        return all;
    }();
    const std::vector<Word> &families = familyNames(culture);
    const Word &family = dice.pickSkewed(families);
    const size_t nth = size_t(dice.below(10));
    const Trade &trade = trades[size_t(culture)][nth];
    QString name = family.text;
    QString domain = family.ascii;
    if (dice.chance(55)) {
        const Word &partner = dice.pick(families);
        name += QStringView(u" & ") + partner.text;
        domain += u'-' + partner.ascii;
    }
    name += u' ' + trade.word;
    domain += u'-' + tradeAddresses[size_t(culture)][nth] + QStringView(u".example");
    return {name, name + u' ' + dice.pickSkewed(legalForms[size_t(culture)]), domain, trade.sector};
}

} // namespace headway::sample
