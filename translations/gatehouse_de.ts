<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlertPace</name>
    <message numerus="yes">
        <source>%n critical calls wait</source>
        <translation>
            <numerusform>%n kritischer Aufruf wartet</numerusform>
            <numerusform>%n kritische Aufrufe warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n serious calls wait</source>
        <translation>
            <numerusform>%n ernster Aufruf wartet</numerusform>
            <numerusform>%n ernste Aufrufe warten</numerusform>
        </translation>
    </message>
    <message>
        <source>no rule</source>
        <translation>keine Regel</translation>
    </message>
    <message>
        <source>The oldest: %1, rule %2, key %3 of %4</source>
        <translation>Der älteste: %1, Regel %2, Schlüssel %3 von %4</translation>
    </message>
    <message>
        <source>%1, rule %2, key %3 of %4</source>
        <translation>%1, Regel %2, Schlüssel %3 von %4</translation>
    </message>
</context>
<context>
    <name>BenchExamples</name>
    <message>
        <source>A credential in a question</source>
        <translation>Ein Zugangsgeheimnis in einer Frage</translation>
    </message>
    <message>
        <source>An injection in a tool result</source>
        <translation>Eine Einschleusung in einem Werkzeugergebnis</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezogene Daten</translation>
    </message>
    <message>
        <source>An answer that leaks a key</source>
        <translation>Eine Antwort, die einen Schlüssel verrät</translation>
    </message>
    <message>
        <source>An ordinary question</source>
        <translation>Eine gewöhnliche Frage</translation>
    </message>
</context>
<context>
    <name>BulkQuestion</name>
    <message>
        <source>They are resolved as true positives.</source>
        <translation>Sie werden als echte Treffer abgeschlossen.</translation>
    </message>
    <message>
        <source>They are resolved as false positives.</source>
        <translation>Sie werden als Fehlalarme abgeschlossen.</translation>
    </message>
    <message>
        <source>They are resolved as benign.</source>
        <translation>Sie werden als harmlos abgeschlossen.</translation>
    </message>
    <message>
        <source>They are resolved as duplicates.</source>
        <translation>Sie werden als Dubletten abgeschlossen.</translation>
    </message>
    <message>
        <source>They are escalated, and lose their disposition.</source>
        <translation>Sie werden eskaliert und verlieren ihre Einstufung.</translation>
    </message>
    <message>
        <source>They are open again, and lose their disposition.</source>
        <translation>Sie sind wieder offen und verlieren ihre Einstufung.</translation>
    </message>
    <message>
        <source>Each gets the note “%1”.</source>
        <translation>Jeder bekommt die Notiz „%1“.</translation>
    </message>
    <message>
        <source>They are assigned to you.</source>
        <translation>Sie werden Ihnen zugewiesen.</translation>
    </message>
    <message>
        <source>They are assigned to %1.</source>
        <translation>Sie werden %1 zugewiesen.</translation>
    </message>
    <message>
        <source>Decide all that match</source>
        <translation>Über alle Treffer entscheiden</translation>
    </message>
    <message>
        <source>Change all %1 interactions?</source>
        <translation>Alle %1 Interaktionen ändern?</translation>
    </message>
    <message>
        <source>Change %1 interactions: those whose %2?</source>
        <translation>%1 Interaktionen ändern, für die gilt: %2?</translation>
    </message>
    <message>
        <source>Calls newer than the newest one listed (%1) are not touched, nor any that somebody decides before its turn comes. It can be cancelled while it runs, and undone as a whole.</source>
        <translation>Aufrufe, die neuer sind als der neueste der Liste (%1), bleiben unberührt, ebenso alle, über die jemand entscheidet, bevor sie an der Reihe sind. Es kann währenddessen abgebrochen und als Ganzes rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>They are assigned to nobody.</source>
        <translation>Sie werden niemandem zugewiesen.</translation>
    </message>
</context>
<context>
    <name>ConnectionProfile</name>
    <message>
        <source>Not a port: %1</source>
        <translation>Kein Port: %1</translation>
    </message>
    <message>
        <source>Not the name of a host: %1</source>
        <translation>Kein Name eines Rechners: %1</translation>
    </message>
    <message>
        <source>Say how lists should name it.</source>
        <translation>Angeben, wie Listen sie nennen sollen.</translation>
    </message>
    <message>
        <source>Name the host, or a service of ~/.pg_service.conf.</source>
        <translation>Den Rechner angeben oder einen Dienst aus ~/.pg_service.conf.</translation>
    </message>
    <message>
        <source>Name the database.</source>
        <translation>Die Datenbank angeben.</translation>
    </message>
    <message>
        <source>The client certificate needs its private key.</source>
        <translation>Zum Client-Zertifikat gehört sein privater Schlüssel.</translation>
    </message>
    <message>
        <source>The private key needs its client certificate.</source>
        <translation>Zum privaten Schlüssel gehört sein Client-Zertifikat.</translation>
    </message>
</context>
<context>
    <name>ConversationWords</name>
    <message>
        <source>kept, not sent on</source>
        <translation>aufbewahrt, nicht weitergegeben</translation>
    </message>
    <message>
        <source>given to the caller, and kept</source>
        <translation>dem Aufrufer gegeben und aufbewahrt</translation>
    </message>
    <message>
        <source>sent to the model, and kept</source>
        <translation>dem Modell gesendet und aufbewahrt</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>aufbewahrt</translation>
    </message>
    <message>
        <source>kept; the caller was given what was written</source>
        <translation>aufbewahrt; der Aufrufer bekam, was geschrieben stand</translation>
    </message>
    <message>
        <source>kept; the model was sent what was written</source>
        <translation>aufbewahrt; das Modell bekam, was geschrieben stand</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s), from byte %1</source>
        <translation>
            <numerusform>%n Byte, ab Byte %1</numerusform>
            <numerusform>%n Byte, ab Byte %1</numerusform>
        </translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>DialogButtons</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EvidencePdf</name>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>%1 ein · %2 aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Was es beweist</translation>
    </message>
    <message>
        <source>Verdict&apos;s hash</source>
        <translation>Hash des Urteils</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Its version</source>
        <translation>Deren Version</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>entry %1, %2</source>
        <translation>Eintrag %1, %2</translation>
    </message>
    <message>
        <source>Signed head</source>
        <translation>Signierter Stand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>With the key</source>
        <translation>Mit dem Schlüssel</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message numerus="yes">
        <source>%n other entries lead from them to the signature; they are in the JSON pack.</source>
        <translation>
            <numerusform>%n weiterer Eintrag führt von ihnen zur Signatur; er steht im JSON-Paket.</numerusform>
            <numerusform>%n weitere Einträge führen von ihnen zur Signatur; sie stehen im JSON-Paket.</numerusform>
        </translation>
    </message>
    <message>
        <source>To check: gatehouse audit verify --pack, with the JSON pack of this call; gatehouse audit verify --expect-head, with the hash of the log&apos;s newest entry.</source>
        <translation>Zum Prüfen: gatehouse audit verify --pack mit dem JSON-Paket dieses Aufrufs; gatehouse audit verify --expect-head mit dem Hash des neuesten Eintrags.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Conversation, as it is stored</source>
        <translation>Gespräch, wie es gespeichert ist</translation>
    </message>
    <message>
        <source>Nothing of it is stored.</source>
        <translation>Davon ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Evidence pack</source>
        <translation>Beweispaket</translation>
    </message>
    <message>
        <source>Call %1 · made %2 UTC by %3</source>
        <translation>Aufruf %1 · erstellt %2 UTC von %3</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>text does not hold “%1”</source>
        <translation>Text enthält nicht „%1“</translation>
    </message>
    <message>
        <source>text holds “%1”</source>
        <translation>Text enthält „%1“</translation>
    </message>
    <message>
        <source>%1 is below %2</source>
        <translation>%1 ist unter %2</translation>
    </message>
    <message>
        <source>%1 is at least %2</source>
        <translation>%1 ist mindestens %2</translation>
    </message>
    <message>
        <source>%1 is above %2</source>
        <translation>%1 ist über %2</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1 ist höchstens %2</translation>
    </message>
    <message>
        <source>time is %1 or later</source>
        <translation>Zeit ist %1 oder später</translation>
    </message>
    <message>
        <source>time is %1 or earlier</source>
        <translation>Zeit ist %1 oder früher</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>not overdue</source>
        <translation>nicht überfällig</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>not due within %1</source>
        <translation>nicht fällig binnen %1</translation>
    </message>
    <message>
        <source>due within %1</source>
        <translation>fällig binnen %1</translation>
    </message>
</context>
<context>
    <name>InteractionWords</name>
    <message>
        <source>the system text</source>
        <translation>im Systemtext</translation>
    </message>
    <message>
        <source>user text</source>
        <translation>im Nutzertext</translation>
    </message>
    <message>
        <source>a tool result</source>
        <translation>in einem Werkzeugergebnis</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>in einem Dokument</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>in der Antwort</translation>
    </message>
    <message>
        <source>a tool call</source>
        <translation>in einem Werkzeugaufruf</translation>
    </message>
    <message>
        <source>a tool definition</source>
        <translation>in einer Werkzeugdefinition</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Aufruf %1</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>JsonDifference</name>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 calls at once</source>
        <translation>%1 Aufrufe zugleich</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>%1 tokens of budget</source>
        <translation>%1 Token Budget</translation>
    </message>
    <message>
        <source>a calendar hour</source>
        <translation>pro Kalenderstunde</translation>
    </message>
    <message>
        <source>a calendar day</source>
        <translation>pro Kalendertag</translation>
    </message>
    <message>
        <source>a calendar week</source>
        <translation>pro Kalenderwoche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>pro Monat</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>pro Jahr</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>pro Woche</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
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
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Use case %1</source>
        <translation>Verwendung %1</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount, then a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>an amount, then a time, its time zone</comment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used of a limit</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>how many there are, only the gateway knows</source>
        <translation>wie viele es sind, weiß nur das Gateway</translation>
    </message>
    <message>
        <source>nothing used</source>
        <translation>nichts verbraucht</translation>
    </message>
    <message>
        <source>next reset %1</source>
        <translation>nächste Freigabe %1</translation>
    </message>
    <message>
        <source>begins anew %1</source>
        <translation>beginnt neu %1</translation>
    </message>
    <message>
        <source>raised by %1 until %2</source>
        <translation>erhöht um %1 bis %2</translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
</context>
<context>
    <name>PdfWords</name>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>abgelöst</translation>
    </message>
</context>
<context>
    <name>ProviderWords</name>
    <message>
        <source>● good</source>
        <translation>● gut</translation>
    </message>
    <message>
        <source>▲ failing</source>
        <translation>▲ gestört</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation>Azure OpenAI</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>%1 in, %2 out, %3 cached</source>
        <translation>%1 Eingabe, %2 Ausgabe, %3 bekannte Eingabe</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Did not run: %1.</source>
        <translation>Lief nicht: %1.</translation>
    </message>
    <message>
        <source>Could not judge (%1); the rule says that this means %2.</source>
        <translation>Konnte nicht urteilen (%1); die Regel sagt, das heißt %2.</translation>
    </message>
    <message>
        <source>Could not judge (%1); the rule lets such calls pass.</source>
        <translation>Konnte nicht urteilen (%1); die Regel lässt solche Aufrufe durch.</translation>
    </message>
    <message>
        <source>Found nothing.</source>
        <translation>Fand nichts.</translation>
    </message>
    <message>
        <source>Found something; in shadow, so %1 was not done.</source>
        <translation>Fand etwas; nur beobachtend, daher nicht ausgeführt: %1.</translation>
    </message>
    <message>
        <source>Found something: %1.</source>
        <translation>Fand etwas: %1.</translation>
    </message>
    <message>
        <source>Found something; its action, %1, was not applied.</source>
        <translation>Fand etwas; ihre Aktion wurde nicht ausgeführt: %1.</translation>
    </message>
    <message>
        <source>Score %1, from %2 on it is a finding.</source>
        <translation>Wertung %1, ab %2 ist es ein Befund.</translation>
    </message>
    <message>
        <source>Score %1.</source>
        <translation>Wertung %1.</translation>
    </message>
    <message>
        <source>A score from %1 on is a finding.</source>
        <translation>Ab einer Wertung von %1 ist es ein Befund.</translation>
    </message>
    <message>
        <source>It looks at %1.</source>
        <translation>Sie sieht sich %1 an.</translation>
    </message>
    <message>
        <source>Read %1 in %2.</source>
        <translation>Las %1 in %2.</translation>
    </message>
    <message>
        <source>Read %1 of %2 in %3.</source>
        <translation>Las %1 aus %2 in %3.</translation>
    </message>
    <message>
        <source>the call never came to this stage</source>
        <translation>der Aufruf kam nie zu dieser Stufe</translation>
    </message>
    <message>
        <source>the policy does not cover whoever called</source>
        <translation>die Richtlinie gilt nicht für den Aufrufer</translation>
    </message>
    <message>
        <source>the rule is switched off</source>
        <translation>die Regel ist ausgeschaltet</translation>
    </message>
    <message>
        <source>the call had been denied before</source>
        <translation>der Aufruf war schon vorher abgewiesen</translation>
    </message>
    <message>
        <source>its condition did not hold</source>
        <translation>ihre Bedingung traf nicht zu</translation>
    </message>
    <message>
        <source>nobody is known to have called</source>
        <translation>es ist nicht bekannt, wer aufrief</translation>
    </message>
    <message>
        <source>the call names no model</source>
        <translation>der Aufruf nennt kein Modell</translation>
    </message>
    <message>
        <source>nothing is known of earlier calls</source>
        <translation>von früheren Aufrufen ist nichts bekannt</translation>
    </message>
    <message>
        <source>too few calls are known to compare with</source>
        <translation>zum Vergleich sind zu wenige Aufrufe bekannt</translation>
    </message>
    <message>
        <source>nobody outside can be asked from here</source>
        <translation>von hier aus kann niemand draußen gefragt werden</translation>
    </message>
    <message>
        <source>the text is too short</source>
        <translation>der Text ist zu kurz</translation>
    </message>
    <message>
        <source>the request is not known</source>
        <translation>die Anfrage ist nicht bekannt</translation>
    </message>
    <message>
        <source>no reason is recorded</source>
        <translation>es ist kein Grund verzeichnet</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>it is kept elsewhere</source>
        <translation>es liegt anderswo</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es ist nicht lesbar</translation>
    </message>
    <message>
        <source>no rule looks at it</source>
        <translation>keine Regel sieht es an</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>allen Zonen</translation>
    </message>
    <message>
        <source>It holds whatever the caller sends.</source>
        <translation>Sie gilt, was der Aufrufer auch sendet.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 durch %2</translation>
    </message>
    <message>
        <source>%1. %2 of %3 rules ran, in %4.</source>
        <translation>%1. %2 von %3 Regeln liefen, in %4.</translation>
    </message>
    <message>
        <source>Found something; lifted by exception %1, so %2 was not done.</source>
        <translation>Etwas gefunden; Ausnahme %1 hebt es auf, daher nicht ausgeführt: %2.</translation>
    </message>
</context>
<context>
    <name>ReportPdf</name>
    <message>
        <source>%1 (%2 %)</source>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Period (UTC)</source>
        <translation>Zeitraum (UTC)</translation>
    </message>
    <message>
        <source>%1 to %2, whole days</source>
        <translation>%1 bis %2, ganze Tage</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Waiting for a decision</source>
        <translation>Wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>Verdicts by day</source>
        <translation>Urteile nach Tagen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Rules that found something</source>
        <translation>Regeln, die etwas fanden</translation>
    </message>
    <message>
        <source>None did.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>False positives</source>
        <translation>Falsch positive</translation>
    </message>
    <message>
        <source>Decisions about calls of the period</source>
        <translation>Entscheidungen über Aufrufe des Zeitraums</translation>
    </message>
    <message>
        <source>Nothing was decided.</source>
        <translation>Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Disposition</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Mean time to decision</source>
        <translation>Mittlere Zeit bis zur Entscheidung</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Changes to keys, policies and everything else</source>
        <translation>Änderungen an Schlüsseln, Richtlinien und allem anderen</translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation>Es gab keine.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Older ones of the period are left out here; gatehouse audit export has all of them.</source>
        <translation>Ältere des Zeitraums sind hier weggelassen; gatehouse audit export hat alle.</translation>
    </message>
    <message numerus="yes">
        <source>%n other entries of the period are in the audit log, such as decisions.</source>
        <translation>
            <numerusform>%n weiterer Eintrag des Zeitraums steht im Prüfprotokoll, etwa eine Entscheidung.</numerusform>
            <numerusform>%n weitere Einträge des Zeitraums stehen im Prüfprotokoll, etwa Entscheidungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>State of the audit log</source>
        <translation>Zustand des Prüfprotokolls</translation>
    </message>
    <message>
        <source>Not verified: whoever made this report may not see all of the log.</source>
        <translation>Nicht geprüft: wer diesen Bericht erstellt hat, darf nicht das ganze Protokoll sehen.</translation>
    </message>
    <message>
        <source>Verified when this report was made: every entry has its hash, and every signed head fits.</source>
        <translation>Geprüft, als dieser Bericht erstellt wurde: jeder Eintrag hat seinen Hash, und jeder signierte Stand passt.</translation>
    </message>
    <message>
        <source>It does not verify: %1.</source>
        <translation>Es besteht die Prüfung nicht: %1.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>To check later: gatehouse audit verify --expect-head, with this head.</source>
        <translation>Später zu prüfen: gatehouse audit verify --expect-head mit diesem Stand.</translation>
    </message>
    <message>
        <source>Gatehouse report</source>
        <translation>Gatehouse-Bericht</translation>
    </message>
    <message>
        <source>%1 to %2 · made %3 by %4</source>
        <translation>%1 bis %2 · erstellt %3 von %4</translation>
    </message>
</context>
<context>
    <name>Titles</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>in Sichtung</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>eskaliert</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>true positive</source>
        <translation>richtig erkannt</translation>
    </message>
    <message>
        <source>false positive</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>benign</source>
        <translation>harmlos</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>zugelassen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>maskiert</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>tool result</source>
        <translation>Werkzeugergebnis</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>tool definition</source>
        <translation>Werkzeugdefinition</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>durchsetzen</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>beobachten</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>allow</source>
        <translation>zulassen</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>melden</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>maskieren</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>zurückhalten</translation>
    </message>
    <message>
        <source>block</source>
        <translation>blockieren</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min late</source>
        <translation>
            <numerusform>seit %n min</numerusform>
            <numerusform>seit %n min</numerusform>
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
            <numerusform>seit %n h</numerusform>
            <numerusform>seit %n h</numerusform>
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
            <numerusform>seit %n Tag</numerusform>
            <numerusform>seit %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>pending</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>upstream error</source>
        <translation>Fehler des Anbieters</translation>
    </message>
    <message>
        <source>left by the client</source>
        <translation>vom Aufrufer abgebrochen</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::AuditDetail</name>
    <message>
        <source>hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Choose an entry to see what was different before and after.</source>
        <translation>Wählen Sie einen Eintrag, um den Unterschied zwischen vorher und nachher zu sehen.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>No value is noted before or after.</source>
        <translation>Kein Wert davor oder danach vermerkt.</translation>
    </message>
    <message>
        <source>%1 · %2 · entry %3</source>
        <translation>%1 · %2 · Eintrag %3</translation>
    </message>
    <message>
        <source>hash %1…</source>
        <translation>Hash %1…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::AuditModel</name>
    <message>
        <source>Seq</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::AuditPage</name>
    <message>
        <source>Audit log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>head hash</source>
        <translation>Hash am Ende</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Nachprüfen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Result of the verification</source>
        <translation>Ergebnis der Nachprüfung</translation>
    </message>
    <message>
        <source>Not verified yet.</source>
        <translation>Noch nicht nachgeprüft.</translation>
    </message>
    <message>
        <source>Expected head hash</source>
        <translation>Erwarteter Hash am Ende</translation>
    </message>
    <message>
        <source>Head hash noted earlier (optional)</source>
        <translation>Früher notierter Hash am Ende (freiwillig)</translation>
    </message>
    <message>
        <source>With it, verifying also proves that nothing was cut off since that hash was noted</source>
        <translation>Damit beweist die Nachprüfung auch, dass seit der Notiz nichts abgeschnitten wurde</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>Every change a person makes is noted here: keys, policies, reviews, settings.</source>
        <translation>Hier steht jede Änderung durch Menschen: Schlüssel, Richtlinien, Sichtungen, Einstellungen.</translation>
    </message>
    <message>
        <source>The audit log could not be read. %1</source>
        <translation>Das Protokoll konnte nicht gelesen werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n entries to %1</source>
        <translation>
            <numerusform>%n Eintrag nach %1 exportiert</numerusform>
            <numerusform>%n Einträge nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified.</source>
        <translation>Nicht nachgeprüft.</translation>
    </message>
    <message>
        <source>Verifying every entry from the first…</source>
        <translation>Jeder Eintrag wird vom ersten an nachgeprüft…</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n entries are as they were written · head %1…</source>
        <translation>
            <numerusform>✓ %n Eintrag ist, wie er geschrieben wurde · Ende %1…</numerusform>
            <numerusform>✓ %n Einträge sind, wie sie geschrieben wurden · Ende %1…</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ Entry %1 is not as it was written: %2</source>
        <translation>✕ Eintrag %1 ist nicht, wie er geschrieben wurde: %2</translation>
    </message>
    <message>
        <source>✕ The log is not whole: %1</source>
        <translation>✕ Das Protokoll ist nicht vollständig: %1</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>These are your own entries. All of them: %1</source>
        <translation>Dies sind Ihre eigenen Einträge. Alle zu sehen: %1</translation>
    </message>
    <message>
        <source>Report for an auditor…</source>
        <translation>Bericht für Prüfer…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::BenchChecksModel</name>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Found, or why not</source>
        <translation>Gefunden, oder warum nicht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 · check %2 · %n byte(s) read</source>
        <translation>
            <numerusform>%1 · Prüfung %2 · %n Byte gelesen</numerusform>
            <numerusform>%1 · Prüfung %2 · %n Bytes gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::BenchPage</name>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Before the model, or what comes back</source>
        <translation>Vor dem Modell, oder was zurückkommt</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Test bench</source>
        <translation>Prüfstand</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Stufe</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Richtlinie</translation>
    </message>
    <message>
        <source>Draft policy</source>
        <translation>Entwurf der Richtlinie</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Type on the left, and the verdict stands here: which rules fired, on which words, and how long each took. Nothing is sent or recorded. Or start from an example:</source>
        <translation>Schreiben Sie links, und hier steht das Urteil: welche Regeln griffen, bei welchen Wörtern, und wie lange jede brauchte. Nichts wird gesendet oder aufgezeichnet. Oder beginnen Sie mit einem Beispiel:</translation>
    </message>
    <message>
        <source>This policy can&apos;t judge</source>
        <translation>Diese Richtlinie kann nicht urteilen</translation>
    </message>
    <message>
        <source>The published policy could not be read. %1</source>
        <translation>Die veröffentlichte Richtlinie konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Command copied; save the draft as draft.json beside it</source>
        <translation>Befehl kopiert; speichern Sie den Entwurf als draft.json daneben</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message>
        <source>What is judged</source>
        <translation>Was beurteilt wird</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::BulkBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Leave it at that</source>
        <translation>Dabei belassen</translation>
    </message>
    <message>
        <source>Progress of the decision about all that match</source>
        <translation>Fortschritt der Entscheidung über alle Treffer</translation>
    </message>
    <message>
        <source>Decide the rest of what matched then</source>
        <translation>Über den Rest der damaligen Treffer entscheiden</translation>
    </message>
    <message>
        <source>What was decided stays so; the rest is left as it is</source>
        <translation>Was entschieden ist, bleibt so; der Rest bleibt, wie er ist</translation>
    </message>
    <message>
        <source>taken back %1</source>
        <translation>%1 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <comment>done so far</comment>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>%1 · %2 looked at</source>
        <comment>done so far</comment>
        <translation>%1 · %2 angesehen</translation>
    </message>
    <message>
        <source>Undo unfinished: %1 taken back so far, of all that match “%2”.</source>
        <translation>Rücknahme unvollendet: bisher %1 zurückgenommen, von allen Treffern für „%2“.</translation>
    </message>
    <message>
        <source>Unfinished: %1 changed so far, of all that match “%2”.</source>
        <translation>Unvollendet: bisher %1 geändert, von allen Treffern für „%2“.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CallSurroundings</name>
    <message numerus="yes">
        <source>%n true positive(s)</source>
        <translation>
            <numerusform>%n richtig erkannt</numerusform>
            <numerusform>%n richtig erkannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false positive(s)</source>
        <translation>
            <numerusform>%n Fehlalarm</numerusform>
            <numerusform>%n Fehlalarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n benign</source>
        <translation>
            <numerusform>%n harmlos</numerusform>
            <numerusform>%n harmlos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n Dublette</numerusform>
            <numerusform>%n Dubletten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n geschlossen</numerusform>
            <numerusform>%n geschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CampaignTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ChartPane</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show “%1” as a table</source>
        <translation>„%1“ als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CheckLinesModel</name>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>fail, shadow</source>
        <translation>Befund, beobachtet</translation>
    </message>
    <message>
        <source>Time; the longest bar is that of the slowest check, %1</source>
        <translation>Zeit; der längste Balken ist der der langsamsten Prüfung, %1</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>0 to %1</source>
        <comment>scale of the bars below</comment>
        <translation>0 bis %1</translation>
    </message>
    <message>
        <source>fail, exception</source>
        <translation>Fund, Ausnahme</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CheckTable</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Rules of the policy, in order</source>
        <translation>Regeln der Richtlinie, der Reihe nach</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Go to a page or run a command</source>
        <translation>Zu einer Seite gehen oder einen Befehl ausführen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ConnectionDialog</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>Verbindung speichern</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Connects once, changes nothing, and says what is wrong</source>
        <translation>Verbindet einmal, ändert nichts und sagt, was nicht stimmt</translation>
    </message>
    <message>
        <source>Connected. %1</source>
        <translation>Verbunden. %1</translation>
    </message>
    <message>
        <source>Connected. The database holds no store yet; opening it offers to make one.</source>
        <translation>Verbunden. Die Datenbank enthält noch keinen Speicher; beim Öffnen wird angeboten, einen anzulegen.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Another connection is called %1.</source>
        <translation>Eine andere Verbindung heißt schon %1.</translation>
    </message>
    <message>
        <source>%1 Untick “Keep” to save the connection without it.</source>
        <translation>%1 Ohne Häkchen bei „Merken“ wird die Verbindung ohne es gespeichert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ConnectionForm</name>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Keep the password in the desktop&apos;s keyring</source>
        <translation>Passwort im Schlüsselbund der Arbeitsumgebung &amp;merken</translation>
    </message>
    <message>
        <source>Authority&apos;s certificate</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Private keys (*.key *.pem);;All files (*)</source>
        <translation>Private Schlüssel (*.key *.pem);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Parts of the connection</source>
        <translation>Teile der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;TLS</source>
        <translation>&amp;TLS</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the hosts that name none; PostgreSQL&apos;s usual one is 5432</source>
        <translation>Port der Rechner, die keinen nennen; bei PostgreSQL üblich ist 5432</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>asked for when it is needed, unless ~/.pgpass has it</source>
        <translation>wird bei Bedarf erfragt, wenn ~/.pgpass es nicht hat</translation>
    </message>
    <message>
        <source>as you are logged in here</source>
        <translation>wie Sie hier angemeldet sind</translation>
    </message>
    <message>
        <source>Otherwise it is asked for each time; it is never written to a settings file</source>
        <translation>Sonst wird es jedes Mal erfragt; in eine Einstellungsdatei wird es nie geschrieben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>How lists and the window name it</source>
        <translation>Wie Listen und das Fenster sie nennen</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Rechner</translation>
    </message>
    <message>
        <source>Name of the server, or several separated by commas: the one that takes changes is used. A path is the folder of a socket on this machine</source>
        <translation>Name des Servers, oder mehrere durch Kommas getrennt: benutzt wird der, der Änderungen annimmt. Ein Pfad ist der Ordner eines Sockets auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>The database that holds the store</source>
        <translation>Die Datenbank, die den Speicher enthält</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Your role in the database</source>
        <translation>Ihre Rolle in der Datenbank</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Kept in the keyring or not at all</source>
        <translation>Im Schlüsselbund gemerkt oder gar nicht</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>D&amp;ienst</translation>
    </message>
    <message>
        <source>A section of ~/.pg_service.conf; it says what is left empty here</source>
        <translation>Ein Abschnitt von ~/.pg_service.conf; er sagt, was hier leer bleibt</translation>
    </message>
    <message>
        <source>Verify the server&apos;s certificate and name</source>
        <translation>Zertifikat und Namen des Servers prüfen</translation>
    </message>
    <message>
        <source>Verify the certificate, not the name</source>
        <translation>Das Zertifikat prüfen, nicht den Namen</translation>
    </message>
    <message>
        <source>Encrypt, verify nothing</source>
        <translation>Verschlüsseln, nichts prüfen</translation>
    </message>
    <message>
        <source>No TLS</source>
        <translation>Kein TLS</translation>
    </message>
    <message>
        <source>As the service says</source>
        <translation>Wie der Dienst es sagt</translation>
    </message>
    <message>
        <source>~/.postgresql/root.crt, or this system&apos;s</source>
        <translation>~/.postgresql/root.crt oder die dieses Systems</translation>
    </message>
    <message>
        <source>&amp;Protection</source>
        <translation>S&amp;chutz</translation>
    </message>
    <message>
        <source>A socket of this machine needs none and uses none</source>
        <translation>Ein Socket dieses Rechners braucht und benutzt keinen</translation>
    </message>
    <message>
        <source>&amp;Authority</source>
        <translation>&amp;Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificate of the authority that signed the server&apos;s</source>
        <translation>Zertifikat der Stelle, die das des Servers unterschrieben hat</translation>
    </message>
    <message>
        <source>&amp;Client certificate</source>
        <translation>&amp;Client-Zertifikat</translation>
    </message>
    <message>
        <source>Where the server asks who calls</source>
        <translation>Wo der Server fragt, wer kommt</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privater Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>Of the client certificate; readable by you alone</source>
        <translation>Des Client-Zertifikats; nur für Sie lesbar</translation>
    </message>
    <message>
        <source>Everything, prompts and passwords included, can be read and changed on the way.</source>
        <translation>Alles, auch Prompts und Passwörter, kann unterwegs gelesen und verändert werden.</translation>
    </message>
    <message>
        <source>Whoever stands in between can pose as the server.</source>
        <translation>Wer dazwischen steht, kann sich als der Server ausgeben.</translation>
    </message>
    <message>
        <source>Any server the same authority certified can pose as this one.</source>
        <translation>Jeder Server mit einem Zertifikat derselben Stelle kann sich als dieser ausgeben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Console</name>
    <message>
        <source>Gateway %1</source>
        <translation>Gateway %1</translation>
    </message>
    <message>
        <source>Address taken</source>
        <translation>Adresse belegt</translation>
    </message>
    <message>
        <source>Something else listens on %1. Start the gateway on another free port?</source>
        <translation>Auf %1 lauscht etwas anderes. Das Gateway auf einem freien Port starten?</translation>
    </message>
    <message>
        <source>Use another port</source>
        <translation>Anderen Port nehmen</translation>
    </message>
    <message>
        <source>Close the console</source>
        <translation>Konsole schließen</translation>
    </message>
    <message>
        <source>The gateway on %1 serves calls. Should it go on without the console?</source>
        <translation>Das Gateway auf %1 bedient Aufrufe. Soll es ohne die Konsole weiterlaufen?</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The gateway could not be handed over; it is stopping instead</source>
        <translation>Das Gateway konnte nicht übergeben werden; es wird stattdessen angehalten</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ContextPane</name>
    <message>
        <source>Calls like this over time</source>
        <translation>Aufrufe wie dieser im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Calls of this key in the day before</source>
        <translation>Aufrufe dieses Schlüssels am Tag davor</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>How the like was decided</source>
        <translation>Wie Gleiches entschieden wurde</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>This key, the day before</source>
        <translation>Dieser Schlüssel am Tag davor</translation>
    </message>
    <message>
        <source>Changed lately</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Nothing about this key, and no publication.</source>
        <translation>Nichts zu diesem Schlüssel und keine Veröffentlichung.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Near-duplicates: %1</source>
        <translation>Fast Gleiches: %1</translation>
    </message>
    <message>
        <source>This key: %1</source>
        <translation>Dieser Schlüssel: %1</translation>
    </message>
    <message>
        <source>This team: %1</source>
        <translation>Dieses Team: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) say nearly the same</source>
        <translation>
            <numerusform>%n Aufruf sagt fast dasselbe</numerusform>
            <numerusform>%n Aufrufe sagen fast dasselbe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n call(s) that say nearly the same</source>
        <translation>
            <numerusform>Der neueste Aufruf, der fast dasselbe sagt</numerusform>
            <numerusform>Die neuesten %n Aufrufe, die fast dasselbe sagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from %2 to %3.</source>
        <translation>%1, von %2 bis %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n Team</numerusform>
            <numerusform>%n Teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use case(s)</source>
        <translation>
            <numerusform>%n Anwendungsfall</numerusform>
            <numerusform>%n Anwendungsfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show the calls of %1 that say nearly the same</source>
        <translation>Die Aufrufe von %1 zeigen, die fast dasselbe sagen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as bars</source>
        <translation>Als Balken zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show the campaign as a table</source>
        <translation>Die Kampagne als Tabelle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1, the end user: %2; %n call(s) in the day before</source>
        <translation>
            <numerusform>%1, Endbenutzer: %2; %n Aufruf am Tag davor</numerusform>
            <numerusform>%1, Endbenutzer: %2; %n Aufrufe am Tag davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ConversationEditor</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CopyButton</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Copies it and takes it off the clipboard after %n s</source>
        <translation>
            <numerusform>Kopiert es und nimmt es nach %n s wieder aus der Zwischenablage</numerusform>
            <numerusform>Kopiert es und nimmt es nach %n s wieder aus der Zwischenablage</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CountChart</name>
    <message numerus="yes">
        <source>%1: %n call(s)</source>
        <translation>
            <numerusform>%1: %n Aufruf</numerusform>
            <numerusform>%1: %n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CountTable</name>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::CredentialDialog</name>
    <message>
        <source>Replace credential</source>
        <translation>Zugangsgeheimnis ersetzen</translation>
    </message>
    <message>
        <source>Credential of %1</source>
        <translation>Zugangsgeheimnis von %1</translation>
    </message>
    <message>
        <source>Running gateways call %1 with the new credential at once; calls under way end with the one they began with. Withdraw that one at the provider a little later. This can&apos;t be undone.</source>
        <translation>Laufende Gateways rufen %1 sofort mit dem neuen Zugangsgeheimnis auf; laufende Aufrufe enden mit dem, mit dem sie begannen. Ziehen Sie jenes beim Anbieter etwas später zurück. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation>&amp;Zugangsgeheimnis</translation>
    </message>
    <message>
        <source>Sealed for the gateways when it is kept; it is never shown again</source>
        <translation>Wird beim Speichern für die Gateways versiegelt und nie wieder gezeigt</translation>
    </message>
    <message>
        <source>Credential: enter the new one.</source>
        <translation>Zugangsgeheimnis: geben Sie das neue ein.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Decisions</name>
    <message numerus="yes">
        <source>confirmed %n</source>
        <translation>
            <numerusform>%n richtig erkannt</numerusform>
            <numerusform>%n richtig erkannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>dismissed %n</source>
        <translation>
            <numerusform>%n verworfen</numerusform>
            <numerusform>%n verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n benign</source>
        <translation>
            <numerusform>%n als harmlos vermerkt</numerusform>
            <numerusform>%n als harmlos vermerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n duplicate</source>
        <translation>
            <numerusform>%n als doppelt vermerkt</numerusform>
            <numerusform>%n als doppelt vermerkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>escalated %n</source>
        <translation>
            <numerusform>%n eskaliert</numerusform>
            <numerusform>%n eskaliert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n</source>
        <translation>
            <numerusform>%n wieder geöffnet</numerusform>
            <numerusform>%n wieder geöffnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>assigned %n</source>
        <translation>
            <numerusform>%n zugewiesen</numerusform>
            <numerusform>%n zugewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>noted</source>
        <translation>vermerkt</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>None of %n was changed: %1.</source>
        <translation>
            <numerusform>Von %n wurde nichts geändert: %1.</numerusform>
            <numerusform>Von %n wurde keine geändert: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed: %1.</source>
        <translation>Es wurde nichts geändert: %1.</translation>
    </message>
    <message numerus="yes">
        <source>noted %n</source>
        <translation>
            <numerusform>%n mit Notiz versehen</numerusform>
            <numerusform>%n mit Notiz versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>A decision about all that match is running: cancel it, or wait for its end.</source>
        <translation>Eine Entscheidung über alle Treffer läuft: Bitte abbrechen oder ihr Ende abwarten.</translation>
    </message>
    <message numerus="yes">
        <source>gave %n back</source>
        <translation>
            <numerusform>%n zurückgegeben</numerusform>
            <numerusform>%n zurückgegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>meanwhile</source>
        <translation>inzwischen</translation>
    </message>
    <message>
        <source>%1 took it %2</source>
        <translation>%1 hat ihn %2 übernommen</translation>
    </message>
    <message>
        <source>%1 gave it to %3 %2</source>
        <translation>%1 hat ihn %2 an %3 gegeben</translation>
    </message>
    <message>
        <source>%1 gave it back %2</source>
        <translation>%1 hat ihn %2 zurückgegeben</translation>
    </message>
    <message>
        <source>%1 closed it %2</source>
        <translation>%1 hat ihn %2 geschlossen</translation>
    </message>
    <message>
        <source>%1 marked it %3 %2</source>
        <translation>%1 hat ihn %2 als %3 eingestuft</translation>
    </message>
    <message>
        <source>%1 escalated it %2</source>
        <translation>%1 hat ihn %2 eskaliert</translation>
    </message>
    <message>
        <source>%1 opened it again %2</source>
        <translation>%1 hat ihn %2 wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 released it %2</source>
        <translation>%1 hat ihn %2 freigegeben</translation>
    </message>
    <message>
        <source>%1 denied it %2</source>
        <translation>%1 hat ihn %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 changed it %2</source>
        <translation>%1 hat ihn %2 geändert</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::DetailPane</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What was said, and why it was judged so</source>
        <translation>Was gesagt wurde und warum so geurteilt wurde</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Originals are shown. That you looked is in the audit log.</source>
        <translation>Originale sind zu sehen. Dass Sie hingesehen haben, steht im Prüfprotokoll.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::EditDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::EntitlementFields</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Byte</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only calls with the verified token of an end user</source>
        <translation>Nur Aufrufe mit geprüftem Token eines Endnutzers</translation>
    </message>
    <message>
        <source>those serving the models</source>
        <translation>die diese Modelle bedienen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>any; or such as 10.0.0.0/8, 2001:db8::/32</source>
        <translation>überall her; oder etwa 10.0.0.0/8, 2001:db8::/32</translation>
    </message>
    <message>
        <source>nothing; or names, such as ticket, cost_centre</source>
        <translation>nichts; oder Namen, etwa ticket, cost_centre</translation>
    </message>
    <message>
        <source>&amp;Providers</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Names separated by commas; left empty: those serving the models</source>
        <translation>Namen mit Kommas dazwischen; leer: die Anbieter, die diese Modelle bedienen</translation>
    </message>
    <message>
        <source>&amp;Routes</source>
        <translation>&amp;Routen</translation>
    </message>
    <message>
        <source>Which endpoints the key may call</source>
        <translation>Welche Endpunkte der Schlüssel aufrufen darf</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>Tools a request may offer and an answer may call, separated by commas; * and ? stand for any characters</source>
        <translation>Werkzeuge, die eine Anfrage anbieten und eine Antwort aufrufen darf, mit Kommas dazwischen; * und ? stehen für beliebige Zeichen</translation>
    </message>
    <message>
        <source>Called &amp;from</source>
        <translation>Aufruf &amp;von</translation>
    </message>
    <message>
        <source>Networks calls may come from, separated by commas</source>
        <translation>Netze, aus denen Aufrufe kommen dürfen, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Must carr&amp;y</source>
        <translation>Muss ent&amp;halten</translation>
    </message>
    <message>
        <source>Names the metadata of every call must have, separated by commas</source>
        <translation>Namen, die in den Metadaten jedes Aufrufs stehen müssen, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Largest &amp;input</source>
        <translation>Größte &amp;Eingabe</translation>
    </message>
    <message>
        <source>Of a request body</source>
        <translation>Des Rumpfs einer Anfrage</translation>
    </message>
    <message>
        <source>Largest output</source>
        <translation>Größte Ausgabe</translation>
    </message>
    <message>
        <source>A call must then name a maximum of output tokens, and at most this</source>
        <translation>Ein Aufruf muss dann eine Höchstzahl von Ausgabe-Token nennen, und höchstens diese</translation>
    </message>
    <message>
        <source>How a user&apos;s token is verified is part of the gateway&apos;s configuration</source>
        <translation>Wie das Token eines Nutzers geprüft wird, steht in der Konfiguration des Gateways</translation>
    </message>
    <message>
        <source>none; or such as cost_centre=42, tier=gold</source>
        <translation>keine; oder etwa cost_centre=42, tier=gold</translation>
    </message>
    <message>
        <source>Meta&amp;data</source>
        <translation>Meta&amp;daten</translation>
    </message>
    <message>
        <source>Set on the key for good, name=value separated by commas; conditions trust it (key.metadata.name)</source>
        <translation>Fest am Schlüssel, Name=Wert mit Kommas dazwischen; Bedingungen vertrauen darauf (key.metadata.name)</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Names separated by commas; * and ? stand for any characters, * alone for every model</source>
        <translation>Namen, durch Kommas getrennt; * und ? stehen für beliebige Zeichen, * allein für jedes Modell</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::EvidenceView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message numerus="yes">
        <source>%n characters, folded</source>
        <translation>
            <numerusform>%n Zeichen, eingeklappt</numerusform>
            <numerusform>%n Zeichen, eingeklappt</numerusform>
        </translation>
    </message>
    <message>
        <source>untrusted</source>
        <translation>nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source> ▲ the caller received what stands before this; the rest never left </source>
        <translation> ▲ der Aufrufer bekam, was davor steht; der Rest ging nie hinaus </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionDesk</name>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>payload %1</source>
        <translation>Nutzlast %1</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>active</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionDialog</name>
    <message numerus="yes">
        <source>The rule found nothing in these calls in the last %n days.</source>
        <translation>
            <numerusform>Am letzten Tag fand die Regel in diesen Aufrufen nichts.</numerusform>
            <numerusform>In den letzten %n Tagen fand die Regel in diesen Aufrufen nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %n days it would have been applied to %1 of the %2 calls in which the rule found something.</source>
        <translation>
            <numerusform>Am letzten Tag hätte sie bei %1 der %2 Aufrufe gegolten, in denen die Regel etwas fand.</numerusform>
            <numerusform>In den letzten %n Tagen hätte sie bei %1 der %2 Aufrufe gegolten, in denen die Regel etwas fand.</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 what it found is masked or not kept.</source>
        <translation>In %1 ist maskiert oder nicht aufbewahrt, was sie fand.</translation>
    </message>
    <message>
        <source>Only the newest of them were compared.</source>
        <translation>Nur die neuesten davon wurden verglichen.</translation>
    </message>
    <message>
        <source>this &amp;payload, sent again with the same key</source>
        <translation>diese &amp;Nutzlast, mit demselben Schlüssel wieder gesandt</translation>
    </message>
    <message>
        <source>texts that &amp;fit, from their first character to their last:</source>
        <translation>Texte, die vom ersten bis zum letzten Zeichen &amp;passen:</translation>
    </message>
    <message>
        <source>Exception from %1</source>
        <translation>Ausnahme von %1</translation>
    </message>
    <message>
        <source>What %1 finds there is recorded as before, but it does not act on it. The other rules judge these calls as always.</source>
        <translation>Was %1 dort findet, wird aufgezeichnet wie zuvor, aber nicht ausgeführt. Die anderen Regeln urteilen über diese Aufrufe wie immer.</translation>
    </message>
    <message>
        <source>Make exception</source>
        <translation>Ausnahme anlegen</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Expression (RE2)</source>
        <translation>Ausdruck (RE2)</translation>
    </message>
    <message>
        <source>An RE2 expression of the text that is found. It is kept as it is written.</source>
        <translation>Ein RE2-Ausdruck des Textes, der gefunden wird. Er wird aufbewahrt, wie er dasteht.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>for the audit log</source>
        <translation>für das Prüfprotokoll</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>&amp;Calls of</source>
        <translation>&amp;Aufrufe von</translation>
    </message>
    <message>
        <source>&amp;Ends after</source>
        <translation>&amp;Endet nach</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Es wird gezählt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionRemovals</name>
    <message>
        <source>removed the exception from %1</source>
        <translation>Ausnahme von %1 entfernt</translation>
    </message>
    <message>
        <source>The exception from %1 is removed: the rule acts again.</source>
        <translation>Die Ausnahme von %1 ist entfernt: die Regel handelt wieder.</translation>
    </message>
    <message>
        <source>The exception from %1 is made again, as it was.</source>
        <translation>Die Ausnahme von %1 ist wieder da, wie sie war.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionsDialog</name>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>There are no exceptions. Make one on the review desk, from what a rule found by mistake.</source>
        <translation>Es gibt keine Ausnahmen. Legen Sie eine bei der Sichtung an, aus dem, was eine Regel fälschlich fand.</translation>
    </message>
    <message>
        <source>Remove exception</source>
        <translation>Ausnahme entfernen</translation>
    </message>
    <message>
        <source>From now on the rule acts again (Del)</source>
        <translation>Die Regel wirkt von nun an wieder (Entf)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>The chosen exception</source>
        <translation>Die gewählte Ausnahme</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Nothing was removed here</source>
        <translation>Hier wurde nichts entfernt</translation>
    </message>
    <message>
        <source>Undo: %1 (Z)</source>
        <translation>Rückgängig: %1 (Z)</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExceptionsModel</name>
    <message>
        <source>Last applied %1</source>
        <translation>Zuletzt angewandt %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Calls of</source>
        <translation>Aufrufe von</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExplorerModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExplorerPage</name>
    <message>
        <source>Interactions</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Choose a call to see what happened and why.</source>
        <translation>Wählen Sie einen Aufruf, um zu sehen, was geschah und warum.</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by this cell</source>
        <translation>Nach dieser Zelle filtern</translation>
    </message>
    <message>
        <source>Exclude this cell</source>
        <translation>Diese Zelle ausschließen</translation>
    </message>
    <message>
        <source>Show in Review</source>
        <translation>In der Sichtung zeigen</translation>
    </message>
    <message>
        <source>The calls could not be read. %1</source>
        <translation>Die Aufrufe konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>Every call that passed the gateway stands here. Issue a key and send the first one.</source>
        <translation>Hier steht jeder Aufruf, der durch das Gateway ging. Stellen Sie einen Schlüssel aus und senden Sie den ersten.</translation>
    </message>
    <message>
        <source>No call matches this filter.</source>
        <translation>Kein Aufruf passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Issue a key…</source>
        <translation>Schlüssel ausstellen…</translation>
    </message>
    <message>
        <source>Show every call</source>
        <translation>Alle Aufrufe zeigen</translation>
    </message>
    <message>
        <source>Click to sort; right-click to choose columns</source>
        <translation>Klicken sortiert; Rechtsklick wählt die Spalten</translation>
    </message>
    <message>
        <source>sorting, %1 read…</source>
        <translation>wird sortiert, %1 gelesen…</translation>
    </message>
    <message>
        <source>%1 match so far…</source>
        <translation>bisher %1 Treffer…</translation>
    </message>
    <message numerus="yes">
        <source>%n new, sort by time to see them</source>
        <translation>
            <numerusform>%n neuer, nach Zeit sortiert zu sehen</numerusform>
            <numerusform>%n neue, nach Zeit sortiert zu sehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Previous evidence</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation>Beweispaket…</translation>
    </message>
    <message>
        <source>The calls could not be counted over time. %1</source>
        <translation>Die Aufrufe konnten nicht über die Zeit gezählt werden. %1</translation>
    </message>
    <message>
        <source>Reveal originals…</source>
        <translation>Originale aufdecken…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ExportBar</name>
    <message>
        <source>Stop export</source>
        <translation>Export anhalten</translation>
    </message>
    <message>
        <source>Export progress</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Exporting %1 of %2</source>
        <translation>%1 von %2 werden exportiert</translation>
    </message>
    <message numerus="yes">
        <source>Exported %n interaction(s) to %1</source>
        <translation>
            <numerusform>%n Aufruf nach %1 exportiert</numerusform>
            <numerusform>%n Aufrufe nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export stopped; no file was written</source>
        <translation>Export angehalten; keine Datei wurde geschrieben</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Export what the filter matches</source>
        <translation>Exportieren, was zum Filter passt</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>OCSF detection findings (*.ocsf.jsonl)</source>
        <translation>OCSF-Befunde (*.ocsf.jsonl)</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FacetButton</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Filter by %1</source>
        <translation>Nach %1 filtern</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FacetPanel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FactGrid</name>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1 in · %2 out</source>
        <translation>%1 ein · %2 aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1, of it %2 spent here</source>
        <translation>%1, davon %2 hier</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>Aufschlag</translation>
    </message>
    <message>
        <source>Time spent in Gatehouse</source>
        <translation>In Gatehouse verbrachte Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FigureTile</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Show what is counted here</source>
        <translation>Zeigen, was hier gezählt ist</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: state:open severity&gt;=high team:payments &quot;words in the text&quot;</source>
        <translation>Filter: state:open severity&gt;=high team:payments &quot;Wörter im Text&quot;</translation>
    </message>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::FindingsPane</name>
    <message>
        <source>About the draft</source>
        <translation>Zum Entwurf</translation>
    </message>
    <message>
        <source>Nothing is wrong with this policy.</source>
        <translation>An dieser Richtlinie ist nichts auszusetzen.</translation>
    </message>
    <message>
        <source>The draft is what is published. Change a mode, an action, a severity or a threshold above.</source>
        <translation>Der Entwurf ist das, was veröffentlicht ist. Ändern Sie oben Modus, Aktion, Schwere oder Schwelle.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Changes against the published version</source>
        <translation>Änderungen gegenüber der veröffentlichten Fassung</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Änderungen %1</translation>
    </message>
    <message>
        <source>The tests need a valid policy. Solve its problems first.</source>
        <translation>Die Tests brauchen eine gültige Richtlinie. Lösen Sie zuerst deren Probleme.</translation>
    </message>
    <message>
        <source>This policy has no test cases. Add some under “tests” in the JSON text.</source>
        <translation>Diese Richtlinie hat keine Testfälle. Fügen Sie im JSON-Text unter „tests“ welche hinzu.</translation>
    </message>
    <message>
        <source>Tests: %1 of %2 failed</source>
        <translation>Tests: %1 von %2 nicht bestanden</translation>
    </message>
    <message>
        <source>Tests: %1 passed</source>
        <translation>Tests: %1 bestanden</translation>
    </message>
    <message>
        <source>The policy&apos;s own test cases were not run on this text.</source>
        <translation>Die Testfälle der Richtlinie liefen über diesen Text noch nicht.</translation>
    </message>
    <message>
        <source>Run tests</source>
        <translation>Tests ausführen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GatewayProbe</name>
    <message>
        <source>Gateway %1 does not answer any more; before, it answered calls without recording them (fail_open)</source>
        <translation>Gateway %1 antwortet nicht mehr; zuvor hat es Aufrufe beantwortet, ohne sie aufzuzeichnen (fail_open)</translation>
    </message>
    <message>
        <source>Gateway %1 answers calls without recording them, as the policy says (fail_open): neither its store nor its journal can be written</source>
        <translation>Gateway %1 beantwortet Aufrufe, ohne sie aufzuzeichnen, wie es die Richtlinie erlaubt (fail_open): weder sein Speicher noch sein Journal lassen sich schreiben</translation>
    </message>
    <message>
        <source>Gateway %1 answered calls without recording them within the last hour (fail_open)</source>
        <translation>Gateway %1 hat in der letzten Stunde Aufrufe beantwortet, ohne sie aufzuzeichnen (fail_open)</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GatewayStatus</name>
    <message>
        <source>Gateway %1: %2</source>
        <translation>Gateway %1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GatewaySupervisor</name>
    <message>
        <source>The gateway could not be started: %1</source>
        <translation>Das Gateway konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The gateway program `gatehouse` was not found beside the console or on the path</source>
        <translation>Das Programm `gatehouse` wurde weder neben der Konsole noch im Suchpfad gefunden</translation>
    </message>
    <message>
        <source>The gateway ended unexpectedly: %1</source>
        <translation>Das Gateway endete unerwartet: %1</translation>
    </message>
    <message>
        <source>The gateway ended: %1</source>
        <translation>Das Gateway endete: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GroupsModel</name>
    <message>
        <source>Without a group</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message>
        <source>Without a payload</source>
        <translation>Ohne Nutzlast</translation>
    </message>
    <message>
        <source>Without a conversation</source>
        <translation>Ohne Gespräch</translation>
    </message>
    <message>
        <source>No rule failed</source>
        <translation>Keine Regel verletzt</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::GroupsPane</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>Fast Gleiches</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppiert: %1</translation>
    </message>
    <message>
        <source>Collapse what matches into groups</source>
        <translation>Treffer zu Gruppen zusammenfassen</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::HandoverDialog</name>
    <message>
        <source>Hand over the shift</source>
        <translation>Schicht übergeben</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>For those who come</source>
        <translation>Für die, die kommen</translation>
    </message>
    <message>
        <source>What the next shift should know. Never paste a secret here: it is kept as written.</source>
        <translation>Was die nächste Schicht wissen sollte. Hier nie ein Geheimnis einfügen: es wird so behalten, wie es geschrieben ist.</translation>
    </message>
    <message>
        <source>My calls stay with me</source>
        <translation>Meine Aufrufe bleiben bei mir</translation>
    </message>
    <message>
        <source>My calls go to nobody</source>
        <translation>Meine Aufrufe gehen an niemanden</translation>
    </message>
    <message>
        <source>My calls go to…</source>
        <translation>Meine Aufrufe gehen an…</translation>
    </message>
    <message>
        <source>What becomes of my calls</source>
        <translation>Was aus meinen Aufrufen wird</translation>
    </message>
    <message>
        <source>login name</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Who takes my calls</source>
        <translation>Wer meine Aufrufe übernimmt</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Übergaben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nobody has handed over yet. What is handed over is kept here, for everybody who sees the same teams.</source>
        <translation>Noch niemand hat übergeben. Was übergeben wird, bleibt hier, für alle, die dieselben Teams sehen.</translation>
    </message>
    <message>
        <source>Without a text.</source>
        <translation>Ohne Text.</translation>
    </message>
    <message>
        <source>This shift, and those before</source>
        <translation>Diese Schicht und die davor</translation>
    </message>
    <message>
        <source>What was handed over</source>
        <translation>Was übergeben wurde</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::HandoverLine</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide this line for yourself, until the next hand-over</source>
        <translation>Diese Zeile für sich ausblenden, bis zur nächsten Übergabe</translation>
    </message>
    <message>
        <source>Dismiss the hand-over</source>
        <translation>Die Übergabe ausblenden</translation>
    </message>
    <message>
        <source>Hand-over by %1, %2</source>
        <translation>Übergabe von %1, %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::HistoryDialog</name>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückkehren</translation>
    </message>
    <message>
        <source>Open as draft</source>
        <translation>Als Entwurf öffnen</translation>
    </message>
    <message>
        <source>Versions of the policy</source>
        <translation>Fassungen der Richtlinie</translation>
    </message>
    <message>
        <source>What rolling back changes</source>
        <translation>Was die Rückkehr ändert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What it changes against the published version</source>
        <translation>Was sie gegenüber der veröffentlichten Fassung ändert</translation>
    </message>
    <message>
        <source>Roll back to %1</source>
        <translation>Zu %1 zurückkehren</translation>
    </message>
    <message>
        <source>Choose a version that was published before</source>
        <translation>Wählen Sie eine früher veröffentlichte Fassung</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::HistoryModel</name>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::InteractionList</name>
    <message>
        <source>More than %1 calls lie between the two</source>
        <translation>Zwischen den beiden liegen mehr als %1 Aufrufe</translation>
    </message>
    <message>
        <source>Select all that match instead</source>
        <translation>Stattdessen alles auswählen, was passt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::InteractionQuery</name>
    <message>
        <source>What this call said, and why it was judged so, is not shown to you. %1</source>
        <translation>Was dieser Aufruf sagte und warum er so beurteilt wurde, wird Ihnen nicht gezeigt. %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::IssueDialog</name>
    <message>
        <source>Issue key</source>
        <translation>Schlüssel ausstellen</translation>
    </message>
    <message>
        <source>Issue a key</source>
        <translation>Schlüssel ausstellen</translation>
    </message>
    <message>
        <source>Key issued</source>
        <translation>Schlüssel ausgestellt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::IssueForm</name>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>&amp;Use case</source>
        <translation>&amp;Verwendung</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>&amp;Läuft ab</translation>
    </message>
    <message>
        <source>The key stops working at the end of this day.</source>
        <translation>Der Schlüssel gilt bis zum Ende dieses Tages.</translation>
    </message>
    <message>
        <source>Choose one, or type a new name.</source>
        <translation>Wählen Sie einen Namen oder tippen Sie einen neuen.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Team: say whose key this is.</source>
        <translation>Team: sagen Sie, wem der Schlüssel gehört.</translation>
    </message>
    <message>
        <source>Environment: say where it is used.</source>
        <translation>Umgebung: sagen Sie, wo er gebraucht wird.</translation>
    </message>
    <message>
        <source>Use case: say what it is for.</source>
        <translation>Verwendung: sagen Sie, wofür er ist.</translation>
    </message>
    <message>
        <source>There is no %1 yet. Tick “Create”, or choose a name that exists.</source>
        <translation>%1 gibt es noch nicht. Haken Sie „anlegen“ an oder wählen Sie einen vorhandenen Namen.</translation>
    </message>
    <message>
        <source>Models: name at least one, or * for all.</source>
        <translation>Modelle: nennen Sie mindestens eines, oder * für alle.</translation>
    </message>
    <message>
        <source>Parts of the key</source>
        <translation>Teile des Schlüssels</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>What it &amp;may do</source>
        <translation>Was er &amp;darf</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Limits</translation>
    </message>
    <message>
        <source>M&amp;odels</source>
        <translation>M&amp;odelle</translation>
    </message>
    <message>
        <source>Names separated by commas; * and ? stand for any characters (gpt-4o*), * alone for every model. With none, the key could call nothing.</source>
        <translation>Namen mit Kommas dazwischen; * und ? stehen für beliebige Zeichen (gpt-4o*), * allein für jedes Modell. Ohne ein Modell könnte der Schlüssel nichts aufrufen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Neither its use case nor its environment nor its team has limits.</source>
        <translation>Weder seine Verwendung noch seine Umgebung noch sein Team hat Limits.</translation>
    </message>
    <message>
        <source>These apply too:</source>
        <translation>Diese gelten auch:</translation>
    </message>
    <message>
        <source>Routes: tick at least one.</source>
        <translation>Routen: wählen Sie mindestens eine.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::IssuedKeyView</name>
    <message>
        <source>Key %1 for %2 · %3 · %4</source>
        <translation>Schlüssel %1 für %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>This is the only time the key is shown. Copy it now; it leaves the clipboard after %n s.</source>
        <translation>
            <numerusform>Nur jetzt wird der Schlüssel gezeigt. Kopieren Sie ihn; nach %n s verlässt er die Zwischenablage.</numerusform>
            <numerusform>Nur jetzt wird der Schlüssel gezeigt. Kopieren Sie ihn; nach %n s verlässt er die Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>How to call with this key</source>
        <translation>So rufen Sie mit diesem Schlüssel auf</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Python SDK</source>
        <translation>Python-SDK</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::JsonChangesModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeyDesk</name>
    <message>
        <source>Suspended key %1</source>
        <translation>Schlüssel %1 ausgesetzt</translation>
    </message>
    <message>
        <source>Resumed key %1</source>
        <translation>Schlüssel %1 fortgesetzt</translation>
    </message>
    <message>
        <source>undone in the console</source>
        <translation>in der Konsole rückgängig gemacht</translation>
    </message>
    <message>
        <source>Changed limits: %1</source>
        <translation>Limits geändert: %1</translation>
    </message>
    <message>
        <source>done again in the console</source>
        <translation>in der Konsole wiederholt</translation>
    </message>
    <message>
        <source>Changed what key %1 may use</source>
        <translation>Geändert, was Schlüssel %1 nutzen darf</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeyEditDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Edit key</source>
        <translation>Schlüssel bearbeiten</translation>
    </message>
    <message>
        <source>It belongs to team %1, environment %2, use case %3; that is for good. A running gateway follows at once; calls under way go on as they were let in.</source>
        <translation>Er gehört Team %1, Umgebung %2, Verwendung %3; das bleibt. Ein laufendes Gateway folgt sofort; laufende Aufrufe enden so, wie sie zugelassen wurden.</translation>
    </message>
    <message>
        <source>For the audit log</source>
        <translation>Für das Protokoll</translation>
    </message>
    <message>
        <source>Stands in the audit log</source>
        <translation>Steht im Protokoll</translation>
    </message>
    <message>
        <source>What key %1 may use</source>
        <translation>Was Schlüssel %1 nutzen darf</translation>
    </message>
    <message>
        <source>Models: name at least one, or * for all.</source>
        <translation>Modelle: nennen Sie mindestens eines, oder * für alle.</translation>
    </message>
    <message>
        <source>Routes: tick at least one.</source>
        <translation>Routen: wählen Sie mindestens eine.</translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation>&amp;Grund</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeyPanel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>all (*)</source>
        <translation>alle (*)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>those serving these models</source>
        <translation>die diese Modelle bedienen</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 durch %2</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>What the key may do</source>
        <translation>Was der Schlüssel darf</translation>
    </message>
    <message>
        <source>Called from</source>
        <translation>Aufruf von</translation>
    </message>
    <message>
        <source>Must carry</source>
        <translation>Muss enthalten</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Secret before</source>
        <translation>Voriges Geheimnis</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translation>gilt bis %1</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>überall her</translation>
    </message>
    <message>
        <source>%1 in</source>
        <translation>%1 Eingabe</translation>
    </message>
    <message>
        <source>%1 tokens out</source>
        <translation>%1 Token Ausgabe</translation>
    </message>
    <message>
        <source>only with a verified end user</source>
        <translation>nur mit geprüftem Endnutzer</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys without a modifier are off while a text field has the focus.</source>
        <translation>Tasten ohne Umschalter sind aus, solange ein Textfeld den Fokus hat.</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeysEditor</name>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Commands and keys</source>
        <translation>Befehle und Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Taste setzen</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>This key belongs to &quot;%1&quot;. Give that command another key first.</source>
        <translation>Diese Taste gehört zu „%1“. Geben Sie jenem Befehl zuerst eine andere.</translation>
    </message>
    <message>
        <source>Key set.</source>
        <translation>Taste gesetzt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeysModel</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ausgesetzt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Use case</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::KeysPage</name>
    <message>
        <source>Virtual keys</source>
        <translation>Virtuelle Schlüssel</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Choose a key to see what it may do and who uses it.</source>
        <translation>Wählen Sie einen Schlüssel, um zu sehen, was er darf und wer ihn benutzt.</translation>
    </message>
    <message>
        <source>The keys could not be read. %1</source>
        <translation>Die Schlüssel konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Issue key…</source>
        <translation>Schlüssel ausstellen…</translation>
    </message>
    <message>
        <source>Suspend key</source>
        <translation>Schlüssel aussetzen</translation>
    </message>
    <message>
        <source>Revoke key…</source>
        <translation>Schlüssel widerrufen…</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>Seine Aufrufe zeigen</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>Search: id, team, use case, model, who made it</source>
        <translation>Suche: Kennung, Team, Verwendung, Modell, wer ihn anlegte</translation>
    </message>
    <message>
        <source>Revoked and expired</source>
        <translation>Widerrufene und abgelaufene</translation>
    </message>
    <message>
        <source>Also list keys that no longer work</source>
        <translation>Auch Schlüssel zeigen, die nicht mehr gelten</translation>
    </message>
    <message>
        <source>%1 active · %2 in all</source>
        <translation>%1 aktiv · %2 insgesamt</translation>
    </message>
    <message>
        <source>Virtual keys stand here: one for each application, bound to a team, an environment and a use case. Issue the first one to let an application in.</source>
        <translation>Hier stehen virtuelle Schlüssel: einer für jede Anwendung, gebunden an Team, Umgebung und Verwendung. Stellen Sie den ersten aus, um eine Anwendung einzulassen.</translation>
    </message>
    <message>
        <source>No key matches. Clear the search, or choose “All keys”.</source>
        <translation>Kein Schlüssel passt. Leeren Sie die Suche oder wählen Sie „Alle Schlüssel“.</translation>
    </message>
    <message>
        <source>Resume key</source>
        <translation>Schlüssel fortsetzen</translation>
    </message>
    <message>
        <source>resumed in the console</source>
        <translation>in der Konsole fortgesetzt</translation>
    </message>
    <message>
        <source>suspended in the console</source>
        <translation>in der Konsole ausgesetzt</translation>
    </message>
    <message>
        <source>Rotate key…</source>
        <translation>Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Limits…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit key…</source>
        <translation>Schlüssel bearbeiten…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::LimitRow</name>
    <message>
        <source>per</source>
        <translation>pro</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>USD of budget</source>
        <translation>USD Budget</translation>
    </message>
    <message>
        <source>tokens of budget</source>
        <translation>Token Budget</translation>
    </message>
    <message>
        <source>calls at once</source>
        <translation>Aufrufe zugleich</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>rolling</source>
        <translation>gleitend</translation>
    </message>
    <message>
        <source>%1 of limit %2</source>
        <translation>%1 von Limit %2</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>A whole number; of USD up to six decimals, such as 0.50</source>
        <translation>Eine ganze Zahl; bei USD bis zu sechs Nachkommastellen, etwa 0.50</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Rates answer 429 with the time to wait, budgets 402</source>
        <translation>Raten antworten mit 429 und der Wartezeit, Budgets mit 402</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Choose one, or type such as 90m, 12h or 30d</source>
        <translation>Wählen Sie, oder schreiben Sie etwa 90m, 12h oder 30d</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Rolling: the last minute, hour or day. A time zone: begins anew with its calendar; type any IANA name</source>
        <translation>Gleitend: die letzte Minute, Stunde, der letzte Tag. Eine Zeitzone: beginnt mit ihrem Kalender neu; schreiben Sie einen IANA-Namen</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this limit away</source>
        <translation>Dieses Limit entfernen</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Erhöhung</translation>
    </message>
    <message>
        <source>Allow more for a while; then the limit falls back by itself</source>
        <translation>Eine Zeit lang mehr erlauben; danach gilt von selbst wieder das Limit</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::LimitsDialog</name>
    <message>
        <source>Save limits</source>
        <translation>Limits speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Limits of</source>
        <translation>Limits von</translation>
    </message>
    <message>
        <source>Limits &amp;of</source>
        <translation>Limits &amp;von</translation>
    </message>
    <message>
        <source>A call must pass the limits of its key, use case, environment and team. A running gateway follows within a second and keeps what was used.</source>
        <translation>Ein Aufruf muss die Limits seines Schlüssels, seiner Verwendung, seiner Umgebung und seines Teams einhalten. Ein laufendes Gateway folgt binnen einer Sekunde und behält, was verbraucht ist.</translation>
    </message>
    <message>
        <source>Save or cancel first</source>
        <translation>Zuerst speichern oder abbrechen</translation>
    </message>
    <message>
        <source>A key, use case, environment or team</source>
        <translation>Ein Schlüssel, eine Verwendung, eine Umgebung oder ein Team</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::LimitsEditor</name>
    <message>
        <source>No limits of its own: only what else applies holds it back.</source>
        <translation>Keine eigenen Limits: nur was sonst gilt, hält ihn auf.</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>Limit hinzufügen</translation>
    </message>
    <message>
        <source>One more: requests, tokens, a budget, or calls at once</source>
        <translation>Noch eines: Anfragen, Token, ein Budget oder Aufrufe zugleich</translation>
    </message>
    <message>
        <source>A limit of this kind and time stands above.</source>
        <translation>Ein Limit dieser Art und Zeit steht schon darüber.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::LimitsView</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Setzen…</translation>
    </message>
    <message>
        <source>Limits of %1</source>
        <translation>Limits von %1</translation>
    </message>
    <message>
        <source>What %1 may use in which time</source>
        <translation>Was %1 in welcher Zeit verbrauchen darf</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::MainWindow</name>
    <message>
        <source>%1 · Gatehouse</source>
        <translation>%1 · Gatehouse</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Pages and commands</source>
        <translation>Seiten und Befehle</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle Tasten zeigen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Open another store…</source>
        <translation>Anderen Speicher öffnen…</translation>
    </message>
    <message>
        <source>Sample data and first call…</source>
        <translation>Beispieldaten und erster Aufruf…</translation>
    </message>
    <message>
        <source>Start or stop the gateway</source>
        <translation>Gateway starten oder anhalten</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::NoteDialog</name>
    <message numerus="yes">
        <source>Note on %n interactions</source>
        <translation>
            <numerusform>Notiz zu %n Aufruf</numerusform>
            <numerusform>Notiz zu %n Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What others should know. Never paste a secret here: notes are kept as written.</source>
        <translation>Was andere wissen sollten. Nie ein Geheimnis einfügen: Notizen bleiben, wie sie geschrieben sind.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::OfflineBanner</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Ask the store again at once</source>
        <translation>Den Speicher sofort wieder fragen</translation>
    </message>
    <message>
        <source>The store cannot be reached: %1</source>
        <translation>Der Speicher ist nicht zu erreichen: %1</translation>
    </message>
    <message>
        <source>What is shown was read %1; nothing can be changed until the store is back.</source>
        <translation>Was zu sehen ist, wurde gelesen: %1. Nichts kann geändert werden, bis der Speicher wieder da ist.</translation>
    </message>
    <message>
        <source>Nothing could be read yet, and nothing can be changed.</source>
        <translation>Noch konnte nichts gelesen werden, und nichts kann geändert werden.</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Neuer Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s.</source>
        <translation>
            <numerusform>Neuer Versuch in %n s.</numerusform>
            <numerusform>Neuer Versuch in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>State of the store</source>
        <translation>Zustand des Speichers</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::OverviewPage</name>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Open reviews</source>
        <translation>Offene Sichtungen</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Top checks</source>
        <translation>Häufigste Prüfungen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>No check failed in this time.</source>
        <translation>In dieser Zeit schlug keine Prüfung an.</translation>
    </message>
    <message>
        <source>Teams whose calls were stopped or flagged</source>
        <translation>Teams, deren Aufrufe angehalten oder gemeldet wurden</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>No team&apos;s calls were stopped or flagged in this time.</source>
        <translation>In dieser Zeit wurde kein Aufruf eines Teams angehalten oder gemeldet.</translation>
    </message>
    <message>
        <source>Models they called</source>
        <translation>Von ihnen aufgerufene Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No calls were stopped or flagged in this time.</source>
        <translation>In dieser Zeit wurde kein Aufruf angehalten oder gemeldet.</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>The overview could not be read. %1</source>
        <translation>Die Übersicht konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>%1 % of %2 calls</source>
        <translation>%1 % von %2 Aufrufen</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>noch keine Aufrufe</translation>
    </message>
    <message>
        <source>waiting for a decision</source>
        <translation>warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>%1 · %2 calls</source>
        <translation>%1 · %2 Aufrufe</translation>
    </message>
    <message>
        <source>Top rules</source>
        <translation>Häufigste Regeln</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>No rule found anything in this time.</source>
        <translation>In dieser Zeit hat keine Regel etwas gefunden.</translation>
    </message>
    <message>
        <source>Keys whose calls were stopped or flagged</source>
        <translation>Schlüssel, deren Aufrufe angehalten oder gemeldet wurden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No key&apos;s calls were stopped or flagged in this time.</source>
        <translation>In dieser Zeit wurden keine Aufrufe eines Schlüssels angehalten oder gemeldet.</translation>
    </message>
    <message>
        <source>Time in checks</source>
        <translation>Zeit in Prüfungen</translation>
    </message>
    <message>
        <source>No check ran in this time.</source>
        <translation>In dieser Zeit lief keine Prüfung.</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Im Mittel</translation>
    </message>
    <message>
        <source>False positives by rule</source>
        <translation>Falsch-positive nach Regel</translation>
    </message>
    <message>
        <source>No rule&apos;s calls were found to be false positives in this time.</source>
        <translation>In dieser Zeit erwies sich kein Aufruf einer Regel als falsch-positiv.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Time to decision by rule</source>
        <translation>Zeit bis zur Entscheidung nach Regel</translation>
    </message>
    <message>
        <source>No call of this time was decided.</source>
        <translation>Über keinen Aufruf dieser Zeit wurde entschieden.</translation>
    </message>
    <message>
        <source>Content read by checks</source>
        <translation>Von Prüfungen gelesener Inhalt</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>No content came in this time.</source>
        <translation>In dieser Zeit kam kein Inhalt.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Spend by model</source>
        <translation>Ausgaben nach Modell</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>In dieser Zeit wurde nichts ausgegeben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PackSaver</name>
    <message>
        <source>Evidence pack written to %1</source>
        <translation>Beweispaket geschrieben: %1</translation>
    </message>
    <message>
        <source>PDF, to read (*.pdf)</source>
        <translation>PDF, zum Lesen (*.pdf)</translation>
    </message>
    <message>
        <source>JSON, to check (*.json)</source>
        <translation>JSON, zum Prüfen (*.json)</translation>
    </message>
    <message>
        <source>Evidence pack of this call</source>
        <translation>Beweispaket dieses Aufrufs</translation>
    </message>
    <message>
        <source>Writing the evidence pack…</source>
        <translation>Das Beweispaket wird geschrieben…</translation>
    </message>
    <message>
        <source>Another evidence pack is still being written.</source>
        <translation>Ein anderes Beweispaket wird noch geschrieben.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PartEditor</name>
    <message>
        <source>Trust zone</source>
        <translation>Vertrauenszone</translation>
    </message>
    <message>
        <source>Where this text comes from: rules see the zone</source>
        <translation>Woher dieser Text stammt: Regeln sehen die Zone</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>Diesen Teil entfernen</translation>
    </message>
    <message>
        <source>Text to judge</source>
        <translation>Zu beurteilender Text</translation>
    </message>
    <message>
        <source>Type or paste what would be sent. The verdict follows as you type.</source>
        <translation>Tippen oder fügen Sie ein, was gesendet würde. Das Urteil folgt beim Tippen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PasswordDialog</name>
    <message>
        <source>&amp;Keep it in the desktop&apos;s keyring</source>
        <translation>Im Schlüsselbund der Arbeitsumgebung &amp;merken</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Password of your role in the database</source>
        <translation>&amp;Passwort Ihrer Rolle in der Datenbank</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Permissions</name>
    <message>
        <source>Needs a viewer, an analyst, a policy author or an auditor.</source>
        <translation>Braucht einen Betrachter, Analysten, Richtlinienautor oder Prüfer.</translation>
    </message>
    <message>
        <source>Needs an analyst.</source>
        <translation>Braucht einen Analysten.</translation>
    </message>
    <message>
        <source>Needs a key administrator.</source>
        <translation>Braucht einen Schlüsselverwalter.</translation>
    </message>
    <message>
        <source>Needs a key administrator of all teams.</source>
        <translation>Braucht einen Schlüsselverwalter aller Teams.</translation>
    </message>
    <message>
        <source>Needs a policy author.</source>
        <translation>Braucht einen Richtlinienautor.</translation>
    </message>
    <message>
        <source>Needs a policy author of all teams.</source>
        <translation>Braucht einen Richtlinienautor aller Teams.</translation>
    </message>
    <message>
        <source>Needs an auditor.</source>
        <translation>Braucht einen Prüfer.</translation>
    </message>
    <message>
        <source>Needs an auditor of all teams.</source>
        <translation>Braucht einen Prüfer aller Teams.</translation>
    </message>
    <message>
        <source>Needs an administrator of all teams.</source>
        <translation>Braucht einen Administrator aller Teams.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PoliciesPage</name>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Run tests</source>
        <translation>Tests ausführen</translation>
    </message>
    <message>
        <source>Try on the test bench</source>
        <translation>Auf dem Prüfstand versuchen</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen…</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurückkehren…</translation>
    </message>
    <message>
        <source>Save draft in the store</source>
        <translation>Entwurf im Speicher ablegen</translation>
    </message>
    <message>
        <source>Open a file as draft…</source>
        <translation>Datei als Entwurf öffnen…</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>State of the draft</source>
        <translation>Zustand des Entwurfs</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>The policies could not be read. %1</source>
        <translation>Die Richtlinien konnten nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Published %1</source>
        <translation>%1 veröffentlicht</translation>
    </message>
    <message>
        <source>Saved draft %1</source>
        <translation>Entwurf %1 abgelegt</translation>
    </message>
    <message>
        <source>The draft is being checked</source>
        <translation>Der Entwurf wird geprüft</translation>
    </message>
    <message>
        <source>It can&apos;t be published: %1 %2</source>
        <translation>Er kann nicht veröffentlicht werden: %1 %2</translation>
    </message>
    <message>
        <source>The draft is what is published</source>
        <translation>Der Entwurf ist das, was veröffentlicht ist</translation>
    </message>
    <message>
        <source>Make this draft the policy in force</source>
        <translation>Diesen Entwurf in Kraft setzen</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n problem(s): this draft can&apos;t be published, %1 stays in force</source>
        <translation>
            <numerusform>✕ %n Problem: dieser Entwurf kann nicht veröffentlicht werden, %1 bleibt in Kraft</numerusform>
            <numerusform>✕ %n Probleme: dieser Entwurf kann nicht veröffentlicht werden, %1 bleibt in Kraft</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Valid draft, changed against %1</source>
        <translation>✓ Gültiger Entwurf, geändert gegenüber %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 · %2 in force</source>
        <translation>%1 · %2 in Kraft</translation>
    </message>
    <message>
        <source>Open a policy as draft</source>
        <translation>Richtlinie als Entwurf öffnen</translation>
    </message>
    <message>
        <source>Policies (*.json);;All files (*)</source>
        <translation>Richtlinien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than a policy may be (1 MiB)</source>
        <translation>%1 ist größer, als eine Richtlinie sein darf (1 MiB)</translation>
    </message>
    <message>
        <source>The policy as rules or as text</source>
        <translation>Die Richtlinie als Regeln oder als Text</translation>
    </message>
    <message>
        <source>Exceptions…</source>
        <translation>Ausnahmen…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PolicySource</name>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>The policy that judges</source>
        <translation>Die Richtlinie, die urteilt</translation>
    </message>
    <message>
        <source>Published policy</source>
        <translation>Veröffentlichte Richtlinie</translation>
    </message>
    <message>
        <source>Draft text</source>
        <translation>Text des Entwurfs</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Published %1</source>
        <translation>%1 veröffentlicht</translation>
    </message>
    <message>
        <source>Judge by a policy file</source>
        <translation>Nach einer Datei urteilen</translation>
    </message>
    <message>
        <source>Policies (*.json);;All files (*)</source>
        <translation>Richtlinien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than a policy may be (1 MiB)</source>
        <translation>%1 ist größer, als eine Richtlinie sein darf (1 MiB)</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PolicyTestsModel</name>
    <message>
        <source>✓ pass</source>
        <translation>✓ bestanden</translation>
    </message>
    <message>
        <source>✕ fail</source>
        <translation>✕ nicht bestanden</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Bekommen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PolicyText</name>
    <message>
        <source>Policy as JSON text</source>
        <translation>Richtlinie als JSON-Text</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PriceDialog</name>
    <message>
        <source>Set price</source>
        <translation>Preis setzen</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Preis von %1</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Preis setzen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>A name; * and ? stand for any characters. An exact name wins over a pattern, a longer pattern over a shorter one</source>
        <translation>Ein Name; * und ? stehen für beliebige Zeichen. Ein genauer Name geht vor einem Muster, ein längeres Muster vor einem kürzeren</translation>
    </message>
    <message>
        <source>USD for a million tokens, with at most six decimals, such as 2.50</source>
        <translation>USD für eine Million Token, mit höchstens sechs Nachkommastellen, etwa 2.50</translation>
    </message>
    <message>
        <source>&amp;Input</source>
        <translation>&amp;Eingabe</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>&amp;Ausgabe</translation>
    </message>
    <message>
        <source>&amp;Cached input</source>
        <translation>&amp;Bekannte Eingabe</translation>
    </message>
    <message>
        <source>USD for a million tokens the provider had seen before; left empty: as the input</source>
        <translation>USD für eine Million Token, die der Anbieter schon kannte; leer: wie die Eingabe</translation>
    </message>
    <message>
        <source>USD for a million tokens</source>
        <translation>USD für eine Million Token</translation>
    </message>
    <message>
        <source>as the input</source>
        <translation>wie die Eingabe</translation>
    </message>
    <message>
        <source>Shipped with Gatehouse: %1.</source>
        <translation>Mit Gatehouse geliefert: %1.</translation>
    </message>
    <message>
        <source>Gatehouse comes without a price for this name.</source>
        <translation>Gatehouse bringt für diesen Namen keinen Preis mit.</translation>
    </message>
    <message>
        <source>Fill in the shipped one</source>
        <translation>Gelieferten einsetzen</translation>
    </message>
    <message>
        <source>To begin from the public list price; “Revert” on the desk goes back to it for good</source>
        <translation>Um vom öffentlichen Listenpreis auszugehen; „Zurück“ in der Liste stellt ihn dauerhaft wieder her</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PricesModel</name>
    <message>
        <source>taken away here; shipped: %1</source>
        <translation>hier entfernt; geliefert: %1</translation>
    </message>
    <message>
        <source>shipped with Gatehouse</source>
        <translation>mit Gatehouse geliefert</translation>
    </message>
    <message>
        <source>changed here; shipped: %1</source>
        <translation>hier geändert; geliefert: %1</translation>
    </message>
    <message>
        <source>set here</source>
        <translation>hier gesetzt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Bekannte Eingabe</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Woher</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PricesPane</name>
    <message>
        <source>Prices in USD for a million tokens</source>
        <translation>Preise in USD für eine Million Token</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>Preis setzen…</translation>
    </message>
    <message>
        <source>Edit price…</source>
        <translation>Preis bearbeiten…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Remove price</source>
        <translation>Preis entfernen</translation>
    </message>
    <message>
        <source>USD for a million tokens</source>
        <translation>USD für eine Million Token</translation>
    </message>
    <message>
        <source>Revert to none</source>
        <translation>Zurück zu keinem</translation>
    </message>
    <message>
        <source>Revert to the shipped price</source>
        <translation>Zurück zum gelieferten Preis</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProblemsModel</name>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProviderDesk</name>
    <message>
        <source>Added provider %1</source>
        <translation>Anbieter %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Changed who serves %1</source>
        <translation>Ziele von %1 geändert</translation>
    </message>
    <message>
        <source>Set the price of %1</source>
        <translation>Preis von %1 gesetzt</translation>
    </message>
    <message>
        <source>Removed the price of %1</source>
        <translation>Preis von %1 entfernt</translation>
    </message>
    <message>
        <source>Reverted the price of %1</source>
        <translation>Preis von %1 zurückgestellt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProviderDialog</name>
    <message>
        <source>Add provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI-kompatibel</translation>
    </message>
    <message>
        <source>Sandbox (answers without a network)</source>
        <translation>Sandbox (antwortet ohne Netz)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>&amp;Credential</source>
        <translation>&amp;Zugangsgeheimnis</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Asking for its models</source>
        <translation>Fragt nach seinen Modellen</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>Azure OpenAI</source>
        <translation>Azure OpenAI</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>die übliche</translation>
    </message>
    <message>
        <source>leave empty when there is none</source>
        <translation>leer lassen, wenn es keines gibt</translation>
    </message>
    <message>
        <source>Ask for its list of models, once, with what is written here</source>
        <translation>Einmal nach seiner Liste von Modellen fragen, mit dem, was hier steht</translation>
    </message>
    <message>
        <source>Which API it speaks</source>
        <translation>Welche Schnittstelle er spricht</translation>
    </message>
    <message>
        <source>How lists, conditions and keys name it</source>
        <translation>Wie Listen, Bedingungen und Schlüssel ihn nennen</translation>
    </message>
    <message>
        <source>Up to and including the version; of Azure OpenAI the resource alone</source>
        <translation>Bis einschließlich der Version; bei Azure OpenAI nur die Ressource</translation>
    </message>
    <message>
        <source>Names it serves under their own names, separated by commas; * for any. Other names for them are given under Models</source>
        <translation>Modelle, die er unter ihrem eigenen Namen bedient, mit Kommas dazwischen; * für alle. Andere Namen dafür stehen unter Modelle</translation>
    </message>
    <message>
        <source>API &amp;version</source>
        <translation>API-&amp;Version</translation>
    </message>
    <message>
        <source>Of Anthropic and Azure OpenAI; left empty, the one Gatehouse was written for</source>
        <translation>Bei Anthropic und Azure OpenAI; leer: die, für die Gatehouse geschrieben ist</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>&amp;Gewicht</translation>
    </message>
    <message>
        <source>Share among the providers that serve a model; 0: only when the others fail</source>
        <translation>Anteil unter den Anbietern, die ein Modell bedienen; 0: nur wenn die anderen ausfallen</translation>
    </message>
    <message>
        <source>Sealed for the gateways when it is kept; it is never shown again</source>
        <translation>Wird beim Speichern für die Gateways versiegelt und nie wieder gezeigt</translation>
    </message>
    <message>
        <source>The credential is sealed for the gateways. Enter it again to test with it; it is not kept.</source>
        <translation>Das Zugangsgeheimnis ist für die Gateways versiegelt. Geben Sie es zum Prüfen noch einmal ein; es wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>It has no credential.</source>
        <translation>Er hat kein Zugangsgeheimnis.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProvidersModel</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsgeheimnis</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1, API version %2</source>
        <translation>%1, API-Version %2</translation>
    </message>
    <message>
        <source>Share among the providers that serve a model; 0: only when the others fail</source>
        <translation>Anteil unter den Anbietern, die ein Modell bedienen; 0: nur wenn die anderen ausfallen</translation>
    </message>
    <message>
        <source>Sealed for the gateways; nobody reads it here again</source>
        <translation>Für die Gateways versiegelt; hier liest es niemand mehr</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message numerus="yes">
        <source>%n providers</source>
        <translation>
            <numerusform>%n Anbieter</numerusform>
            <numerusform>%n Anbieter</numerusform>
        </translation>
    </message>
    <message>
        <source>Providers, models and prices</source>
        <translation>Anbieter, Modelle und Preise</translation>
    </message>
    <message>
        <source>&amp;Providers</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>P&amp;rices</source>
        <translation>&amp;Preise</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::PublishDialog</name>
    <message>
        <source>Publish policy</source>
        <translation>Richtlinie veröffentlichen</translation>
    </message>
    <message>
        <source>Publish a new version</source>
        <translation>Neue Fassung veröffentlichen</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>What changes against %1</source>
        <translation>Was sich gegenüber %1 ändert</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::QueueModel</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::QueueView</name>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>Click to sort</source>
        <translation>Klicken sortiert</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RailView</name>
    <message>
        <source>Saved view %1</source>
        <translation>Gespeicherte Ansicht %1</translation>
    </message>
    <message>
        <source>being counted</source>
        <translation>wird gezählt</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RaiseFields</name>
    <message>
        <source>Raise of limit %1</source>
        <translation>Erhöhung von Limit %1</translation>
    </message>
    <message>
        <source>How much more, in the same unit</source>
        <translation>Wie viel mehr, in derselben Einheit</translation>
    </message>
    <message>
        <source>End of the raise of limit %1</source>
        <translation>Ende der Erhöhung von Limit %1</translation>
    </message>
    <message>
        <source>From then on the limit is what it was, by itself</source>
        <translation>Von da an gilt das Limit von selbst wieder wie zuvor</translation>
    </message>
    <message>
        <source>more, until</source>
        <translation>mehr, bis</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ReasonRow</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the history and the audit log</source>
        <translation>Grund, für Verlauf und Protokoll</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Reason: say why, so that others can follow it later.</source>
        <translation>Grund: sagen Sie warum, damit andere es später nachvollziehen können.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ReportBar</name>
    <message>
        <source>Stop report</source>
        <translation>Bericht abbrechen</translation>
    </message>
    <message>
        <source>Report progress</source>
        <translation>Fortschritt des Berichts</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>Bericht geschrieben: %1</translation>
    </message>
    <message>
        <source>Report stopped; no file was written</source>
        <translation>Bericht abgebrochen; es wurde keine Datei geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>The last %n days</source>
        <translation>
            <numerusform>Der letzte Tag</numerusform>
            <numerusform>Die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Report for an auditor</source>
        <translation>Bericht für Prüfer</translation>
    </message>
    <message>
        <source>Period, in whole days (UTC):</source>
        <translation>Zeitraum, in ganzen Tagen (UTC):</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RevealDialog</name>
    <message>
        <source>Reveal originals</source>
        <translation>Originale aufdecken</translation>
    </message>
    <message>
        <source>What was masked in this call is opened with your key. Who looked, and why, goes to the audit log first.</source>
        <translation>Was in diesem Aufruf maskiert wurde, wird mit Ihrem Schlüssel geöffnet. Wer hinsieht und warum, kommt zuerst ins Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Show originals</source>
        <translation>Originale zeigen</translation>
    </message>
    <message>
        <source>made with: gatehouse reviewer-key create</source>
        <translation>erzeugt mit: gatehouse reviewer-key create</translation>
    </message>
    <message>
        <source>for the audit log</source>
        <translation>für das Prüfprotokoll</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Choose the file with your private key</source>
        <translation>Die Datei mit Ihrem privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Your private key</source>
        <translation>Ihr privater Schlüssel</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Revealer</name>
    <message>
        <source>Choose a call first</source>
        <translation>Wählen Sie zuerst einen Aufruf</translation>
    </message>
    <message>
        <source>Nothing is sealed here: no rule asked for it</source>
        <translation>Hier ist nichts versiegelt: keine Regel hat es verlangt</translation>
    </message>
    <message>
        <source>Hide originals</source>
        <translation>Originale verbergen</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>Aufdecken…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Sichtung</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Whole text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Previous evidence</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Confirm (true positive)</source>
        <translation>Bestätigen (richtig erkannt)</translation>
    </message>
    <message>
        <source>Dismiss (false positive)</source>
        <translation>Verwerfen (Fehlalarm)</translation>
    </message>
    <message>
        <source>Benign</source>
        <translation>Harmlos</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Release or deny a held call…</source>
        <translation>Zurückgehaltenen Aufruf freigeben oder ablehnen…</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>Assign to…</source>
        <translation>Zuweisen an…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select up to here</source>
        <translation>Bis hierher auswählen</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Show the rule that fired</source>
        <translation>Die Regel zeigen, die griff</translation>
    </message>
    <message>
        <source>Take to the test bench</source>
        <translation>Auf den Prüfstand nehmen</translation>
    </message>
    <message>
        <source>Filter by this cell</source>
        <translation>Nach dieser Zelle filtern</translation>
    </message>
    <message>
        <source>Exclude this cell</source>
        <translation>Diese Zelle ausschließen</translation>
    </message>
    <message>
        <source>Live on or off</source>
        <translation>Live an oder aus</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign to (login name):</source>
        <translation>Zuweisen an (Anmeldename):</translation>
    </message>
    <message>
        <source>Held call</source>
        <translation>Zurückgehaltener Aufruf</translation>
    </message>
    <message>
        <source>Release this call of %1? The same key may then send the same payload once, within 24 hours.</source>
        <translation>Diesen Aufruf von %1 freigeben? Derselbe Schlüssel darf dann denselben Inhalt innerhalb von 24 Stunden einmal senden.</translation>
    </message>
    <message>
        <source>Release call</source>
        <translation>Aufruf freigeben</translation>
    </message>
    <message>
        <source>Deny call</source>
        <translation>Aufruf ablehnen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message numerus="yes">
        <source>%n new ↑</source>
        <translation>
            <numerusform>%n neuer ↑</numerusform>
            <numerusform>%n neue ↑</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls that a rule blocked, masked, held or flagged come here to be decided.</source>
        <translation>Aufrufe, die eine Regel blockierte, maskierte, zurückhielt oder meldete, kommen zur Entscheidung hierher.</translation>
    </message>
    <message>
        <source>Nothing matches this filter.</source>
        <translation>Nichts passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Send a first call…</source>
        <translation>Einen ersten Aufruf senden…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Choose a call to see what happened and why.</source>
        <translation>Wählen Sie einen Aufruf, um zu sehen, was geschah und warum.</translation>
    </message>
    <message numerus="yes">
        <source>%n match</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>all selected</source>
        <translation>alle ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Cancel the decision about all that match</source>
        <translation>Entscheidung über alle Treffer abbrechen</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>sorting, %1 read…</source>
        <translation>wird sortiert, %1 gelesen…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Show what says nearly the same</source>
        <translation>Zeigen, was fast dasselbe sagt</translation>
    </message>
    <message>
        <source>Take all like this together</source>
        <translation>Alle wie diesen zusammen nehmen</translation>
    </message>
    <message>
        <source>Context of this call</source>
        <translation>Umfeld dieses Aufrufs</translation>
    </message>
    <message>
        <source>Fold or unfold the group</source>
        <translation>Gruppe zu- oder aufklappen</translation>
    </message>
    <message numerus="yes">
        <source>%n more like this…</source>
        <translation>
            <numerusform>%n weiterer wie dieser…</numerusform>
            <numerusform>%n weitere wie dieser…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known to say nearly the same as this call.</source>
        <translation>Es ist nichts bekannt, das fast dasselbe sagt wie dieser Aufruf.</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>Evidence pack…</source>
        <translation>Beweispaket…</translation>
    </message>
    <message>
        <source>Show what is overdue</source>
        <translation>Überfälliges zeigen</translation>
    </message>
    <message>
        <source>Show what is mine</source>
        <translation>Meines zeigen</translation>
    </message>
    <message>
        <source>Show what is nobody&apos;s</source>
        <translation>Was niemandem gehört zeigen</translation>
    </message>
    <message>
        <source>Open %1 · Mine %2 · Overdue %3</source>
        <translation>Offen %1 · Meine %2 · Überfällig %3</translation>
    </message>
    <message>
        <source>Fold the JSON around the cursor</source>
        <translation>JSON um den Cursor falten</translation>
    </message>
    <message>
        <source>Unfold the JSON on the cursor&apos;s line</source>
        <translation>JSON auf der Zeile des Cursors entfalten</translation>
    </message>
    <message>
        <source>Export what the filter matches…</source>
        <translation>Exportieren, was der Filter findet…</translation>
    </message>
    <message>
        <source>Reveal originals…</source>
        <translation>Originale aufdecken…</translation>
    </message>
    <message>
        <source>Hand over the shift…</source>
        <translation>Schicht übergeben…</translation>
    </message>
    <message>
        <source>Show hand-overs…</source>
        <translation>Übergaben zeigen…</translation>
    </message>
    <message>
        <source>Exception…</source>
        <translation>Ausnahme…</translation>
    </message>
    <message>
        <source>An exception is made from what a rule found; choose one that found something.</source>
        <translation>Eine Ausnahme entsteht aus dem, was eine Regel fand; wählen Sie eine, die etwas fand.</translation>
    </message>
    <message>
        <source>No exception lifts %1: it is a floor, or a rule of the access stage.</source>
        <translation>Keine Ausnahme hebt %1 auf: Die Regel gilt immer oder gehört zur Stufe Zugang.</translation>
    </message>
    <message>
        <source>Exception from %1 until %2.</source>
        <translation>Ausnahme von %1 bis %2.</translation>
    </message>
    <message>
        <source>made an exception from %1</source>
        <translation>Ausnahme von %1 angelegt</translation>
    </message>
    <message>
        <source>The exception is removed.</source>
        <translation>Die Ausnahme ist entfernt.</translation>
    </message>
    <message>
        <source>The exception is made again.</source>
        <translation>Die Ausnahme ist wieder da.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RevokeDialog</name>
    <message>
        <source>Reading what calls with it…</source>
        <translation>Wird nachgesehen, was ihn benutzt…</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Revoke key %1?</source>
        <translation>Schlüssel %1 widerrufen?</translation>
    </message>
    <message>
        <source>It belongs to team %1, environment %2, use case %3.</source>
        <translation>Er gehört zu Team %1, Umgebung %2, Verwendung %3.</translation>
    </message>
    <message>
        <source>A running gateway refuses it within one second. This can&apos;t be undone.</source>
        <translation>Ein laufendes Gateway lehnt ihn binnen einer Sekunde ab. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the audit log</source>
        <translation>Grund, für das Protokoll</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message numerus="yes">
        <source>It will stop what calls with it: %n call(s) in the last hour, the last one %1.</source>
        <translation>
            <numerusform>Es hält an, was ihn benutzt: %n Aufruf in der letzten Stunde, der letzte %1.</numerusform>
            <numerusform>Es hält an, was ihn benutzt: %n Aufrufe in der letzten Stunde, der letzte %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Nothing called with it in the last hour; the last call was %1.</source>
        <translation>In der letzten Stunde benutzte ihn nichts; der letzte Aufruf war %1.</translation>
    </message>
    <message>
        <source>Nothing has ever called with it.</source>
        <translation>Nichts hat ihn je benutzt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RotateDialog</name>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Give key %1 a new secret?</source>
        <translation>Schlüssel %1 ein neues Geheimnis geben?</translation>
    </message>
    <message>
        <source>Its id stays, and what it may do. It belongs to team %1, environment %2, use case %3.</source>
        <translation>Seine Kennung bleibt, und was er darf. Er gehört zu Team %1, Umgebung %2, Verwendung %3.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>not at all: it leaked</source>
        <translation>gar nicht: es ist bekannt geworden</translation>
    </message>
    <message>
        <source>For the audit log</source>
        <translation>Für das Protokoll</translation>
    </message>
    <message>
        <source>&amp;Secret before</source>
        <translation>Voriges &amp;Geheimnis</translation>
    </message>
    <message>
        <source>How long the secret before stays good: choose, or type such as 90m, 12h or 3d; at most 30d</source>
        <translation>Wie lange das vorige Geheimnis noch gilt: wählen Sie, oder schreiben Sie etwa 90m, 12h oder 3d; höchstens 30d</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Stands in the audit log</source>
        <translation>Steht im Protokoll</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::RulesModel</name>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handlung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Enter or F2 to change</source>
        <translation>Eingabe oder F2 zum Ändern</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SavedViews</name>
    <message>
        <source>deleted view %1</source>
        <translation>Ansicht %1 gelöscht</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SealingLabel</name>
    <message>
        <source>%1 (%2…)</source>
        <translation>%1 (%2…)</translation>
    </message>
    <message>
        <source>%1, this machine</source>
        <translation>%1, dieser Rechner</translation>
    </message>
    <message>
        <source>Not pinned on this machine: %1. No credential is sealed until it is: compare its fingerprint on that gateway, then run gatehouse recipient trust.</source>
        <translation>Auf diesem Rechner nicht bekannt: %1. Bis dahin wird kein Zugangsgeheimnis versiegelt: vergleichen Sie den Fingerabdruck auf jenem Gateway, dann gatehouse recipient trust.</translation>
    </message>
    <message>
        <source>Sealed for this machine&apos;s gateway, which becomes the store&apos;s first recipient.</source>
        <translation>Versiegelt für das Gateway dieses Rechners, das der erste Empfänger dieses Speichers wird.</translation>
    </message>
    <message>
        <source>Sealed for %1, pinned on this machine from then on.</source>
        <translation>Versiegelt für %1, von da an auf diesem Rechner festgehalten.</translation>
    </message>
    <message>
        <source>Sealed for %1, as pinned on this machine.</source>
        <translation>Versiegelt für %1, wie auf diesem Rechner festgehalten.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SecretDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>I have copied the key</source>
        <translation>Ich habe den Schlüssel kopiert</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Takes effect when the console is started again</source>
        <translation>Gilt ab dem nächsten Start der Konsole</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Text with findings masked</source>
        <translation>Text mit maskierten Befunden</translation>
    </message>
    <message>
        <source>Full text; secrets and personal data stay masked</source>
        <translation>Ganzer Text; Geheimnisse und personenbezogene Daten bleiben maskiert</translation>
    </message>
    <message>
        <source>Facts only, no text</source>
        <translation>Nur Angaben, kein Text</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Open reviews and the audit log are never deleted</source>
        <translation>Offene Sichtungen und das Protokoll werden nie gelöscht</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Keep of each call</source>
        <translation>Von jedem Aufruf &amp;behalten</translation>
    </message>
    <message>
        <source>Keep &amp;for</source>
        <translation>Behalten &amp;für</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Critical calls</source>
        <translation>Kritische Aufrufe</translation>
    </message>
    <message>
        <source>Critical and high calls</source>
        <translation>Kritische und hohe Aufrufe</translation>
    </message>
    <message>
        <source>Calls that come to wait while no window of the console is in front, at most once a minute</source>
        <translation>Aufrufe, die zu warten beginnen, während kein Fenster der Konsole vorn ist, höchstens einmal je Minute</translation>
    </message>
    <message>
        <source>&amp;Notify about</source>
        <translation>&amp;Benachrichtigen über</translation>
    </message>
    <message>
        <source>Text with findings masked, originals sealed for reviewers</source>
        <translation>Text mit maskierten Befunden, Originale für Prüfende versiegelt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SeverityChip</name>
    <message>
        <source>Severity: %1</source>
        <translation>Schwere: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ShiftGrid</name>
    <message>
        <source>Decided since %1: %2 confirmed, %3 false positives, %4 benign, %5 duplicates</source>
        <translation>Entschieden seit %1: %2 bestätigt, %3 falsch positiv, %4 harmlos, %5 doppelt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Of %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::SparkBars</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::StateBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Gateway %1 · %2 req/s · journal %3</source>
        <translation>Gateway %1 · %2 Anfr./s · Journal %3</translation>
    </message>
    <message>
        <source>no policy published</source>
        <translation>keine Richtlinie veröffentlicht</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>undo (%1): %2</source>
        <translation>rückgängig (%1): %2</translation>
    </message>
    <message>
        <source>Gateway is starting</source>
        <translation>Gateway startet</translation>
    </message>
    <message>
        <source>Gateway is stopping; calls in flight are finished</source>
        <translation>Gateway hält an; laufende Aufrufe werden beendet</translation>
    </message>
    <message>
        <source>No gateway is running</source>
        <translation>Kein Gateway läuft</translation>
    </message>
    <message>
        <source>Stop gateway</source>
        <translation>Gateway anhalten</translation>
    </message>
    <message>
        <source>Start gateway</source>
        <translation>Gateway starten</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::StoreDialog</name>
    <message>
        <source>Gatehouse stores (*.db);;All files (*)</source>
        <translation>Gatehouse-Speicher (*.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>New store…</source>
        <translation>Neuer Speicher…</translation>
    </message>
    <message>
        <source>Open store</source>
        <translation>Speicher öffnen</translation>
    </message>
    <message>
        <source>Takes the store off this list; the file stays</source>
        <translation>Nimmt den Speicher von dieser Liste; die Datei bleibt</translation>
    </message>
    <message>
        <source>New store</source>
        <translation>Neuer Speicher</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Recent stores and connections</source>
        <translation>Zuletzt benutzte Speicher und Verbindungen</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>To a store in PostgreSQL, which many gateways and consoles share</source>
        <translation>Zu einem Speicher in PostgreSQL, den viele Gateways und Konsolen teilen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Takes the connection and its password off this machine; the store stays</source>
        <translation>Nimmt die Verbindung und ihr Passwort von diesem Rechner; der Speicher bleibt</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::StoreEntry</name>
    <message>
        <source>No store yet</source>
        <translation>Noch kein Speicher</translation>
    </message>
    <message>
        <source>The database %1 holds no Gatehouse store. Make one there?</source>
        <translation>Die Datenbank %1 enthält keinen Gatehouse-Speicher. Dort einen anlegen?</translation>
    </message>
    <message>
        <source>Make store</source>
        <translation>Speicher anlegen</translation>
    </message>
    <message>
        <source>There is no connection %1 on this machine any more.</source>
        <translation>Die Verbindung %1 gibt es auf diesem Rechner nicht mehr.</translation>
    </message>
    <message>
        <source>Password not kept</source>
        <translation>Passwort nicht gemerkt</translation>
    </message>
    <message>
        <source>The password of %1 could not be kept: %2</source>
        <translation>Das Passwort von %1 konnte nicht gemerkt werden: %2</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation>Einen Speicher öffnen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::StoreOpening</name>
    <message>
        <source>%1 · schema %2 · %3 interactions</source>
        <translation>%1 · Schema %2 · %3 Interaktionen</translation>
    </message>
    <message>
        <source>read what calls said</source>
        <translation>lesen, was in Aufrufen gesagt wurde</translation>
    </message>
    <message>
        <source>review</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>issue and change keys</source>
        <translation>Schlüssel ausgeben und ändern</translation>
    </message>
    <message>
        <source>make teams, environments and use cases</source>
        <translation>Teams, Umgebungen und Anwendungsfälle anlegen</translation>
    </message>
    <message>
        <source>draft policies</source>
        <translation>Richtlinien entwerfen</translation>
    </message>
    <message>
        <source>publish policies</source>
        <translation>Richtlinien veröffentlichen</translation>
    </message>
    <message>
        <source>read the audit log</source>
        <translation>das Audit-Log lesen</translation>
    </message>
    <message>
        <source>change providers</source>
        <translation>Anbieter ändern</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>You may only see which calls there were.</source>
        <translation>Sie dürfen nur sehen, welche Aufrufe es gab.</translation>
    </message>
    <message>
        <source>You may %1.</source>
        <translation>Sie dürfen: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::StoreSession</name>
    <message>
        <source>This store was made by a newer Gatehouse: it can be read here, not changed. Install the newer version.</source>
        <translation>Dieser Speicher stammt von einem neueren Gatehouse: Er kann hier gelesen, aber nicht geändert werden. Bitte die neuere Version installieren.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TargetRow</name>
    <message>
        <source>the same name</source>
        <translation>derselbe Name</translation>
    </message>
    <message>
        <source>weight </source>
        <translation>Gewicht </translation>
    </message>
    <message>
        <source>%1 of target %2</source>
        <translation>%1 von Ziel %2</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>Wer gefragt wird</translation>
    </message>
    <message>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>What the provider calls it; of Azure OpenAI the deployment. Left empty: the same name</source>
        <translation>Wie der Anbieter es nennt; bei Azure OpenAI das Deployment. Leer: derselbe Name</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share of the calls; 0: only when the others fail</source>
        <translation>Anteil an den Aufrufen; 0: nur wenn die anderen ausfallen</translation>
    </message>
    <message>
        <source>Removal</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take this target away</source>
        <translation>Dieses Ziel entfernen</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TargetsDialog</name>
    <message>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>Save targets</source>
        <translation>Ziele speichern</translation>
    </message>
    <message>
        <source>Targets of %1</source>
        <translation>Ziele von %1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>What callers ask for</source>
        <translation>Wonach Aufrufer fragen</translation>
    </message>
    <message>
        <source>Calls are shared out by weight; a call goes on to the next target when one fails before its answer began. Weight 0 is asked only when the others failed.</source>
        <translation>Aufrufe werden nach Gewicht verteilt; ein Aufruf geht zum nächsten Ziel weiter, wenn eines ausfällt, bevor seine Antwort begann. Gewicht 0 wird erst gefragt, wenn die anderen ausfielen.</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>One more that serves this name</source>
        <translation>Noch eines, das diesen Namen bedient</translation>
    </message>
    <message>
        <source>Add a target: who serves this model?</source>
        <translation>Fügen Sie ein Ziel hinzu: wer bedient dieses Modell?</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TargetsModel</name>
    <message>
        <source>only when the others fail</source>
        <translation>nur wenn die anderen ausfallen</translation>
    </message>
    <message>
        <source>%1 % of the calls</source>
        <translation>%1 % der Aufrufe</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Name there</source>
        <translation>Name dort</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TargetsPane</name>
    <message>
        <source>Models with targets</source>
        <translation>Modelle mit Zielen</translation>
    </message>
    <message>
        <source>Add model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Edit targets…</source>
        <translation>Ziele bearbeiten…</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Here a name callers use can have targets of its own: several providers that share its calls or stand in for each other, each with its own name for it. Any other name is served by the providers that list it.</source>
        <translation>Hier kann ein Name, nach dem Aufrufer fragen, eigene Ziele haben: mehrere Anbieter, die sich die Aufrufe teilen oder füreinander einspringen, jeder mit eigenem Namen dafür. Jeden anderen Namen bedienen die Anbieter, die ihn nennen.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TeamTreeModel</name>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n active key(s)</source>
        <translation>
            <numerusform>%1: %n aktiver Schlüssel</numerusform>
            <numerusform>%1: %n aktive Schlüssel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TimelineStrip</name>
    <message>
        <source>Calls over time</source>
        <translation>Aufrufe im Zeitverlauf</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>No calls</source>
        <translation>Keine Aufrufe</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag, or Shift with the arrow keys, to choose a time; Enter filters by it, Escape or a double click shows all of it.</source>
        <translation>Ziehen, oder Umschalt mit den Pfeiltasten, wählt eine Zeit; Enter filtert danach, Esc oder Doppelklick zeigt alles.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::TopLine</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>store: %1</source>
        <translation>Speicher: %1</translation>
    </message>
    <message>
        <source>Store %1; open another</source>
        <translation>Speicher %1; einen anderen öffnen</translation>
    </message>
    <message>
        <source>Pages and commands (%1)</source>
        <translation>Seiten und Befehle (%1)</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::Tray</name>
    <message>
        <source>Show the console</source>
        <translation>Konsole zeigen</translation>
    </message>
    <message>
        <source>Show critical calls that wait</source>
        <translation>Wartende kritische Aufrufe zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n open critical calls</source>
        <translation>
            <numerusform>%n offener kritischer Aufruf</numerusform>
            <numerusform>%n offene kritische Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>no open critical call</source>
        <translation>kein offener kritischer Aufruf</translation>
    </message>
    <message>
        <source>Gatehouse, %1: %2</source>
        <translation>Gatehouse, %1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::UpstreamTest</name>
    <message>
        <source>The sandbox answers by itself and needs no network</source>
        <translation>Die Sandbox antwortet von selbst und braucht kein Netz</translation>
    </message>
    <message>
        <source>Refused the credential (%1)</source>
        <translation>Hat das Zugangsgeheimnis abgelehnt (%1)</translation>
    </message>
    <message>
        <source>Cannot be reached: %1</source>
        <translation>Nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>Answers, but not with a list of models: is the address right?</source>
        <translation>Antwortet, aber nicht mit einer Liste von Modellen: stimmt die Adresse?</translation>
    </message>
    <message numerus="yes">
        <source>Answers in %1 ms with %n models</source>
        <translation>
            <numerusform>Antwortet in %1 ms mit %n Modell</numerusform>
            <numerusform>Antwortet in %1 ms mit %n Modellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not an address: it looks like %1</source>
        <translation>Keine Adresse: sie sieht aus wie %1</translation>
    </message>
    <message>
        <source>Answers with status %1: is the address right?</source>
        <translation>Antwortet mit Status %1: stimmt die Adresse?</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::UpstreamsPane</name>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Add provider…</source>
        <translation>Anbieter hinzufügen…</translation>
    </message>
    <message>
        <source>Test provider…</source>
        <translation>Anbieter prüfen…</translation>
    </message>
    <message>
        <source>Remove provider…</source>
        <translation>Anbieter entfernen…</translation>
    </message>
    <message>
        <source>Providers are where calls go once the policy lets them pass. Without one, every call is refused.</source>
        <translation>Zu Anbietern gehen Aufrufe, wenn die Richtlinie sie durchlässt. Ohne Anbieter wird jeder Aufruf abgelehnt.</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>Anbieter entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1? Calls only it can answer are refused from then on, and its credential is deleted; this can&apos;t be undone. %n target(s) of models go with it.</source>
        <translation>
            <numerusform>%1 entfernen? Aufrufe, die nur er beantworten kann, werden dann abgelehnt, und sein Zugangsgeheimnis wird gelöscht; das lässt sich nicht rückgängig machen. %n Ziel eines Modells geht mit ihm.</numerusform>
            <numerusform>%1 entfernen? Aufrufe, die nur er beantworten kann, werden dann abgelehnt, und sein Zugangsgeheimnis wird gelöscht; das lässt sich nicht rückgängig machen. %n Ziele von Modellen gehen mit ihm.</numerusform>
        </translation>
    </message>
    <message>
        <source>New credential…</source>
        <translation>Neues Zugangsgeheimnis…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::VerdictChart</name>
    <message>
        <source>Verdicts over time</source>
        <translation>Urteile über die Zeit</translation>
    </message>
    <message>
        <source>Allowed too</source>
        <translation>Auch zugelassene</translation>
    </message>
    <message>
        <source>At most %1 calls in one step. The table has every number.</source>
        <translation>Höchstens %1 Aufrufe in einem Schritt. Die Tabelle hat jede Zahl.</translation>
    </message>
    <message>
        <source>Nothing was blocked, held, masked or flagged in this time.</source>
        <translation>In dieser Zeit wurde nichts blockiert, zurückgehalten, maskiert oder gemeldet.</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::VerdictTable</name>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::VerdictView</name>
    <message>
        <source>Allowed</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Maskiert</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>%1 of %2 rules ran in %3 · %4 of %5 bytes read</source>
        <translation>%1 von %2 Regeln liefen in %3 · %4 von %5 Bytes gelesen</translation>
    </message>
    <message>
        <source>Rules and what they said</source>
        <translation>Regeln und was sie sagten</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Masked text</source>
        <translation>Maskierter Text</translation>
    </message>
    <message>
        <source>What would travel on</source>
        <translation>Was weiterginge</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Judging…</source>
        <translation>Wird beurteilt…</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Filters kept under a name, for oneself or shared</source>
        <translation>Filter unter einem Namen, für sich selbst oder für alle</translation>
    </message>
    <message>
        <source>Saved view %1</source>
        <translation>Gespeicherte Ansicht %1</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern…</translation>
    </message>
    <message>
        <source>Rename “%1”…</source>
        <translation>„%1“ umbenennen…</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Keep “%1” to myself</source>
        <translation>„%1“ nur für mich behalten</translation>
    </message>
    <message>
        <source>Share “%1” with everybody</source>
        <translation>„%1“ mit allen teilen</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::WelcomeDialog</name>
    <message>
        <source>Add sample data</source>
        <translation>Beispieldaten hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Issue a key and show how to call</source>
        <translation>Schlüssel ausstellen und Aufruf zeigen</translation>
    </message>
    <message>
        <source>Welcome to Gatehouse</source>
        <translation>Willkommen bei Gatehouse</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>Mit Beispieldaten umsehen</translation>
    </message>
    <message>
        <source>%1 generated conversations go through the same checks as real traffic, so that every desk has something to show. They stay in this store.</source>
        <translation>%1 erzeugte Gespräche gehen durch dieselben Prüfungen wie echter Verkehr, damit jede Seite etwas zu zeigen hat. Sie bleiben in diesem Speicher.</translation>
    </message>
    <message>
        <source>Progress of adding sample data</source>
        <translation>Fortschritt beim Hinzufügen der Beispieldaten</translation>
    </message>
    <message>
        <source>Send a first call</source>
        <translation>Einen ersten Aufruf senden</translation>
    </message>
    <message>
        <source>The provider `sandbox` answers without a network or an account. A key for it is issued to the team `getting-started`, valid for 30 days, and shown here only.</source>
        <translation>Der Anbieter `sandbox` antwortet ohne Netz und ohne Konto. Ein Schlüssel dafür wird für das Team `getting-started` ausgestellt, gilt 30 Tage und wird nur hier gezeigt.</translation>
    </message>
    <message>
        <source>How to call</source>
        <translation>So wird aufgerufen</translation>
    </message>
    <message>
        <source>Added %1 interactions.</source>
        <translation>%1 Aufrufe hinzugefügt.</translation>
    </message>
    <message>
        <source>Key %1 is ready. A running gateway knows it within a second.</source>
        <translation>Schlüssel %1 ist bereit. Ein laufendes Gateway kennt ihn binnen einer Sekunde.</translation>
    </message>
</context>
<context>
    <name>gatehouse::console::WhyPane</name>
    <message>
        <source>No policy judged this call.</source>
        <translation>Keine Richtlinie hat über diesen Aufruf geurteilt.</translation>
    </message>
    <message>
        <source>Policy %1 %2</source>
        <translation>Richtlinie %1 %2</translation>
    </message>
    <message>
        <source>Policy %1, version %2, which this store does not hold</source>
        <translation>Richtlinie %1, Version %2, die in diesem Speicher nicht steht</translation>
    </message>
    <message>
        <source>Coverage: at least one rule read every byte (%1).</source>
        <translation>Abdeckung: jedes Byte wurde von mindestens einer Regel gelesen (%1).</translation>
    </message>
    <message>
        <source>Coverage: %1 of %2 read.</source>
        <translation>Abdeckung: %1 von %2 gelesen.</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Choose a rule to see what it did.</source>
        <translation>Eine Regel wählen, um zu sehen, was sie tat.</translation>
    </message>
</context>
</TS>
