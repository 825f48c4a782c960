// SPDX-License-Identifier: GPL-3.0-or-later
// How a kind of record is shown: its icon, its page or its list in the settings, the columns and fields
// that come first. One row for each kind that has any of these; other kinds are shown by their field table
// alone. Traits of a kind that do not depend on where it is shown are in domain/records/record.h. Used by
// models, the command line and the window; pure, any thread; nothing fails.
#pragma once

#include "domain/fields/field.h"

#include <QStringList>

#include <vector>

namespace headway::app {

// Lists of fields are their names separated by spaces. Texts are English, for translation in the context
// "Presentation"; the titles of sections in "Sections".
struct Presentation {
    struct Chip { // a filter that people often use
        const char *name = "";
        const char *condition = "";
    };
    enum class Weight { Normal, Strong, Quiet };
    struct HeadField { // below the name in the header of the details
        const char *name = "";
        Weight weight = Weight::Normal;
    };
    struct Section {             // of the details
        const char *title = "";  // empty: for the first one
        const char *always = ""; // shown though empty, because they should be filled
        const char *ifFilled = "";
    };

    EntityKind kind = EntityKind::Deal;
    const char *iconName = "documentinfo";
    const char *title = "";        // of its page or its list in the settings
    const char *page = "";         // the page's id; empty: it has no page
    const char *settingsPart = ""; // the id of its list in the settings; empty: not edited there
    const char *purpose = "";      // describes that list
    const char *columns = "";      // default columns of a list; empty: all but long fields
    const char *briefColumns = ""; // the same on the command line; empty: the first six
    std::vector<Chip> chips = {};
    std::vector<HeadField> head = {};
    std::vector<Section> sections = {}; // fields that none of them names come last
    const char *firstFields = "";       // asked for in a new record; empty: those of all sections
};

const Presentation &presentationOf(EntityKind kind);

// Kinds with a page of their own, and kinds with a list in the settings, in their order.
std::vector<Presentation> listPages();
std::vector<Presentation> settingsLists();

// "Deals": the title of its page or list in the reader's language; empty if it has none.
QString pageTitle(const Presentation &row);

// The names in `names`, split.
QStringList fieldNames(const char *names);

// Adds the row of a kind that is not built in; call it together with registerKind().
void registerPresentation(const Presentation &row);

} // namespace headway::app
