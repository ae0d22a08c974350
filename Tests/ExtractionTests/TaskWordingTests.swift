import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze rady\ndne 5. 2. 2024\n\n" + text).tasks.map { task in
    [task.text.value, task.responsible?.value, task.due?.value.description].map { $0 ?? "–" }
      .joined(separator: " | ")
  }
}

@Test("Whoever is entrusted with something has a task")
func entrusted() {
  #expect(
    tasks("Rada pověřuje Jana Dubského zajištěním kontejneru; termín 14. 10. 2024.")
      == ["zajištěním kontejneru | Jana Dubského | 2024-10-14"])
  #expect(
    tasks("Výbor pověřuje pana Lípu jednáním o smlouvě do 15. 6. 2024.")
      == ["jednáním o smlouvě do 15. 6. 2024 | pana Lípu | 2024-06-15"])
  #expect(
    tasks("Výbor pověřil předsedkyni spolku, aby jednala s obcí.")
      == ["aby jednala s obcí | předsedkyni spolku | –"])
  #expect(
    tasks("Rada pověřuje starostu obce podpisem smlouvy a schvaluje její znění.")
      == ["podpisem smlouvy | starostu obce | –"])
  #expect(tasks("Rada pověřuje Evu Lípovou vedením zápisu.").isEmpty)
  #expect(tasks("Rada s tím souhlasí a zároveň ho pověřila případným jednáním.").isEmpty)
}

@Test("A list of tasks may be announced at the end of a sentence, with a person behind a dash")
func announcedList() {
  #expect(
    tasks(
      """
      Výbor odsouhlasil následující úkoly:
      - Dodat barvu na terče – Dub Jan
      - Poháry pro vítěze – Lípa Ota ml.

      Různé
      - Zajistit odběr časopisu - Vrba Petr
      """)
      == [
        "Dodat barvu na terče | Dub Jan | –", "Poháry pro vítěze | Lípa Ota | –",
        "Zajistit odběr časopisu | Vrba Petr | –",
      ])
  #expect(tasks("Splněné úkoly:\n- Poháry pro vítěze – ano").isEmpty)
}

@Test("A task may be noted behind the person whom it is for")
func notedTask() {
  #expect(tasks("Petr Dub – úkol – opravit plot") == ["opravit plot | Petr Dub | –"])
  #expect(tasks("• br. Dub úkol: sbírka na prapor") == ["sbírka na prapor | Dub | –"])
  #expect(
    tasks("úkol ses. Lípová: zapsat závod do listin")
      == ["zapsat závod do listin | ses. Lípová | –"])
}
