import Domain
import Testing

@Test(
  "Whoever speaks in a sentence does what a verb behind its comma or dash says",
  arguments: [
    (
      "E. Lípová upozornila na výzvu kraje, rozešle odkaz členům.",
      "rozešle odkaz členům|E. Lípová|"
    ),
    (
      "pí. Lípová - bezpečnost u přechodu, pošle dopis strážníkům",
      "pošle dopis strážníkům|pí. Lípová|"
    ),
    (
      "J. Dub: možnost zapojit studenty – osloví ředitele školy a dá vědět.",
      "osloví ředitele školy a dá vědět|J. Dub|"
    ),
  ])
func speakersWithTasks(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test(
  "Between the office and the verb may stand what is to be done",
  arguments: [
    (
      "Ředitel stížnost prošetří a výsledek sdělí výboru do 14. 3. 2024.",
      "stížnost prošetří a výsledek sdělí výboru do 14. 3. 2024|Ředitel|2024-03-14"
    ),
    (
      "Výbor návrh prověří a výsledek oznámí do konce března.",
      "návrh prověří a výsledek oznámí do konce března|Výbor|2024-03"
    ),
    ("Tajemnice tabulku doplní a rozešle členům.", "tabulku doplní a rozešle členům|Tajemnice|"),
    (
      "Starosta: opravu zajistí do 15. 3. 2024.",
      "opravu zajistí do 15. 3. 2024|Starosta|2024-03-15"
    ),
  ])
func objectsBehindDoer(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test(
  "A title belongs to whoever has the task",
  arguments: [
    ("Mgr. Dub osloví dodavatele oken.", "osloví dodavatele oken|Mgr. Dub|"),
    (
      "Do klubu je málo míst. RNDr. Lípová připraví článek do novin.",
      "připraví článek do novin|RNDr. Lípová|"
    ),
    (
      "Podklady přijdou do 31. 8. 2024. Ing. Vrba připraví souhrnný návrh.",
      "připraví souhrnný návrh|Ing. Vrba|"
    ),
  ])
func titlesOfDoers(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test(
  "A body within a sentence does what the rest of it says",
  arguments: [
    (
      "Pan Jasan – parkování u vchodu, výbor zjistí možnost značení.",
      "zjistí možnost značení|výbor|"
    ),
    (
      "Partneři zašlou podklady pro zprávu do 12. 4. 2024.",
      "zašlou podklady pro zprávu do 12. 4. 2024|Partneři|2024-04-12"
    ),
    (
      "Studie chybí, odbor dopravy ji předloží do konce roku.",
      "ji předloží do konce roku|odbor dopravy|2024"
    ),
  ])
func bodiesWithin(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test("What somebody else does is told with its verb")
func objectBeforeVerb() {
  #expect(
    tasksOfCommittee("Výsledky ankety předloží ředitel.") == ["Výsledky ankety předloží|ředitel|"])
  #expect(
    tasksOfCommittee("Kurz končí v červnu 2024, závěrečnou zprávu zpracuje tajemník.")
      == ["závěrečnou zprávu zpracuje|tajemník|"])
}
