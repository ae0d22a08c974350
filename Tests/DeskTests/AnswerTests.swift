import Desk
import Domain
import Storage
import Testing

@Suite("Answers in every format")
struct AnswerTests {
  private let answer = Answer(
    columns: [
      Answer.Column(Project.name), Answer.Column(Project.status), Answer.Column(Project.start),
      Answer.Column(Project.themes), Answer.Column(Project.registration, isMain: false),
    ],
    rows: [
      Answer.Row(
        id: "01abcdefghjkmnpqrstvwxyz00", kind: "project", region: "Žatec",
        cells: [
          .text("Dílna, \"malá\""), .text("approved"), .text("2020-06-01"),
          .list(["debts", "housing"]), .none,
        ])
    ])

  @Test("a table speaks the reader's language, dates and choices included")
  func table() {
    let czech = OutputFormat.table.text(answer, in: .czech)
    #expect(czech.contains("schválen") && czech.contains("1. 6. 2020"))
    #expect(czech.contains("dluhy, bydlení") && czech.contains("Stav"))
    let english = OutputFormat.table.text(answer, in: .english)
    #expect(english.contains("approved") && english.contains("2020-06-01"))
    #expect(!czech.contains("Registrační"), "an empty column is not shown")
  }

  @Test("words that were found are set off on a terminal, and columns stay where they are")
  func marks() {
    let text = Field(0, "text", label: Label("Nalezeno", "Found"))
    let found = Answer(
      columns: [Answer.Column(text), Answer.Column(Project.name)],
      rows: [
        Answer.Row(
          id: "01", kind: "document", region: "Žatec",
          cells: [.text("Členové chtějí (bydlení) pro všechny rodiny."), .text("zápis")],
          marked: [0: [2]])
      ])
    let styled = OutputFormat.table.text(found, in: .czech, width: 50, isStyled: true)
    #expect(styled.contains("\u{1B}[1m(bydlení)\u{1B}[0m"))
    let plain = OutputFormat.table.text(found, in: .czech, width: 50)
    let codes = ["\u{1B}[1m", "\u{1B}[0m"]
    #expect(codes.reduce(styled) { $0.replacing($1, with: "") } == plain)
    #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 50 })
  }

  @Test("a table fits the width that it is given and loses no word")
  func width() {
    for width in [120, 80, 60, 40, 30] {
      let text = OutputFormat.table.text(answer, in: .czech, width: width)
      for line in text.split(separator: "\n") { #expect(line.count <= width) }
      for word in ["Dílna,", "\"malá\"", "schválen", "bydlení"] { #expect(text.contains(word)) }
    }
  }

  @Test("JSON has English keys, codes and ISO dates in every language")
  func json() {
    let text = OutputFormat.json.text(answer, in: .czech)
    #expect(text.contains(#""status":"approved""#) && text.contains(#""start":"2020-06-01""#))
    #expect(text.contains(#""themes":["debts","housing"]"#))
    #expect(text.contains(#""registration":null"#))
    #expect(OutputFormat.json.text(Answer(columns: [], rows: []), in: .czech) == "[]\n")
    #expect(OutputFormat.ndjson.text(answer, in: .czech).split(separator: "\n").count == 1)
  }

  @Test("CSV quotes what must be quoted and disarms formulas")
  func csv() {
    let formula = Answer(
      columns: [Answer.Column(Project.name)],
      rows: [Answer.Row(id: "1", kind: "project", region: "", cells: [.text("=1+1")])])
    #expect(
      OutputFormat.csv.text(formula, in: .czech) == "id,kind,region,name\r\n1,project,,'=1+1\r\n")
    #expect(OutputFormat.csv.text(answer, in: .czech).contains("\"Dílna, \"\"malá\"\"\""))
  }

  @Test("control characters of a document do not reach the terminal")
  func terminal() {
    let hostile = Answer(
      columns: [Answer.Column(Project.name)],
      rows: [Answer.Row(id: "1", kind: "project", region: "", cells: [.text("a\u{1B}[2Jb")])])
    #expect(!OutputFormat.table.text(hostile, in: .czech).contains("\u{1B}"))
  }
}

@Suite("Wording")
struct WordingTests {
  @Test(
    "dates of every precision in Czech",
    arguments: [
      ("2020-06-10", "10. 6. 2020"), ("2020-09", "září 2020"), ("2020", "2020"),
      ("2025-01/2025-06", "1. pololetí 2025"), ("2021-01/2021-03", "1. čtvrtletí 2021"),
      ("2017-09-13/2017-09-14", "13.–14. 9. 2017"), ("brzy", "brzy"),
      ("2017-09-28/2017-10-02", "28. 9. – 2. 10. 2017"),
      ("2017-12-30/2018-01-02", "30. 12. 2017 – 2. 1. 2018"),
    ])
  func dates(iso: String, czech: String) {
    #expect(DateWording.text(iso, in: .czech) == czech)
    #expect(DateWording.text(iso, in: .english) == iso)
  }

  @Test(
    "moments in time",
    arguments: [
      (UInt64(0), "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
      (1_792_587_600_999, "2026-10-21T13:00:00Z"),
    ])
  func moments(milliseconds: UInt64, text: String) {
    #expect(DateWording.moment(milliseconds) == text)
  }

  @Test("the language is Czech unless the arguments or the environment ask for English")
  func language() {
    let choose = LanguageChoice.choose
    #expect(choose([], [:]) == .czech)
    #expect(choose([], ["LANG": "C.UTF-8"]) == .czech)
    #expect(choose([], ["LANG": "en_US.UTF-8"]) == .english)
    #expect(choose(["query", "--lang", "cs"], ["LANG": "en_US.UTF-8"]) == .czech)
    #expect(choose(["query", "--lang=en"], [:]) == .english)
  }

  @Test("one, few, many")
  func plurals() {
    let forms = [0, 1, 2, 5].map { Plural.czech($0, "změna", "změny", "změn") }
    #expect(forms == ["0 změn", "1 změna", "2 změny", "5 změn"])
  }
}
