import Domain
import Testing

@Test("Labels in one run of lines and values in the next are put together again")
func twoColumns() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis z 3. jednání komise
      Termín jednání:
      Místo:
      Prezence:
      Členové komise:
      Hosté:
      5. 6. 2018 v 1630 hodin
      radnice – malý sál
      Ing. Jan Tis, Eva Vrbová
      (přítomno 2, omluveni 0)
      Ivo Habr, starosta
      Program:
      1. Úvod
      """
    ).meeting)
  #expect(meeting.time?.value == "16:30")
  #expect(meeting.place?.value == "radnice – malý sál")
  #expect(meeting.attendance.map(\.person.value.name) == ["Jan Tis", "Eva Vrbová", "Ivo Habr"])
  #expect(meeting.attendance.map(\.status) == [.present, .present, .guest])
}

@Test("A surname alone and the full name in the same list are one person")
func samePersonTwice() throws {
  let text =
    "Zápis\nČlenové komise: Dubová, Jan Tis\nTajemník komise: Bc. Alena Dubová\nProgram:\n1. A"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.attendance.map(\.person.value.name) == ["Alena Dubová", "Jan Tis"])
  #expect(meeting.attendance.first?.role?.value == "Tajemník komise")
}

@Test("A list of surnames first turns names of two given names as well")
func ambiguousNames() throws {
  let text = "Zápis\nPřítomni: Habr Ivo, Lípová Eva, Filip Jan"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.attendance.map(\.person.value.name) == ["Ivo Habr", "Eva Lípová", "Jan Filip"])
}

@Test("A role in the plural belongs to all who follow it")
func sharedRoles() throws {
  let text = "Zápis\nHosté: proděkani Habr, Tis a Buk, tajemník Dub, Klen"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(
    meeting.attendance.map(\.role?.value) == [
      "proděkani", "proděkani", "proděkani", "tajemník", nil,
    ])
}

@Test("An office under a signature is the role of the person in the list")
func roleUnderSignature() throws {
  let text = "Zápis\nPřítomni: Jan Tis, Eva Malá\nJednáno o cestách.\nJan Tis\npředseda komise"
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.attendance.first?.role?.value == "předseda komise")
  #expect(meeting.chair?.value.name == "Jan Tis")
}

@Test("Numbers in one run of lines and titles in the next are one programme")
func columnOfNumbers() throws {
  let text = "Zápis\nProgram:\n1)\n2)\nÚvod\nRozpočet\nAd 1) Úvod\nZahájeno."
  let meeting = try #require(LineReader.extract(text).meeting)
  #expect(meeting.items.map(\.title.value) == ["Úvod", "Rozpočet"])
}

@Test("An entry in a list that ends with the word for minutes makes no minutes")
func noMinutes() {
  #expect(
    LineReader.extract("Plán obnovy\nkvěten oficiální zápis statku\nčerven oslava").kind == .other)
}
