import Domain
import Testing

private func attendance(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n"
  return (LineReader.extract(heading + text + "\n\n1. Různé\n").meeting?.attendance ?? [])
    .map { entry in
      [entry.status.rawValue, entry.person.value.name, entry.organization.map { "z: \($0.value)" }]
        .compactMap { $0 }.joined(separator: " ")
    }
}

@Test("Villages before dashes are where the surnames behind them come from")
func villagesBeforeSurnames() {
  #expect(
    attendance("Přítomni: Lhota – Dubský, Horní Ves – Lípa, Jasan, Dolní Bučina – Vrbová")
      == [
        "present Dubský z: Lhota", "present Lípa z: Horní Ves", "present Jasan z: Horní Ves",
        "present Vrbová z: Dolní Bučina",
      ])
  #expect(
    attendance(
      "Přítomni:\nLhota – Dubský\nHorní Ves – Lípa, starosta\nOmluveni:\nKamenice – Buk")
      == [
        "present Dubský z: Lhota", "present Lípa z: Horní Ves", "excused Buk z: Kamenice",
      ])
}

@Test("Offices with a colon and places with brackets name who came from there")
func officesBeforePeople() {
  #expect(
    attendance("Přítomni:\nMÚ Lhota: Jan Dubský, Petra Malá\nSDH Bučina: Karel Vrba")
      == [
        "present Jan Dubský z: MÚ Lhota", "present Petra Malá z: MÚ Lhota",
        "present Karel Vrba z: SDH Bučina",
      ])
  #expect(
    attendance("Přítomni: Lhota (Dubský, Malá), Horní Ves (Lípa)")
      == [
        "present Dubský z: Lhota", "present Malá z: Lhota", "present Lípa z: Horní Ves",
      ])
}

@Test("Full names behind dashes are the people, whatever the place is called")
func fullNamesBehindDashes() {
  #expect(
    attendance("Přítomni:\nŠebrle – Jan Dubský\nKlenot – Ota Lípa (omluven)")
      == ["present Jan Dubský z: Šebrle", "excused Ota Lípa z: Klenot"])
}

@Test("Offices and bodies before dashes are no places, and the names behind them are the people")
func officesBeforeDashes() throws {
  let text = "Zápis\nPřítomni: předseda – Jan Dubský, jednatel – Ota Lípa\n\n1. Různé\n"
  let people = try #require(LineReader.extract(text).meeting).attendance
  #expect(people.map(\.person.value.name) == ["Jan Dubský", "Ota Lípa"])
  #expect(people.map(\.role?.value) == ["předseda", "jednatel"])
  #expect(
    attendance("Přítomni:\nVýbor – Jan Dubský, Eva Malá\nRevizní komise – Ota Lípa")
      == ["present Jan Dubský", "present Eva Malá", "present Ota Lípa"])
}

@Test("Surnames before villages stay the people")
func surnamesBeforeVillages() {
  #expect(
    attendance("Přítomni:\nDubský – Lhota\nLípa – Horní Ves")
      == ["present Dubský z: Lhota", "present Lípa z: Horní Ves"])
}
