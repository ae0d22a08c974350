import Domain
import Testing

private func meeting(_ text: String) throws -> ExtractedMeeting {
  try #require(LineReader.extract(text).meeting)
}

@Test("All verifiers of a list are named, also those that the text appoints")
func severalVerifiers() throws {
  let listed = try meeting(
    """
    Zápis z jednání komise
    Přítomni: Jan Nový, Eva Malá
    Ověřovatelé: Jan Nový
                 Eva Malá
    """)
  #expect(listed.verifiedBy?.value.name == "Jan Nový")
  #expect(listed.otherVerifiers.map(\.value.name) == ["Eva Malá"])
  let appointed = try meeting(
    """
    Zápis ze zasedání výboru
    Přítomni: Jan Nový, Eva Malá
    Výbor schvaluje ověřovatele zápisu ve složení Jan Nový, Eva Malá.
    """)
  #expect(appointed.otherVerifiers.map(\.value.name) == ["Eva Malá"])
}

@Test("Who takes the minutes and who verifies them may stand inside of a sentence")
func closingInSentence() throws {
  let found = try meeting(
    """
    Zápis ze schůze výboru
    Přítomni: Viktor Nový, Eva Malá, Jan Dub
    Schůzi zahájil v 17:05 předseda V. Nový.
    Zapisovatelem byla určena Eva Malá, ověřovatelem Jan Dub.
    """)
  #expect(found.recordedBy?.value.name == "Eva Malá")
  #expect(found.verifiedBy?.value.name == "Jan Dub")
  #expect(found.time?.value == "17:05")
  #expect(found.chair?.value.name.hasSuffix("Nový") == true)
}

@Test("Whoever opened the meeting chaired it when nobody else is named")
func openingChair() throws {
  let found = try meeting(
    "Zápis ze zasedání\nPřítomni: doc. Vít Hloh, Jana Nová\n\nDoc. Hloh zahájil zasedání.")
  #expect(found.chair?.value.name == "Vít Hloh")
}

@Test("Signatures beside each other have their offices under them")
func signatureColumns() throws {
  let found = try meeting(
    """
    Zápis ze zasedání
    Přítomni: Iva Lhotská, Vít Hloh

    Iva Lhotská                    Vít Hloh
    místopředsedkyně               předseda senátu
    """)
  #expect(found.chair?.value.name == "Vít Hloh")
}

@Test("An item that ended ends no meeting")
func endOfItem() throws {
  let found = try meeting(
    """
    Zápis z jednání komise
    Přítomni: Jan Nový
    Jednání bylo ukončeno v 18. 15
    Projednávání bodu bylo ukončeno v 17:35
    """)
  #expect(found.endTime?.value == "18:15")
}

@Test("The word minutes alone in its line is a title and names no recorder")
func bareTitle() throws {
  let found = try meeting(
    "Zápis\nz 8. zasedání rady města, konaného dne 21. února 2011\nPřítomni: Jan Nový")
  #expect(found.recordedBy == nil)
}

@Test("Minutes that state no other date are dated by their closing line")
func closingDate() {
  let found = LineReader.extract(
    "Zápis z jednání rady\nPřítomni: Jan Nový\nV Lípě dne 15. 10. 2010\nVyhotovila: Mgr. Eva Malá")
  #expect(found.date?.value.description == "2010-10-15")
}

@Test("A body is named by its abbreviation, a neuter one with a neuter adjective")
func bodyForms() throws {
  #expect(
    try meeting("Zápis ze 79. schůze VV SSK v Lípě\nPřítomni: Jan Nový").body?.value == "VV SSK")
  let council = try meeting(
    "Zápis z veřejného zasedání Městského zastupitelstva Lhota\nPřítomni: Jan Nový")
  #expect(council.body?.value == "Městské zastupitelstvo Lhota")
}

@Test("A surname is not the town that sounds alike")
func surnameIsNoTown() {
  let found = LineReader.extract(
    "Zápis ze zasedání rady\nPřítomni: Jana Benešová, Petr Malý\nZvolena Jana Benešová.")
  #expect(found.region == nil)
}

@Test("The day of a date is no number of the meeting")
func dateIsNoNumber() {
  let found = LineReader.extract(
    "Zápis z mimořádného jednání rady 17. 12. 2012\n\nMimořádné jednání rady\nPřítomni: Jan Nový")
  #expect(found.number == nil)
}
