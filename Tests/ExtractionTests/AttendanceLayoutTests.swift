import Domain
import Testing

private func meeting(_ text: String) -> ExtractedMeeting? {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n" + text).meeting
}

private func attendance(_ text: String) -> [String] {
  (meeting(text)?.attendance ?? []).map { "\($0.status.rawValue) \($0.person.value.name)" }
}

@Test("Whom people stand for may open their line and is no organisation")
func representedGroups() {
  let text = """
    Přítomní členové:
    za zřizovatele - Mgr. Jan Novák, Eva Malá
    za pedagogické pracovníky – Petr Šťastný
    zástupci rodičů: Jana Bílá
    """
  #expect(
    attendance(text) == [
      "present Jan Novák", "present Eva Malá", "present Petr Šťastný", "present Jana Bílá",
    ])
  #expect(meeting(text)?.attendance.allSatisfy { $0.organization == nil } == true)
}

@Test("A label counts the people in brackets", arguments: ["(3 z 5)", "(3/5)", "(3 členové)"])
func countedLabels(_ count: String) {
  #expect(
    attendance("Přítomni \(count): Adamec, Blažek, Malá\nOmluveni: Rada")
      == ["present Adamec", "present Blažek", "present Malá", "excused Rada"])
}

@Test("Who sits for a board is present")
func presentForBoard() {
  #expect(
    attendance("Za výbor přítomni: p. Dlouhý, pí Krátká")
      == ["present Dlouhý", "present Krátká"])
}

@Test("The recorder and the verifiers may follow a sentence in the same line")
func officesInsideOfLine() {
  let found = meeting(
    "Řízením schůze pověřen: Ota Lán. Zapisovatel: Jan Novák. Ověřovatelé zápisu: Eva Malá"
      + " a Petr Šťastný")
  #expect(found?.chair?.value.name == "Ota Lán")
  #expect(found?.recordedBy?.value.name == "Jan Novák")
  #expect(found?.verifiedBy?.value.name == "Eva Malá")
  #expect(found?.otherVerifiers.map(\.value.name) == ["Petr Šťastný"])
}

@Test("A noun of appointment is enough for the offices that follow it")
func officesAfterNoun() {
  let found = meeting(
    "Určení ověřovatelů a zapisovatele: ověřovatelé Eva Malá, Iva Bílá, zapisovatelka Jana"
      + " Krátká.")
  #expect(found?.recordedBy?.value.name == "Jana Krátká")
  #expect(found?.verifiedBy?.value.name == "Eva Malá")
  #expect(found?.otherVerifiers.map(\.value.name) == ["Iva Bílá"])
}

@Test("A table of attendance may be drawn with strokes")
func strokes() {
  #expect(
    attendance(
      "Prezence:\nJméno | Přítomen | Omluven\nMgr. Eva Malá | x |\nJan Novák |  | x\nOta Lán | x |")
      == ["present Eva Malá", "excused Jan Novák", "present Ota Lán"])
  let framed = meeting(
    """
    | Jméno | Funkce | Přítomen | Nepřítomen |
    |---|---|---|---|
    | Ing. Jan Novák | předseda | ano | - |
    | Eva Malá | členka | - | ano |
    """)?.attendance
  #expect(framed?.map(\.status) == [.present, .absent])
  #expect(framed?.map(\.role?.value) == ["předseda", "členka"])
}

@Test("A table may say in a column where people come from, or number its rows")
func columns() {
  let found = meeting(
    "Jméno\tOdbor\tPřítomen\tOmluven\nIng. Jan Novák\tstavební\tX\t\nEva Malá\tsociální\t\tX")
  #expect(found?.attendance.map(\.organization?.value) == ["stavební", "sociální"])
  #expect(
    attendance("1. | Jan Novák | přítomen\n2. | Eva Malá | omluvena")
      == ["present Jan Novák", "excused Eva Malá"])
}

@Test("Who came late or left early was there")
func lateArrivals() {
  #expect(
    attendance(
      "Přítomni: Jan Novák, Eva Malá\nOmluveni: Petr Šťastný\nPozdní příchod: Eva Malá (18:20)\n"
        + "Předčasný odchod: Jan Novák")
      == ["present Jan Novák", "present Eva Malá", "excused Petr Šťastný"])
}

@Test(
  "A reason for being away is no organisation",
  arguments: [
    "(pracovní důvody)", "- nemoc", "(dovolená)", "(služební cesta)", "(PN)", "(OČR)",
    "(pracovní neschopnost)",
  ])
func reasons(_ reason: String) {
  let found = meeting("Přítomni: Eva Malá\nOmluveni: Jan Novák \(reason), Ota Lán \(reason)")
  #expect(found?.attendance.map(\.status) == [.present, .excused, .excused])
  #expect(found?.attendance.allSatisfy { $0.organization == nil && $0.role == nil } == true)
}

@Test("A list that names nobody does not go on, and no list goes on with who records")
func closedLists() {
  #expect(
    attendance("Přítomni: Jan Novák\nNeomluveni: nikdo\nEva Malá, Petr Šťastný")
      == ["present Jan Novák"])
  #expect(
    attendance("Přítomni: Jan Novák\nVolba: zapisovatel Eva Malá, ověřovatelé Ota Lán a Iva Bílá")
      == ["present Jan Novák"])
}

@Test("An office before the next person belongs to that person")
func officeOfNext() {
  let found = meeting(
    "Přítomni: Jan Novák, Eva Malá\n\nVolba: předsedající Jan Novák, zapisovatel Eva Malá")
  #expect(found?.attendance.first?.role == nil)
  #expect(found?.recordedBy?.value.name == "Eva Malá")
}

private func origins(_ text: String) -> [String] {
  (meeting(text)?.attendance ?? []).map {
    "\($0.status.rawValue) \($0.person.value.name) \($0.organization?.value ?? "-")"
  }
}

@Test("The organisation may stand first and who came for it in brackets or after a dash")
func organizationsFirst() {
  #expect(
    origins(
      "Přítomni: Obec Lhota (Ing. Jan Novák), Farma Dvůr s.r.o. (Petr Šťastný)\n"
        + "Omluveni: Spolek Lípa (Eva Malá)") == [
        "present Jan Novák Obec Lhota", "present Petr Šťastný Farma Dvůr s.r.o.",
        "excused Eva Malá Spolek Lípa",
      ])
  #expect(
    origins("Prezence:\nobec Lhota – Jan Novák, starosta\nobec Potok – Eva Malá, starostka")
      == ["present Jan Novák obec Lhota", "present Eva Malá obec Potok"])
}

@Test("A slash leads to where a person comes from, unless a person follows it")
func slashesAfterPeople() {
  #expect(
    origins("Účastníci:\nMgr. Jan Novák / Charita Lhota\nEva Malá / Domov U Lesa") == [
      "present Jan Novák Charita Lhota", "present Eva Malá Domov U Lesa",
    ])
  #expect(
    attendance("Přítomni: Jan Novák / Eva Malá") == ["present Jan Novák", "present Eva Malá"])
}

@Test("A group under a line of excused people was there")
func groupUnderExcused() {
  #expect(
    attendance("Přítomni: Jan Novák\nOmluven: Ota Lán\nKancelář svazku: Bc. Eva Malá")
      == ["present Jan Novák", "excused Ota Lán", "present Eva Malá"])
  #expect(
    attendance("Přítomni: Jan Novák\nOmluveni:\nKancelář svazku: Bc. Eva Malá")
      == ["present Jan Novák", "excused Eva Malá"])
}

@Test("Each person may have a status after a dash")
func statusesAfterDash() {
  #expect(
    attendance(
      "Docházka:\nIng. Jan Novák (předseda) – přítomen\nEva Malá – omluvena\n"
        + "Ota Lán – nepřítomen")
      == ["present Jan Novák", "excused Eva Malá", "absent Ota Lán"])
}

@Test("An adjective made from a word for people names a chamber and no organisation")
func chambers() {
  #expect(
    origins("Přítomni:\nStudentská komora: Bc. Jan Novák; Eva Malá")
      == ["present Jan Novák -", "present Eva Malá -"])
}

@Test("Who verified may follow who recorded in the same sentence")
func verifierAfterRecorder() {
  let found = meeting("1. Zahájení\n\nZapsala Eva Malá, ověřil Jan Novák")
  #expect(found?.recordedBy?.value.name == "Eva Malá")
  #expect(found?.verifiedBy?.value.name == "Jan Novák")
}

@Test("A label may say in brackets that the missing were excused")
func excusedInLabel() {
  #expect(
    attendance(
      "Přítomni: Jan Novák\nNepřítomna (omluvena): Eva Malá\n"
        + "Jako host se zúčastnil: Ota Lán\nNa vědomí: Ing. Ivo Dub")
      == ["present Jan Novák", "excused Eva Malá", "guest Ota Lán"])
}

@Test("A colon after a person of a list with dashes leads to where the person comes from")
func colonInList() {
  #expect(
    origins("Přítomni:\n- Jan Novák (Charita Lhota)\n- Eva Malá: Člověk v tísni\n- Ota Lán") == [
      "present Jan Novák Charita Lhota", "present Eva Malá Člověk v tísni", "present Ota Lán -",
    ])
}

@Test("A table may answer for each person with yes or no")
func answers() {
  #expect(
    attendance("Jméno\tÚčast\tPoznámka\nJan Novák\tano\t\nEva Malá\tne\tomluvena\nOta Lán\tne\t")
      == ["present Jan Novák", "excused Eva Malá", "absent Ota Lán"])
}

@Test("Letters may stand for statuses, and their legend is no organisation")
func lettersForStatuses() {
  #expect(
    origins(
      "Členové komise:\nJan Novák P\nEva Malá O\nOta Lán N\n"
        + "(P – přítomen, O – omluven, N – nepřítomen)")
      == ["present Jan Novák -", "excused Eva Malá -", "absent Ota Lán -"])
}

@Test("The title may end with who was there")
func presenceInTitle() {
  let found = LineReader.extract(
    "Zápis ze schůze, konané dne 8. 9. 2022 v klubovně, za přítomnosti:\nDub, Malá, Lípová\n"
      + "Omluven: Vrba")
  #expect(
    found.meeting?.attendance.map { "\($0.person.value.name) \($0.status)" }
      == ["Dub present", "Malá present", "Lípová present", "Vrba excused"])
  #expect(found.meeting?.place?.value == "v klubovně")
}

@Test("A heading of programme and people does not end the people, and a second label has its own")
func labelsBelowHeading() {
  let found = LineReader.extract(
    """
    Účastníci:
    vedoucí oddílů

    Zápis z porady dne 8. 9. 2022

    Program

    Přítomní členové výboru:
    - Jan Dub, Eva Malá
    Přítomní členové rady:
    Přítomní hosté:
    - Petr Lípa
    """)
  #expect(
    found.meeting?.attendance.map { "\($0.person.value.name) \($0.status)" }
      == ["Jan Dub present", "Eva Malá present", "Petr Lípa guest"])
}

@Test("A number with a comma opens an item and no name")
func numberWithComma() {
  let found = LineReader.extract(
    "Zápis z rady dne 8. 9. 2022\nPřítomni : Dub, Malá, Lípa\n\nOmluveni : Vrba\n\n"
      + "1, Hodnocení – přehled\n\nVedoucí přečetl přehled.\n\n2, Tábor\n\nTermín trvá.")
  #expect(found.meeting?.attendance.map(\.person.value.name) == ["Dub", "Malá", "Lípa", "Vrba"])
}

@Test("Scouts write a nickname behind the surname and a dash")
func nicknames() {
  let found = LineReader.extract(
    "Zápis z rady střediska dne 8. 9. 2022\n"
      + "Přítomni: Dub–Sova, Malá–Jiskra, Lípa–Vlk, Nová-Horská\nOmluveni: Vrba–Krtek\n\n1. Tábor")
  #expect(
    found.meeting?.attendance.map(\.person.value.name)
      == ["Dub", "Malá", "Lípa", "Nová-Horská", "Vrba"])
}

@Test("Offices behind bullets are no board, and a list without people hides none below it")
func officesBehindBullets() {
  let found = LineReader.extract(
    """
    účastníci:
    sdružení Lípa, sdružení Lhota
    agendy:
    volba, nominace

    Zápis ze zasedání dne 8. 9. 2022

    Usnesení

    • Fórum schvaluje vznik sdružení.
    • Fórum přijímá Jana Duba za člena.
    • Fórum ruší komisi.
    • Fórum volí předsedu.

    Program

    Seznam přítomných

    Přítomní členové předsednictva:
    • Jan Dub, Eva Malá, Petr Lípa
    Přítomní členové fóra:
    • Iva Vrbová, Karel Jasan
    Činovníci
    • Předsedající: Iva Vrbová
    • Zapisovatel: Jan Dub
    • Volební komise: Eva Malá, Karel Jasan
    """)
  #expect(
    found.meeting?.attendance.map(\.person.value.name)
      == ["Jan Dub", "Eva Malá", "Petr Lípa", "Iva Vrbová", "Karel Jasan"])
}
