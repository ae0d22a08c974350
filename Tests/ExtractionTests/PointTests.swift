import Domain
import Testing

private func extract(_ text: String) -> ExtractedDocument {
  LineReader.extract("Zápis ze schůze rady\ndne 5. 2. 2024\n\n" + text)
}

@Test("Points of a resolution with letters are told apart", arguments: ["a) b)", "A) B)"])
func letteredPoints(marks: String) {
  let marks = marks.split(separator: " ")
  let found = extract(
    """
    Usnesení č. 7/2024
    Rada
    \(marks[0]) bere na vědomí přehled přihlášek
    \(marks[1]) doporučuje obci schválit ceny
    Hlasování: 6 – 0 – 0
    """)
  #expect(found.resolutions.map(\.number?.value) == ["7/2024"])
  #expect(found.resolutions.first?.text?.value == "bere na vědomí přehled přihlášek")
  let points = ["bere na vědomí přehled přihlášek", "doporučuje obci schválit ceny"]
  let text = "Rada \(marks[0]) \(points[0]) \(marks[1]) \(points[1])"
  #expect(found.resolutions.first?.fullText?.value == text)
  #expect(found.votes.map(\.text.value) == ["doporučuje obci schválit ceny"])
}

@Test("A person with an initial is no point with a letter")
func initialIsNoPoint() {
  let found = extract("Přítomni:\nA. Dubský\nB. Lípová\n\nProgram:\n1. Úvod\n2. Různé")
  #expect(found.meeting?.attendance.map(\.person.value.name) == ["A. Dubský", "B. Lípová"])
  #expect(found.meeting?.items.map(\.title.value) == ["Úvod", "Různé"])
}

@Test("Of surnames with the same cases the one that the text has is meant")
func surnameOfTheText() {
  let text = "Předem se omluvili\nStarosta omluvil pana Tomáška a pana Svobodu."
  #expect(
    extract("Přítomni: Dub\n\n" + text).meeting?.attendance.map(\.person.value.name)
      == ["Dub", "Tomášek", "Svoboda"])
  #expect(
    extract("Přítomni: Dub\n\n" + text + "\nTomáško poslal zprávu.").meeting?.attendance.map(
      \.person.value.name) == ["Dub", "Tomáško", "Svoboda"])
}

@Test("A draft and its outcome are one resolution")
func draftAndOutcome() {
  let found = extract(
    "Návrh usnesení č. 1\nRada schvaluje komisi ve složení Jan Dub a Eva Lípová.\n"
      + "Výsledek hlasování: Pro: 11, Proti: 0, Zdržel se: 0\nUsnesení č. 1 bylo schváleno")
  #expect(found.resolutions.map(\.number?.value) == ["1"])
}
