// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/activitytable.h"

#include <array>

namespace headway::sample {

namespace {

using enum ActivityKind;

constexpr std::array openingDone{
    Script{Call, u"First call with {p}",
           u"{p} called back. They have trouble with dust on the finished parts and too many sick "
           u"days in the shop."},
    Script{Call, u"Call {p}",
           u"Reached {p} between two meetings. Extraction is planned, nothing is decided yet; "
           u"decision is made together with production."},
    Script{TradeShow, u"Talk at the stand",
           u"{p} stayed for twenty minutes at the {k}. Has photographs of the hall on the phone; "
           u"problem is real."},
    Script{TradeShow, u"Trade-show talk {p}",
           u"Came with two colleagues, asked about noise and filter life first. Knows our "
           u"reference in the neighbourhood."},
    Script{Email, u"Brochure and case study",
           u"Sent brochure {k} and the case study of a shop of the same size to {p}."},
    Script{Email, u"Enquiry by website",
           u"Enquiry with a hall plan attached. {m} machines, two shifts, present plant from the "
           u"nineties."},
    Script{Visit, u"First visit {t}",
           u"Walked through the hall with {p}. {n} machines without any extraction, dust on every "
           u"beam."},
    Script{Call, u"Qualification call",
           u"Asked the five questions: need is clear, budget about right, date in spring, {p} "
           u"recommends and management decides."},
    Script{Message, u"Short message from {p}", u"“We talked about it internally, please come by.”"},
    Script{Meeting, u"Video call: introduction",
           u"Presented Halmer in fifteen minutes, the rest was about their processes. {p} took "
           u"notes."},
    Script{Letter, u"Letter with invitation",
           u"Invited {p} to the open house; handwritten line added about their new hall."},
    Script{Note, u"Background on {c}",
           u"Family business in the third generation, new management since January, is investing "
           u"again."},
};
constexpr std::array analysisDone{
    Script{Visit, u"Site visit with measuring kit",
           u"Measured at {n} workplaces: between 1.8 and 4.2 mg/m³, limit is 1.25. {p} was "
           u"surprised, the safety officer was not."},
    Script{Visit, u"Hall survey {t}",
           u"Took duct lengths and heights. Crane runway leaves 40 cm, so ducts have to go along "
           u"the north wall."},
    Script{Call, u"Questions on the machine list",
           u"Went through the list with {p}: {m} connections, but never more than {n} at the same "
           u"time."},
    Script{Meeting, u"Needs workshop",
           u"With {p}, maintenance and purchasing. Priorities: noise, then energy, then price. "
           u"Delivery before the summer shutdown."},
    Script{Email, u"Air volumes received",
           u"{p} sent the air volumes. Two machines are missing, asked for them."},
    Script{Email, u"Questionnaire returned",
           u"Questionnaire came back nearly complete. Pressure drop of the old duct is a guess."},
    Script{Call, u"Call {p}: budget",
           u"Budget is planned for this year; above 50,000 the board has to agree."},
    Script{Meeting, u"Meeting with safety officer",
           u"Insurance has set a deadline. Return air is allowed with H13 final filter, in writing."},
    Script{Note, u"Who decides",
           u"{p} writes the recommendation, plant manager signs, finance can stop it. Aspira has "
           u"been there, too."},
    Script{Task, u"Calculation with planning",
           u"Planning recommends {k}; with frequency converter about 9,000 kWh a year less."},
    Script{Visit, u"Trial unit set up",
           u"Set up a trial unit for two weeks at the worst machine. Operators liked it at once."},
    Script{Call, u"Call with maintenance",
           u"Head of maintenance wants filters that can be changed from outside. Noted for the "
           u"offer."},
};
constexpr std::array offerDone{
    Script{Email, u"Offer sent",
           u"Offer with {k} sent to {p}, valid for six weeks. Option for the second stage is "
           u"listed separately."},
    Script{Email, u"Revised offer",
           u"Second version: {n} fans instead of one, ducts in black, commissioning included."},
    Script{Meeting, u"Offer explained",
           u"Went through the offer page by page. {p} sees the price of the ducts critically, rest "
           u"is accepted."},
    Script{Call, u"Call {p}: offer received?",
           u"Received and forwarded. Comparison with two others runs until the end of the month."},
    Script{Call, u"Questions on the offer",
           u"{p} asked for noise at 75 % speed and for the life of the cartridges. Sent both at "
           u"once."},
    Script{Visit, u"Reference visit",
           u"Visited a customer of ours together. Their foreman talked for an hour, that was worth "
           u"more than any brochure."},
    Script{Meeting, u"Presentation for management",
           u"Presented costs over ten years. Managing director asked two questions, both on energy."},
    Script{Call, u"Follow-up on offer",
           u"Decision is moved by two weeks because {p} is on holiday. Price is fine, delivery has "
           u"to be before Easter."},
    Script{Email, u"Data sheets", u"Sent data sheets, noise figures and the declaration for return air."},
    Script{Note, u"Competitor’s offer",
           u"Aspira is about 8 % lower, without commissioning and with smaller filter area."},
    Script{Task, u"Drawing updated",
           u"Drawing with the new position of the unit is done and filed with the offer."},
};
constexpr std::array closingDone{
    Script{Call, u"Call purchasing",
           u"Purchasing wants five per cent. Offered training and the first filter set instead; "
           u"they think about it."},
    Script{Meeting, u"Negotiation in {t}",
           u"Three people from purchasing, {p} beside them. Agreed on payment 30/60/10 and "
           u"delivery in week {m}."},
    Script{Call, u"Call {p}: where do we stand?",
           u"We are first choice. Signature is waiting for the managing director, who is back on "
           u"Thursday."},
    Script{Email, u"Final offer",
           u"Final version with agreed terms sent. Two per cent for payment in ten days."},
    Script{Email, u"Contract wording",
           u"Legal has changed two sentences on the warranty; checked with ours, both are fine."},
    Script{Call, u"Verbal yes from {p}",
           u"“You have the order, the paper follows.” Order number comes from the head office."},
    Script{Visit, u"Visit for final questions",
           u"Fixed the position of the unit with chalk on the floor. Foundation is made by the "
           u"customer."},
    Script{Message, u"Message from {p}", u"Order is in the system, one more signature is missing."},
    Script{Task, u"Delivery date checked",
           u"Works can deliver in week {m}; fitters are reserved provisionally."},
    Script{Note, u"Credit check", u"Limit is sufficient, no advance payment needed."},
};
constexpr std::array renewalDone{
    Script{Call, u"Call {p}: contract ends",
           u"Contract ends in three months. They are satisfied, the technician is known by his "
           u"first name."},
    Script{Email, u"Renewal offer sent",
           u"Sent the renewal with the service history of the year: two inspections, one night "
           u"call, no standstill."},
    Script{Visit, u"Inspection with talk",
           u"Joined the technician for the inspection. Filters are good for another half year; {p} "
           u"asked for Full."},
    Script{Meeting, u"Yearly review",
           u"Went through the year with {p}: availability 99.6 %, filter costs down by a fifth."},
    Script{Call, u"Price of the new term",
           u"Three per cent more are accepted if the price is fixed for two years."},
    Script{Email, u"Three-year option",
           u"Sent the three-year version, as {p} asked. Saves them one round with purchasing."},
    Script{Note, u"Second hall",
           u"Hall 2 has a unit by Ventorex whose contract ends in summer; offer to take it over."},
};

constexpr std::array openingPlanned{
    Script{Call, u"Call {p}: ask for the machine list", u""},
    Script{Call, u"Second try to reach {p}", u"Best before nine."},
    Script{Email, u"Send reference list", u""},
    Script{Visit, u"First visit at {c}", u"Bring the measuring kit and safety shoes."},
    Script{Meeting, u"Video call: introduction", u"{p} and the production manager."},
    Script{Task, u"Prepare questions for the visit", u""}};
constexpr std::array analysisPlanned{
    Script{Visit, u"Site visit with measuring kit", u"Meet {p} at the gate, hall {n}."},
    Script{Task, u"Calculate pressure loss", u"With planning; duct lengths are in the note of the visit."},
    Script{Call, u"Call {p}: missing air volumes", u""},
    Script{Meeting, u"Needs workshop", u"With maintenance and purchasing."},
    Script{Task, u"Write summary of the survey", u""},
    Script{Call, u"Ask {p} about the budget year", u""}};
constexpr std::array offerPlanned{
    Script{Call, u"Call {p}: feedback on the offer", u""},
    Script{Task, u"Send revised offer with {n} fans", u"Ducts separately, commissioning included."},
    Script{Meeting, u"Explain offer in person", u"Bring the drawing in A1."},
    Script{Visit, u"Reference visit with {p}", u"Customer is informed, coffee at ten."},
    Script{Email, u"Send noise figures", u""},
    Script{Call, u"Decision made? Call {p}", u""},
    Script{Task, u"Price for option {k}", u""}};
constexpr std::array closingPlanned{
    Script{Call, u"Call {p}: signature", u""},
    Script{Meeting, u"Final talk with purchasing", u"Our limit: two per cent or the training."},
    Script{Task, u"Send order confirmation", u""},
    Script{Call, u"Ask for the order number", u""},
    Script{Visit, u"Kick-off in {t}", u"With the head fitter."},
    Script{Task, u"Reserve fitters", u"Two weeks before delivery."}};
constexpr std::array renewalPlanned{Script{Call, u"Call {p} about the renewal", u""},
                                    Script{Email, u"Send renewal offer", u"With service history."},
                                    Script{Visit, u"Inspection and yearly review", u""},
                                    Script{Task, u"Check service history", u""},
                                    Script{Call, u"Ask {p} for the signed contract", u""}};

constexpr std::array openingDetails{
    QStringView(u"Present unit is by Ventorex and out of warranty."),
    QStringView(u"About {m} people work in two shifts."),
    QStringView(u"Energy costs are a topic everywhere in the house."),
    QStringView(u"They had Aspira there in autumn, nobody called them afterwards."),
    QStringView(u"Found us through a colleague in the next town."),
    QStringView(u"Knows the Cyclo from a former employer."),
    QStringView(u"No plan of the ducts exists."),
    QStringView(u"Hall height is 6 m, crane in the middle.")};
constexpr std::array analysisDetails{
    QStringView(u"Power supply is sufficient, compressed air is not."),
    QStringView(u"Outdoor installation needs a permit, neighbour is 30 m away."),
    QStringView(u"Old duct can stay up to the second branch."),
    QStringView(u"Operators complain about draught, so hoods have to come closer."),
    QStringView(u"Wants to see the figures of Air Watch for one week before deciding."),
    QStringView(u"Waste is sold as fuel, so briquettes may pay off."),
    QStringView(u"Only the weekends of March are possible for the installation."),
    QStringView(u"Drawing follows from their architect.")};
constexpr std::array offerDetails{
    QStringView(u"{k} is the right size, nobody doubts that any more."),
    QStringView(u"Purchasing compares per cubic metre of air, which suits us."),
    QStringView(u"They like that one person stays responsible."),
    QStringView(u"The final filter is seen as too expensive."),
    QStringView(u"Wants a penalty for late delivery; we offered half a per cent a week."),
    QStringView(u"Second stage would follow next year."),
    QStringView(u"Asked whether the unit can be hired first."),
    QStringView(u"Local fitter should do the ducts.")};
constexpr std::array closingDetails{QStringView(u"Aspira has lowered its price once more, without effect."),
                                    QStringView(u"Order has to be in the books this quarter."),
                                    QStringView(u"They would act as reference."),
                                    QStringView(u"Payment terms are the last open point."),
                                    QStringView(u"Works council is informed."),
                                    QStringView(u"Foundation is ready in week {m}.")};
constexpr std::array renewalDetails{QStringView(u"Only wish: a fixed technician."),
                                    QStringView(u"Unit has run {m}00 hours so far."),
                                    QStringView(u"Cartridges are from our stock, no copies."),
                                    QStringView(u"Budget for service is approved for two years."),
                                    QStringView(u"A cheaper local offer is on the table."),
                                    QStringView(u"Wants inspection dates outside the season.")};

constexpr std::array agreed{QStringView(u"I call again next week."),
                            QStringView(u"Will send the minutes today."),
                            QStringView(u"{p} gives notice by Friday."),
                            QStringView(u"Next talk when the figures are there."),
                            QStringView(u"Drawing goes out on Monday."),
                            QStringView(u"Agreed to be there with the technician."),
                            QStringView(u"Sent a short summary by mail."),
                            QStringView(u"Stay on it."),
                            QStringView(u"{p} asks internally."),
                            QStringView(u"Reminder set."),
                            QStringView(u"Next step is with us."),
                            QStringView(u"Nothing before the fair."),
                            QStringView(u"Good atmosphere."),
                            QStringView(u"Decision in the first half of the month."),
                            QStringView(u"Ask the works for the delivery time.")};

constexpr std::array missed{QStringView(u"No answer, tried twice."),
                            QStringView(u"Is in a meeting until three, try again later."),
                            QStringView(u"On holiday until Monday, stand-in knows nothing."),
                            QStringView(u"Left a message with the switchboard."),
                            QStringView(u"Mailbox; left name, number and reason."),
                            QStringView(u"Engaged all morning."),
                            QStringView(u"In the hall, mobile does not get through.")};

constexpr std::array leadDone{
    Script{Call, u"First call with {p}",
           u"Reached {p}; interested, but no project before summer. Send information and call again."},
    Script{Call, u"Cold call {c}",
           u"Gatekeeper was friendly, {p} is the right person for extraction. Back in the office "
           u"in the afternoon."},
    Script{Email, u"Answer to website enquiry",
           u"Thanked for the enquiry and asked for machine type, hours a day and material."},
    Script{TradeShow, u"Card from the fair",
           u"Short talk at the stand about {k}. Wants a price, knows nobody else in the field."},
    Script{Call, u"Qualification", u"Need is there, budget not yet. {p} decides alone up to 10,000."},
    Script{Email, u"Brochure sent", u"Brochure {k} and price range sent, as {p} asked."},
    Script{Retail, u"Talk at the dealer’s open day",
           u"Has a small workshop, looks for a mobile unit. Told him about the Cyclo 160."},
    Script{Message, u"Message on the network", u"{p} answered: “Please come back to me in the new year.”"}};
constexpr std::array leadPlanned{
    Script{Call, u"Call {p}", u"Ask for machines, hours, material."},
    Script{Call, u"Third try to reach {p}", u""}, Script{Email, u"Send price range", u""},
    Script{Task, u"Check whether {c} fits", u""}, Script{Meeting, u"Video call with {p}", u""}};

template <class Entry>
using Phases = std::array<std::span<const Entry>, phaseCount>;

constexpr Phases<Script> done{openingDone, analysisDone, offerDone, closingDone, renewalDone};
constexpr Phases<Script> planned{openingPlanned, analysisPlanned, offerPlanned, closingPlanned,
                                 renewalPlanned};
constexpr Phases<QStringView> detail{openingDetails, analysisDetails, offerDetails, closingDetails,
                                     renewalDetails};

} // namespace

std::span<const Script> doneScripts(Phase phase)
{
    return done[size_t(phase)];
}

std::span<const Script> plannedScripts(Phase phase)
{
    return planned[size_t(phase)];
}

std::span<const QStringView> details(Phase phase)
{
    return detail[size_t(phase)];
}

std::span<const QStringView> agreements()
{
    return agreed;
}

std::span<const QStringView> missedCallNotes()
{
    return missed;
}

std::span<const Script> leadScripts()
{
    return leadDone;
}

std::span<const Script> plannedLeadScripts()
{
    return leadPlanned;
}

} // namespace headway::sample
