/** German function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const germanWords =
  "der die das den dem des ein eine einen einem einer eines und oder aber auch nicht nein ja doch ist sind war waren wird " +
  "wurde wurden werden bin bist sein seit hat habe haben hatte hatten ich du er sie es wir ihr mir mich dir dich uns euch " +
  "ihnen ihm ihn mein meine meinen meiner meinem dein deine euer eure ihre ihren ihrer kein keine keinen von vom zu zum " +
  "zur mit ohne bei beim nach vor aus auf für über unter um an am im in durch gegen bis wie was wann wo warum wer welche " +
  "welcher wenn weil dass ob als dann so sehr schon noch immer nie nur mehr viel alles etwas nichts jetzt heute gestern " +
  "morgen tag tage woche wochen monat hallo guten abend danke dank bitte liebe lieber geehrte damen herren grüße gruß " +
  "freundlichen mfg vielen leider können kann könnte muss müssen soll sollte möchte will wollte bestellt bestellung " +
  "bestellnummer paket ware artikel lieferung geliefert erhalten bekommen angekommen kaputt defekt beschädigt falsch " +
  "falsche fehlt zurück rückgabe rücksendung erstattung geld ersatz umtausch gekauft kaufen bezahlt rechnung größe gut " +
  "schlecht super schade frage hilfe wirklich ganz gar mal nun hier dort da diese dieser dieses diesen man sich zwei drei " +
  "warte warten schicken geschickt gesendet sendung verschickt adresse kundenservice antwort melden gemacht machen geht " +
  "gibt weiß finde ok nich hab is nochmal bisschen sendungsverfolgung verspätung stornieren reklamation zugestellt " +
  "lieferschein qualität unverschämt";
