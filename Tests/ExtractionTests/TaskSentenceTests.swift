import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru dne 5. 2. 2024\nPřítomni: Jan Dub, Eva Lípová, Míša\n\n"
  return LineReader.extract(heading + text).tasks.map { task in
    let due = task.due.map { " | \($0.value)" } ?? ""
    return "\(task.text.value) | \(task.responsible?.value ?? "–")\(due)"
  }
}

@Test(
  "What is to be done may stand before the verb and who does it behind",
  arguments: [
    ("Úklid zajistí Karel Jasan.", "Úklid zajistí | Karel Jasan"),
    ("Stoly a lavice zajistí účastníci brigády.", "Stoly a lavice zajistí | účastníci brigády"),
    ("Pozvánky vytvoří Eva Malá (uvede i místo konání schůze).", "Pozvánky vytvoří | Eva Malá"),
    ("Letos zajistí májku K. Jasan.", "zajistí májku | K. Jasan"),
    ("Zprávy napíše Jan Jasan ml. (muži), Eva Malá (ženy).", "Zprávy napíše | Jan Jasan ml."),
    (
      "Článek o plese byl včera předán do tisku, fotky jsou na webu obce, texty zajistí p. Jasan",
      "texty zajistí | p. Jasan"
    ),
  ])
func objectsFirst(text: String, expected: String) {
  #expect(tasks(text) == [expected])
}

@Test(
  "Who does it may be several people, a body with a term or somebody who goes on doing it",
  arguments: [
    ("Karel Jasan zajistí techniku.", "zajistí techniku | Karel Jasan"),
    ("Jan Nový a Eva Malá zajistí sál.", "zajistí sál | Jan Nový a Eva Malá"),
    ("Jan Jasan st. zašle program akce.", "zašle program akce | Jan Jasan st."),
    (
      "Odbor kultury zajistí výběr kapely do 5. 6. 2024.",
      "zajistí výběr kapely do 5. 6. 2024 | Odbor kultury | 2024-06-05"
    ),
    (
      "OSV připraví hlášení do 15. 5. 2024.",
      "připraví hlášení do 15. 5. 2024 | OSV | 2024-05-15"
    ),
    (
      "Paní Lípová bude kontaktovat rodiče žáků.", "bude kontaktovat rodiče žáků | Paní Lípová"
    ),
    (
      "Každý člen si do příště připraví návrh akcí.", "připraví návrh akcí | Každý člen"
    ),
    ("Bylo dohodnuto, že p. Jasan zajistí sál.", "zajistí sál | p. Jasan"),
    (
      "Jan Dub: připravit rozpočet do 15. 3.",
      "připravit rozpočet do 15. 3 | Jan Dub | 2024-03-15"
    ),
    ("Sociální komise prověří žádost rodiny.", "prověří žádost rodiny | Sociální komise"),
    ("Předseda také osloví firmy ve městě.", "osloví firmy ve městě | Předseda"),
    ("Brigáda je v 17:30. Eva Malá zajistí klíče.", "zajistí klíče | Eva Malá"),
    ("Mluvilo se o SDH. Eva Malá zajistí klíče.", "zajistí klíče | Eva Malá"),
  ])
func subjects(text: String, expected: String) {
  #expect(tasks(text) == [expected])
}

@Test(
  "Somebody takes something on",
  arguments: [
    ("Paní Lípová se ujala organizace zájezdu.", "organizace zájezdu | Paní Lípová"),
    ("Míša si vzala na starost úpravu webu.", "úpravu webu | Míša"),
    ("Za přípravu plesu odpovídá Eva Lípová.", "přípravu plesu | Eva Lípová"),
    ("Předsedkyně byla pověřena vyřízením dotace.", "vyřízením dotace | Předsedkyně"),
    ("Pan Dub přislíbil, že zajistí klíče od sálu.", "zajistí klíče od sálu | Pan Dub"),
    ("Je třeba objednat novou tabuli (Dub).", "objednat novou tabuli | Dub"),
    ("Nutno opravit plot do 15. 3. 2024.", "opravit plot do 15. 3. 2024 | – | 2024-03-15"),
  ])
func takenOn(text: String, expected: String) {
  #expect(tasks(text) == [expected])
}

@Test(
  "What somebody gets, leads or says is no task",
  arguments: [
    "Předal klíče od sálu Janu Novému.", "Potom pošle klíče Janu Novému.",
    "Pan Dub se ujal řízení schůze.", "Paní Lípová se ujala slova.",
    "Firma p. Nováka opraví střechu.", "Jan Dub: začít od střechy.",
    "Je nutné umořit dluh (p. Dub).", "Předsedkyně byla pověřena vedením schůze.",
    "Úkoly z minulé schůze:\n- plot je natřený\n- brána čeká na díly",
  ])
func noTasks(text: String) {
  #expect(tasks(text).isEmpty)
}

@Test(
  "Fields have short labels, brackets and slashes",
  arguments: [
    ("Objednat revizi. O: Dub, T: 15. 3.", ["Objednat revizi | Dub | 2024-03-15"]),
    ("Svolat schůzi domu. T: do 30. 4. 2024", ["Svolat schůzi domu | – | 2024-04-30"]),
    ("Zajistit nabídky na okna (zodpovídá: Dub)", ["Zajistit nabídky na okna | Dub"]),
    ("Úkol: natřít plot / odpovídá Dub / termín 15. 3. 2024", ["natřít plot | Dub | 2024-03-15"]),
    ("Úkol trvá: natřít plot\nZ: Dub", ["natřít plot | Dub"]),
    (
      "Nový úkol: koupit barvu (Míša)\nÚ: natřít lavičky (Dub)",
      ["koupit barvu | Míša", "natřít lavičky | Dub"]
    ),
    (
      "Úkoly: Dub – zajistit sál, Lípová – rozeslat pozvánky",
      ["zajistit sál | Dub", "rozeslat pozvánky | Lípová"]
    ),
    (
      "Úkoly: zajistit sál (Dub); rozeslat pozvánky (Lípová)",
      ["zajistit sál | Dub", "rozeslat pozvánky | Lípová"]
    ),
    (
      "Úkoly:\n- Vymyslet znak spolku (kdo chce, přinese svůj návrh na příští schůzi výboru)",
      ["Vymyslet znak spolku | –"]
    ),
  ])
func fields(text: String, expected: [String]) {
  #expect(tasks(text) == expected)
}

@Test("What a body orders and entrusts ends with its sentence, and may be for anybody")
func orders() {
  #expect(
    tasks("Komise po projednání\na ukládá\n\nPředat tento podnět na úřad")
      == ["Předat tento podnět na úřad | –"])
  #expect(
    tasks("Rada pověřuje starostu podpisem smlouvy dle bodu A.2). Rada schvaluje rozpočet.")
      == ["podpisem smlouvy dle bodu A.2) | starostu"])
  #expect(
    tasks("Úkol pro rok 2024: vypracovat pravidla") == ["vypracovat pravidla | –"])
}

@Test("A summary tells no task again, labels tell each one")
func summaries() {
  let sentence = "Eva Lípová zajistí klíče od sálu."
  #expect(tasks(sentence + "\n\nShrnutí\n\n" + sentence).count == 1)
  #expect(tasks("Úkol: natřít plot\nZajistí: Dub\n\nÚkol: natřít plot\nZajistí: Dub").count == 2)
}

@Test("Blocks that begin with who is charged keep their own term")
func blocksWithFieldsAbove() {
  #expect(
    tasks(
      "Určen: Jan Dub\nTermín: 20. 3. 2024\nÚkol: podepsat smlouvu\n \n"
        + "Určen: Eva Lípová\nTermín: 2. 4. 2024\nÚkol: zaslat dopis\nMgr. Petr Jasan starosta")
      == ["podepsat smlouvu | Jan Dub | 2024-03-20", "zaslat dopis | Eva Lípová | 2024-04-02"])
}
