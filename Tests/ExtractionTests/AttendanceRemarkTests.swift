import Domain
import Testing

private func attendance(_ text: String) -> [ExtractedAttendance] {
  LineReader.extract("Zápis ze schůze výboru 26. 1. 2012\n\n" + text).meeting?.attendance ?? []
}

@Suite("Attendance: remarks, groups and accounts")
struct AttendanceRemarkTests {
  @Test("A list of guests may end with others, however long it is")
  func others() {
    let found = attendance(
      "Přítomni: Jan Nový\n\nHosté:\ndoc. PhDr. Petr Buk, Ph.D., PhDr. Roman Vrba, Ph.D., "
        + "Bc. Karel Dub, David Kos a další\n")
    #expect(found.count { $0.status == .guest } == 4)
  }

  @Test("The name of a spa in a role is no reason for absence")
  func spa() {
    let found = attendance(
      "Přítomni: Jan Nový\nHost: Eva Bílá (ředitelka nemocnice Dolní Lázně)\n")
    #expect(found.last?.role?.value == "ředitelka nemocnice Dolní Lázně")
  }

  @Test("A count in brackets names who is missing")
  func counted() {
    let found = attendance(
      "Členové komise: Jan Nový, Eva Malá\n(přítomno 2, omluveni 0, neomluven 1 – p. Dub)\n")
    #expect(found.last?.person.value.name == "Dub")
    #expect(found.last?.status == .absent)
  }

  @Test("Guests under the label of a body are its members")
  func members() {
    let found = attendance("Přítomni: Jan Nový\nHosté:\nČlenové rady města: Eva Malá, Petr Dub\n")
    #expect(found.suffix(2).map { $0.role?.value } == ["člen rady města", "člen rady města"])
  }

  @Test("Who presides goes before who heads the body")
  func presiding() {
    let text =
      "Zápis ze zasedání 1. 2. 2011\n\nPřítomni: Jan Nový, Eva Malá.\n"
      + "Předsednictvo: Jan Nový (předseda), Eva Malá (předsedající).\n"
    #expect(LineReader.extract(text).meeting?.chair?.value.name == "Eva Malá")
  }

  @Test("Signatures in columns tell who presided")
  func signedColumns() {
    let text =
      "Zápis ze zasedání 1. 2. 2011\n\nPřítomni: Jan Nový, Eva Malá.\n\nRůzné bylo vyřízeno.\n\n"
      + "Jan Nový                Eva Malá\n(předseda)              (předsedající)\n"
    #expect(LineReader.extract(text).meeting?.chair?.value.name == "Eva Malá")
  }

  @Test(
    "Who records may sign by an account or stand in a sentence",
    arguments: ["Zapsal: jNový", "Zapisuje Jan Nový."])
  func recorder(line: String) {
    let text = "Zápis ze zasedání 1. 2. 2011\n\nPřítomni: Jan Nový, Eva Malá.\n\n\(line)\n\nText.\n"
    #expect(LineReader.extract(text).meeting?.recordedBy?.value.name == "Jan Nový")
  }
}
