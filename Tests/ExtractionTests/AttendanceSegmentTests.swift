import Domain
import Testing

private func people(_ text: String) -> [String] {
  (LineReader.extract("Zápis ze schůze výboru dne 5. 2. 2024\n" + text).meeting?.attendance ?? [])
    .map { entry in
      let organization = entry.organization.map { " (\($0.value))" } ?? ""
      return "\(entry.person.value.name) \(entry.status)\(organization)"
    }
}

@Test("Between semicolons the organisation may stand before its people")
func organizationsAhead() {
  let list =
    "Spolek Lhota z.s., Bc. Jana Nová, Petr Malý; Charita Lípa, Eva Hrubá; "
    + "S 3, Okna pro dům o.p.s., Radim Dvořák"
  #expect(
    people("Přítomni: " + list) == [
      "Jana Nová present (Spolek Lhota z.s.)", "Petr Malý present (Spolek Lhota z.s.)",
      "Eva Hrubá present (Charita Lípa)", "Radim Dvořák present (Okna pro dům o.p.s.)",
    ])
  #expect(
    people("Přítomni:\nPomoc o.p.s.,\nIva Bílá; " + list).first == "Iva Bílá present (Pomoc o.p.s.)"
  )
}

@Test("The class whose parents somebody speaks for stands before the name")
func classes() {
  #expect(
    people(
      "Přítomní zástupci rodičů:\n1.A – zástupce bude zvolen\n2.A – paní Helena Nová\n"
        + "3. B – pan Jan Malý\n\nOmluveni:\npan Karel Vrba")
      == ["Helena Nová present", "Jan Malý present", "Karel Vrba excused"])
}

@Test("Behind a number an answer says who was there")
func answersBehindNumbers() {
  #expect(
    people(
      "Přítomni:\nJan Nový, 600 100 200 ne\nEva Malá, 600 100 201 omluvena\n"
        + "Ing. Petr Hrubý, 600 100 202 ano\nJana Bílá, 600 100 203 ne (na telefonu)")
      == [
        "Jan Nový absent", "Eva Malá excused", "Petr Hrubý present", "Jana Bílá absent",
      ])
}

@Test("Two surnames of a list of surnames that lost their comma are two people")
func lostCommas() {
  #expect(
    people("Přítomni: Dub, Lípová, Jasan Bílá, Vrba, Buk\n  Habr, Olšová, Javor")
      == ["Dub", "Lípová", "Jasan", "Bílá", "Vrba", "Buk", "Habr", "Olšová", "Javor"].map {
        $0 + " present"
      })
}

@Test(
  "What follows the list of the missing is not in it",
  arguments: [
    "Ověřovatelem zápisu byla navržena Mgr. Eva Malá.",
    "Ve 14:00 hod. přivítal přítomné Ing. Petr Hrubý, který omluvil předsedu Jana Bílého.",
    "\nI. Zahájení.", "\nModlitba na příští schůzi: Evka Malá",
    "\nProjednaný program:\n1. Mgr. Eva Malá – rozloučila se s výborem.", "Host: xxx",
  ])
func afterTheMissing(text: String) {
  #expect(
    people("Přítomni: Jan Nový, Ing. Petr Hrubý\nOmluven: Karel Vrba\n" + text)
      == ["Jan Nový present", "Petr Hrubý present", "Karel Vrba excused"])
}

@Test("Labels with a slip, with a number and behind the classes of a school open lists")
func oddLabels() {
  #expect(
    people("Přítonmni: Jan Nový, Eva Malá\nOmluvei: Petr Hrubý")
      == ["Jan Nový present", "Eva Malá present", "Petr Hrubý excused"])
  #expect(
    people("Přítomní členové Odbočky 30:\nNOVÝ Jan – předseda\nMALÁ Eva – členka")
      == ["Jan Nový present", "Eva Malá present"])
  #expect(people("Přítomni: 4.A, 4.B, 9.B  Mgr. Eva Malá") == ["Eva Malá present"])
}

@Test("A page without its lines keeps its labels")
func runOnPage() {
  let page =
    "Zápis č. 1/2024 z jednání komise dne 5. 2. 2024 v zasedací místnosti úřadu městské části "
    + "Přítomni: Ing. Petr Dub předseda, pí Jana Nová, p. Martin Malý Omluveni: pí Adéla Hrubá "
    + "Program jednání: 1) Přivítání účastníků 2) Schválení programu 3) Určení dalšího termínu "
    + "Předseda komise přivítal přítomné členy a přistoupil k programu jednání komise, "
    + "který všichni členové znali z pozvánky."
  let found = LineReader.extract(page)
  #expect(
    (found.meeting?.attendance ?? []).map { "\($0.person.value.name) \($0.status)" }
      == ["Petr Dub present", "Jana Nová present", "Martin Malý present", "Adéla Hrubá excused"])
  #expect(
    (found.meeting?.items ?? []).filter(\.announced).map(\.title.value)
      == ["Přivítání účastníků", "Schválení programu", "Určení dalšího termínu"])
}

@Test("A sentence behind the last name of a page without its lines ends the list")
func sentenceBehindTheList() {
  let page =
    "Zápis z jednání výboru klubu dne 5. 2. 2024 PŘÍTOMNI: Jan Dub, Eva Lípová OMLUVENI: "
    + "Petr Jasan PŘIZVÁNI: Iva Malá Kontrola usnesení Kontrola usnesení nebyla provedena. "
    + "Jan Dub předložil připomínky, které zaslaly tyto kluby: Klub Lhota, Klub "
    + "Lípa, Karel Vrba, Ota Lán."
  #expect(
    (LineReader.extract(page).meeting?.attendance ?? []).map { entry in
      "\(entry.person.value.name) \(entry.status)"
    } == ["Jan Dub present", "Eva Lípová present", "Petr Jasan excused", "Iva Malá guest"])
}

@Test("A title behind a comma is no person")
func lateTitles() {
  #expect(
    people("Přítomni: Jan Nový, Eva Malá, Mgr., Ing. Petr Hrubý")
      == ["Jan Nový present", "Eva Malá present", "Petr Hrubý present"])
}
