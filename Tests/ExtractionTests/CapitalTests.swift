import Domain
import Testing

@Test(
  "Capitals with every accent of Czech and Slovak open a name",
  arguments: [
    "Čapek", "Ďuriš", "Ěva", "Řehoř", "Šíp", "Ťuk", "Ůlek", "Žák", "Ľubo", "Ĺan", "Ŕezník",
    "Ňuchal",
    "Álvar", "Úlehla", "Žďárský",
  ])
func accentedCapitals(name: String) throws {
  let meeting = try #require(LineReader.extract("Zápis\nPřítomni: \(name), Jan Tis").meeting)
  #expect(meeting.attendance.map(\.person.value.name) == [name, "Jan Tis"])
}

@Test("A name in capitals is written as usual")
func shoutedNames() throws {
  let meeting = try #require(LineReader.extract("Zápis\nPřítomni: Jan ŘEZNÍK, ŽIŽKA Petr").meeting)
  #expect(meeting.attendance.map(\.person.value.name) == ["Jan Řezník", "Petr Žižka"])
}
