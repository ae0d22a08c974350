import Domain
import Testing

private func votes(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze výboru dne 5. 2. 2024\nPřítomno: 7 členů\n\n" + text).votes
    .map { "\($0.text.value) \($0.inFavour.value)-\($0.against.value)-\($0.abstained.value)" }
}

@Test("Several votes in one sentence have a subject each")
func severalInOneSentence() {
  #expect(
    votes("Do komise byli zvoleni Jan Dub (6-0-1), Eva Lípová (5-0-2) a Petr Jasan (7-0-0).")
      == ["Do komise byli zvoleni Jan Dub 6-0-1", "Eva Lípová 5-0-2", "Petr Jasan 7-0-0"])
  #expect(
    votes(
      "Výbor schválil program jednání (pro 5, proti 0, zdržel se 0) a zapisovatele Jana Duba "
        + "(pro 4, proti 0, zdržel se 1).")
      == ["schválil program jednání 5-0-0", "zapisovatele Jana Duba 4-0-1"])
}

@Test("A line with its own numbers has its own subject")
func oneALine() {
  #expect(
    votes(
      "Založení dílny v nových prostorách u nádraží od příštího jara: pro 14, proti 0, zdržel se 2"
        + "\nKdo je pro stěhování v březnu? pro: 9, proti: 3, zdrželo se: 4")
      == [
        "Založení dílny v nových prostorách u nádraží 14-0-2",
        "Kdo je pro stěhování v březnu? 9-3-4",
      ])
}

@Test(
  "Votes told in words",
  arguments: [
    ("Návrh na nákup sekačky byl schválen 7 hlasy.", "Návrh na nákup sekačky byl schválen 7-0-0"),
    (
      "Pro návrh na pronájem sálu hlasovalo 6 členů, proti byl 1, nikdo se nezdržel.",
      "návrh na pronájem sálu 6-1-0"
    ),
    ("Pro pronájem sálu hlasovalo všech 7 přítomných členů.", "pronájem sálu 7-0-0"),
    (
      "Do výboru byla navržena Eva Lípová. Zvolena 6 hlasy, 0 proti 1 se zdržel.",
      "Do výboru byla navržena Eva Lípová 6-0-1"
    ),
    ("Všichni přítomní hlasovali pro nákup sekačky.", "hlasovali pro nákup sekačky 7-0-0"),
    ("Úprava stanov schválena všemi hlasy.", "Úprava stanov schválena 7-0-0"),
    ("Výše příspěvku 300 Kč schválena (pro 7).", "Výše příspěvku 300 Kč schválena 7-0-0"),
    ("Nákup sekačky (3 hlasy pro, 0 se zdrželo, 1 proti)", "Nákup sekačky 3-1-0"),
    ("Nákup sekačky (5 hlasů pro, dva se zdrželi)", "Nákup sekačky 5-0-2"),
    ("Nákup sekačky: 0 hlasů proti, 1 hlas zdržel se a 6 hlasů pro", "Nákup sekačky 6-0-1"),
    ("Nákup sekačky: 6 hlasů, 0 proti, 1 zdržel se", "Nákup sekačky 6-0-1"),
    (
      "Rada schvaluje nákup sekačky.\nPro: 3 - Dub, Lípa, Vrba\nUsnesení č. 1 bylo přijato.",
      "schvaluje nákup sekačky 3-0-0"
    ),
    (
      "Volba zapisovatele – zapisovatelem byl zvolen Jan Dub (pro 6, proti 0, zdržel se 1)",
      "zapisovatelem byl zvolen Jan Dub 6-0-1"
    ),
  ])
func inWords(text: String, expected: String) {
  #expect(votes(text) == [expected])
}

@Test("Who voted about something else is no vote of the meeting")
func otherVotes() {
  #expect(
    votes("O způsobu zveřejnění hlasů pro kandidáty se hlasovalo.\n3) Všichni majitelé").isEmpty)
}
