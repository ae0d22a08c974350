import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\nPřítomni: Dub, Lípová\n\n" + text)
    .tasks.map { "\($0.text.value) | \($0.responsible?.value ?? "–")" }
}

@Test("What is to be done may stand before an arrow or a dash and the word for a task")
func trailedTasks() {
  #expect(
    tasks("• nový plakát na nástěnku -> úkol ses. Lípová")
      == ["nový plakát na nástěnku | Lípová"])
  #expect(
    tasks("2. Oprava vstupních dveří – úkol: Jan Vrba") == ["Oprava vstupních dveří | Jan Vrba"])
  #expect(tasks("• barva na plot (úkol pro Evu Malou)") == ["barva na plot | Evu Malou"])
}

@Test("A task that is only spoken of has nobody behind it")
func spokenOf() {
  #expect(tasks("• oprava dveří – úkol trvá").isEmpty)
  #expect(tasks("• Starosta připomněl – úkol Jana Vrby z minulé schůze").isEmpty)
}

@Test("Somebody with somebody else and an association do things without a term")
func pairsAndAssociations() {
  #expect(
    tasks("• Hospodaření: pí Vrbová s pí Jasanovou připraví zprávu")
      == ["připraví zprávu | pí Vrbová s pí Jasanovou"])
  #expect(
    tasks(
      "4) Slavnost bude v červnu. Spolek rodičů zajistí občerstvení, pan Vrba požádá školu o sál.")
      == ["zajistí občerstvení | Spolek rodičů", "požádá školu o sál | pan Vrba"])
}
