// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/xlsxformats.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr int firstOwnFormat = 164; // those below are built in

// A symbol with the place that it belongs to, where that leaves no doubt which currency it is; else the code.
struct Sign {
    QLatin1StringView code;
    const char *format; // UTF-8, before the figures
};
constexpr std::array signs{Sign{"EUR"_L1, "[$€-2]\\ "}, Sign{"USD"_L1, "[$$-409]"},
                           Sign{"GBP"_L1, "[$£-809]"}, Sign{"JPY"_L1, "[$¥-411]"}};

QByteArray signOf(const QString &currency)
{
    if (currency.isEmpty())
        return {};
    const auto *sign =
        std::find_if(signs.begin(), signs.end(), [&](const Sign &each) { return currency == each.code; });
    return sign != signs.end() ? QByteArray(sign->format) : "[$" + currency.toUtf8() + "]\\ ";
}

QByteArray numberFormat(int id, const QByteArray &code)
{
    return "<numFmt numFmtId=\"" + QByteArray::number(id) + "\" formatCode=\"" + code + "\"/>";
}

QByteArray cellFormat(int numberFormat, const QByteArray &more = {}, const QByteArray &inside = {})
{
    const QByteArray start = "<xf numFmtId=\"" + QByteArray::number(numberFormat)
        + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\"" + (more.contains("fontId") ? "" : " fontId=\"0\"")
        + (numberFormat ? " applyNumberFormat=\"1\"" : "") + more;
    return start + (inside.isEmpty() ? QByteArray("/>") : QByteArray(">" + inside + "</xf>"));
}

} // namespace

int XlsxFormats::ofAmount(QStringView currency, int decimals)
{
    auto found = std::find_if(m_amounts.begin(), m_amounts.end(), [&](const auto &amount) {
        return amount.first == currency && amount.second == decimals;
    });
    if (found == m_amounts.end())
        found = m_amounts.insert(m_amounts.end(), {currency.toString(), decimals});
    return FirstAmount + int(found - m_amounts.begin());
}

QByteArray XlsxFormats::stylesXml() const
{
    constexpr int day = firstOwnFormat;
    constexpr int moment = firstOwnFormat + 1;
    constexpr int firstAmount = firstOwnFormat + 2;
    QByteArray numberFormats = numberFormat(day, "yyyy\\-mm\\-dd")
        + numberFormat(moment, "yyyy\\-mm\\-dd\\ hh:mm:ss&quot; UTC&quot;");
    QByteArray cellFormats = cellFormat(0) + cellFormat(0, " fontId=\"1\" applyFont=\"1\"")      // Head
        + cellFormat(49)                                                                         // Text: @
        + cellFormat(0, " applyAlignment=\"1\"", "<alignment vertical=\"top\" wrapText=\"1\"/>") // Lines
        + cellFormat(1)                                                                          // Whole: 0
        + cellFormat(9)                                          // Percent: 0%
        + cellFormat(day) + cellFormat(moment) + cellFormat(46); // Duration: [h]:mm:ss
    int id = firstAmount;
    for (const auto &[currency, decimals] : m_amounts) {
        numberFormats += numberFormat(
            id, signOf(currency) + "#,##0" + (decimals > 0 ? "." + QByteArray(decimals, '0') : QByteArray()));
        cellFormats += cellFormat(id++);
    }
    const QByteArray numberCount = QByteArray::number(id - firstOwnFormat);
    const QByteArray cellCount = QByteArray::number(FirstAmount + int(m_amounts.size()));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
           "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
           "<numFmts count=\""
        + numberCount + "\">" + numberFormats
        + "</numFmts>"
          "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
          "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
          "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
          "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
          "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
          "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
          "<cellXfs count=\""
        + cellCount + "\">" + cellFormats
        + "</cellXfs>"
          "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
          "</styleSheet>";
}

} // namespace headway::exchange
