import Domain
import Parsing
import Testing

@Test("Labels that a converter put before all their values get each its own")
func columnsAsRuns() {
  let found = LineReader.extract(
    """
    Zápis z jednání komise dopravy

    Datum:
    Místo:
    Přítomni:
    5. 2. 2024
    zasedací místnost úřadu
    Jan Novák, Eva Malá

    Program:
    1. Zahájení
    2. Různé
    """)
  #expect(found.date?.value.description == "2024-02-05")
  #expect(found.meeting?.place?.value == "zasedací místnost úřadu")
  #expect(found.meeting?.attendance.map(\.person.value.name) == ["Jan Novák", "Eva Malá"])
}

@Test("The address behind words is a contact that the words prove; a page behind words is none")
func linkedAddresses() throws {
  var document = LineReader.document("Zápis ze schůze\nNapište předsedovi nebo na stránky.\n")
  let start = document.plainText.utf8.count - 23
  document.links = [
    Link(range: SourceRange(24, 34), target: "mailto:jan@lhota.cz?subject=a"),
    Link(range: SourceRange(start, start + 8), target: "javascript:alert(1)"),
  ]
  let contacts = Extractor.extract(document).contacts
  #expect(contacts.map(\.value.value) == ["jan@lhota.cz"])
  #expect(contacts.first?.value.source == SourceRange(24, 34))
}

@Test("What stands at the edge of each page is a contact of nobody")
func letterheads() {
  var document = LineReader.document("Zápis ze schůze\nPřítomni: Jan Novák\n")
  document.pageEdges = [PageEdge(kind: .footer, text: "Spolek Lípa, tel.: 777 111 222")]
  let contacts = Extractor.extract(document).contacts
  #expect(contacts.map(\.value.value) == ["+420777111222"])
  #expect(contacts.first?.person == nil)
}

@Test("Names beside each other with their offices under them tell who chaired")
func signaturesInColumns() {
  let found = LineReader.extract(
    """
    Zápis ze schůze výboru
    dne 5. 2. 2024
    Přítomni: Jan Novák, Eva Malá

    Jan Novák                Eva Malá
    předseda                 zapisovatelka
    """)
  #expect(found.meeting?.chair?.value.name == "Jan Novák")
}
