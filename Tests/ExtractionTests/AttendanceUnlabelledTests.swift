import Domain
import Testing

private func attendance(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru\ndne 5. 2. 2024\n"
  return (LineReader.extract(heading + text + "\n\n1. Různé\n").meeting?.attendance ?? [])
    .map { "\($0.status.rawValue) \($0.person.value.name)" }
}

@Test("Surnames alone are people when the sentence counts as many, and only then")
func countedSurnames() {
  #expect(
    attendance("Přítomno 3 členů: Dubský, Lípa, Vrbová. Omluven: Buk.")
      == ["present Dubský", "present Lípa", "present Vrbová", "excused Buk"])
  #expect(
    attendance("Přítomno 2 z 3 členů výboru (omluven Jasan): Dubský, Lípa")
      == ["present Dubský", "present Lípa", "excused Jasan"])
  #expect(attendance("Přítomno 9 členů: Usnášení, Hlasování, Různé").isEmpty)
}

@Test("A row of surnames behind the members needs no colon")
func rowOfMembers() {
  #expect(
    attendance("Přítomni členové výboru Dubský, Lípa, Vrbová")
      == ["present Dubský", "present Lípa", "present Vrbová"])
  #expect(attendance("Přítomni členové výboru Dubský a předseda Rady, Výboru, Svazu").isEmpty)
}

@Test("A line of the heading that holds nothing but people says who was there")
func unlabelledRow() {
  #expect(
    attendance("J. Dubský, p. Malá, Ing. Lípa a E. Vrbová")
      == ["present J. Dubský", "present Malá", "present Lípa", "present E. Vrbová"])
  #expect(attendance("J. Dubský, p. Malá, hlavní bod programu").isEmpty)
}

@Test("Brackets in a list of surnames hold whoever was missing")
func missingInBrackets() {
  #expect(
    attendance("Přítomni: Dubský, Vrbová (omluveni: Jasan, Malá)")
      == ["present Dubský", "present Vrbová", "excused Jasan", "excused Malá"])
  #expect(
    attendance("Přítomni: Dubský, Vrbová (omluvena od 17 h)")
      == ["present Dubský", "present Vrbová"])
}

@Test("A dash behind a label names nobody, and the line below is no name")
func emptyLabel() {
  #expect(
    attendance("Přítomni: Jan Dubský, Eva Lípová\nNepřítomen: –\nHosté: ---")
      == ["present Jan Dubský", "present Eva Lípová"])
}

@Test("A list goes on below the name of another body, and labels may be cut short")
func interruptedList() {
  #expect(
    attendance(
      "Přítomni:\nVýbor\nJan Dubský\nEva Lípová\nKontrolní komise\nOta Vrba\nOmluveni: Karel Buk")
      == [
        "present Jan Dubský", "present Eva Lípová", "present Ota Vrba", "excused Karel Buk",
      ])
  #expect(
    attendance("přít.: Dubský, Lípa\noml.: Malá\nnepř.: Buk")
      == ["present Dubský", "present Lípa", "excused Malá", "absent Buk"])
}
