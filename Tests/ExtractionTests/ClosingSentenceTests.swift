import Domain
import Testing

private func meeting(_ text: String) -> ExtractedMeeting? {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n" + text).meeting
}

@Test("Offices under names beside each other tell who recorded")
func officesUnderNames() {
  let found = meeting(
    "Přítomni: Jan Dub, Eva Lípová\nEva Lípová          Jan Dub\n"
      + "zapisovatelka          předseda výboru"
  )
  #expect(found?.recordedBy?.value.name == "Eva Lípová")
  #expect(found?.chair?.value.name == "Jan Dub")
}

@Test(
  "Several people verify",
  arguments: [
    "Zapsala Iva Malá v. r., ověřili Jan Dub v. r. a Petr Jasan v. r.",
    "Ověřovatel zápisu: Jan Dub, Petr Jasan",
    "Jako ověřovatel zápisu byl navržen Jan Dub a Petr Jasan.",
    "Za ověřovatele zápisu Jan Dub, ing. Petr Jasan. Zápis vypracuje paní Iva Malá.",
  ])
func verifiers(text: String) {
  let found = meeting(text)
  let all = [found?.verifiedBy].compactMap { $0 } + (found?.otherVerifiers ?? [])
  #expect(all.map(\.value.name) == ["Jan Dub", "Petr Jasan"])
}

@Test("Somebody is entrusted with writing or verifying the minutes")
func entrustedWithMinutes() {
  #expect(
    meeting("Ověřením zápisu byl pověřen PhDr. Dub")?.verifiedBy?.value.name == "Dub")
  #expect(
    meeting("Zápis z jednání vypracuje paní Iva Malá.")?.recordedBy?.value.name == "Iva Malá")
  #expect(
    meeting("Zpracováním zápisu z jednání pověřil paní Janu Novákovou.")?.recordedBy?.value.name
      == "Jana Nováková")
}

@Test(
  "Who opened the meeting stands in the instrumental or behind a courtesy",
  arguments: [
    "Zasedání bylo zahájeno v 18.00 hodin starostou obce Romanem Dubem.",
    "Zasedání bylo zahájeno v 18.00 hodin starostou obce, panem Romanem Dubem.",
    "Schůzi zahájil p. Roman Dub",
    "Starosta města Roman Dub přivítal přítomné na zasedání.",
  ])
func opened(text: String) {
  #expect(meeting(text)?.chair?.value.name == "Roman Dub")
  #expect(meeting("Koordinátorka KPSS přivítala přítomné na setkání.")?.chair == nil)
}

@Test("Whoever chairs may promise to write the minutes, and the day may stand below")
func promisedMinutes() {
  #expect(
    meeting("Schůzi bude řídit předsedkyně p. Malá, která provede i zápis.")?.recordedBy?.value.name
      == "Malá")
  #expect(
    meeting("Program\n1. Úvod\n\nZapsala E. Malá\n\n6. 2. 2024")?.recordedOn?.value.description
      == "2024-02-06")
}

@Test("A preposition that opens the next sentence is no part of a name")
func prepositionBehindInitial() {
  let found = meeting(
    "Jako ověřovatelé byli navrženi Dub J. a pan Lípa K. Do komise byl navržen Vrba L.")
  let all = [found?.verifiedBy].compactMap { $0 } + (found?.otherVerifiers ?? [])
  #expect(all.map(\.value.name) == ["J. Dub", "K. Lípa"])
}
