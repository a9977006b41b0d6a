<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertPace</name>
    <message numerus="yes">
        <source>%n critical calls wait</source>
        <translation>
            <numerusform>%n critical call waits</numerusform>
            <numerusform>%n critical calls wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n serious calls wait</source>
        <translation>
            <numerusform>%n serious call waits</numerusform>
            <numerusform>%n serious calls wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationWords</name>
    <message numerus="yes">
        <source>%n byte(s), from byte %1</source>
        <translation>
            <numerusform>%n byte, from byte %1</numerusform>
            <numerusform>%n bytes, from byte %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePdf</name>
    <message numerus="yes">
        <source>%n other entries lead from them to the signature; they are in the JSON pack.</source>
        <translation>
            <numerusform>%n other entry leads from them to the signature; it is in the JSON pack.</numerusform>
            <numerusform>%n other entries lead from them to the signature; they are in the JSON pack.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message numerus="yes">
        <source>%n other entries of the period are in the audit log, such as decisions.</source>
        <translation>
            <numerusform>%n other entry of the period is in the audit log, such as a decision.</numerusform>
            <numerusform>%n other entries of the period are in the audit log, such as decisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>%n min late</numerusform>
            <numerusform>%n min late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h late</source>
        <translation>
            <numerusform>%n h late</numerusform>
            <numerusform>%n h late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::AuditPage</name>
    <message numerus="yes">
        <source>Exported %n entries to %1</source>
        <translation>
            <numerusform>Exported %n entry to %1</numerusform>
            <numerusform>Exported %n entries to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n entries are as they were written · head %1…</source>
        <translation>
            <numerusform>✓ %n entry is as it was written · head %1…</numerusform>
            <numerusform>✓ %n entries are as they were written · head %1…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::BenchChecksModel</name>
    <message numerus="yes">
        <source>%1 · check %2 · %n byte(s) read</source>
        <translation>
            <numerusform>%1 · check %2 · %n byte read</numerusform>
            <numerusform>%1 · check %2 · %n bytes read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::BenchPage</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CallSurroundings</name>
    <message numerus="yes">
        <source>%n true positive(s)</source>
        <translation>
            <numerusform>%n true positive</numerusform>
            <numerusform>%n true positives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false positive(s)</source>
        <translation>
            <numerusform>%n false positive</numerusform>
            <numerusform>%n false positives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n benign</source>
        <translation>
            <numerusform>%n benign</numerusform>
            <numerusform>%n benign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ContextPane</name>
    <message numerus="yes">
        <source>%n call(s) say nearly the same</source>
        <translation>
            <numerusform>%n call says nearly the same</numerusform>
            <numerusform>%n calls say nearly the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n call(s) that say nearly the same</source>
        <translation>
            <numerusform>The newest call that says nearly the same</numerusform>
            <numerusform>The newest %n calls that say nearly the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use case(s)</source>
        <translation>
            <numerusform>%n use case</numerusform>
            <numerusform>%n use cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, the end user: %2; %n call(s) in the day before</source>
        <translation>
            <numerusform>%1, the end user: %2; %n call in the day before</numerusform>
            <numerusform>%1, the end user: %2; %n calls in the day before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CopyButton</name>
    <message numerus="yes">
        <source>Copies it and takes it off the clipboard after %n s</source>
        <translation>
            <numerusform>Copies it and takes it off the clipboard after %n s</numerusform>
            <numerusform>Copies it and takes it off the clipboard after %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CountChart</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n call</numerusform>
            <numerusform>%1: %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Decisions</name>
    <message numerus="yes">
        <source>confirmed %n</source>
        <translation>
            <numerusform>confirmed %n</numerusform>
            <numerusform>confirmed %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dismissed %n</source>
        <translation>
            <numerusform>dismissed %n</numerusform>
            <numerusform>dismissed %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n benign</source>
        <translation>
            <numerusform>marked %n benign</numerusform>
            <numerusform>marked %n benign</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n duplicate</source>
        <translation>
            <numerusform>marked %n duplicate</numerusform>
            <numerusform>marked %n duplicate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>escalated %n</source>
        <translation>
            <numerusform>escalated %n</numerusform>
            <numerusform>escalated %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n</source>
        <translation>
            <numerusform>reopened %n</numerusform>
            <numerusform>reopened %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>assigned %n</source>
        <translation>
            <numerusform>assigned %n</numerusform>
            <numerusform>assigned %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n was changed: %1.</source>
        <translation>
            <numerusform>None of %n was changed: %1.</numerusform>
            <numerusform>None of %n was changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>noted %n</source>
        <translation>
            <numerusform>noted %n</numerusform>
            <numerusform>noted %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gave %n back</source>
        <translation>
            <numerusform>gave %n back</numerusform>
            <numerusform>gave %n back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::EvidenceView</name>
    <message numerus="yes">
        <source>%n characters, folded</source>
        <translation>
            <numerusform>%n character, folded</numerusform>
            <numerusform>%n characters, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionDialog</name>
    <message numerus="yes">
        <source>The rule found nothing in these calls in the last %n days.</source>
        <translation>
            <numerusform>The rule found nothing in these calls in the last day.</numerusform>
            <numerusform>The rule found nothing in these calls in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %n days it would have been applied to %1 of the %2 calls in which the rule found something.</source>
        <translation>
            <numerusform>In the last day it would have been applied to %1 of the %2 calls in which the rule found something.</numerusform>
            <numerusform>In the last %n days it would have been applied to %1 of the %2 calls in which the rule found something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExplorerPage</name>
    <message numerus="yes">
        <source>%n new, sort by time to see them</source>
        <translation>
            <numerusform>%n new, sort by time to see it</numerusform>
            <numerusform>%n new, sort by time to see them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExportBar</name>
    <message numerus="yes">
        <source>Exported %n interaction(s) to %1</source>
        <translation>
            <numerusform>Exported %n interaction to %1</numerusform>
            <numerusform>Exported %n interactions to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GroupsPane</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::IssuedKeyView</name>
    <message numerus="yes">
        <source>This is the only time the key is shown. Copy it now; it leaves the clipboard after %n s.</source>
        <translation>
            <numerusform>This is the only time the key is shown. Copy it now; it leaves the clipboard after %n s.</numerusform>
            <numerusform>This is the only time the key is shown. Copy it now; it leaves the clipboard after %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeyPanel</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeysModel</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::NoteDialog</name>
    <message numerus="yes">
        <source>Note on %n interactions</source>
        <translation>
            <numerusform>Note on %n interaction</numerusform>
            <numerusform>Note on %n interactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::OfflineBanner</name>
    <message numerus="yes">
        <source>Trying again in %n s.</source>
        <translation>
            <numerusform>Trying again in %n s.</numerusform>
            <numerusform>Trying again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PoliciesPage</name>
    <message numerus="yes">
        <source>✕ %n problem(s): this draft can&apos;t be published, %1 stays in force</source>
        <translation>
            <numerusform>✕ %n problem: this draft can&apos;t be published, %1 stays in force</numerusform>
            <numerusform>✕ %n problems: this draft can&apos;t be published, %1 stays in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProvidersPage</name>
    <message numerus="yes">
        <source>%n providers</source>
        <translation>
            <numerusform>%n provider</numerusform>
            <numerusform>%n providers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ReportBar</name>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ReviewPage</name>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n new ↑</numerusform>
            <numerusform>%n new ↑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n matches</numerusform>
            <numerusform>%n match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more like this…</source>
        <translation>
            <numerusform>%n more like this…</numerusform>
            <numerusform>%n more like this…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RevokeDialog</name>
    <message numerus="yes">
        <source>It will stop what calls with it: %n call(s) in the last hour, the last one %1.</source>
        <translation>
            <numerusform>It will stop what calls with it: %n call in the last hour, the last one %1.</numerusform>
            <numerusform>It will stop what calls with it: %n calls in the last hour, the last one %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TeamTreeModel</name>
    <message numerus="yes">
        <source>%1: %n active key(s)</source>
        <translation>
            <numerusform>%1: %n active key</numerusform>
            <numerusform>%1: %n active keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TimelineStrip</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Tray</name>
    <message numerus="yes">
        <source>%n open critical calls</source>
        <translation>
            <numerusform>%n open critical call</numerusform>
            <numerusform>%n open critical calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::UpstreamTest</name>
    <message numerus="yes">
        <source>Answers in %1 ms with %n models</source>
        <translation>
            <numerusform>Answers in %1 ms with %n model</numerusform>
            <numerusform>Answers in %1 ms with %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::UpstreamsPane</name>
    <message numerus="yes">
        <source>Remove %1? Calls only it can answer are refused from then on, and its credential is deleted; this can&apos;t be undone. %n target(s) of models go with it.</source>
        <translation>
            <numerusform>Remove %1? Calls only it can answer are refused from then on, and its credential is deleted; this can&apos;t be undone. %n target of a model goes with it.</numerusform>
            <numerusform>Remove %1? Calls only it can answer are refused from then on, and its credential is deleted; this can&apos;t be undone. %n targets of models go with it.</numerusform>
        </translation>
    </message>
</context>
</TS>
