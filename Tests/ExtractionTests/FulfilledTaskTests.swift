import Domain
import Testing

private func tasks(_ text: String) -> [ExtractedTask] {
  LineReader.extract(
    "Zápis z jednání komise 5. 3. 2019\nPřítomni: Jan Nový, Eva Malá, Petr Dub\n\n" + text
  ).tasks
}

@Suite("Tasks with their results, and duties")
struct FulfilledTaskTests {
  @Test("Under a person's line each bullet is a task up to what came of it")
  func bulletsUnderPeople() {
    let found = tasks(
      "1. Splněné úkoly:\nPí. Malá:\n-\n\nrozešle výstup z konference: dodatečně rozeslala\n\n-\n\n"
        + "zjistí možné dotace pro obce -> výzvy rozešle\n\nPan Nový:\n-\n\n"
        + "osloví školu, která má zájem: škola nemá zájem\n\n2. Rozpočet\n")
    #expect(
      found.map(\.text.value) == [
        "rozešle výstup z konference", "zjistí možné dotace pro obce",
        "osloví školu, která má zájem",
      ])
    #expect(found.map { $0.responsible?.value } == ["Pí. Malá", "Pí. Malá", "Pan Nový"])
  }

  @Test("A numbered list names who did it and ends at a point that is no task")
  func numbered() {
    let found = tasks(
      "Splněné úkoly:\n1) Pan Nový na příští komisi představí plán->ano\n"
        + "2) Pí. Malá osloví školu-> ano\n3) Další jednání\n4) Různé\n")
    #expect(found.map(\.text.value) == ["na příští komisi představí plán", "osloví školu"])
  }

  @Test("Duties beside their people under the heading that splits them")
  func duties() {
    let found = tasks(
      "2. Rozdělení úkolů pro členy\nČlenové se dohodli takto:\nZápisy z jednání – paní Eva Malá\n"
        + "Rada města – sledování materiálů pan Jan Nový a pan Petr Dub\n")
    #expect(found.map(\.text.value) == ["Zápisy z jednání", "Rada města – sledování materiálů"])
    #expect(found.map { $0.responsible?.value }.last == "pan Jan Nový a pan Petr Dub")
  }

  @Test("A term behind the sentence is when the task is due")
  func termBehind() {
    let found = tasks(
      "Komise ukládá předsedovi připravit plán kampaně. Termín splnění úkolů: 29. 8. 2019.\n")
    #expect(found.first?.due?.value.description == "2019-08-29")
  }

  @Test("Everyone of a body may have a task")
  func everyone() {
    let found = tasks("Úkoly:\n1) každý z komise sepíše svá očekávání\n2) Pan Nový svolá schůzi\n")
    #expect(found.first?.responsible?.value == "každý z komise")
  }

  @Test(
    "A clause that belongs to the deed stays with it, what others do does not",
    arguments: [
      ("Paní Malá zjistí, které školy mají zájem.", "zjistí, které školy mají zájem"),
      ("Paní Malá připraví návrh, jako podklad plánu.", "připraví návrh, jako podklad plánu"),
      ("Paní Malá připraví návrh plánu, schůze skončila v pět.", "připraví návrh plánu"),
    ])
  func subordinate(text: String, task: String) {
    #expect(tasks(text + "\n").first?.text.value == task)
  }
}
