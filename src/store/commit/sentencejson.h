// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of a sentence in the history: {"id": "deal.moved", "of": [{"record": "deal:17", "title":
// "Renewal"}, …]}. Used by the change log and the bulk load only. Nothing fails; any thread.
#pragma once

#include "domain/sentence.h"

namespace headway::store {

// Empty for a sentence without a name: a text of an older version, which the history keeps verbatim.
QString sentenceToJson(const Sentence &sentence);
// A wording that only a newer version knows is kept by its name, with its values; `words` is used if there
// is no sentence.
Sentence sentenceFromJson(const QString &json, const QString &words);

} // namespace headway::store
