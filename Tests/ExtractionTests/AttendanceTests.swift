import Domain
import Testing

@Test("Lists of people are split by commas, semicolons and lines, titles taken apart")
func attendanceLists() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis z jednání komise
      Přítomni: Mgr. Alena Dubová, Karel Vrba; Bc. et Bc. Jitka Lípová, DiS.
      Omluveni: PhDr. Ivo Habr, Ph.D.
      Nepřítomni:
      Hosté: p. starosta Jasan
      """
    ).meeting)
  let names = meeting.attendance.map(\.person.value)
  #expect(
    names == [
      PersonName("Alena Dubová", titlesBefore: ["Mgr."]), PersonName("Karel Vrba"),
      PersonName("Jitka Lípová", titlesBefore: ["Bc.", "Bc."], titlesAfter: ["DiS."]),
      PersonName("Ivo Habr", titlesBefore: ["PhDr."], titlesAfter: ["Ph.D."]), PersonName("Jasan"),
    ])
  #expect(meeting.attendance.map(\.status) == [.present, .present, .present, .excused, .guest])
  #expect(meeting.attendance.last?.role?.value == "starosta")
}

@Test("A surname before the given name is put after it")
func surnameFirst() throws {
  let meeting = try #require(LineReader.extract("Zápis\nPřítomni: Javor Petr, BUK Jan").meeting)
  #expect(meeting.attendance.map(\.person.value.name) == ["Petr Javor", "Jan Buk"])
}

@Test("An organisation after a dash belongs to everybody in the line, a role to one person")
func affiliations() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis
      Hosté:
      A. Smrková, B. Borová – odbor dopravy, silnic a lesů
      Olga Klenová (vedoucí útvaru), Jan Tis (příchod 15:10)
      """
    ).meeting)
  #expect(
    meeting.attendance.map(\.organization?.value).prefix(2) == [
      "odbor dopravy, silnic a lesů", "odbor dopravy, silnic a lesů",
    ])
  #expect(meeting.attendance[2].role?.value == "vedoucí útvaru")
  #expect(meeting.attendance[3].role == nil)
}

@Test("A reference to an attendance sheet is neither nobody nor everybody")
func attendanceReference() throws {
  let meeting = try #require(
    LineReader.extract("Zápis\nPřítomni: viz prezenční listina\nProgram:\n1. Úvod").meeting)
  #expect(meeting.attendance.isEmpty)
  #expect(meeting.attendanceReference?.value == "viz prezenční listina")
}

@Test("A role may be described in small letters, and may stand before the person")
func describedRoles() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis z jednání komise
      Hosté: p. starosta Jedle
      zástupci knihovny: pí. Brslenová
      Bc. Dana Trnková, DiS koordinátorka sousedské pomoci obce Lhota
      Zástupce nemocnice p. JUDr. Kalous
      Zástupci veřejnosti – pan Hloh, Ing. Pavel Svída + spol.
      Mgr. Ota Ryšánek – členové rady, předseda výboru – Jiří Sova
      Starosta přivítal přítomné a popřál jim hodně sil.
      """
    ).meeting)
  #expect(
    meeting.attendance.map(\.person.value.name) == [
      "Jedle", "Brslenová", "Dana Trnková", "Kalous", "Hloh", "Pavel Svída", "Ota Ryšánek",
      "Jiří Sova",
    ])
  #expect(meeting.attendance[2].role?.value == "koordinátorka sousedské pomoci obce Lhota")
  #expect(meeting.attendance[3].role?.value == "Zástupce nemocnice")
  #expect(meeting.attendance[7].role?.value == "předseda výboru")
}

@Test("A status after a dash at the end of a line is everybody's, one inside holds from there on")
func sharedStatus() throws {
  let absent = try #require(
    LineReader.extract("Zápis\nNepřítomni: Jan Tis, Eva Malá - omluveni").meeting)
  #expect(absent.attendance.map(\.status) == [.excused, .excused])
  let inline = try #require(LineReader.extract("Zápis\nPřítomni: jana, petr; chybí ota").meeting)
  #expect(inline.attendance.map(\.status) == [.present, .present, .absent])
}

@Test("A group is headed by its organisation, also when that ends with a legal form")
func groups() throws {
  let meeting = try #require(
    LineReader.extract(
      """
      Zápis z jednání
      Účastníci:
      Za výbor domu:
      Ing. Jan Tis, místopředseda
      Za Světla Lhota s.r.o.: Eva Malá, jednatelka
      """
    ).meeting)
  #expect(meeting.attendance.map(\.person.value.name) == ["Jan Tis", "Eva Malá"])
  #expect(
    meeting.attendance.map(\.organization?.value) == ["výbor domu", "Světla Lhota s.r.o."])
}
