import Domain
import Testing

/// One way to write who was there, and what it says.
struct AttendanceCase: CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var people: [String]
}

private let cases1 = [
  AttendanceCase(
    testDescription: "tabs after labels",
    text: "Přítomni:\tJan Novák, Eva Malá, Petr Šťastný\nOmluveni:\tKarel Vrba\nNepří"
      + "tomni:\t-",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Karel Vrba excused",
    ]),
  AttendanceCase(
    testDescription: "labels in capitals",
    text: "PŘÍTOMNI: Jan Novák, Eva Malá\nOMLUVENI: Karel Vrba\nNEPŘÍTOMNI: ---\nHOST"
      + "É: Ing. Ota Lán",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Ota Lán guest"]),
  AttendanceCase(
    testDescription: "labels with accents and lists in lines",
    text: "Přítomní:\nJan Novák\nEva Malá\n\nOmluvena: Jana Bílá\nHost: Ota Lán",
    people: ["Jan Novák present", "Eva Malá present", "Jana Bílá excused", "Ota Lán guest"]),
  AttendanceCase(
    testDescription: "labels with who sits there",
    text: "Přítomni za výbor: Jan Novák, Eva Malá\nPřítomni členové komise: Petr Šťas"
      + "tný, Jana Bílá",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Jana Bílá present"]),
  AttendanceCase(
    testDescription: "the labels of a body in small letters",
    text: "Prezence:\nČlenové komise:\npřítomni: Jan Novák, Eva Malá\nomluveni: Karel"
      + " Vrba\nnepřítomni: Jana Bílá\nhosté: Ota Lán",
    people: [
      "Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Jana Bílá absent",
      "Ota Lán guest",
    ]),
  AttendanceCase(
    testDescription: "a label without accents",
    text: "ucastnici: Jan Novák, Eva Malá",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "a number of people before the list",
    text: "Přítomno: 7 členů\nPřítomni: Jan Novák, Eva Malá",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "counts in brackets after the list",
    text: "Přítomni: Jan Novák, Eva Malá (přítomno 2, omluveni 0, nepřítomni 1)\nNepř"
      + "ítomen: Karel Vrba",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba absent"]),
  AttendanceCase(
    testDescription: "a list kept elsewhere",
    text: "Přítomni: dle prezenční listiny",
    people: []),
  AttendanceCase(
    testDescription: "a misspelt list kept elsewhere",
    text: "Přítomni: viz prezenčí listina\nOmluveni: Karel Vrba",
    people: ["Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "a list kept in an annex",
    text: "Přítomni: viz presenční listina (příloha č. 1)\nHosté: Ota Lán",
    people: ["Ota Lán guest"]),
  AttendanceCase(
    testDescription: "who is missing after a semicolon",
    text: "Přítomni: Jan Novák, Eva Malá; chybí Karel Vrba",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba absent"]),
  AttendanceCase(
    testDescription: "guests by invitation and from the public",
    text: "Přítomni: Jan Novák, Eva Malá\nNeomluveni: Karel Vrba\nPřizvaní hosté: Ota"
      + " Lán\nHosté z veřejnosti: Ivo Rak",
    people: [
      "Jan Novák present", "Eva Malá present", "Karel Vrba absent", "Ota Lán guest",
      "Ivo Rak guest",
    ]),
  AttendanceCase(
    testDescription: "others present and invited",
    text: "Přítomni: Jan Novák, Eva Malá\nOstatní přítomní: Ota Lán\nPřizváni: Ivo Ra"
      + "k\nObčanů přítomno: 5",
    people: ["Jan Novák present", "Eva Malá present", "Ota Lán guest", "Ivo Rak guest"]),
  AttendanceCase(
    testDescription: "a secretary with a label",
    text: "Účast: Jan Novák, Eva Malá\nTajemník komise: Mgr. Ivo Rak",
    people: ["Jan Novák present", "Eva Malá present", "Ivo Rak present"]),
  AttendanceCase(
    testDescription: "arrivals and departures",
    text: "Přítomni: Jan Novák, Eva Malá (odešla v 15:30), Petr Šťastný (příchod 10:1"
      + "4), Jana Bílá (přijde později)",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Jana Bílá present"]),
  AttendanceCase(
    testDescription: "labels spaced out",
    text: "P ř í t o m n i : Jan Novák, Eva Malá\nO m l u v e n i : Karel Vrba",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "numbered people",
    text: "Přítomni:\n1. Jan Novák\n2. Eva Malá\n3. Petr Šťastný\n\nOmluveni:\n1. Kar"
      + "el Vrba",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Karel Vrba excused",
    ]),
  AttendanceCase(
    testDescription: "numbered people with roles",
    text: "Přítomni:\n1) Jan Novák – předseda\n2) Eva Malá – členka\nOmluveni: -",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "a status after a dash",
    text: "Přítomni:\n- Jan Novák (předseda)\n- Eva Malá\n- Petr Šťastný – omluven\n-"
      + " Jana Bílá - nepřítomna",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný excused", "Jana Bílá absent"]),
]

private let cases2 = [
  AttendanceCase(
    testDescription: "a table with marks",
    text: "Jméno\tPřítomen\tNepřítomen\tOmluven\nJan Novák\tX\t\t\nEva Malá\t\t\tX\nP"
      + "etr Šťastný\t\tX\t",
    people: ["Jan Novák present", "Eva Malá excused", "Petr Šťastný absent"]),
  AttendanceCase(
    testDescription: "a table with the status beside the name",
    text: "Prezence\nJan Novák\tpřítomen\nEva Malá\tomluvena\nPetr Šťastný\tnepřítome"
      + "n",
    people: ["Jan Novák present", "Eva Malá excused", "Petr Šťastný absent"]),
  AttendanceCase(
    testDescription: "a table with a column for each status",
    text: "Přítomni\tOmluveni\nJan Novák\tKarel Vrba\nEva Malá\tJana Bílá",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Jana Bílá excused"]),
  AttendanceCase(
    testDescription: "columns made of blanks",
    text: "Přítomni:     Jan Novák\n              Eva Malá\n              Petr Šťastn"
      + "ý\nOmluveni:     Karel Vrba\n              Jana Bílá\nHosté:        Ota Lá"
      + "n",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Karel Vrba excused",
      "Jana Bílá excused", "Ota Lán guest",
    ]),
  AttendanceCase(
    testDescription: "surnames first",
    text: "Přítomni: Novák Jan, Malá Eva, Šťastný Petr, Bílá Jana",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Jana Bílá present"]),
  AttendanceCase(
    testDescription: "surnames in capitals",
    text: "Přítomni: NOVÁK Jan, MALÁ Eva",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "titles glued and without dots",
    text: "Přítomni: Mgr. Jan Novák, Ph.D., Ing. Eva Malá, MBA, PhDr.Petr Šťastný, Bc"
      + " Jana Bílá, Karel Vrba DiS.",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Jana Bílá present",
      "Karel Vrba present",
    ]),
  AttendanceCase(
    testDescription: "courtesies",
    text: "Přítomni: pan Novák, paní Malá, p. Šťastný, pí. Bílá",
    people: ["Novák present", "Malá present", "Šťastný present", "Bílá present"]),
  AttendanceCase(
    testDescription: "initials, also A., and a full stop",
    text: "Přítomni: J. Novák, E. Malá, A. Vrba. P. Šťastný",
    people: ["J. Novák present", "E. Malá present", "A. Vrba present", "P. Šťastný present"]),
  AttendanceCase(
    testDescription: "surnames alone and a reason",
    text: "Přítomni: Novák, Malá, Šťastný\nOmluveni: Vrba (nemoc), Bílá",
    people: ["Novák present", "Malá present", "Šťastný present", "Vrba excused", "Bílá excused"]),
  AttendanceCase(
    testDescription: "roles after dashes",
    text: "Přítomni: Jan Novák – předseda, Eva Malá – místopředsedkyně, Petr Šťastný "
      + "– tajemník",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "a role before the first person",
    text: "Přítomni: předseda Jan Novák, členové: Eva Malá, Petr Šťastný",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "kinds of members",
    text: "Přítomni členové výboru: Jan Novák, Eva Malá\nOmluveni členové výboru: Kar"
      + "el Vrba\nZ jednání omluveni: Jana Bílá",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Jana Bílá excused"]),
  AttendanceCase(
    testDescription: "those who apologised, as a sentence",
    text: "Z jednání se omluvili: Karel Vrba, Jana Bílá\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba excused", "Jana Bílá excused"]),
  AttendanceCase(
    testDescription: "one who apologised",
    text: "Omluvil se: Karel Vrba\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "one who did not come",
    text: "Nedostavil se: Karel Vrba\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba absent"]),
  AttendanceCase(
    testDescription: "those who were missing",
    text: "Chyběli: Karel Vrba, Jana Bílá\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba absent", "Jana Bílá absent"]),
  AttendanceCase(
    testDescription: "two statuses in one line",
    text: "Omluven: Karel Vrba, neomluven: Ivo Rak\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba excused", "Ivo Rak absent"]),
  AttendanceCase(
    testDescription: "guests in the same line",
    text: "Přítomni: Jan Novák, Eva Malá, omluven: Karel Vrba, hosté: Ota Lán",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Ota Lán guest"]),
  AttendanceCase(
    testDescription: "sentences instead of lines",
    text: "Přítomni: Jan Novák, Eva Malá. Omluven: Karel Vrba. Host: Ota Lán.",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Ota Lán guest"]),
]

private let cases3 = [
  AttendanceCase(
    testDescription: "affiliations in brackets",
    text: "Přítomni: Mgr. Jan Novák (Charita Lhota), Eva Malá (Město Lhota), Petr Šťa"
      + "stný (ZŠ Lhota)",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "affiliations after commas",
    text: "Přítomni:\nMgr. Jan Novák, Charita Lhota\nEva Malá, Město Lhota\nPetr Šťas"
      + "tný, ZŠ Lhota",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "those who took part, as a sentence",
    text: "Jednání se zúčastnili: Jan Novák, Eva Malá, Petr Šťastný",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "those who were there, as a sentence",
    text: "Na schůzi byli přítomni: Jan Novák, Eva Malá",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "those who were there, short",
    text: "Přítomni byli: Jan Novák, Eva Malá",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "roles after commas",
    text: "Přítomní členové výboru SVJ:\nJan Novák, předseda výboru\nEva Malá, místop"
      + "ředsedkyně\nPetr Šťastný, člen\nNepřítomni: nikdo",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "participants and excused ones among the missing",
    text: "Účastníci jednání: Jan Novák, Eva Malá\nNepřítomní: Karel Vrba - omluven, "
      + "Ivo Rak",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused", "Ivo Rak absent"]),
  AttendanceCase(
    testDescription: "nobody as a zero",
    text: "Přítomni: Jan Novák, Eva Malá\nOmluveni: 0\nHosté: 0",
    people: ["Jan Novák present", "Eva Malá present"]),
  AttendanceCase(
    testDescription: "counts in brackets after labels",
    text: "Přítomni (7): Jan Novák, Eva Malá\nOmluveni (1): Karel Vrba\nHosté (0):",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "groups of people",
    text: "Členové: Jan Novák, Eva Malá\nZa školu: Mgr. Petr Šťastný\nOmluveni: Karel"
      + " Vrba",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Karel Vrba excused",
    ]),
  AttendanceCase(
    testDescription: "small letters and nobody in words",
    text: "přítomní: Jan Novák, Eva Malá\nomluvení: Karel Vrba\nhosté: žádní",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "a name over two lines",
    text: "Přítomni: Jan Novák, Eva Malá,\nPetr Šťastný, Jana\nBílá, Ivo Rak",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Jana Bílá present",
      "Ivo Rak present",
    ]),
  AttendanceCase(
    testDescription: "a role with an abbreviation",
    text: "Přítomen: předseda SVJ Jan Novák, členové výboru Eva Malá a Petr Šťastný",
    people: ["Jan Novák present", "Eva Malá present", "Petr Šťastný present"]),
  AttendanceCase(
    testDescription: "absent members and others",
    text: "Přítomni členové:\nJan Novák\nEva Malá\n\nNepřítomni členové:\nKarel Vrba"
      + "\n\nDále přítomni:\nOta Lán – správce domu",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba absent", "Ota Lán guest"]),
  AttendanceCase(
    testDescription: "people right after the word attendance",
    text: "Prezence: Jan Novák, Eva Malá, Petr Šťastný\nOmluveni: Karel Vrba",
    people: [
      "Jan Novák present", "Eva Malá present", "Petr Šťastný present", "Karel Vrba excused",
    ]),
  AttendanceCase(
    testDescription: "members of a senate by status",
    text: "Členové akademického senátu přítomni: Jan Novák, Eva Malá\nČlenové akademi"
      + "ckého senátu omluveni: Karel Vrba",
    people: ["Jan Novák present", "Eva Malá present", "Karel Vrba excused"]),
  AttendanceCase(
    testDescription: "remarks after excused people",
    text: "Omluveni: Karel Vrba, Jana Bílá (dorazí později)\nPřítomni: Jan Novák",
    people: ["Jan Novák present", "Karel Vrba excused", "Jana Bílá excused"]),
]

@Test("Attendance is read in every way of writing it", arguments: cases1 + cases2 + cases3)
func attendanceCases(_ example: AttendanceCase) throws {
  let text = """
    Zápis z jednání komise
    konaného dne 5. 2. 2024

    \(example.text)

    Program:
    1. Zahájení
    2. Různé

    Zapsala: Eva Dubová
    """
  let meeting = try #require(LineReader.extract(text).meeting)
  let people = meeting.attendance.map { "\($0.person.value.name) \($0.status.rawValue)" }
  #expect(people.sorted() == example.people.sorted())
}
