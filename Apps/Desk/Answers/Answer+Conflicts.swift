public import Domain
public import Storage
import Sync

extension Answer {
  /// What waits for a decision, one row a record and field.
  public init(_ conflicts: [Conflict], _ language: Language) {
    self.init(
      columns: [
        Column(Field(0, "title", label: Label("Záznam", "Record"))),
        Column(Field(0, "field", label: Label("Pole", "Field"))),
        Column(Field(0, "question", label: Label("Co rozhodnout", "What to settle"))),
      ],
      rows: conflicts.map { Row($0, language) })
  }
}

extension Answer.Row {
  fileprivate init(_ conflict: Conflict, _ language: Language) {
    let details: [(name: String, json: String)]
    switch conflict.question {
    case .values(_, let candidates): details = [("values", Self.json(candidates))]
    case .existence(let authors): details = [("deletedBy", Self.json(authors))]
    case .sameness(let others): details = [("others", Self.json(others))]
    case .references(let referrers): details = [("referrers", Self.json(referrers))]
    }
    let field = conflict.question.field
    self.init(
      id: conflict.record.description, kind: conflict.kind.name, region: conflict.region,
      cells: [
        .text(conflict.title), .text(field.name), .text(conflict.wording.text(language)),
      ], details: details,
      short: [
        1: field.label.text(language), 2: conflict.fullWording(language),
      ])
  }

  private static func json(_ candidates: [Conflict.Candidate]) -> String {
    var writer = JSONWriter()
    writer.array(candidates) { writer, candidate in
      writer.object { writer in
        writer.key("value")
        if let value = candidate.value { writer.string(value.plain) } else { writer.null() }
        writer.key("isShown")
        writer.boolean(candidate.isShown)
        write(candidate.author, to: &writer)
      }
    }
    return writer.text
  }

  private static func json(_ mentions: [Conflict.Mention]) -> String {
    var writer = JSONWriter()
    writer.array(mentions) { writer, mention in
      writer.object { writer in
        for (key, value) in [
          ("id", mention.record.description), ("kind", mention.kind.name),
          ("region", mention.region), ("title", mention.title),
        ] {
          writer.key(key)
          writer.string(value)
        }
      }
    }
    return writer.text
  }

  private static func json(_ authors: [Conflict.Author]) -> String {
    var writer = JSONWriter()
    writer.array(authors) { writer, author in
      writer.object { writer in write(author, to: &writer) }
    }
    return writer.text
  }

  private static func write(_ author: Conflict.Author, to writer: inout JSONWriter) {
    for (key, value) in [
      ("author", author.name), ("by", author.isPerson ? "person" : "machine"),
      ("region", author.region), ("time", DateWording.moment(author.milliseconds)),
      ("change", "\(author.change.replica)/\(author.change.sequence)"),
    ] {
      writer.key(key)
      writer.string(value)
    }
  }
}

extension Conflict {
  /// The question as tables show it: of values also when each was written and which one holds
  /// meanwhile.
  fileprivate func fullWording(_ language: Language) -> String {
    guard case .values(let field, let candidates) = question else { return wording.text(language) }
    return candidates.map { candidate in
      let time = DateWording.clock(candidate.author.milliseconds, in: language)
      let meanwhile = Label(" – platí zatím", " – holds meanwhile").text(language)
      return candidate.wording(of: field, language, also: ", " + time)
        + (candidate.isShown ? meanwhile : "")
    }.joined(separator: " × ")
  }

  /// The question in words that a coordinator understands.
  var wording: Label {
    switch question {
    case .values(let field, let candidates):
      Label(
        candidates.map { $0.wording(of: field, .czech) }.joined(separator: " × "),
        candidates.map { $0.wording(of: field, .english) }.joined(separator: " × "))
    case .existence(let authors):
      Label(
        "smazal(a) \(authors.map(\.signature).joined(separator: ", ")), jiný jej mezitím upravil;"
          + " zachovat, nebo smazat?",
        "deleted by \(authors.map(\.signature).joined(separator: ", ")), edited by another;"
          + " keep or delete?")
    case .sameness(let others):
      Label(
        "možná totéž jako \(Mention.list(others, .czech)); totéž, nebo různé?",
        "perhaps the same as \(Mention.list(others, .english)); same or different?")
    case .references(let referrers):
      Label(
        "je smazáno, ale odkazuje sem \(Mention.list(referrers, .czech)); obnovit, nebo smazat i"
          + " to?",
        "is deleted, but referred to by \(Mention.list(referrers, .english)); restore, or delete"
          + " those too?")
    }
  }
}

extension Conflict {
  /// A command that settles it, for the value shown meanwhile or the answer that loses nothing.
  public var command: Label {
    let (name, answer) = decision
    let start = "soulad resolve \(record.description.prefix(8)) "
    return Label(
      start + "\(name.czech.asArgument) \(answer.czech.asArgument)",
      start + "\(name.english.asArgument) \(answer.english.asArgument)")
  }

  private var decision: (name: Label, answer: Label) {
    switch question {
    case .values(let field, let candidates):
      let value = (candidates.first(where: \.isShown) ?? candidates.first)?.value
      let answer = Label(
        value.map { field.shown($0, in: .czech) } ?? "",
        value.map { field.shown($0, in: .english) } ?? "")
      return (field.call, answer)
    case .existence: return (question.field.call, Label("zachovat", "keep"))
    case .sameness: return (question.field.call, Label("totéž", "same"))
    case .references: return (question.field.call, Label("obnovit", "restore"))
    }
  }
}

extension String {
  /// The text as one word of a shell.
  fileprivate var asArgument: String {
    let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
    return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
  }
}

extension Conflict.Mention {
  /// The first few by name, and how many more there are.
  fileprivate static func list(_ mentions: [Conflict.Mention], _ language: Language) -> String {
    let named = mentions.prefix(3).map { mention in
      let title = mention.title.isEmpty ? mention.kind.label.text(language) : mention.title
      return mention.region.isEmpty ? title : "\(title) (\(mention.region))"
    }
    let rest = mentions.count - named.count
    if rest == 0 { return named.joined(separator: ", ") }
    return named.joined(separator: ", ")
      + " " + Label.andMore(rest).text(language)
  }
}

extension Conflict.Candidate {
  /// The value as people read it.
  public func wording(of field: Field, in language: Language) -> String {
    value.map { field.worded($0, in: language) } ?? Label("(prázdné)", "(empty)").text(language)
  }

  fileprivate func wording(
    of field: Field, _ language: Language, also more: String = ""
  ) -> String {
    "\(wording(of: field, in: language)) (\(author.signature)\(more))"
  }
}

extension Conflict.Author {
  /// Name and region, as far as they are known.
  public var signature: String {
    [name, region].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
