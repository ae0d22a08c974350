import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  let heading = """
    Zápis ze schůze výboru dne 5. 2. 2024
    Přítomni: Dub, Lípová, Míša

    """
  return LineReader.extract(heading + "\n" + text).tasks.map { task in
    "\(task.text.value) | \(task.responsible?.value ?? "") | "
      + "\(task.due.map { String(describing: $0.value) } ?? "")"
  }
}

private func who(_ text: String) -> [String] {
  tasks(text).map { $0.split(separator: "|").prefix(2).joined(separator: "|").trimmed }
}

extension StringProtocol {
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

@Test(
  "Who does it stands before the verb, behind it or at the end",
  arguments: [
    ("- Pí. Lípová: zjistí cenu nátěru", "zjistí cenu nátěru | Pí. Lípová"),
    ("- p. Dub osloví firmy na opravu střechy", "osloví firmy na opravu střechy | p. Dub"),
    ("Oprava střechy – zajistí Jan Dub", "Oprava střechy | Jan Dub"),
    ("Občerstvení na schůzi (zajistí E. Lípová)", "Občerstvení na schůzi | E. Lípová"),
    (
      "Do příští schůze připraví paní Lípová přehled nákladů.",
      "připraví přehled nákladů | paní Lípová"
    ),
    ("Eva Lípová dostala za úkol objednat tašky.", "objednat tašky | Eva Lípová"),
    ("Dub a Míša zkontrolují stav stanů a vařičů.", "zkontrolují stav stanů a vařičů | Dub a Míša"),
    ("Nálepky pro děti – vytiskne Míša", "Nálepky pro děti | Míša"),
    ("Plakáty do obchodů vyvěsí p. Dub", "Plakáty do obchodů vyvěsí | p. Dub"),
    ("Vyjde zpráva pro tisk, kterou připraví Jan Dub", "Vyjde zpráva pro tisk | Jan Dub"),
    (
      "Dub domluví schůzku s Novým, Malým a Vrbou.",
      "domluví schůzku s Novým, Malým a Vrbou | Dub"
    ),
  ])
func doers(text: String, expected: String) {
  #expect(who(text) == [expected])
}

@Test("Somebody whom no list names may be anybody")
func unknownDoers() {
  #expect(who("Firma Okna zajistí dodání do konce roku.").isEmpty)
}

@Test("Lists of tasks begin with those who have them")
func listsOfTasks() {
  #expect(
    who("Úkoly:\n1. Dub – zajistí nabídky\n2. Lípová: objedná revizi komínů\n")
      == ["zajistí nabídky | Dub", "objedná revizi komínů | Lípová"])
  #expect(
    who(
      "Úkoly a termíny vyplývající z průběhu jednání:\n1. Členové skupin vyjádří své připomínky\n"
        + "2. Jaké jsou zdroje informací?\n")
      == ["vyjádří své připomínky | Členové skupin"])
}

@Test("An infinitive with a term is a task, a span of time is none")
func infinitives() {
  #expect(
    who("- rozmyslet do příští schůze, zda uspořádat anketu")
      == ["rozmyslet do příští schůze, zda uspořádat anketu |"])
  #expect(who("- pronajmout část pozemku od 1. 1. 2026 do 31. 12. 2026").isEmpty)
}

@Test("A term may be named by its word")
func terms() {
  let found = LineReader.extract(
    "Zápis ze schůze výboru dne 5. 2. 2024\nÚkoly:\n1. Dub zašle podklady v termínu 16. 2. 2024\n"
  ).tasks
  #expect(found.first?.due?.value.first == CalendarDate(year: 2024, month: 2, day: 16))
}

@Test("People by what they are do things, and a pronoun is no task")
func groupsAndPronouns() {
  #expect(who("Rádcové zajistí dodání hlášení.") == ["zajistí dodání hlášení | Rádcové"])
  #expect(who("Tento předá předsednictvu.").isEmpty)
}

@Test("The end of the year is a term")
func endOfYear() {
  #expect(
    tasks("Jan Dub zorganizuje do konce roku schůzi v Lípě.")
      == ["zorganizuje do konce roku schůzi v Lípě | Jan Dub | 2024"])
}
