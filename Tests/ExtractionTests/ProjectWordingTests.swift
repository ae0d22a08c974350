import Domain
import Testing

private func projects(_ text: String) -> [ExtractedProject] {
  LineReader.extract("Zápis ze schůze\ndne 5. 2. 2024\n\n" + text).projects
}

@Test(
  "A project is named by a sentence, without the programme before it and the verb behind it",
  arguments: [
    ("Opravu zaplatí kraj, projekt se jmenuje Hřištěm k pohybu.", "Hřištěm k pohybu"),
    ("Žádost podá výbor, projekt ponese název Sdílíme zahradu v ulici.", "Sdílíme zahradu v ulici"),
    ("Projekt ESF Rozvoj kroužků končí v červnu 2024.", "Rozvoj kroužků"),
    ("Projekt Obnova kaple sv. Barbory byl schválen.", "Obnova kaple sv. Barbory"),
    (
      "Rada vybrala zhotovitele stavby „Rekonstrukce chodníku v Lipové“.",
      "Rekonstrukce chodníku v Lipové"
    ),
    ("Nabídky na akci „Výměna oken školky“ přišly dvě.", "Výměna oken školky"),
  ])
func namesInSentences(text: String, name: String) {
  #expect(projects(text).map(\.name.value) == [name])
}

@Test("An event in quotes is no building work")
func eventsInQuotes() {
  #expect(projects("Děti se zúčastnily akce „Den vody“.").isEmpty)
}

@Test(
  "Who has a project and where it stands",
  arguments: [
    (
      "Paní Malá představila projekt Nový start, který připravuje Slezská diakonie.",
      "Slezská diakonie", ProjectStatus.inPreparation
    ),
    ("ZŠ Polní pokračuje v projektu Zelená třída.", "ZŠ Polní", .running),
    (
      "Představen byl projekt, který realizuje Centrum Lípa. Centrum Lípa realizuje projekt Doma.",
      "Centrum Lípa", .running
    ),
    (
      "Do výzvy přišel „Chodník Lhota“, projekt „Chodník Lhota“, žadatel obec Lhota, 71 bodů.",
      "obec Lhota", nil
    ),
  ])
func holdersAndStatuses(text: String, holder: String, status: ProjectStatus?) {
  #expect(projects(text).map { $0.holder?.value } == [holder])
  #expect(projects(text).map { $0.status?.value } == [status])
}

@Test(
  "Where a project stands is told in many words",
  arguments: [
    ("Projekt Naše ulice je hodnocen.", ProjectStatus.inEvaluation),
    ("Žádost na projekt Naše ulice byla podána v lednu.", .submitted),
    ("Na projekt Naše ulice bude žádost podána v březnu.", .inPreparation),
    ("Škola se zapojila do projektu Naše ulice.", .running),
    ("Projekt Naše ulice běží do konce roku.", .running),
  ])
func wordsOfStatus(text: String, status: ProjectStatus) {
  #expect(projects(text).map { $0.status?.value } == [status])
}
