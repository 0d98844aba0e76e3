// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/settingkeys.h"
#include "gui/loadpage.h"
#include "gui/messagecard.h"
#include "gui/navigator.h"
#include "support/fakehost.h"
#include "windowfixture.h"

#include <QListView>
#include <QPlainTextEdit>

namespace plugsmith::test {

/// A window with a session that fakehost runs.
struct LoadFixture : WindowFixture
{
    LoadFixture()
    {
        settings->set(keys::LoadWasExplained, true);
        window->show();
        window->navigator().go({u"load"_s, {}, {}});
    }
    bool load(const QString &name, qint64 scn, const QByteArray &content = "plugin")
    {
        LoadSession *taken = sessions->take(fakePlugin(folder.path(), name, scn, content), fakeHost());
        return QTest::qWaitFor(
            [taken] { return taken->session().generations().last().state != Generation::State::Opening; }, Patience);
    }
    LoadSession *current() const { return find<LoadPage>("load.page")->current(); }
    MessageCard *card() const { return find<MessageCard>("load.message"); }
    void select(const QString &symbol) const
    {
        auto *view = find<QListView>("load.symbols");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == symbol)
                view->setCurrentIndex(view->model()->index(row, 0));
        }
    }
    void type(const QString &json) const { find<QPlainTextEdit>("load.call.json")->setPlainText(json); }
    bool call(const QString &symbol, const QString &json = u"[]"_s)
    {
        select(symbol);
        type(json);
        const int before = current()->calls().rowCount();
        click("load.call.run");
        return QTest::qWaitFor(
            [&] {
                return current()->calls().rowCount() == before + 1 &&
                       current()->calls().callAt(0)->state != CallModel::State::Running;
            },
            Patience);
    }
    QString shown(const char *name) const { return find<QPlainTextEdit>(name)->toPlainText(); }
};

} // namespace plugsmith::test
