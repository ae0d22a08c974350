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

@Test(
  "The next meeting is told by its term, by a day put off and by what people will do",
  arguments: [
    ("Setkáme se opět 12. 3. 2024 v 17:00.", ["2024-03-12 17:00"]),
    ("Sejdeme se 12. 3. 2024 v 17:00 v klubovně.", ["2024-03-12 17:00"]),
    ("Dalším termínem schůzky je 12. 3. 2024.", ["2024-03-12"]),
    ("Nový termín schůze: 12. 3. 2024", ["2024-03-12"]),
    ("Schůze byla odročena na 12. 3. 2024.", ["2024-03-12"]),
    ("Jednání výboru bude pokračovat 12. 3. 2024.", ["2024-03-12"]),
    ("Termíny schůzí výboru: 12. 3., 9. 4. 2024", ["2024-03-12", "2024-04-09"]),
    ("Další parlament: 12. 3. 2024", ["2024-03-12"]),
    ("Na příští schůzi dne 12. 3. 2024 předloží předseda rozpočet.", ["2024-03-12"]),
    ("Další zastupitelstvo svolala na 12. 3. 2024 od 18,00 hodin.", ["2024-03-12 18:00"]),
    ("Příští schůze bude 12. 3. 2024 od 17 do 19 hod.", ["2024-03-12 17:00"]),
    ("Příští setkání se seniory proběhne 12. 3. 2024.", []),
    ("Bod byl odložen na 12. 3. 2024.", []),
    ("Termín příštího jednání bude upřesněn.", []),
  ])
func nextByTerm(text: String, dates: [String]) {
  #expect(next(text) == dates)
}

@Test(
  "The next meeting is told by a weekday, by meeting again, and by a day at the end of the text",
  arguments: [
    ("Příště ve středu 5. 6. v 17 hod.", ["2024-06-05 17:00"]),
    ("Scházíme se znovu 12. 3. 2024.", ["2024-03-12"]),
    ("Opět se uvidíme 12. 3. v 17 hod.", ["2024-03-12 17:00"]),
    ("Na příští schůzi se sejdeme 5. 6.", ["2024-06-05"]),
    ("Předběžný termín příští schůze 5. 6.", ["2024-06-05"]),
    ("Příště v klubovně předloží zprávu Jan Dub.", []),
    ("Scházíme se každou středu.", []),
  ])
func nextByWeekday(text: String, dates: [String]) {
  #expect(next(text) == dates)
}

@Test("Another item of the programme is no next meeting")
func anotherItem() {
  let found = LineReader.extract(
    "Zápis ze zasedání senátu dne 7. 11. 2022\n"
      + "Předseda navrhl zařazení dalšího bodu jednání, se kterým obeznámil členy 9. 11. 2022.")
  #expect(found.meeting?.nextMeetings.isEmpty == true)
}

@Test("Another round of talks that took place is no next meeting")
func anotherRound() {
  #expect(next("Proběhlo další kolo jednání s firmou (7. 3.)").isEmpty)
  #expect(next("Další kolo jednání s firmou bude 7. 3.").isEmpty)
}
