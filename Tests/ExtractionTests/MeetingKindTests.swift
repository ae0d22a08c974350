import Domain
import Testing

@Test(
  "A dated meeting that tells what was done is minutes without the word",
  arguments: [
    "Členská schůze konaná dne 28.4. 2021 v 18:00\n\nProgram:\n1. Zahájení\n2. Rozpočet\n\n"
      + "Jednohlasně byly schváleny tyto body:\na) rozpočet spolku\nb) plán výletů",
    "Zasedání RR dne 21. 9. 2020\n\nByl zvolen nový předseda.",
  ])
func datedMeetings(_ text: String) {
  #expect(LineReader.extract(text).kind == .minutes)
}

@Test("What will be is no minutes")
func announcedMeeting() {
  #expect(
    LineReader.extract("Členská schůze dne 28. 4. 2021\n\nSejdeme se v klubovně od 18 hodin.").kind
      != .minutes)
}

@Test("Points that were decided together are resolutions each")
func decidedTogether() {
  let found = LineReader.extract(
    "Zápis ze schůze spolku\n\n5. Jednohlasně byly schváleny tyto body:\na) rozpočet spolku\n"
      + "b) plán výletů na příští rok\n6) Otázky a návrhy v rámci diskuze:")
  #expect(
    found.resolutions.map { $0.text?.value } == ["rozpočet spolku", "plán výletů na příští rok"])
}

@Test("A list of those present may be called so")
func listOfPresent() {
  let found = LineReader.extract(
    "Schůzka členek spolku\n\nSeznam přítomných: p. Dubová – předsedkyně, p. Malá, Ing. Hušková\n")
  #expect(
    found.meeting?.attendance.map(\.person.value.name) == ["Dubová", "Malá", "Hušková"])
}
