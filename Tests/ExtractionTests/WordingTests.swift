import Domain
import Testing

/// The wordings that published minutes use, each in a sentence of its own.
private func minutes(_ text: String) -> ExtractedDocument {
  LineReader.extract("Zápis z jednání komise č. 3/2024\nkonaného dne 5. 2. 2024\n\n" + text)
}

private func people(_ text: String, _ status: AttendanceStatus) -> [String] {
  (minutes(text + "\n\nProgram:\n1. Zahájení\n2. Různé\n").meeting?.attendance ?? [])
    .filter { $0.status == status }.map(\.person.value.name)
}

@Test(
  "Every label of those who came opens a list",
  arguments: [
    "Přítomni:", "PŘÍTOMNI:", "Přítomní:", "Přítomni za výbor:", "Přítomni členové komise:",
    "Účastníci:", "ucastnici:", "Účast:", "Zúčastnili se:", "Přítomni (2):", "Přítomni –",
    "Prezence:", "Přítomni členové:", "Jednání se zúčastnili:", "Přítomni byli:",
  ])
func presentLabels(_ label: String) {
  #expect(people(label + " Jan Novák, Eva Malá", .present) == ["Jan Novák", "Eva Malá"])
  #expect(people(label + "\nJan Novák\nEva Malá", .present) == ["Jan Novák", "Eva Malá"])
}

@Test(
  "Every label of those who were excused, missing or guests opens a list",
  arguments: [
    ("Omluveni:", AttendanceStatus.excused), ("Omluven:", .excused), ("Omluvena:", .excused),
    ("OMLUVENI:", .excused), ("Omluveni členové:", .excused), ("Omluvil se:", .excused),
    ("Nepřítomni:", .absent), ("Neomluveni:", .absent), ("Chybí:", .absent),
    ("Nedostavil se:", .absent), ("Nepřítomen:", .absent),
    ("Hosté:", .guest), ("Host:", .guest), ("Přizvaní hosté:", .guest), ("Přizváni:", .guest),
    ("Hosté z veřejnosti:", .guest), ("Ostatní přítomní:", .guest), ("Hosté (1):", .guest),
  ])
func otherLabels(_ label: String, _ status: AttendanceStatus) {
  let text = "Přítomni: Jan Novák, Eva Malá\n" + label + " Ota Lán"
  #expect(people(text, status) == ["Ota Lán"])
  #expect(people(text, .present) == ["Jan Novák", "Eva Malá"])
}

@Test(
  "An attendance sheet instead of names is named, and nobody is invented",
  arguments: [
    "Přítomni: viz prezenční listina", "Přítomni: dle prezenční listiny",
    "Přítomni: viz prezenčí listina", "Přítomni: viz presenční listina", "Prezence: dle presence",
  ])
func attendanceSheet(_ line: String) {
  let meeting = minutes(line + "\n\nProgram:\n1. Zahájení\n").meeting
  #expect(meeting?.attendance.isEmpty == true)
  #expect(meeting?.attendanceReference != nil)
}

@Test(
  "Every label tells when and where the meeting was",
  arguments: [
    "Termín jednání: 5. 2. 2024", "Datum konání: 5.2.2024", "Datum jednání: 5. února 2024",
    "Datum: 05.02.2024", "Datum/čas.: 5. 2. 2024, 16:00", "konané dne 5. 2. 2024",
    "ze dne 5. 2. 2024",
  ])
func dateLabels(_ line: String) {
  let found = LineReader.extract("Zápis z jednání komise\n" + line + "\nPřítomni: Jan Novák\n")
  #expect(found.date?.value.description == "2024-02-05")
}

@Test(
  "Every notation of the hour is read",
  arguments: ["16:00", "16.00 hod.", "16,00 hod", "16 hodin", "16 00 h", "1600 hod."])
func hours(_ written: String) {
  #expect(minutes("Čas: \(written)\nPřítomni: Jan Novák\n").meeting?.time?.value == "16:00")
}

@Test(
  "Every label opens the programme, every number an item",
  arguments: [
    "Program:\n1. Zahájení\n2. Rozpočet", "Program jednání:\n1) Zahájení\n2) Rozpočet",
    "PROGRAM\n1. Zahájení\n2. Rozpočet", "Návrh programu:\na) Zahájení\nb) Rozpočet",
    "Program:\n• Zahájení\n• Rozpočet", "Program:\n- Zahájení\n- Rozpočet",
    "Program:\n➢ Zahájení\n➢ Rozpočet", "Program: 1. Zahájení, 2. Rozpočet",
    "Pořad jednání:\n1. Zahájení\n2. Rozpočet", "Body jednání:\n1. Zahájení\n2. Rozpočet",
  ])
func programme(_ text: String) {
  let titles = minutes("Přítomni: Jan Novák\n\n" + text + "\n").meeting?.items.map(\.title.value)
  #expect(titles == ["Zahájení", "Rozpočet"])
}

@Test(
  "The discussion is matched to the programme however its items are numbered",
  arguments: ["2.", "2)", "Ad 2", "add 2)", "Ad. 2)", "add2)", "Bod č. 2", "K bodu 2", "ad 2)"])
func discussion(_ label: String) {
  let text = "Program:\n1. Zahájení\n2. Rozpočet\n\n\(label) Rozpočet\nByl vysvětlen rozpočet.\n"
  let items = minutes("Přítomni: Jan Novák\n\n" + text).meeting?.items ?? []
  #expect(items.map(\.number) == ["1", "2"])
  #expect(items.last?.text?.value.contains("Byl vysvětlen rozpočet.") == true)
}

@Test(
  "Every notation of a resolution's number is kept as written",
  arguments: [
    ("Usnesení č. 4: Komise schvaluje rozpočet.", "4"),
    ("Usnesení MKR /2025/02/01\nKomise schvaluje rozpočet.", "MKR /2025/02/01"),
    ("Usnesení č. 2/2019: Komise souhlasí s rozpočtem.", "2/2019"),
    ("Usnesení č. 827/2017\nKomise doporučuje rozpočet schválit.", "827/2017"),
  ])
func resolutionNumbers(_ text: String, _ number: String) {
  #expect(minutes("Přítomni: Jan Novák\n\n" + text).resolutions.first?.number?.value == number)
}

@Test(
  "Every label of the end names who wrote and who verified the minutes",
  arguments: [
    "Zapsal: Jan Novák", "Zapsala: Jan Novák", "Dne 6. 2. 2024 zapsala: Jan Novák",
    "Zapisovatel: Jan Novák", "Zápis: Jan Novák", "Zápis vyhotovil: Jan Novák",
    "Zápis provedl Jan Novák", "Zapsal Jan Novák v.r.", "Zapisovatelem byl určen Jan Novák.",
    "Starosta určil zapisovatelem Jana Nováka.",
  ])
func recorders(_ line: String) {
  let meeting = minutes("Přítomni: Ota Lán, Eva Malá\n\nProgram:\n1. Úvod\n2. Různé\n\n" + line)
    .meeting
  #expect(meeting?.recordedBy?.value.name == "Jan Novák")
}

@Test(
  "Verifiers stand after a label, after a verb, and in the accusative",
  arguments: [
    "Ověřovatelé: Jan Novák, Eva Malá", "Ověřovatelé zápisu: Jan Novák, Eva Malá",
    "Ověřovateli zápisu byli určeni Jan Novák a Eva Malá.",
    "Starosta určil ověřovateli zápisu Jana Nováka a Evu Malou.",
    "Na ověřovatele zápisu byli navrženi pan Jan Novák a paní Eva Malá.",
    "Předsedající navrhl ověřovatele zápisu pana Jana Nováka a paní Evu Malou a zapisovatelem "
      + "Petra Dlouhého.",
  ])
func verifiers(_ line: String) {
  let meeting = minutes("Přítomni: Ota Lán, Ivo Rak\n\nProgram:\n1. Úvod\n2. Různé\n\n" + line)
    .meeting
  let all = [meeting?.verifiedBy].compactMap(\.self) + (meeting?.otherVerifiers ?? [])
  #expect(all.map(\.value.name) == ["Jan Novák", "Eva Malá"])
}

@Test(
  "Every wording of the next meeting is read",
  arguments: [
    "Příští jednání: 4. 3. 2024 v 16:00", "Termín dalšího jednání: 4. 3. 2024 od 16.00 hod.",
    "Termín příštího setkání je 4. března 2024 v 16 hodin.",
    "Další schůze bude 4. 3. 2024 v 16:00 hod.",
    "Další jednání komise se uskuteční dne 4.3.2024 v 16.00.",
    "Příště se sejdeme 4. 3. 2024 v 16:00.", "Příští schůze výboru: 4. 3. v 16:00",
  ])
func nextMeetings(_ line: String) {
  let next = minutes("Přítomni: Jan Novák\n\n" + line + "\n\nZapsala: Eva Malá\n").meeting?
    .nextMeetings.first?.value
  #expect(next?.date.description == "2024-03-04")
  #expect(next?.time == "16:00")
}
