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

inline void selectSymbol(const WindowFixture &fixture, const QString &symbol)
{
    auto *view = fixture.find<QListView>("load.symbols");
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (view->model()->index(row, 0).data().toString() == symbol)
            view->setCurrentIndex(view->model()->index(row, 0));
    }
}

/// Calls a function as somebody at the window does, and waits for what comes of it.
inline bool callOnPage(const WindowFixture &fixture, const QString &symbol, const QString &json = u"[]"_s)
{
    selectSymbol(fixture, symbol);
    fixture.find<QPlainTextEdit>("load.call.json")->setPlainText(json);
    const CallModel &calls = fixture.find<LoadPage>("load.page")->current()->calls();
    const int before = calls.rowCount();
    fixture.click("load.call.run");
    return QTest::qWaitFor(
        [&] { return calls.rowCount() == before + 1 && calls.callAt(0)->state != CallModel::State::Running; },
        Patience);
}

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
    void select(const QString &symbol) const { selectSymbol(*this, symbol); }
    void type(const QString &json) const { find<QPlainTextEdit>("load.call.json")->setPlainText(json); }
    bool call(const QString &symbol, const QString &json = u"[]"_s) const { return callOnPage(*this, symbol, json); }
    QString shown(const char *name) const { return find<QPlainTextEdit>(name)->toPlainText(); }
};

} // namespace plugsmith::test
