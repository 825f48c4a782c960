// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pseudo.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr QStringView plain = u"aceinostuyzACEINOSTUYZ";
constexpr QStringView accented = u"áçéîñöšţüýžÁÇÉÎÑÖŠŢÜÝŽ";
constexpr int lettersPerMore = 2; // 40 % longer would take two and a half

} // namespace

PseudoLanguage::PseudoLanguage()
{
    QCoreApplication::installTranslator(this);
}

PseudoLanguage::~PseudoLanguage()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoLanguage::of(const QString &text)
{
    static_assert(plain.size() == accented.size());
    QString said;
    int letters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace = i > 0 && text[i - 1] == u'%';
        const qsizetype at = isPlace ? -1 : plain.indexOf(text[i]);
        said += at < 0 ? text[i] : accented[at];
        letters += text[i].isLetter() && !isPlace;
    }
    const int more = (letters + lettersPerMore - 1) / lettersPerMore;
    const qsizetype end = said.endsWith(u"…"_s) ? said.size() - 1 : said.size();
    return said.insert(end, QString(more, u'~'));
}

QString PseudoLanguage::translate(const char *, const char *source, const char *, int) const
{
    return of(QString::fromUtf8(source));
}

} // namespace headway::test
