import Domain
import Storage
import Sync
import TestSupport

/// What somebody at one office does to its record; depends on the generator and on the record
/// alone.
struct Deed {
  /// The words that the deed brought into the record and that nobody may lose.
  private(set) var words: [String] = []
  /// The words that it took out on purpose.
  private(set) var removed: [String] = []
  /// The words that must not leave the region.
  private(set) var secrets: [String] = []
  /// The records in which it erased a name; in folded changes that takes what no state holds.
  private(set) var erased: [RecordID] = []
  /// What was done, for a story.
  private(set) var telling = ""

  private let replica: Replica
  private let clock: UInt64
  private let author: String
  /// Whether somebody hears what was done; otherwise no words go out of texts, and nothing that was
  /// internal is shared.
  private let isHeard: Bool
  private var generator: SeededGenerator

  init(
    at replica: Replica, clock: UInt64, author: String, seed: UInt64, isHeard: Bool = true
  ) {
    self.isHeard = isHeard
    self.replica = replica
    self.clock = clock
    self.author = author
    generator = SeededGenerator(seed: seed)
  }

  /// Does something.
  mutating func act() throws {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<4: try addInternally()
    case 4..<18: try add(Project.kind, "name")
    case 18..<26: try add(Task.kind, "text")
    case 26..<34: try addOrganization()
    case 34..<64: try assign()
    case 64..<82: try editText()
    case 82..<86: try delete()
    case 86..<92: try settle()
    case 92..<95: try namePerson()
    case 95..<97: try erasePerson()
    default: try importDocument()
    }
  }

  private mutating func word() -> String {
    let word = "w" + String(UInt64.random(in: 0..<1 << 40, using: &generator), radix: 36)
    return word
  }

  private mutating func add(_ kind: RecordKind, _ field: String) throws {
    let word = word()
    let id = try replica.add(
      kind, [FieldAssignment(field: field, text: word)], author: author, clock: clock)
    words.append(word)
    telling = "adds \(kind.name) \(id) with \(field) \(word)"
  }

  /// What is internal is written about, and at times shared.
  private mutating func addInternally() throws {
    let known = try replica.list(Commitment.kind).map(\.id)
    guard let id = known.randomElement(using: &generator), Bool.random(using: &generator) else {
      let word = word()
      let fields = [FieldAssignment(field: "activity", text: word)]
      _ = try replica.add(
        Commitment.kind, fields, scope: .internal, author: author, clock: clock)
      secrets.append(word)
      telling = "keeps \(word) to itself"
      return
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      guard isHeard, case .text(let word) = try replica.show(id).cells[0] else { return }
      try replica.share([id], author: author, clock: clock)
      words.append(word)
      telling = "shares \(id), \(word)"
      return
    }
    let isInternal = try replica.isInternal(id)
    let word = word()
    try replica.edit(
      id, [FieldAssignment(field: "activity", text: word)], author: author, clock: clock)
    if isInternal { secrets.append(word) } else { words.append(word) }
    telling = "calls \(id) \(word)"
  }

  /// Two offices that enter one organisation arrive at one record.
  private mutating func addOrganization() throws {
    let number = ["25596641", "00262978", "27019471"].randomElement(using: &generator) ?? ""
    let word = word()
    let fields = [
      FieldAssignment(field: "name", text: word), FieldAssignment(field: "ico", text: number),
    ]
    do {
      _ = try replica.add(Organization.kind, fields, author: author, clock: clock)
    } catch StorageError.recordExists(let id) {
      try replica.edit(id, [fields[0]], author: author, clock: clock)
    }
    words.append(word)
    telling = "enters organisation \(number) as \(word)"
  }

  private mutating func assign() throws {
    guard let id = try replica.list(Project.kind).map(\.id).randomElement(using: &generator)
    else { return try add(Project.kind, "name") }
    let field = Bool.random(using: &generator) ? "name" : "holder"
    if Int.random(in: 0..<8, using: &generator) == 0, field == "holder" {
      try replica.edit(
        id, [FieldAssignment(field: field, text: "")], author: author, clock: clock)
      telling = "clears \(field) of \(id)"
      return
    }
    let word = word()
    try replica.edit(
      id, [FieldAssignment(field: field, text: word)], author: author, clock: clock)
    words.append(word)
    telling = "gives \(id) the \(field) \(word)"
  }

  /// Puts a word into a text, or takes one out.
  private mutating func editText() throws {
    guard let row = try replica.list(Task.kind).randomElement(using: &generator) else {
      return try add(Task.kind, "text")
    }
    let place = row.kind.listedFields.firstIndex { $0.name == "text" } ?? 0
    guard case .text(let text) = try replica.show(row.id).cells[place] else { return }
    var parts = text.split(separator: " ").map(String.init)
    let position = Int.random(in: 0...parts.count, using: &generator)
    if isHeard, parts.count > 3, position < parts.count, Bool.random(using: &generator) {
      removed.append(parts.remove(at: position))
      telling = "takes \(removed[0]) out of the text of \(row.id)"
    } else {
      let word = word()
      parts.insert(word, at: position)
      words.append(word)
      telling = "puts \(word) into the text of \(row.id) at word \(position)"
    }
    let saved = SavedText(field: "text", text: parts.joined(separator: " "))
    try replica.edit(row.id, [], saving: [saved], author: author, clock: clock)
  }

  /// Names a person, in a record of the person and in a project's.
  private mutating func namePerson() throws {
    let name = "Jana " + word().uppercased()
    let id = try replica.add(
      Person.kind, [FieldAssignment(field: "name", text: name)], author: author, clock: clock)
    telling = "knows \(name) as \(id)"
    guard let project = try replica.list(Project.kind).map(\.id).randomElement(using: &generator)
    else { return }
    try replica.edit(
      project, [FieldAssignment(field: "holder", text: name)], author: author, clock: clock)
    telling += " and as the holder of \(project)"
  }

  /// Erases a person; that nothing of the words is left anywhere is checked with every database.
  private mutating func erasePerson() throws {
    guard let id = try replica.list(Person.kind).map(\.id).randomElement(using: &generator)
    else { return }
    if try !isHeard && replica.bundle().checkpoint != nil { return }
    let report = try replica.erase(id, everywhere: true, author: author, clock: clock)
    erased = report.covered
    telling = "erases \(id) from \(report.covered.count) records, \(report.changes) changes"
  }

  private mutating func delete() throws {
    guard let id = try replica.list(Project.kind).map(\.id).randomElement(using: &generator)
    else { return }
    try replica.delete(id, author: author, clock: clock)
    telling = "deletes \(id)"
  }

  private mutating func settle() throws {
    guard let conflict = try replica.conflicts().randomElement(using: &generator) else { return }
    switch conflict.question {
    case .existence: try answer(conflict, Conflict.existence, "keep", "delete")
    case .sameness: try answer(conflict, Conflict.sameness, "same", "different")
    case .references: try answer(conflict, Conflict.references, "restore", "delete")
    case .values(let field, let candidates):
      let value = candidates.randomElement(using: &generator)?.value?.text ?? ""
      guard field.type != .longText else { return }
      try replica.resolve(
        conflict.record, field: field.name, text: value, author: author, clock: clock)
      telling = "settles \(field.name) of \(conflict.record) as \(value)"
    }
  }

  private mutating func answer(
    _ conflict: Conflict, _ question: String, _ first: String, _ second: String
  ) throws {
    let answer = Bool.random(using: &generator) ? first : second
    try replica.resolve(
      conflict.record, field: question, text: answer, author: author, clock: clock)
    telling = "says \(answer) of \(conflict.record)"
  }

  /// Imports one of three documents by one of two versions of an extractor.
  private mutating func importDocument() throws {
    let document = Int.random(in: 0..<3, using: &generator)
    let version = Int.random(in: 1...2, using: &generator)
    var extracted = ExtractedDocument(extractor: "test/\(version)", kind: .minutes)
    var project = ExtractedProject(name: Fact("Projekt \(document)", SourceRange(0, 4)))
    project.holder = Fact("Nositel \(document) \(version)", SourceRange(5, 9))
    extracted.projects = [project]
    let file = ImportedFile(
      name: "zapis-\(document).txt", sha256: "\(document)", plainText: "text text text text",
      extracted: extracted)
    _ = try replica.importDocument(file, clock: clock)
    telling = "imports document \(document) by extractor \(version)"
  }
}
