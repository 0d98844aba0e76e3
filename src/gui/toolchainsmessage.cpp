// SPDX-License-Identifier: Apache-2.0
#include "gui/toolchainsmessage.h"

#include "build/buildengine.h"
#include "gui/symbolicicon.h"
#include "models/buildtext.h"
#include "models/toolchainsession.h"

#include <QPushButton>

namespace plugsmith {

using namespace Qt::StringLiterals;

ToolchainsMessage::ToolchainsMessage(ToolchainSession &session, QWidget *parent)
    : MessageCard(parent)
    , m_session(session)
{
    setObjectName(u"toolchains.message"_s);
    connect(&session, &ToolchainSession::changed, this, &ToolchainsMessage::refresh);
    connect(&session, &ToolchainSession::problem, this, &ToolchainsMessage::showProblem);
    connect(&session.versions(), &ToolchainModel::changed, this, &ToolchainsMessage::refresh);
    connect(this, &MessageCard::closed, this, [this] {
        if (m_kind == Kind::Problem)
            m_problem = {};
        else
            m_isPutOff = true;
        refresh();
    });
    fill(Kind::None);
    refresh();
}

void ToolchainsMessage::showProblem(const Error &error)
{
    m_problem = error;
    refresh();
}

ToolchainsMessage::Kind ToolchainsMessage::wanted() const
{
    if (!m_problem.message.isEmpty())
        return Kind::Problem;
    if (m_session.isAsking())
        return Kind::Asking;
    if (!m_session.listProblem().message.isEmpty())
        return Kind::Offline;
    if (!m_session.mayAsk() && !m_isPutOff)
        return Kind::Consent;
    const bool isEmpty = m_session.engine().isMachineKnown() && m_session.versions().installedCount() == 0 &&
                         m_session.versions().busyCount() == 0;
    return isEmpty ? Kind::Empty : Kind::None;
}

void ToolchainsMessage::refresh()
{
    const Kind kind = wanted();
    const GoRelease *newest = kind == Kind::Empty ? m_session.versions().newestMissing() : nullptr;
    const QString depends = kind == Kind::Problem   ? m_problem.sentence()
                            : kind == Kind::Offline ? m_session.listProblem().sentence()
                            : newest                ? newest->versionText
                                                    : m_session.askedSources();
    if (kind == m_kind && depends == m_shown)
        return; // its buttons may have the focus
    m_shown = depends;
    fill(kind);
}

void ToolchainsMessage::addAdd()
{
    QPushButton *add = addQuietButton(tr("Add from Disk…"), u"toolchains.message.add"_s, symbolicIcon(u"list-add"_s));
    connect(add, &QPushButton::clicked, this, &ToolchainsMessage::addRequested);
}

void ToolchainsMessage::fill(Kind kind)
{
    m_kind = kind;
    setVisible(kind != Kind::None);
    const auto ask = [this] { m_session.askForVersions(); };
    switch (kind) {
    case Kind::None:
        return;
    case Kind::Problem:
        show(m_problem);
        setClosable(true);
        return;
    case Kind::Asking:
        show(SemanticRole::Information, tr("The sources are asked for their Go versions"), m_session.askedSources());
        setClosable(false);
        return;
    case Kind::Offline:
        show(SemanticRole::Caution, m_session.listProblem().message, tr("Installed versions still work."));
        setDetail(m_session.listProblem().reason);
        setClosable(false);
        connect(addButton(tr("Try Again"), u"toolchains.message.ask"_s, symbolicIcon(u"view-refresh"_s)),
                &QPushButton::clicked, this, ask);
        return addAdd();
    case Kind::Consent: {
        const QString sources = m_session.askedSources();
        show(SemanticRole::Information, tr("Plugsmith can fetch other Go versions"),
             sources.isEmpty() ? tr("Every source is switched off. Nothing is contacted.")
                               : tr("It would ask %1 for their lists, and again once a day. Until you ask, nothing is "
                                    "contacted.")
                                     .arg(sources));
        setClosable(true);
        if (!sources.isEmpty()) {
            connect(addButton(tr("Ask for Versions"), u"toolchains.message.ask"_s, symbolicIcon(u"view-refresh"_s)),
                    &QPushButton::clicked, this, ask);
        }
        connect(addQuietButton(tr("Sources…"), u"toolchains.message.sources"_s, symbolicIcon(u"configure"_s)),
                &QPushButton::clicked, this, &ToolchainsMessage::settingsRequested);
        return addAdd();
    }
    case Kind::Empty: {
        const GoRelease *newest = m_session.versions().newestMissing();
        show(SemanticRole::Caution, tr("No Go version is installed"), tr("Download one to build plugins."));
        setClosable(false);
        if (newest) {
            const qint64 bytes = newest->archive ? newest->archive->bytes : -1;
            const QString version = newest->version.toString();
            QPushButton *get = addButton(bytes > 0 ? tr("Download Go %1 (%2)").arg(version, shownSize(bytes))
                                                   : tr("Download Go %1").arg(version),
                                         u"toolchains.message.get"_s, symbolicIcon(u"download"_s));
            connect(get, &QPushButton::clicked, this, [this, name = newest->versionText] { m_session.get(name); });
        } else {
            connect(addButton(tr("Ask for Versions"), u"toolchains.message.ask"_s, symbolicIcon(u"view-refresh"_s)),
                    &QPushButton::clicked, this, ask);
        }
        return addAdd();
    }
    }
}

} // namespace plugsmith
