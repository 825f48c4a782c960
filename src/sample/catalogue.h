// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample company, Halmer Air Systems, sells: dust extraction (Cyclo), oil-mist collectors
// (Mist), welding-fume extraction (Arc), filters, services and maintenance contracts. Constant
// tables, any thread.
#pragma once

#include <QString>
#include <QStringView>

#include <span>

namespace headway::sample {

struct CatalogueItem {
    QStringView name;
    QStringView shortName; // as said in a sentence
    QStringView code;
    QStringView series;
    QStringView unit;
    qint64 price; // whole EUR
    QStringView description;
};

enum Item : int {
    Cyclo160,
    Cyclo250,
    Cyclo400,
    Cyclo800,
    CycloPress,
    CycloDucts,
    Mist6,
    Mist12,
    Mist24,
    Arc1,
    Arc4,
    Arc10,
    Arc20,
    FilterSet,
    FilterSetLarge,
    FinalFilter,
    SparkTrap,
    AirWatch,
    Commissioning,
    Measurement,
    Installation,
    Training,
    ContractBasic,
    ContractPlus,
    ContractFull,
    NoItem = -1,
};

std::span<const CatalogueItem> catalogue();

// A price list in another currency: whole units, rounded as price lists are.
qint64 listPrice(Item item, QStringView currency);

// Minor units in one unit of the currency: 100, for yen 1.
qint64 minorUnits(QStringView currency);

} // namespace headway::sample
