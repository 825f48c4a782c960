// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/emailtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway {

bool isEmailAddress(QStringView text)
{
    static const QRegularExpression shape(uR"(^[^\s@]+@[^\s@]+\.[^\s@.]+$)"_s);
    return shape.match(text.trimmed().toString()).hasMatch();
}

} // namespace headway
