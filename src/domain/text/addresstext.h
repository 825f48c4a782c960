// SPDX-License-Identifier: GPL-3.0-or-later
// By what somebody is reached, as it is typed: e-mail addresses, phone numbers, web pages. One rule for forms, cells
// and the command line, which refuse what is none; imports keep it (see exchange/cells/reachtext.h). Pure; any thread.
#pragma once

#include "domain/fields/field.h"
#include "domain/sentence.h"

#include <QStringView>

namespace headway {

// Why `text` is no address, number or page; empty if it is one, if it is blank, or for fields of other types.
Sentence addressProblem(FieldType type, QStringView text);

} // namespace headway
