// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/dialtext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway {

QString dialAddress(const QString &number)
{
    static const QRegularExpression forPeople(u"[^0-9+*#,;]"_s);
    static const QRegularExpression extension(u"[\\s,;]*\\bext\\.?\\s*(\\d{1,8})\\s*$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = extension.match(number);
    const QString inner = match.hasMatch() ? QString(u";ext="_s + match.captured(1)) : QString();
    const QString outer = match.hasMatch() ? number.left(match.capturedStart()) : number;
    return u"tel:"_s + QString(outer).remove(forPeople) + inner;
}

} // namespace headway
