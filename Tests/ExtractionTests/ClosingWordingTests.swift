import Domain
import Testing

private func meeting(_ text: String) -> ExtractedMeeting? {
  LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\n\n" + text).meeting
}

@Test("Who took the minutes signs in the line under the words for it")
func recorderBelow() {
  #expect(
    meeting("Přítomni: Dub, Lípová\n\nZa výbor spolku zapsala\nE. Lípová, jednatelka")?
      .recordedBy?.value.name == "E. Lípová")
}

@Test("Offices of the meeting may stand in brackets after the people who were elected")
func officesInBrackets() {
  let found = meeting(
    "Byli zvoleni Jan Dub (předsedající), Eva Lípová (zapisovatelka) a Ota Vrba (sčitatel).")
  #expect(found?.chair?.value.name == "Jan Dub")
  #expect(found?.recordedBy?.value.name == "Eva Lípová")
}

@Test("The time that opens a sentence is when the meeting ended")
func endBeforeVerb() {
  #expect(meeting("Ve 20:30 hod. předseda poděkoval a schůzi ukončil.")?.endTime?.value == "20:30")
  #expect(meeting("Dub přišel v 18:15. Schůze byla ukončena.")?.endTime == nil)
}

@Test("The number of a meeting may have a label of its own")
func numberWithLabel() {
  #expect(
    LineReader.extract("Zápis ze schůze výboru\ndne 5. 2. 2024\nČíslo schůze: 16\n").number?.value
      == "16")
}

@Test("The first item of a programme may stand in the line of its label")
func firstItemBesideLabel() {
  let items = meeting("Program schůze: 1/ došlá pošta\n    2/ noví členové\n    3/ závody")?.items
  #expect(items?.map(\.title.value) == ["došlá pošta", "noví členové", "závody"])
}

@Test("Who wrote may stand after other verbs", arguments: ["Zapisovala", "Zápis vedla"])
func otherVerbs(verb: String) {
  #expect(
    meeting("Přítomni: Dub, Lípová\n\n\(verb): Eva Lípová")?.recordedBy?.value.name == "Eva Lípová")
}

@Test("Who led the meeting chaired it, and it began when it says so")
func ledAndBegan() {
  let found = meeting("Schůzi vedl Mgr. Jan Dub – předseda rady\nSchůze začala v 09:00 hod.")
  #expect(found?.chair?.value.name == "Jan Dub")
  #expect(found?.time?.value == "09:00")
}

@Test("The office of the other signature is not who wrote")
func twoSignatures() {
  #expect(
    meeting("Zápis provedl        předseda Spolku rodičů\n\np. Dub        Karel Lípa")?
      .recordedBy?.value.name == "Dub")
}
