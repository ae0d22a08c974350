import Domain
import Testing

@Test(
  "A label may have a number, of the task and of the year",
  arguments: [
    (
      "Úkol 1: Rozeslat anketu spolkům. Odpovědná osoba: E. Lípová. Termín: 15. 2. 2024.",
      "Rozeslat anketu spolkům|E. Lípová|2024-02-15"
    ),
    (
      "Úkol 6/24: Objednat opravu okapů. T: 20.2.2024 Z: Vrba",
      "Objednat opravu okapů|Vrba|2024-02-20"
    ),
    ("Úkol č. 3/24: Zajistit revizi kotle – SPLNĚNO", "Zajistit revizi kotle||"),
    (
      "Úkol 3: Doplnit tabulku spolků (všichni). Termín: 28. 2. 2024.",
      "Doplnit tabulku spolků|všichni|2024-02-28"
    ),
  ])
func numberedLabels(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test(
  "What became of a task stands behind whoever has it",
  arguments: [
    ("Aktualizace webu – Mgr. Vrba – splněno.", "Aktualizace webu|Mgr. Vrba|"),
    ("Nabídka na malování – p. Dub, trvá", "Nabídka na malování|p. Dub|"),
    ("- oprava branky (Lípová) splněno", "oprava branky|Lípová|"),
    ("- revize hasičáků (Vrba) nesplněno, nový termín 30.3.", "revize hasičáků|Vrba|2024-03-30"),
    (
      "Výběr účetní – Ing. Lípová – v procesu, nový termín 31. 7.",
      "Výběr účetní|Ing. Lípová|2024-07-31"
    ),
  ])
func statusBehind(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}

@Test("What nobody has or what no status ends is none")
func noStatus() {
  #expect(
    tasksOfCommittee("Revize hromosvodu – splněno\nPan Dub – nemocný\nVýlet – Sněžka, trvá dva dny")
      .isEmpty)
}

@Test(
  "A point may end with those who have it and a term",
  arguments: [
    ("- svaz žádá seznam členů – Dub, termín 29.2.2024", "svaz žádá seznam členů|Dub|2024-02-29"),
    (
      "Úkoly:\n- sběr vzorků - všichni členové výboru, 2.3. od 14 hod.",
      "sběr vzorků|všichni členové výboru|2024-03-02"
    ),
    ("Úkoly:\n- sál a stoly - Dub, Vrba", "sál a stoly|Dub, Vrba|"),
  ])
func pointsWithTerm(text: String, expected: String) {
  #expect(tasksOfCommittee(text) == [expected])
}
