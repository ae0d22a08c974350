import Domain
import Testing

private func tasks(_ text: String, people: String = "Eva Malá, Jan Dub, Petr Lípa") -> [String] {
  LineReader.extract(
    "Zápis ze schůze výboru dne 5. 2. 2024\nPřítomni: \(people)\n\n" + text
  ).tasks.map { task in
    [task.text.value, task.responsible?.value, task.due?.value.description].compactMap { $0 }
      .joined(separator: " | ")
  }
}

@Test("What stands in points under an addressee is imposed on the addressee")
func pointsUnderAnAddressee() {
  #expect(
    tasks(
      """
      Členská schůze ukládá výboru spolku:
      1. Uspořádat výstavu jablek.
      2. Důsledně dbát na pořádek v klubovně a vést členy k šetrnosti,
      a tak předejít sporům.
      - Natřít plot

      Výbor bere na vědomí zprávu o výstavě.
      """) == [
        "Uspořádat výstavu jablek | výboru spolku",
        "Důsledně dbát na pořádek v klubovně a vést členy k šetrnosti, a tak předejít sporům"
          + " | výboru spolku",
        "Natřít plot | výboru spolku",
      ])
}

@Test("Points may follow an addressee without a colon and end where something else is decided")
func pointsWithoutAColon() {
  #expect(
    tasks(
      """
      1. Výbor ukládá vedoucím
      1. sepsat seznam nářadí do 10. května 2024,
      2. předkládat výboru každý měsíc přehled oprav.
      2. Výbor ukládá pokladníkovi připravit rozpočet.
      """) == [
        "sepsat seznam nářadí do 10. května 2024 | vedoucím | 2024-05-10",
        "předkládat výboru každý měsíc přehled oprav | vedoucím",
        "připravit rozpočet | pokladníkovi",
      ])
}

@Test("Under the heading of tasks a decision gives the tasks that it imposes and no others")
func decisionsUnderTasks() {
  #expect(
    tasks(
      """
      Úkoly

      - Výbor konstatuje, že sklad není uklizen.
      - Výbor ukládá knihovníkovi nahrazení starého seznamu novým a ukládá hospodáři doplnit sklad.
      - Výbor objedná tabuli. Provede Jan Dub.
      """) == [
        "nahrazení starého seznamu novým | knihovníkovi", "doplnit sklad | hospodáři",
        "Výbor objedná tabuli | Jan Dub",
      ])
}

@Test("A label may name several people")
func labelWithPeople() {
  #expect(
    tasks("Úkol pro E. Malou, J. Duba a P. Lípu: obejít sousedy s letákem")
      == ["obejít sousedy s letákem | E. Malou, J. Duba a P. Lípu"])
}

@Test("Whoever carries out a decision is named in a sentence of its own")
func carriedOut() {
  #expect(
    tasks("Výbor schvaluje ukončení smlouvy o nájmu dílny. Provede Eva Malá.")
      == ["ukončení smlouvy o nájmu dílny | Eva Malá"])
  #expect(tasks("Sklad je plný. Provede Eva Malá.").isEmpty)
}

@Test("Groups, and somebody with somebody else, do things")
func groupsAndCompany() {
  #expect(tasks("Vedoucí vyberou příspěvky od dětí.") == ["vyberou příspěvky od dětí | Vedoucí"])
  #expect(
    tasks("Malá s Novou připraví nástěnku.") == ["připraví nástěnku | Malá s Novou"])
  #expect(tasks("Předsedkyně ve spolupráci s tajemníkem představí návrh.").isEmpty)
}

@Test("A term may stand before the words that ask for something")
func termAhead() {
  #expect(
    tasks("Nejpozději k 15. 3. 2024 je třeba zvolit novou hospodářku.")
      == ["zvolit novou hospodářku | 2024-03-15"])
}

@Test("Under the verb alone each line may name who is to do what")
func imposedBesideNames() {
  #expect(
    tasks(
      """
      Komise po projednání

      ukládá

      Jan Dub – zjištění ceny u správce hřiště

      Eva Malá – zjištění ceny u ředitele školy

      Hlasování:
      """) == [
        "zjištění ceny u správce hřiště | Jan Dub", "zjištění ceny u ředitele školy | Eva Malá",
      ])
}
