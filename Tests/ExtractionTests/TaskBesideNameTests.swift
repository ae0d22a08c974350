import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  let heading = "Zápis ze schůze rady\ndne 5. 2. 2024\n\nPřítomni: Jan Dubský, Eva Lípová\n\n"
  return LineReader.extract(heading + text).tasks.map { task in
    [task.text.value, task.responsible?.value, task.due?.value.description].map { $0 ?? "–" }
      .joined(separator: " | ")
  }
}

@Test(
  "A noun beside a person and a day is a task, and a report of somebody is none",
  arguments: [
    ("Zajištění sálu – p. Jasan, do 15. 5.", ["Zajištění sálu | p. Jasan | 2024-05-15"]),
    ("Nákup květin – Lípová do 15. 5. 2024", ["Nákup květin | Lípová | 2024-05-15"]),
    ("Oprava plotu (Dubský, termín 15. 5.)", ["Oprava plotu | Dubský | 2024-05-15"]),
    ("Oprava plotu – Dubský", []),
    ("Zpráva o sále – p. Jasan, do 15. 5.", []),
    ("Nákup květin – Šeřík, do 15. 5.", []),
  ])
func nounBesideName(text: String, found: [String]) {
  #expect(tasks(text) == found)
}

@Test("Lines without marks under a label of tasks each name who is to do them")
func plainList() {
  #expect(
    tasks(
      "Úkoly:\nZajistit sál – Dubský\nPříprava rozpočtu – Lípová, do 15. 5.\n\nKino – Dubský")
      == ["Zajistit sál | Dubský | –", "Příprava rozpočtu | Lípová | 2024-05-15"])
  #expect(tasks("Úkoly:\noprava plotu: Dubský") == ["oprava plotu | Dubský | –"])
  #expect(tasks("Úkoly\nLípová: květiny") == ["květiny | Lípová | –"])
}

@Test(
  "Who answers for a task needs no colon behind a mark and no term",
  arguments: [
    ("Zajistit sál. Zodpovídá Dubský.", ["Zajistit sál | Dubský | –"]),
    (
      "- Oprava plotu – zodpovídá p. Jasan, termín 15. 5. 2024",
      ["Oprava plotu | p. Jasan | 2024-05-15"]
    ),
    ("Oprava plotu, Z: Dubský", ["Oprava plotu | Dubský | –"]),
    ("Dotaz na plot, odpovídá Dubský.", []),
    ("Pro: 5, Z: 0", []),
  ])
func fieldsWithoutColon(text: String, found: [String]) {
  #expect(tasks(text) == found)
}
