import Domain
import Testing

private func times(_ text: String) -> [String?] {
  let head = "Zápis z jednání komise\nTermín jednání: 13. 3. 2023\nPřítomni: Jan Nový, Eva Malá\n"
  return (LineReader.extract(head + text).meeting?.nextMeetings ?? []).map(\.value.time)
}

@Suite("The hour of several next meetings")
struct NextMeetingTimeTests {
  @Test("One hour in the column beside the days holds for all of them")
  func column() {
    let text =
      "3. Termíny jednání komise\nDATUM\n3.5.2023\n12.6.2023\n11.9.2023\n\nČAS\n\nMÍSTO\n\n"
      + "od 16. hod.\n\nKlubovna\n"
    #expect(times(text) == ["16:00", "16:00", "16:00"])
  }

  @Test("The hour behind days that are joined holds for all of them")
  func joined() {
    let text =
      "Příští jednání komise se bude konat ve čtvrtek 4. 5. 2023 a ve čtvrtek 8. 6. 2023 "
      + "v 18:00 hodin v klubovně.\n"
    #expect(times(text) == ["18:00", "18:00"])
  }

  @Test("What is always so holds for the days below")
  func always() {
    let text =
      "Termíny jednání komise\nJednání budou vždy ve 14 hod. v klubovně.\n5.4.2023\n3.5.2023\n"
    #expect(times(text) == ["14:00", "14:00"])
  }

  @Test("An hour of its own stays with its day")
  func own() {
    let text = "Termíny jednání komise: 5. 4. 2023 v 16:00, 3. 5. 2023 v 17:00\n"
    #expect(times(text) == ["16:00", "17:00"])
  }
}
