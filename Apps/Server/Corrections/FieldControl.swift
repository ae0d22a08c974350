import Desk
import Domain
import Storage

/// A field as a form shows it, and what somebody made of it there.
struct FieldControl: Sendable {
  /// One of the values to choose from.
  struct Option: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
  }

  let name: String
  /// Where the page leads to it.
  let id: String
  let label: String
  let hint: String
  let hasHint: Bool
  /// The value as the form was opened with it, which it sends back.
  let was: String
  let wasName: String
  /// The value as it is typed.
  let value: String
  let options: [Option]
  let isLine: Bool
  let isText: Bool
  let isChoice: Bool
  let isChecks: Bool
  /// What stands there by now, where that is not what the form was opened with.
  let meanwhile: String
  let isOvertaken: Bool
  /// Why the value cannot be; empty where it can, or where it was overtaken.
  let problem: String
  let hasProblem: Bool
  let isWrong: Bool
  /// Where the page says more of it: the hint, and what is wrong.
  let description: String
  let hasDescription: Bool
  /// Values that others have, to choose from; any other can be typed.
  let known: [Option]
  let hasKnown: Bool
  /// What documents say of it.
  let proofs: [PageProof]

  /// - Parameters:
  ///   - cell: The value as it is.
  ///   - evidence: The places that prove the record.
  ///   - form: What somebody typed instead; `nil` for a form that is opened.
  ///   - problem: Why what was typed cannot be; empty where it can.
  ///   - known: Values that others have, to choose from.
  init(
    _ field: Field, _ cell: ViewRow.Cell, _ evidence: [ViewRow.Evidence], _ form: PostedForm?,
    problem: String = "", known suggestions: [String] = [], _ language: Language
  ) {
    name = field.name
    id = Self.id(field.name)
    label = field.label.text(language)
    wasName = Self.wasName(field)
    was = Self.text(cell, of: field, language)
    let change = form.flatMap { Self.typed(field, in: $0) }
    // What nobody touched is shown as it is by now, so that saving again does not bring back what
    // it was.
    let typed = change?.text ?? was
    value = typed
    let now = was
    isOvertaken = change.map { $0.before != now && $0.text != now } ?? false
    meanwhile =
      was.isEmpty ? Label("nic", "nothing").text(language) : Self.shown(cell, field, language)
    let codes = Set(typed.split(separator: ",").map(String.init))
    let known = Self.options(of: field, language)
    // What a newer version knows stays as it is unless somebody chooses otherwise.
    let unknown = known.isEmpty ? [] : codes.subtracting(known.map(\.code)).sorted()
    options = (known + unknown.map { ($0, $0) }).map { code, label in
      Option(value: code, label: label, isChosen: codes.contains(code))
    }
    isChecks = !options.isEmpty && field.merge == .set
    isChoice = !options.isEmpty && field.merge == .register
    // A line of a form would lose line ends.
    isText = field.type == .longText || value.contains("\n")
    isLine = options.isEmpty && !isText
    hint = Self.hint(on: field).text(language)
    hasHint = !hint.isEmpty
    self.problem = problem
    hasProblem = !problem.isEmpty
    isWrong = isOvertaken || hasProblem
    description = ((hasHint ? [id + "-hint"] : []) + (isWrong ? [id + "-problem"] : []))
      .joined(separator: " ")
    hasDescription = !description.isEmpty
    self.known = suggestions.map { Option(value: $0, label: $0, isChosen: false) }
    hasKnown = !suggestions.isEmpty
    proofs =
      evidence.first { $0.field == field.name }.map {
        [PageProof($0, isCut: true, language)]
      } ?? []
  }

  /// The fields of a kind that a form has: what a person may write, but for other records, which
  /// nobody knows by their identifiers.
  static func fields(of kind: RecordKind) -> [Field] {
    (kind.listedFields + [.region]).filter { field in
      if case .reference = field.type { return false }
      return field.isEditable
    }
  }

  /// What somebody changed in a form, and whether somebody else did so meanwhile.
  struct Change {
    let field: Field
    let text: String
    let isOvertaken: Bool
  }

  /// What was changed of a record since the form was opened.
  /// - Parameter row: The record as it is now.
  static func changes(
    in form: PostedForm, of row: ViewRow, _ language: Language
  ) -> [Change] {
    fields(of: row.kind).compactMap { field in
      guard let typed = typed(field, in: form) else { return nil }
      let now = text(cell(of: field, in: row), of: field, language)
      return Change(
        field: field, text: typed.text, isOvertaken: now != typed.before && now != typed.text)
    }
  }

  /// The cell of a field in a record's row.
  static func cell(of field: Field, in row: ViewRow) -> ViewRow.Cell {
    if field == .region { return row.region.isEmpty ? .none : .text(row.region) }
    guard let place = row.kind.listedFields.firstIndex(of: field), place < row.cells.count
    else { return .none }
    return row.cells[place]
  }

  /// What is typed for a field, and what stood there before; of a set, its values between commas.
  /// `nil` where nothing was changed, or where the form lacks the field.
  static func typed(_ field: Field, in form: PostedForm) -> (text: String, before: String)? {
    guard form.has(wasName(field)) else { return nil }
    let before = form.value(wasName(field))
    let text: String
    if case .choice = field.type, field.merge == .set {
      // Of boxes that nobody checks, browsers send nothing.
      text = form.values(field.name).filter { !$0.isEmpty }.sorted().joined(separator: ",")
    } else {
      guard form.has(field.name) else { return nil }
      text = form.value(field.name)
    }
    return text == before ? nil : (text, before)
  }

  /// What stands for an item of a form in its page.
  static func id(_ name: String) -> String { "field-" + name }

  private static func wasName(_ field: Field) -> String { "was." + field.name }

  /// A value as a form has it: dates as people write them where they can be read back.
  private static func text(
    _ cell: ViewRow.Cell, of field: Field, _ language: Language
  ) -> String {
    switch cell {
    case .none: ""
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .boolean(let truth): truth ? "true" : "false"
    case .text(let text): field.type == .date ? day(text, language) : text.withPlainLineEnds
    case .list(let values):
      field.type == .date
        ? values.map { day($0, language) }.joined(separator: ", ")
        : values.sorted().joined(separator: ",")
    }
  }

  private static func day(_ text: String, _ language: Language) -> String {
    let shown = DateWording.text(text, in: language)
    let isReadable = CalendarPeriod(written: shown)?.description == text && !shown.contains(",")
    return isReadable ? shown : text
  }

  private static func shown(
    _ cell: ViewRow.Cell, _ field: Field, _ language: Language
  ) -> String {
    let codes = text(cell, of: field, language)
    let options = options(of: field, language)
    guard !options.isEmpty else { return codes }
    return codes.split(separator: ",").map { code in
      options.first { $0.code == code }?.label ?? String(code)
    }.joined(separator: ", ")
  }

  private static func options(
    of field: Field, _ language: Language
  ) -> [(code: String, label: String)] {
    switch field.type {
    case .choice(let list): list.entries.map { ($0.code, $0.label.text(language)) }
    case .boolean:
      [true, false].map { ($0 ? "true" : "false", Label.truth($0).text(language)) }
    case .text, .longText, .date, .companyNumber, .integer, .reference, .source: []
    }
  }

  private static func hint(on field: Field) -> Label {
    switch field.type {
    case .date where field.merge == .set:
      Label("např. 5. 3. 2027, 2. 4. 2027", "as 2027-03-05, 2027-04-02")
    case .date: Label("např. 5. 3. 2027 nebo březen 2027", "as 2027-03-05 or 2027-03")
    case .companyNumber: Label("osm číslic", "eight digits")
    default: Label("", "")
    }
  }
}
