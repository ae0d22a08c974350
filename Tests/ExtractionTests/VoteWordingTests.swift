import Domain
import Testing

private func votes(_ text: String) -> [String] { LineReader.votes(text) }

@Test("Whoever was in favour may stand last")
func inFavourLast() {
  #expect(
    votes("1. Rozpočet na rok 2024\nHlasování: (proti: 1/ zdržel se: 2/ pro: 23)")
      == ["Rozpočet na rok 2024: 23-1-2"])
  #expect(
    votes("1. Rozpočet na rok 2024\nZdržel se 1, proti 0, pro 9.")
      == ["Rozpočet na rok 2024: 9-0-1"])
}

@Test("A vote under a point is about that point and not about the one above")
func pointAbove() {
  #expect(
    votes(
      "• Rada bere na vědomí přehled akcí.\n• Eva Lípová předložila plán oprav\n"
        + "( schváleno: pro: 5, proti: 0, zdržel se: 0)")
      == ["Eva Lípová předložila plán oprav: 5-0-0"])
}

@Test("Unanimity is a vote of as many as the minutes count, when nobody counted again")
func unanimity() {
  let found = votes(
    """
    Přítomno: 7 členů z 9

    1. Zahájení
    Navržený program byl jednohlasně schválen.
    2. Výtahy
    Rada vybrala nabídku firmy Zdvih. Schváleno jednomyslně.
    3. Plot
    Rada jednomyslně schválila opravu plotu.
    Vedení obce jednomyslně schválilo koupi auta.
    4. Fasáda
    Nátěr fasády do 3 000 Kč. Přijato jednomyslně (pro 6, proti 0, zdržel se 1).
    """)
  #expect(
    found == [
      "Navržený program: 7-0-0", "vybrala nabídku firmy Zdvih: 7-0-0",
      "schválila opravu plotu: 7-0-0", "Nátěr fasády do 3 000 Kč: 6-0-1",
    ])
  #expect(votes("Přítomni: Dub, Lípa\n\n1. Plot\nOprava plotu. Schváleno jednomyslně.").isEmpty)
}

@Test("The last sentence above the numbers says what the vote was on")
func voteOnInSentence() {
  #expect(
    votes(
      "Předseda vyzval členy k doplnění. Poté dal hlasovat. Proběhlo hlasování o plánu oprav.\n"
        + "Pro - 8, proti - 0, zdržel se - 0") == ["hlasování o plánu oprav: 8-0-0"])
}

@Test("A sentence about the vote may begin in the line above its numbers")
func sentenceFromAbove() {
  #expect(
    votes("1. Plot\nHlasován\ní: pro 4, proti 0, zdržel se 1 (Dub).") == ["Plot: 4-0-1"])
}
