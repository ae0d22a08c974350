import Domain
import Testing

private func tasks(_ text: String) -> [String] {
  let heading = """
    Zápis ze schůze výboru dne 5. 2. 2024
    Přítomni: Ing. Eva Lípová, Jan Dub, Petr Vrba

    """
  return LineReader.extract(heading + "\n" + text).tasks.map { task in
    let due = task.due.map { String(describing: $0.value) } ?? ""
    return [task.text.value, task.responsible?.value ?? "", due].joined(separator: "|")
  }
}

@Test(
  "Small words before the verb belong to the deed",
  arguments: [
    ("Ing. Lípová jej dodá do 28. 2.", "jej dodá do 28. 2|Ing. Lípová|2024-02-28"),
    (
      "Petr Vrba se spojí s odborem investic a podá zprávu.",
      "se spojí s odborem investic a podá zprávu|Petr Vrba|"
    ),
    ("J. Dub se domluví s pojišťovnou.", "se domluví s pojišťovnou|J. Dub|"),
    (
      "Jan Dub přislíbil dodat reproduktory na jarmark.",
      "dodat reproduktory na jarmark|Jan Dub|"
    ),
  ])
func smallWords(text: String, expected: String) {
  #expect(tasks(text) == [expected])
}

@Test("A promise of something is no task")
func promiseOfSupport() {
  #expect(tasks("Pan Jasan přislíbil podporu obce.").isEmpty)
}

@Test("What is imposed may stand behind bullets, each on somebody")
func imposedBullets() {
  #expect(
    tasks(
      """
      Členská schůze ukládá:
      - výboru zajistit opravu chaty do 31. 8. 2024
      - všem členům odpracovat 20 hodin
      """) == [
        "zajistit opravu chaty do 31. 8. 2024|výboru|2024-08-31",
        "odpracovat 20 hodin|všem členům|",
      ])
}

@Test("Whoever recorded the minutes is known by a surname")
func knownRecorder() {
  let text = """
    Zápis ze schůze spolku dne 5. 2. 2024
    Schůzi řídil: p. Klen
    Zapisovatel: p. Jasan

    Jasan objedná zvěřinu na ples.
    """
  #expect(
    LineReader.extract(text).tasks.map { "\($0.text.value)|\($0.responsible?.value ?? "")" }
      == ["objedná zvěřinu na ples|Jasan"])
}
