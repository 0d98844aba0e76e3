// SPDX-License-Identifier: Apache-2.0
#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <QVector>

namespace plugsmith {

using namespace Qt::StringLiterals;

void installTranslation(const QString &language)
{
    static QVector<QTranslator *> installed;
    for (QTranslator *translator : installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    installed.clear();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto install = [&locale](const QString &name, const QString &folder, const QString &fallback) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, u"_"_s, folder) || translator->load(fallback, folder)) {
            QCoreApplication::installTranslator(translator);
            installed += translator;
        } else {
            delete translator;
        }
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath), {}); // menus of text fields, file dialogs
    install(u"plugsmith"_s, u":/i18n"_s, u"plugsmith_en"_s);
}

} // namespace plugsmith
