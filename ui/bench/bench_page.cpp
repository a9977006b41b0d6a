// SPDX-FileCopyrightText: 2026 Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/bench_page.h"

#include "models/policies/policy_book.h"
#include "models/text.h"
#include "ui/bench/bench_examples.h"
#include "ui/bench/conversation_editor.h"
#include "ui/bench/policy_source.h"
#include "ui/bench/verdict_view.h"
#include "ui/settings/shortcut_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/section_title.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gatehouse::console {

namespace {

constexpr int leftWidth = 480;
constexpr int rightWidth = 720;
constexpr int mostProblems = 20;

} // namespace

BenchPage::BenchPage(PageContext &context, QWidget *parent)
    : Page(QStringLiteral("bench"), parent)
    , m_judge(new BenchJudge(this))
    , m_book(new PolicyBook(context.session, this))
    , m_conversation(new ConversationEditor)
    , m_source(new PolicySource)
    , m_stage(new QComboBox)
    , m_left(new QTabWidget)
    , m_draft(new QPlainTextEdit)
    , m_right(new QStackedWidget)
    , m_examples(newExamples())
    , m_verdict(new VerdictView)
    , m_problems(newProblems())
{
    for (QWidget *side : {m_examples, static_cast<QWidget *>(m_verdict), m_problems})
        m_right->addWidget(side);
    auto *panes = new QSplitter;
    panes->addWidget(newLeft());
    panes->addWidget(m_right);
    panes->setSizes({leftWidth, rightWidth});
    panes->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newToolRow(context));
    column->addWidget(panes, 1);
    connectAll();
    ask();
}

QWidget *BenchPage::newToolRow(PageContext &context)
{
    m_stage->setObjectName(QStringLiteral("stage"));
    m_stage->setAccessibleName(tr("Stage"));
    m_stage->setToolTip(tr("Before the model, or what comes back"));
    for (const Stage stage : {Stage::Request, Stage::Response})
        m_stage->addItem(word(stage), static_cast<int>(stage));
    m_copyLine = context.shortcuts.add({QStringLiteral("bench.copy"), tr("Copy as command"),
                                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("Test bench")},
        this);
    connect(m_copyLine, &QAction::triggered, this, &BenchPage::copyCheckLine);
    auto *add = context.shortcuts.add({QStringLiteral("bench.part"), tr("Add part"),
                                          QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Test bench")},
        this);
    connect(add, &QAction::triggered, this, [this] {
        m_left->setCurrentIndex(0);
        m_conversation->addPart({TrustZone::Tool, {}});
    });
    auto *clear = context.shortcuts.add({QStringLiteral("bench.clear"), tr("Start over"),
                                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), tr("Test bench")},
        this);
    connect(clear, &QAction::triggered, this, [this] { m_conversation->setParts({}); });

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::around, space::between, space::around, space::between);
    const auto label = [&](const QString &text, QWidget *buddy) {
        auto *caption = new QLabel(text);
        caption->setBuddy(buddy);
        layout->addWidget(caption);
        layout->addWidget(buddy);
    };
    label(tr("&Stage"), m_stage);
    label(tr("&Policy"), m_source);
    layout->addStretch();
    layout->addWidget(new ActionButton(add));
    layout->addWidget(new ActionButton(clear));
    layout->addWidget(new ActionButton(m_copyLine));
    return row;
}

QWidget *BenchPage::newLeft()
{
    m_draft->setObjectName(QStringLiteral("draft"));
    m_draft->setAccessibleName(tr("Draft policy"));
    m_draft->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_draft->setFont(monoFont());
    m_left->addTab(m_conversation, tr("Conversation"));
    m_left->setDocumentMode(true);
    m_left->setAccessibleName(tr("What is judged"));
    m_left->setTabBarAutoHide(true);
    m_left->tabBar()->setDrawBase(false);
    return m_left;
}

QWidget *BenchPage::newExamples()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    column->setSpacing(space::between);
    column->addStretch(1);
    auto *words = new QLabel(
        tr("Type on the left, and the verdict stands here: which rules fired, on which words, and how long "
           "each took. Nothing is sent or recorded. Or start from an example:"));
    words->setWordWrap(true);
    words->setProperty("look", QStringLiteral("muted"));
    column->addWidget(words);
    for (const BenchExample &example : benchExamples()) {
        auto *button = new QPushButton(example.name);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, example] {
            setStage(example.stage);
            m_conversation->setParts(example.parts);
        });
    }
    column->addStretch(2);
    return side;
}

QWidget *BenchPage::newProblems()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::around, space::around, space::around, space::around);
    m_problemText = new QLabel;
    m_problemText->setObjectName(QStringLiteral("problems"));
    m_problemText->setWordWrap(true);
    m_problemText->setTextFormat(Qt::PlainText);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(new SectionTitle(tr("This policy can't judge")));
    column->addWidget(m_problemText);
    column->addStretch();
    return side;
}

void BenchPage::connectAll()
{
    connect(m_conversation, &ConversationEditor::changed, this, &BenchPage::ask);
    connect(m_stage, &QComboBox::activated, this,
        [this] { setStage(static_cast<Stage>(m_stage->currentData().toInt())); });
    connect(m_source, &PolicySource::sourceChanged, this, &BenchPage::sourceChanged);
    connect(m_source, &PolicySource::troubleSaid, this, &Page::troubleSaid);
    connect(m_draft, &QPlainTextEdit::textChanged, this,
        [this] { m_source->setDraft(m_draft->toPlainText().toUtf8()); });
    connect(m_book, &PolicyBook::loaded, this, [this] {
        m_source->setPublished(m_book->published(), m_book->publishedJson());
        if (m_conversation->isEmpty())
            setReady();
    });
    connect(m_book, &PolicyBook::loadFailed, this, [this](const QString &problem) {
        Q_EMIT troubleSaid(tr("The published policy could not be read. %1").arg(problem));
        setReady();
    });
    connect(m_judge, &BenchJudge::judged, this, &BenchPage::showAnswer);
    connect(m_judge, &BenchJudge::refused, this, &BenchPage::showProblems);
    connect(m_verdict, &VerdictView::ruleActivated, this, [this](const QString &rule) {
        if (m_source->kind() == PolicySource::Kind::Published)
            Q_EMIT goTo(QStringLiteral("policies"), {{QStringLiteral("rule"), rule}});
    });
}

BenchQuestion BenchPage::question() const
{
    return {m_conversation->parts(), static_cast<Stage>(m_stage->currentData().toInt()), m_source->json()};
}

void BenchPage::ask()
{
    const bool empty = m_conversation->isEmpty();
    m_copyLine->setEnabled(!empty);
    if (empty) {
        m_conversation->setMarks({});
        m_right->setCurrentWidget(m_examples);
    } else if (m_right->currentWidget() == m_examples) {
        m_verdict->setWaiting();
        m_right->setCurrentWidget(m_verdict);
    }
    // Also asked without a text: the policy is then compiled by the time there is one.
    if (!m_source->json().isEmpty())
        m_judge->ask(question());
}

void BenchPage::showAnswer(const BenchAnswer &answer)
{
    // An answer may arrive after the text was cleared.
    if (m_conversation->isEmpty())
        return;
    m_conversation->setMarks(answer.marks);
    m_verdict->setAnswer(answer, m_conversation->parts());
    m_right->setCurrentWidget(m_verdict);
    setTitleLine(tr("%1 · %2").arg(word(answer.verdict.kind), m_source->currentText()));
    setReady();
}

void BenchPage::showProblems(const std::vector<Error> &problems)
{
    if (m_conversation->isEmpty())
        return;
    QStringList lines;
    for (std::size_t i = 0; i < problems.size() && i < mostProblems; ++i)
        lines.append(errorText(problems[i]));
    if (problems.size() > mostProblems)
        lines.append(tr("… and %n more", nullptr, static_cast<int>(problems.size() - mostProblems)));
    m_problemText->setText(lines.join(QStringLiteral("\n\n")));
    m_conversation->setMarks({});
    m_right->setCurrentWidget(m_problems);
    setReady();
}

void BenchPage::setStage(Stage stage)
{
    m_stage->setCurrentIndex(m_stage->findData(static_cast<int>(stage)));
    const bool response = stage == Stage::Response;
    m_conversation->swapZones(
        response ? TrustZone::User : TrustZone::Assistant, response ? TrustZone::Assistant : TrustZone::User);
    ask();
}

void BenchPage::sourceChanged()
{
    const bool draft = m_source->kind() == PolicySource::Kind::Draft;
    if (draft && m_left->count() == 1) {
        m_left->addTab(m_draft, tr("Draft policy"));
        if (m_draft->toPlainText().isEmpty())
            m_draft->setPlainText(QString::fromUtf8(m_source->publishedJson()));
    } else if (!draft && m_left->count() == 2) {
        m_left->removeTab(1);
    }
    ask();
}

void BenchPage::copyCheckLine()
{
    QGuiApplication::clipboard()->setText(checkLine(question(), m_source->forCommandLine()));
    Q_EMIT undoTextChanged(m_source->kind() == PolicySource::Kind::Draft
            ? tr("Command copied; save the draft as draft.json beside it")
            : tr("Command copied"));
}

void BenchPage::open(const QVariantMap &what)
{
    const auto zoneOf = [](const QVariantMap &map) {
        const auto zone = fromName<TrustZone>(map.value(QStringLiteral("zone")).toString().toStdString());
        return zone.value_or(TrustZone::User);
    };
    if (what.contains(QStringLiteral("policy"))) {
        m_draft->setPlainText(what.value(QStringLiteral("policy")).toString());
        m_source->setKind(PolicySource::Kind::Draft);
    }
    std::vector<BenchPart> parts;
    for (const QVariant &part : what.value(QStringLiteral("parts")).toList())
        parts.push_back({zoneOf(part.toMap()), part.toMap().value(QStringLiteral("text")).toString()});
    if (what.contains(QStringLiteral("text")))
        parts.push_back({zoneOf(what), what.value(QStringLiteral("text")).toString()});
    if (parts.empty())
        return;
    const auto stage = fromName<Stage>(what.value(QStringLiteral("stage")).toString().toStdString());
    m_stage->setCurrentIndex(m_stage->findData(static_cast<int>(stage.value_or(Stage::Request))));
    m_conversation->setParts(parts);
}

QList<QWidget *> BenchPage::panes() const
{
    return {m_left, m_right};
}

} // namespace gatehouse::console
