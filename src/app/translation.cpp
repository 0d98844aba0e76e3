// SPDX-License-Identifier: Apache-2.0
#include "app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace plugsmith {

using namespace Qt::StringLiterals;

void installTranslation()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    const QString folder = u":/i18n"_s;
    if (translator->load(QLocale(), u"plugsmith"_s, u"_"_s, folder) || translator->load(u"plugsmith_en"_s, folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace plugsmith
