// SPDX-License-Identifier: GPL-3.0-or-later
// A language that nobody speaks: every text is half as long again, with accents, so that a layout that only
// just holds English breaks, and a text that nobody can translate stands out. While it lives.
#pragma once

#include <QTranslator>

namespace headway::test {

class PseudoLanguage : public QTranslator
{
public:
    PseudoLanguage();
    ~PseudoLanguage() override;

    QString translate(const char *context, const char *source, const char *disambiguation,
                      int count) const override;
    bool isEmpty() const override { return false; }

    // "Amount" → "Ámöüñţ~~~"; "%1", "%n" and "&" stay.
    static QString of(const QString &text);
};

} // namespace headway::test
