import Domain
import Testing

private func attendance(_ text: String) -> [String] {
  let heading = "Zápis ze schůze výboru\ndne 5. 2. 2024\n\n"
  return (LineReader.extract(heading + text).meeting?.attendance ?? [])
    .map { "\($0.status.rawValue) \($0.person.value.name)" }
}

@Test("People in brackets after their count were there, surnames alone too")
func namesInBrackets() {
  #expect(
    attendance("Přítomno 3 členů z 5 (Dubský, Ing. Lípa, Vrbová)\nOmluveni: Jasan, Buk")
      == [
        "excused Jasan", "excused Buk", "present Dubský", "present Lípa", "present Vrbová",
      ])
  #expect(attendance("Přítomno 5 členů ze 7 (příloha č. 1)").isEmpty)
}

@Test("Who comes for the manager stands under those who are missing")
func headerWithCompany() {
  #expect(
    attendance("Omluven: Jan Jasan\nZa správce: Karel Buk, firma Domov Lhota s.r.o.")
      == ["excused Jan Jasan", "present Karel Buk"])
}

@Test("After the members may stand who else was there")
func addedAfterMembers() {
  #expect(
    attendance("Přítomni: Jan Dub, Eva Lípová\n\ndále Mgr. Ota Vrba, ředitel školy")
      == ["present Jan Dub", "present Eva Lípová", "guest Ota Vrba"])
  #expect(
    attendance("Přítomni: Jan Dub, Eva Lípová\n\nDále Mgr. Ota Vrba poděkoval všem.")
      == ["present Jan Dub", "present Eva Lípová"])
}

@Test("A sheet of those present is a list, with any bullet and with abbreviations of offices")
func sheetWithBullets() {
  #expect(
    attendance(
      """
      Prezenční listina:
      ♦ Jan Dub, předseda klubu, správce sítě
      ♦ Eva Lípová, kroužek keramiky (příchod 18:15)
      ♦ Ota Vrba, pokladník
      Hosté:
      ♦ Petr Jasan, zástupce KPRX (odchod 21:40)
      ♦ Hana Bučková, nákupčí
      """)
      == [
        "present Jan Dub", "present Eva Lípová", "present Ota Vrba", "guest Petr Jasan",
        "guest Hana Bučková",
      ])
}

@Test("Father and son of one name are two people")
func fatherAndSon() {
  #expect(
    attendance("Přítomni: Dub Jan st., Lípa Ota, Vrba Petr ml.\nOmluveni: Dub Jan ml.")
      == ["present Jan Dub st.", "present Ota Lípa", "present Petr Vrba", "excused Jan Dub ml."])
  #expect(
    attendance("Přítomni: Dub, Lípa sen., Vrba")
      == ["present Dub", "present Lípa sen.", "present Vrba"])
}

@Test("Substitutes were there; whom they stand in for was not")
func substitutes() {
  #expect(
    attendance("Přítomni: Dub, Lípa\nNáhradníci:\nVrbová za Jasanovou, Buk za Habra (2)")
      == ["present Dub", "present Lípa", "present Vrbová", "present Buk"])
}

@Test("Guests may stand after the authority that they come from")
func guestsOfAuthority() {
  #expect(
    attendance(
      "Přítomni: Dub, Lípa\nHosté: z KÚ Lhota – plk. Mgr. Jan Jasan a kpt. Mgr. Eva Vrbová")
      == ["present Dub", "present Lípa", "guest Jan Jasan", "guest Eva Vrbová"])
}

@Test("The head of a body stands above its members with a label of her own")
func headAboveMembers() {
  #expect(
    attendance("předsedkyně: Mgr. Eva Lípová\nčlenové: Jan Dub, Ota Vrba\nomluveni: Petr Buk")
      == ["present Jan Dub", "present Ota Vrba", "excused Petr Buk", "present Eva Lípová"])
  #expect(attendance("Předseda: Karel Dub\nPřítomni: 24 členů").isEmpty)
  #expect(
    attendance("Přítomni: Jan Dub, Ota Vrba\n\n1. Zahájení\nPředseda: Karel Jiný")
      == ["present Jan Dub", "present Ota Vrba"])
}

@Test("People under each other may bear their status without a label above them")
func statusLines() {
  let found = LineReader.extract(
    """
    On-line zasedání rady spolku 19. října 2020

    Dub Jan přítomen
    Lípová Eva přítomna
    Vrba Ota
    Buková Hana omluvena
    1. Rada schválila zprávu.

    Zapsal: Jan Dub
    """)
  #expect(found.kind == .minutes)
  #expect(
    found.meeting?.attendance.map { "\($0.status.rawValue) \($0.person.value.name)" }
      == [
        "present Jan Dub", "present Eva Lípová", "absent Ota Vrba", "excused Hana Buková",
      ])
}

@Test("A role in the plural belongs to all who follow it, a cut word is nobody")
func rolesOfSeveral() {
  let found = LineReader.extract(
    """
    Zápis ze schůze výboru
    dne 5. 2. 2024

    Přítomni: revizoři Petr Jasan, Hana Buková; tajemník Karel Habr, vých. por. Ivo Smrk
    Hosté: zástupci rodičů Jana Javorová a Petr Olše, ředitelka Mgr. Iva Bříza
    """)
  #expect(
    found.meeting?.attendance.map { "\($0.person.value.name): \($0.role?.value ?? "–")" }
      == [
        "Petr Jasan: revizoři", "Hana Buková: revizoři", "Karel Habr: tajemník", "Ivo Smrk: –",
        "Jana Javorová: zástupci rodičů", "Petr Olše: zástupci rodičů", "Iva Bříza: ředitelka",
      ])
}

@Test("A label of those present needs no colon when it is all of its line")
func labelsAlone() {
  #expect(
    attendance(
      """
      PŘÍTOMNÍ ČLENOVÉ A HOSTÉ

      za rodiče nezletilých žáků - Ing. Jan Dub
      za zřizovatele - Eva Lípová

      NEPŘÍTOMNÍ ČLENOVÉ

      za zřizovatele - Ota Vrba
      """) == ["present Jan Dub", "present Eva Lípová", "absent Ota Vrba"])
  #expect(
    attendance("Přítomni: Jan Dub, Eva Lípová\n\nPřítomní členové schválili program")
      == ["present Jan Dub", "present Eva Lípová"])
}

@Test("Groups may stand behind bullets of their own, above those who come for them")
func bulletedGroups() {
  #expect(
    attendance(
      """
      Přítomni
      • za školskou radu
      • pí Lípová
      • p. Dub
      • za studenty:
      • Ota Vrba, 7.A
      """) == ["present Lípová", "present Dub", "present Ota Vrba"])
}

@Test("Among people with full names in lines of their own, a word alone heads a group")
func headingsAmongPeople() {
  #expect(
    attendance(
      """
      Přítomni:
      Mgr. Jan Dub
      Eva Lípová
      Studenti
      Ota Vrba
      Petr Jasan
      Zaměstnanci
      Hana Buková
      Karel Habr
      """)
      == [
        "present Jan Dub", "present Eva Lípová", "present Ota Vrba", "present Petr Jasan",
        "present Hana Buková", "present Karel Habr",
      ])
}

@Test("Brothers, sisters, fathers and given names cut short belong to people")
func brothersAndSisters() {
  #expect(
    attendance("Přítomni: br. Dub, ses. Lípová, o. Benedikt Vrba, Dav. Jasan, Buk Jos.")
      == [
        "present Dub", "present Lípová", "present Benedikt Vrba", "present Dav. Jasan",
        "present Jos. Buk",
      ])
  #expect(
    attendance("Přítomni: Jan Dub\nHosté: E. Lípová MA,FCCA (zastupitelka), O. Vrba")
      == ["present Jan Dub", "guest E. Lípová", "guest O. Vrba"])
}

@Test("Brackets after a name and a word before the colon do not hide who was there or excused")
func remarksInSentences() {
  #expect(
    attendance(
      "Jednání byli přítomni také: JUDr. Jan Dub (dále jen „JD“), Ing. Ota Vrba (dále jen „OV“).")
      == ["present Jan Dub", "present Ota Vrba"])
  #expect(
    attendance("Přítomni dle prezenční listiny. Omluveni: Dub Jan, Lípová Eva")
      == ["excused Jan Dub", "excused Eva Lípová"])
}
