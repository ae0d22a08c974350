import Domain
import Testing

private func organizations(_ text: String) -> [String] {
  LineReader.extract("Zápis ze schůze výboru dne 5. 2. 2024\n" + text).organizations
    .map(\.name.value)
}

@Test(
  "Branches are named with their town, and companies without a form",
  arguments: [
    ("Naděje Litoměřice otevřela noclehárnu.", "Naděje Litoměřice"),
    ("Úřad práce Žatec poslal zprávu.", "Úřad práce Žatec"),
    ("Vystoupil velitel SDH Horní Lhota.", "SDH Horní Lhota"),
    ("Dotaci dala MAS Borovsko.", "MAS Borovsko"),
    ("Odpovědělo MPO ČR.", "MPO ČR"),
    ("Dopis poslalo Ministerstvo dopravy.", "Ministerstvo dopravy"),
    ("Účet vede Česká spořitelna.", "Česká spořitelna"),
    ("Firma Novotherm nedodala kotle.", "Novotherm"),
    ("Rostliny dodá fm. Květiny Lada.", "Květiny Lada"),
    ("Studentská unie pořádá ples.", "Studentská unie"),
    ("Žádost podala Farnost Borov.", "Farnost Borov"),
    ("Obec vyzvalo o. s. Náš domov Borov.", "o. s. Náš domov Borov"),
  ])
func branches(text: String, expected: String) {
  #expect(organizations(text) == [expected])
}

@Test("Cooperation is no society, and those who met are no part of a name")
func noNames() {
  #expect(organizations("Spolupráce s Armádou spásy pokračuje.") == ["Armáda spásy"])
  #expect(
    organizations("Jednání mezi zástupci Domu u řeky, s. p. a obcí.") == ["Dům u řeky, s. p."])
}
