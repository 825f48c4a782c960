// SPDX-License-Identifier: GPL-3.0-or-later
// An invented language: every text is half as long again, with accents, so that layouts that barely fit
// English break, and untranslatable texts are visible. Installed during its lifetime.
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
