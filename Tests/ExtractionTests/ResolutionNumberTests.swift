import Domain
import Testing

private func resolutions(_ text: String) -> [String] {
  LineReader.extract(text).resolutions.map {
    "\($0.number?.value ?? "-"): \($0.text?.value ?? "")"
  }
}

@Test("A number before the verb is that of the resolution")
func numberBeforeVerb() {
  let text = """
    Výpis usnesení
    ze 4. zasedání zastupitelstva obce dne 5. 2. 2024

    Zastupitelstvo po projednání:

    1/4/2024 schvaluje program zasedání.
    Hlasování: pro 9, proti 0, zdrželi se 0

    2/4/2024 bere na vědomí
    a) kontrolu usnesení,
    b) zprávu o činnosti hasičů.
    Hlasování: pro 8, proti 0, zdrželi se 1

    3/4/2024 ukládá
    starostovi zajistit opravu střechy.
    Termín: 31. 3. 2024
    Hlasování: pro 9, proti 0, zdrželi se 0

    5/2024 Zastupitelstvo obce schvaluje nákup stolů.
    """
  #expect(
    resolutions(text) == [
      "1/4/2024: schvaluje program zasedání", "2/4/2024: bere na vědomí",
      "3/4/2024: ukládá starostovi zajistit opravu střechy",
      "5/2024: Zastupitelstvo obce schvaluje nákup stolů",
    ])
  let found = LineReader.extract(text)
  #expect(
    found.votes.map(\.text.value).prefix(2) == [
      "schvaluje program zasedání", "bere na vědomí a) kontrolu usnesení",
    ])
  #expect(found.tasks.map { $0.due.map { String(describing: $0.value) } } == ["2024-03-31"])
}

@Test("A day or a house number before a verb numbers nothing")
func noNumber() {
  #expect(
    resolutions("Zápis ze schůze výboru\n\n12/5 bere pan Dub klíče od klubovny.\n").isEmpty)
}

@Test("What was decided in the past may be followed by a vote of its own")
func votedInThePast() {
  #expect(
    resolutions(
      """
      Zápis z jednání výboru

      1. Výbor rozhodl předložit nabídku valné hromadě.
      Hlasování: pro 4, proti 0, zdržel se 0
      2. Výbor schválil startovné 300 Kč na družstvo. Pro 6, proti 0, zdržel se 0.
      3. Výbor doporučil obci opravit chodník.
      4. Výbor schválil prodej vozu (pro 5, proti 0, zdrželi se 0).
      """) == [
        "-: Výbor rozhodl předložit nabídku valné hromadě",
        "-: Výbor schválil startovné 300 Kč na družstvo",
        "-: Výbor doporučil obci opravit chodník",
        "-: Výbor schválil prodej vozu (pro 5, proti 0, zdrželi se 0)",
      ])
}

@Test("A short word before a vote ends the sentence of a decision")
func shortWordBeforeVote() {
  #expect(
    resolutions(
      """
      Zápis z jednání rady školy

      2/ Řád
      Byl upraven bod 5. Rada schválila školní řád. Pro 6, proti 0, zdržel se 0.
      3/ Startovné
      Rada schválila startovné 300 Kč na den. (6 pro, 0 proti)
      """) == [
        "-: Rada schválila školní řád", "-: Rada schválila startovné 300 Kč na den",
      ])
}
