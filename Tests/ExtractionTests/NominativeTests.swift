import Testing

@testable import Parsing

@Test(
  "A woman's surname is recovered from every case",
  arguments: [
    "Nováková", "Dvořáková", "Kořánová", "Svobodová", "Králová", "Benešová", "Malá", "Veselá",
    "Novotná", "Černá", "Lhotská", "Vysocká", "Bílá", "Horká", "Tichá", "Zlatá", "Chytrá",
  ])
func womansSurname(_ name: String) {
  let stem = String(name.dropLast())
  for written in [name, stem + "é", stem + "ou"] {
    #expect(Nominative.surname(written, isWoman: true) == name)
  }
}

@Test(
  "A man's surname with a consonant at its end is recovered from every case",
  arguments: [
    "Novák", "Malík", "Kuchár", "Zeman", "Urban", "Král", "Beneš", "Hanžl", "Kolman", "Beran",
    "Sedlář", "Havran", "Ptáčník", "Kadlčák", "Holub", "Vrabel", "Štěpán",
  ])
func mansSurname(_ name: String) {
  for written in [name + "a", name + "ovi", name + "em"] where !name.hasSuffix("š") {
    #expect(Nominative.surname(written, isWoman: false) == name)
  }
  #expect(Nominative.surname(name + "ovi", isWoman: false) == name)
}

@Test("The vowel that other cases lose comes back")
func movingVowel() {
  for (name, stem) in [
    ("Hudeček", "Hudečk"), ("Vlček", "Vlčk"), ("Němec", "Němc"), ("Šimek", "Šimk"),
  ] {
    #expect(Nominative.surname(stem + "em", isWoman: false) == name)
    #expect(Nominative.surname(stem + "ovi", isWoman: false) == name)
  }
}

@Test(
  "A man's surname that is an adjective is recovered from every case",
  arguments: [("Novotn", "ý"), ("Černý".dropLast().description, "ý"), ("Krejč", "í"), ("Koř", "í")])
func adjectiveSurname(stem: String, ending: String) {
  let endings = ending == "ý" ? ["ého", "ému", "ým"] : ["ího", "ímu", "ím"]
  for oblique in endings {
    #expect(Nominative.surname(stem + oblique, isWoman: false) == stem + ending)
  }
}

@Test(
  "A man's surname with a at its end is recovered from the cases that tell it",
  arguments: ["Svoboda", "Vrba", "Jirotka", "Procházka", "Kučera", "Hrubeša", "Skála"])
func surnameWithA(_ name: String) {
  let stem = String(name.dropLast())
  for written in [stem + "u", stem + "ou", stem + "y"] {
    #expect(Nominative.surname(written, isWoman: false) == name)
  }
  #expect(Nominative.surname("Špičkovi", isWoman: false) == "Špička")
}

@Test(
  "A courtesy tells the case of the names after it",
  arguments: [
    ("pana Davida Kuchára", "David Kuchár"), ("panem Petrem Němcem", "Petr Němec"),
    ("paní Evě Kořánové", "Eva Kořánová"), ("pan David Kuchár", "David Kuchár"),
    ("panu Jirotkovi", "Jirotka"), ("pana Pavla Malého", "Pavel Malý"),
  ])
func courtesyTellsCase(written: String, name: String) {
  let transcript = Transcript(written)
  let person = NameParser(transcript: transcript).person(at: 0, limit: transcript.tokens.count)
  #expect(person?.name.name == name)
}
