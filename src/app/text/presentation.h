// SPDX-License-Identifier: GPL-3.0-or-later
// How a kind of record is shown: its icon, its page or its list in the settings, the columns and fields that
// stand first. One row for each kind that has anything of its own; a kind without is shown by its field
// table alone. What holds of a kind wherever it is shown stands in domain/records/record.h. Read by models,
// the command line and the window; pure, any thread; nothing fails.
#pragma once

#include "domain/fields/field.h"

#include <QStringList>

#include <vector>

namespace headway::app {

// Lists of fields are their names with a space between two. Texts are English, for translation in the
// context "Presentation"; the titles of sections in "Sections".
struct Presentation {
    struct Chip { // a condition that people often want
        const char *name = "";
        const char *condition = "";
    };
    enum class Weight { Normal, Strong, Quiet };
    struct HeadField { // below the name, at the head of the details
        const char *name = "";
        Weight weight = Weight::Normal;
    };
    struct Section {             // of the details
        const char *title = "";  // empty: the first one needs none
        const char *always = ""; // shown though they are empty, because they ought to be filled
        const char *ifFilled = "";
    };

    EntityKind kind = EntityKind::Deal;
    const char *iconName = "documentinfo";
    const char *title = "";        // of its page or its list in the settings
    const char *page = "";         // the page's id; empty: it has none of its own
    const char *settingsPart = ""; // the id of its list in the settings; empty: it is not edited there
    const char *purpose = "";      // what that list is for
    const char *columns = "";      // of a list at first; empty: all fields but long ones
    const char *briefColumns = ""; // the same on the command line; empty: the first six
    std::vector<Chip> chips = {};
    std::vector<HeadField> head = {};
    std::vector<Section> sections = {}; // fields that none of them names come last
    const char *firstFields = "";       // what a new record is asked for; empty: all of the sections
};

const Presentation &presentationOf(EntityKind kind);

// Those with a page of their own, and those with a list in the settings, in the order in which they are shown.
std::vector<Presentation> listPages();
std::vector<Presentation> settingsLists();

// `names` as they stand in a row, each by itself.
QStringList fieldNames(const char *names);

// The row of a kind that is not the program's own: beside registerKind(), and at the same time.
void registerPresentation(const Presentation &row);

} // namespace headway::app
