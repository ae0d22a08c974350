import Domain
import Testing

private func next(_ text: String) -> [String] {
  let found = LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n1. Různé\n" + text)
  return (found.meeting?.nextMeetings ?? []).map { fact in
    [fact.value.date.description, fact.value.time].compactMap { $0 }.joined(separator: " ")
  }
}

@Test(
  "The next meeting is told in many words",
  arguments: [
    ("Příště: 12. 3. 2024 18:00", ["2024-03-12 18:00"]),
    ("2. Příště: 12. 3. v 18 h", ["2024-03-12 18:00"]),
    ("Sejdeme se opět 12. března 2024 v 17 hodin.", ["2024-03-12 17:00"]),
    ("Nejbližší jednání komise: 12. 3. 2024, 15:30", ["2024-03-12 15:30"]),
    ("Další VV se koná 12. 3. 2024 v Lhotě.", ["2024-03-12"]),
    ("- 13. 3. v 18.00 hodin – jednání výboru", ["2024-03-13 18:00"]),
    ("- 13. 3. v 18.00 hodin – zájezd výboru", []),
    ("na nejbližší možné schůzce rady (8. 3. 2024)", []),
    ("Další ročník se koná 12. 3. 2024 v Lhotě.", []),
    ("Zprávu příště předloží Jan Dub, a to 12. 3. 2024.", []),
  ])
func nextInWords(text: String, dates: [String]) {
  #expect(next(text) == dates)
}
