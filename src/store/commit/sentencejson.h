// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence as the history keeps it: {"id": "deal.moved", "of": [{"record": "deal:17", "title": "Renewal"}, …]}.
// Known to the change log and the bulk load. Nothing fails; any thread.
#pragma once

#include "domain/sentence.h"

namespace headway::store {

// Empty for a sentence without a name: words of an older version, which the history keeps as they are.
QString sentenceToJson(const Sentence &sentence);
// One of a newer version says so, and is kept with its values; `words` where there is no sentence.
Sentence sentenceFromJson(const QString &json, const QString &words);

} // namespace headway::store
