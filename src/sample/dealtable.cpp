// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/dealtable.h"

#include <array>

namespace headway::sample {

namespace {

using enum Need;

constexpr std::array newBusiness{
    DealKind{u"Dust extraction hall {n}", Wood, {Cyclo400, 1, 2}, {CycloDucts, 4, 12}},
    DealKind{u"Central extraction, hall {n}", Wood, {Cyclo800, 1, 2}, {CycloDucts, 8, 20}},
    DealKind{u"Mobile extractors for assembly", Wood, {Cyclo160, 3, 8}, {FilterSet, 3, 8}},
    DealKind{u"Sanding line, spark trap and filters", Wood, {SparkTrap, 1, 3}, {FilterSetLarge, 2, 6}},
    DealKind{u"Briquetting press for the chip silo", Wood, {CycloPress, 1, 1}, {Commissioning, 1, 2}},
    DealKind{u"Edge-banding cell: extraction", Wood, {Cyclo250, 1, 3}, {CycloDucts, 1, 4}},
    DealKind{u"New CNC router, extraction {t}", Wood, {Cyclo250, 2, 3}, {CycloDucts, 2, 5}},
    DealKind{u"Return air for winter {z}", Wood, {FinalFilter, 2, 4}, {Installation, 1, 3}},
    DealKind{u"Replacement of the old silo fan", Wood, {Cyclo400, 1, 1}, {Installation, 2, 4}},
    DealKind{u"Training workshop, {n} benches", Wood, {Cyclo160, 2, 5}, {Training, 1, 1}},
    DealKind{u"Oil mist, {m} machining centres", Oil, {Mist12, 4, 12}, {Installation, 1, 4}},
    DealKind{u"Trade-fair enquiry: CNC cell", Oil, {Mist6, 1, 3}, {}},
    DealKind{u"Mist collectors for turning shop", Oil, {Mist6, 4, 10}, {FilterSet, 4, 10}},
    DealKind{u"Central mist separator line {n}", Oil, {Mist24, 1, 3}, {CycloDucts, 4, 12}},
    DealKind{u"Grinding shop: mist and noise", Oil, {Mist12, 2, 6}, {AirWatch, 2, 4}},
    DealKind{u"Retrofit of {n} grinding machines", Oil, {Mist12, 2, 6}, {Commissioning, 1, 2}},
    DealKind{u"Pilot Mist 12 on line {n}", Oil, {Mist12, 1, 1}, {}},
    DealKind{u"Series supply to machine builder {z}", Oil, {Mist6, 12, 30}, {}},
    DealKind{u"Gear-cutting hall {n}, oil mist", Oil, {Mist24, 2, 4}, {Installation, 3, 6}},
    DealKind{u"Welding shop, {n} arms", Fume, {Arc4, 4, 10}, {Installation, 1, 3}},
    DealKind{u"Filter towers for hall {n}", Fume, {Arc10, 1, 3}, {AirWatch, 2, 4}},
    DealKind{u"Welding fume, apprentice workshop", Fume, {Arc1, 2, 6}, {Training, 1, 1}},
    DealKind{u"Robot cell extraction", Fume, {Arc10, 1, 1}, {SparkTrap, 1, 1}},
    DealKind{u"Laser cutting, fume and dust", Fume, {Cyclo400, 1, 1}, {SparkTrap, 1, 2}},
    DealKind{u"Fettling shop, hall {n}", Fume, {Cyclo800, 1, 2}, {CycloDucts, 6, 14}},
    DealKind{u"Arc 20 towers, hall extension", Fume, {Arc20, 1, 3}, {Commissioning, 1, 2}},
    DealKind{u"Mobile extractors for repair team", Fume, {Arc1, 2, 5}, {FilterSet, 2, 5}},
    DealKind{u"Chrome-nickel welding to W3", Fume, {Arc1, 1, 4}, {Measurement, 1, 1}},
    DealKind{u"Dust measurement in {n} halls", Any, {Measurement, 2, 5}, {AirWatch, 1, 4}},
    DealKind{u"Air Watch pilot {y}", Any, {AirWatch, 4, 12}, {Training, 1, 1}},
    DealKind{u"Spare filters, framework {z}", Any, {FilterSetLarge, 8, 24}, {FilterSet, 6, 18}},
    DealKind{u"Packing line {n}: fine dust", Any, {Cyclo250, 1, 3}, {FinalFilter, 1, 3}},
    DealKind{u"Mixing room, powder dust", Any, {Cyclo400, 1, 1}, {FinalFilter, 1, 2}},
    DealKind{u"Regrinding room extraction", Any, {Cyclo250, 1, 2}, {CycloDucts, 2, 4}},
    DealKind{u"Air quality at {n} workplaces", Any, {Arc10, 1, 2}, {AirWatch, 3, 8}},
    DealKind{u"Move to {t}: dismantle and rebuild", Any, {Installation, 4, 12}, {Commissioning, 1, 3}},
    DealKind{u"Extension of extraction, phase {n}", Any, {Cyclo400, 1, 2}, {CycloDucts, 3, 8}},
    DealKind{u"Energy saving: frequency converter", Any, {Cyclo400, 1, 1}, {Measurement, 1, 1}},
    DealKind{u"Authority deadline: dust limit {z}", Any, {Cyclo800, 1, 1}, {Measurement, 1, 2}},
    DealKind{u"Filter service contract {z}", Any, {ContractPlus, 1, 3}, {}},
    DealKind{u"Maintenance contract, site {t}", Any, {ContractFull, 1, 2}, {}},
};

constexpr std::array renewals{
    DealKind{u"Filter service contract {z}", Any, {ContractPlus, 1, 3}, {}},
    DealKind{u"Maintenance renewal {z}", Any, {ContractBasic, 1, 3}, {}},
    DealKind{u"Full service {z}, site {t}", Any, {ContractFull, 1, 2}, {Measurement, 1, 1}},
    DealKind{u"Renewal Plus to Full, {z}", Any, {ContractFull, 1, 2}, {}},
    DealKind{u"Yearly inspection and filters {z}", Any, {ContractBasic, 1, 2}, {FilterSetLarge, 1, 4}},
    DealKind{u"Three-year service, site {t}", Any, {ContractPlus, 3, 3}, {}},
};

constexpr std::array stories{
    LostStory{store::defaults::price, 16,
              u"Aspira was 11 % lower; they took the cheaper fan and live with the noise."},
    LostStory{store::defaults::price, 10,
              u"Our price was 15 % above their limit; without Cyclo cleaning they saw no difference."},
    LostStory{store::defaults::competitor, 12, u"Ventorex could deliver in five weeks, we needed eleven."},
    LostStory{store::defaults::competitor, 6,
              u"Group contract with Aspira; the plant had no say in the end."},
    LostStory{store::defaults::budget, 13,
              u"Investment stopped by the parent company. Ask again when next year's budget is open."},
    LostStory{store::defaults::missingFeature, 6, u"Needed ATEX zone 20 inside; we stop at zone 22."},
    LostStory{store::defaults::missingFeature, 3,
              u"Wanted control from their own PLC by Profinet, not on our list."},
    LostStory{store::defaults::noDecision, 12,
              u"They keep the old plant another year. Plant manager was for it, finance was not."},
    LostStory{store::defaults::noAnswerFromCustomer, 12, u"Five calls and two letters without an answer."},
    LostStory{store::defaults::poorFit, 6, u"Two machines only, used twice a week: a hired unit does it."},
    LostStory{store::defaults::timing, 7, u"Move to the new building postponed by eighteen months."},
    LostStory{store::defaults::otherReason, 3,
              u"The owner sold the company; the buyer brings his own equipment."},
};

constexpr std::array won{
    QStringView(u"Decided by the reference visit: they heard how quiet it is."),
    QStringView(u"Short delivery time and one contact person for everything."),
    QStringView(u"We were not the cheapest; the measurement convinced the safety officer."),
    QStringView(u"Service contract included in the first year tipped the scales."),
    QStringView(u"Follow-up order, no competitor asked."),
    QStringView(u"Energy figures over five years decided it."),
};

constexpr std::array rivals{QStringView(u"Aspira Norm"), QStringView(u"Ventorex"),
                            QStringView(u"local duct fitter"), QStringView(u"Nordfilt"),
                            QStringView(u"own workshop")};

constexpr std::array descriptions{
    QStringView(u"Existing plant is from 1998, too small since the second shift. Noise at the "
                u"fence is a topic with the neighbours."),
    QStringView(u"Accident insurance measured too much dust in spring and set a deadline. Money is "
                u"there, time is not."),
    QStringView(u"Expansion of the hall by 600 m². Wants one supplier for extraction, ducts and control."),
    QStringView(u"Came through the service technician: filters clog every four months, fan is at "
                u"its limit."),
    QStringView(u"Compares three suppliers. Delivery before the summer shutdown is more important "
                u"than the price."),
    QStringView(u"Wants to heat less: air goes back into the hall in winter, therefore final filters."),
    QStringView(u"First project with them. Starts small; four more sites if it runs well."),
    QStringView(u"New machine is ordered, extraction has to stand on the same day."),
};

constexpr std::array tags{KnownTag{u"Key account", u"#7a6ea6"},
                          KnownTag{u"Reference customer", u"#6fa56f"},
                          KnownTag{u"Trade fair Hannover", u"#5b8fb0"},
                          KnownTag{u"ATEX", u"#c98b5c"},
                          KnownTag{u"Public tender", u"#8a8f98"},
                          KnownTag{u"Framework agreement", u"#6aa79b"},
                          KnownTag{u"Upsell", u"#b5a05a"},
                          KnownTag{u"Aspira installed", u"#b07a7a"},
                          KnownTag{u"Grant funded", u"#7fa1c4"},
                          KnownTag{u"New building", u"#a58f79"}};

} // namespace

std::span<const DealKind> newBusinessKinds()
{
    return newBusiness;
}

std::span<const DealKind> renewalKinds()
{
    return renewals;
}

std::span<const LostStory> lostStories()
{
    return stories;
}

std::span<const QStringView> wonNotes()
{
    return won;
}

std::span<const QStringView> competitors()
{
    return rivals;
}

std::span<const QStringView> dealDescriptions()
{
    return descriptions;
}

std::span<const KnownTag> knownTags()
{
    return tags;
}

} // namespace headway::sample
