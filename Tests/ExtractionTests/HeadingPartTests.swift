import Domain
import Testing

@Suite("Bodies, places and kinds that headings tell in parts")
struct HeadingPartTests {
  @Test("Initials behind a committee are the body that it works for")
  func superior() {
    let found = LineReader.extract(
      "Schůzka Ekonomické komise AS FF dne 29.10.2008\n\nPřítomni: Jan Nový, Eva Malá.\n")
    #expect(found.meeting?.body?.value == "Ekonomická komise")
    #expect(found.meeting?.parentBody?.value == "AS FF")
  }

  @Test("The council of a numbered district belongs to the district")
  func district() {
    let found = LineReader.extract("Usnesení rady MČ Praha 4\n\nč. 12/2020 ze dne 5. 5. 2020\n")
    #expect(found.region?.value == "Praha 4")
  }

  @Test("Where it was held stands behind the day")
  func heldAt() {
    let found = LineReader.extract(
      "Zápis z 12. zasedání AS FF ze dne 21. 2. 2003 konaného na FF v Dejvicích\n\n"
        + "Přítomni: Jan Nový, Eva Malá\n")
    #expect(found.meeting?.place?.value == "na FF v Dejvicích")
  }

  @Test("A decision with people and a programme is minutes")
  func filedAsDecision() {
    let front = "---\ntyp:          rozhodnutí\nznačka:       RV 1/2011\n---\n"
    let found = LineReader.extract(
      front
        + "\nPrezence:\nPřítomni: Jan Nový, Eva Malá\n\nProgram zasedání:\n\n1. Rozpočet\n2. Web\n")
    #expect(found.kind == .minutes)
  }
}
