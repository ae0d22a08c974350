import Domain
import Parsing
import Testing

@Test("A small o before each point is a bullet that a word processor left")
func letterBullets() {
  let meeting = LineReader.extract(
    """
    Zápis z rady střediska dne 5. 2. 2024
    Přítomní:
    o členové rady: Jan Dub, Eva Lípová
    o hosté: Petr Jasan
    o omluveni: Karel Javor
    """
  ).meeting
  #expect(
    meeting?.attendance.map { "\($0.status.rawValue) \($0.person.value.name)" } == [
      "present Jan Dub", "present Eva Lípová", "guest Petr Jasan", "excused Karel Javor",
    ])
}

@Test("The preposition o at the beginning of a broken line stays a word")
func letterThatIsAWord() {
  let text = """
    Zápis z rady střediska dne 5. 2. 2024
    Rada jednala s paní starostkou a s ostatními zástupci města a obcí
    o opravě klubovny a o příspěvku na nájem, který středisko platí také
    o prázdninách, a o tom, že by se mělo na jaře znovu jednat s městem
    o nové smlouvě. Rada schválila smlouvu: pro 5, proti 0, zdržel se 0
    """
  #expect(LineReader.extract(text).votes.count == 1)
}

@Test("An empty line of a text file parts what stands above from what stands under it")
func emptyLines() throws {
  let text = """
    Zápis ze schůze parlamentu dne 5. 2. 2024
    Přítomni: Jan Dub, Eva Lípová
    Program:
    1. Sestavení programu dne otevřených dveří (J. Dub, E. Lípová)
    2. Název časopisu a jeho příloh, které vyjdou v dubnu (E. Lípová)

    Předseda dal ostatním členům prostor pro další body.
    """
  let document = try DocumentReader.read(Array(text.utf8), name: "a.txt")
  let titles = Extractor.extract(document).meeting?.items.map(\.title.value) ?? []
  #expect(titles.count == 2)
  #expect(titles.last?.hasSuffix("(E. Lípová)") == true)
}
