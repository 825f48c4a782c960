// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/addresstext.h"

#include "domain/text/emailtext.h"
#include "domain/text/phonenumber.h"

#include <QUrl>

namespace headway {

namespace {

constexpr qsizetype leastDigits = 3; // of a phone number: 112

bool isPhoneNumber(QStringView text)
{
    return readPhoneNumber(text).written.size() >= leastDigits;
}

bool isWebAddress(QStringView text)
{
    const QUrl url = QUrl::fromUserInput(text.toString());
    return url.isValid() && !text.contains(u' ') && url.host().contains(u'.');
}

} // namespace

Sentence addressProblem(FieldType type, QStringView text)
{
    const QStringView typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    if (type == FieldType::Email && !isEmailAddress(typed))
        return Sentence::tr("An e-mail address looks like name@company.com.");
    if (type == FieldType::Phone && !isPhoneNumber(typed))
        return Sentence::tr("A phone number has at least three digits.");
    if (type == FieldType::Url && !isWebAddress(typed))
        return Sentence::tr("A web address looks like www.company.com.");
    return {};
}

} // namespace headway
