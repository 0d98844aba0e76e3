// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workshop.h"

#include "base/settingkeys.h"
#include "gui/windowfixture.h"
#include "models/presetstore.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QTimeZone>

#include <cstdio>

namespace plugsmith::test {

using namespace Qt::StringLiterals;

inline constexpr QSize Sizes[] = {{1440, 900}, {1024, 640}};

inline QVector<Target> targetsOf(const QStringList &texts)
{
    QVector<Target> targets;
    for (const QString &text : texts)
        targets += {*GoVersion::parse(text.section(u' ', 1)), *Platform::parse(text.section(u' ', 0, 0))};
    return targets;
}

inline const QStringList Six{u"linux/amd64 1.22.6"_s, u"linux/amd64 1.23.12"_s, u"linux/amd64 1.24.9"_s,
                             u"linux/arm64 1.22.6"_s, u"linux/arm64 1.23.12"_s, u"linux/386 1.22.6"_s};

/// The window in a workshop, and the ways to its states.
class Stage
{
public:
    Stage(QString folder, QString scene)
        : m_workshop(m_fixture.folder.filePath(u"machine"_s))
        , m_out(std::move(folder))
        , m_scene(std::move(scene))
    {
        QDir(folders::config() + u"/presets"_s).removeRecursively();
        Workshop::offerRelease();
        m_fixture.settings->set(keys::MatrixVersions, {});
        useMachine(true);
    }

    WindowFixture &fixture() { return m_fixture; }
    const Workshop &workshop() const { return m_workshop; }
    void useMachine(bool hasTools) { m_fixture.replaceEngine(m_workshop.setup(hasTools)); }
    void start()
    {
        m_fixture.window->resize(Sizes[0]);
        m_fixture.start();
        m_fixture.window->setSamplePath(u"/usr/share/plugsmith/samples/greeter.zip"_s);
        m_fixture.activate();
        TargetMatrixModel &matrix = m_fixture.session->matrix();
        for (const GoVersion &version : matrix.installedVersions()) { // a real one is not part of the picture
            if (!Workshop::versions().contains(version.toString().toLatin1()))
                matrix.setVersionShown(version, false);
        }
        settle();
    }

    QString pricing(const QString &name = u"pricing-1.8.0.zip"_s) const
    {
        QByteArray mod = "module git.example.com/shop/pricing\n\ngo 1.22\n\nrequire (\n";
        for (int i = 0; i < 23; ++i)
            mod += "\texample.com/dep" + QByteArray::number(i) + " v1.0." + QByteArray::number(i) +
                   (i < 6 ? "\n" : " // indirect\n");
        mod += ")\n\nreplace git.example.com/shop/sharedtypes => ../sharedtypes\n";
        QList<builder::ZipItem> items{{"go.mod", mod},
                                      {"cmd/plugin/main.go", "package main\n\nfunc Quote() int { return 1 }\n"},
                                      {"rules/hash.go", "package rules\n"}};
        for (int i = 0; i < 34; ++i)
            items += builder::ZipItem{"rules/rule" + QByteArray::number(i) + ".go", "package rules\n"};
        builder::ZipItem prices{"rules/prices.bin", QByteArray(1'400'000, 'x')};
        prices.isDeflated = false;
        return builder::writeFile(m_fixture.folder.filePath(name), builder::zipOf(items << prices));
    }
    QString sharedTypes() const
    {
        return builder::writeFile(m_fixture.folder.filePath(u"sharedtypes.zip"_s),
                                  builder::zipOf({{"go.mod", "module git.example.com/shop/sharedtypes\n\ngo 1.22\n"},
                                                  {"money.go", "package sharedtypes\n"}}));
    }
    /// Earlier builds, so that there are estimates.
    void addHistory()
    {
        double seconds = 24;
        for (const Target &target : targetsOf(Six)) {
            JobRecord record;
            record.id = u"earlier-"_s + target.toString();
            record.run = u"earlier"_s;
            record.modulePath = u"git.example.com/shop/pricing"_s;
            record.spec.sources = QStringList{pricing()};
            record.spec.name = u"pricing"_s;
            record.spec.destination = QDir::homePath() + u"/plugins/pricing"_s;
            record.spec.target = target;
            record.state = JobState::Done;
            record.created = QDateTime(QDate(2026, 11, 20), QTime(18, 12), QTimeZone::utc());
            record.seconds = seconds++;
            record.result.bytes = 18'400'000;
            m_fixture.engine->history().add(record);
        }
    }
    void openPricing()
    {
        Preset preset{u"Gateway release"_s, targetsOf(Six), {}};
        preset.options.linkerFlags = u"-s -w"_s;
        if (!PresetStore().save(preset))
            std::fputs("a preset was not saved\n", stderr);
        useMachine(true);
        addHistory();
        start();
        m_fixture.session->open({pricing(), sharedTypes()});
        waitFor([this] { return m_fixture.session->sourceState() == BuildSession::SourceState::Ready; });
        m_fixture.engine->queue().setParallel(2);
        m_fixture.session->applyPreset(preset);
        settle(300);
    }
    void build(Workshop::Build build, BuildSession &session)
    {
        m_workshop.set(build);
        session.build();
        if (build != Workshop::Build::Lasts)
            waitFor([&session] { return !session.isBuilding(); });
        else
            settle(4000);
        settle(300);
    }
    static void waitFor(const std::function<bool()> &condition)
    {
        if (!QTest::qWaitFor(condition, Patience))
            std::fputs("a state was not reached\n", stderr);
    }
    static void settle(int milliseconds = 150) { QTest::qWait(milliseconds); }

    /// At each size; what lies over the window is painted onto it.
    void shoot(const QString &what = {}) const
    {
        for (const QSize &size : Sizes) {
            m_fixture.window->resize(size);
            settle(200);
            save(size, what);
        }
        m_fixture.window->resize(Sizes[0]);
        settle();
    }
    /// Popovers stay where they were opened, so that one size has to do.
    void shootOnce(const QString &what = {}) const { save(m_fixture.window->size(), what); }

private:
    void save(const QSize &size, const QString &what) const
    {
        QPixmap picture = m_fixture.window->grab();
        QPainter painter(&picture);
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget != m_fixture.window.get() && widget->isVisible())
                painter.drawPixmap(widget->pos() - m_fixture.window->pos(), widget->grab());
        }
        painter.end();
        QDir().mkpath(m_out);
        const QString name = u"%1/%2%3-%4.png"_s.arg(m_out, m_scene, what, QString::number(size.width()));
        picture.save(name);
        std::printf("%s\n", qPrintable(name));
    }

    WindowFixture m_fixture;
    Workshop m_workshop;
    QString m_out;
    QString m_scene;
};

} // namespace plugsmith::test
