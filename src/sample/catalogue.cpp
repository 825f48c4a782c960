// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/catalogue.h"

#include <array>

namespace headway::sample {

namespace {

constexpr std::array<CatalogueItem, 25> items{{
    {u"Cyclo 160 mobile dust extractor", u"Cyclo 160", u"CY-160", u"Cyclo", u"piece", 2'480,
     u"One machine, 160 mm connection, 1.5 kW, on castors."},
    {u"Cyclo 250 dust extractor", u"Cyclo 250", u"CY-250", u"Cyclo", u"piece", 4'900,
     u"Up to three machines, 250 mm connection, 4 kW, automatic filter cleaning."},
    {u"Cyclo 400 central extraction unit", u"Cyclo 400", u"CY-400", u"Cyclo", u"piece", 14'600,
     u"Workshop of up to ten machines, 11 kW with frequency converter, outdoor or indoor."},
    {u"Cyclo 800 central extraction unit", u"Cyclo 800", u"CY-800", u"Cyclo", u"piece", 31'500,
     u"Production halls, 2 × 15 kW, return air, rotary valve discharge."},
    {u"Cyclo briquetting press", u"briquetting press", u"CY-BP50", u"Cyclo", u"piece", 18'900,
     u"50 kg/h, fits under Cyclo 400 and 800."},
    {u"Duct kit, 10 m with branches", u"duct kit", u"CY-DK10", u"Cyclo", u"kit", 1'250,
     u"Galvanised spiral duct, two branches with blast gates, brackets."},
    {u"Mist 6 oil-mist collector", u"Mist 6", u"MI-06", u"Mist", u"piece", 1'950,
     u"600 m³/h, for one machining centre, mounts on the machine."},
    {u"Mist 12 oil-mist collector", u"Mist 12", u"MI-12", u"Mist", u"piece", 3'600,
     u"1,200 m³/h, self-draining, three filter stages."},
    {u"Mist 24 central oil-mist separator", u"Mist 24", u"MI-24", u"Mist", u"piece", 9'800,
     u"Up to eight machines on one duct, oil returned to the tank."},
    {u"Arc 1 mobile welding-fume extractor", u"Arc 1", u"AR-01", u"Arc", u"piece", 2'950,
     u"With 3 m arm, approved for chrome-nickel steel (W3)."},
    {u"Arc 4 extraction arm with fan", u"Arc 4", u"AR-04", u"Arc", u"piece", 1'680,
     u"4 m arm with 0.75 kW fan and hood lamp, wall mounted."},
    {u"Arc 10 filter tower", u"Arc 10", u"AR-10", u"Arc", u"piece", 12'400,
     u"Cleans the air of a hall of 800 m² without ducts."},
    {u"Arc 20 filter tower", u"Arc 20", u"AR-20", u"Arc", u"piece", 19'800,
     u"Hall of 1,800 m², automatic start by particle sensor."},
    {u"Filter cartridge set", u"filter set", u"FC-S", u"Spare parts", u"set", 420,
     u"For Cyclo 160 and 250, Arc 1."},
    {u"Filter cartridge set, large", u"large filter set", u"FC-L", u"Spare parts", u"set", 960,
     u"For Cyclo 400 and 800, Arc 10 and 20."},
    {u"Final filter stage H13", u"H13 stage", u"FC-H13", u"Spare parts", u"piece", 1'850,
     u"For return air into the hall."},
    {u"Spark trap and extinguisher", u"spark trap", u"SP-EX", u"Spare parts", u"piece", 2'750,
     u"Detection and water mist, required for sanding lines."},
    {u"Air Watch sensor", u"Air Watch", u"AW-01", u"Spare parts", u"piece", 640,
     u"Fine dust at the workplace, records and warns."},
    {u"Commissioning", u"commissioning", u"SV-COM", u"Services", u"day", 1'400,
     u"Start-up, balancing of all branches, handover protocol."},
    {u"Workplace air measurement with report", u"air measurement", u"SV-MEAS", u"Services", u"piece", 980,
     u"Two workplaces, accepted by the insurers."},
    {u"Installation, per day", u"installation", u"SV-INS", u"Services", u"day", 1'150,
     u"Two fitters with tools and platform."},
    {u"Operator training", u"training", u"SV-TRA", u"Services", u"day", 900, u"Up to eight people, on site."},
    {u"Maintenance contract Basic, one year", u"Basic contract", u"MC-B", u"Contracts", u"year", 1'450,
     u"One inspection a year, spare parts at list price."},
    {u"Maintenance contract Plus, one year", u"Plus contract", u"MC-P", u"Contracts", u"year", 3'200,
     u"Two inspections, filters included, 48 hours on site."},
    {u"Maintenance contract Full, one year", u"Full contract", u"MC-F", u"Contracts", u"year", 6'800,
     u"Everything included, 24 hours on site, yearly air measurement."},
}};

struct PriceList {
    QStringView currency;
    qint64 perMille; // of the price in EUR
    qint64 roundTo;
};

constexpr std::array<PriceList, 5> priceLists{{{u"USD", 1'120, 10},
                                               {u"GBP", 880, 10},
                                               {u"CHF", 980, 10},
                                               {u"PLN", 4'300, 50},
                                               {u"JPY", 165'000, 1'000}}};

} // namespace

std::span<const CatalogueItem> catalogue()
{
    return items;
}

qint64 listPrice(Item item, QStringView currency)
{
    const qint64 euros = items[size_t(item)].price;
    for (const PriceList &list : priceLists) {
        if (list.currency == currency)
            return (euros * list.perMille / 1'000 + list.roundTo / 2) / list.roundTo * list.roundTo;
    }
    return euros;
}

qint64 minorUnits(QStringView currency)
{
    return currency == u"JPY" ? 1 : 100;
}

} // namespace headway::sample
