public import Domain
import Sync

extension Replica {
  /// Settles a question. `text` becomes the value that replaces all candidates of a field; for a
  /// record's existence it is `keep` or `delete`, for records that may be one thing `same` or
  /// `different`, for those that refer to one that is gone `restore` or `delete`.
  /// - Parameter name: What a person calls the field or the question.
  /// - Throws: ``StorageError/noConflict(_:field:)`` when nothing of the kind waits any more.
  public func resolve(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    try changing {
      guard let question = Conflict.question(called: name) else {
        return try settle(id, field: name, text: text, author: author, clock: clock)
      }
      switch question.name {
      case Conflict.sameness:
        try settleSameness(
          of: id, answer(text, to: question), author: author, clock: clock)
      case Conflict.references:
        try settleReferences(
          to: id, answer(text, to: question), author: author, clock: clock)
      default:
        try settleExistence(
          of: id, answer(text, to: question), author: author, clock: clock)
      }
    }
  }

  /// Reads an answer by its code or its wording in either language.
  private func answer<Answer: Choice>(_ text: String, to question: Field) throws -> Answer {
    guard let answer = try value(text, of: question).text.flatMap(Answer.init) else {
      throw StorageError.badValue(
        field: question, text: text, reason: .notAChoice(Answer.allCases.map(\.rawValue)))
    }
    return answer
  }

  private func settle(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    let kind = try kind(of: id)
    let field = try writableField(name, of: kind)
    guard try waits(id, field.name) else { throw StorageError.noConflict(id, field: field.name) }
    try write(author: author, clock: clock) { transaction in
      let value = text.trimmed.isEmpty ? nil : try value(text.trimmed, of: field)
      try transaction.set(id, kind, field, to: value.map { [$0] } ?? [])
    }
  }

  private func settleExistence(
    of id: RecordID, _ answer: Conflict.ExistenceAnswer, author: String, clock: UInt64
  ) throws {
    let kind = try kind(of: id)
    guard try waits(id, Conflict.existence) else {
      throw StorageError.noConflict(id, field: Conflict.existence)
    }
    try write(author: author, clock: clock) { transaction in
      switch answer {
      case .keep: try transaction.restore(id, kind)
      case .delete: try transaction.delete(id, kind)
      }
    }
  }

  private func waits(_ id: RecordID, _ field: String) throws -> Bool {
    try connection.first(
      "SELECT 1 FROM conflict WHERE record = ? AND field = ?", .text(id.description), .text(field)
    ) { _ in true } ?? false
  }

  /// Says of each pair whether the two are one thing.
  private func settleSameness(
    of id: RecordID, _ answer: Link.Relation, author: String, clock: UInt64
  ) throws {
    guard let conflict = try conflict(about: id, Conflict.sameness),
      case .sameness(let others) = conflict.question
    else { throw StorageError.noConflict(id, field: Conflict.sameness) }
    let group = [id] + others.map(\.record)
    try write(author: author, clock: clock) { transaction in
      for (place, first) in group.enumerated() {
        // What is the same as the first is the same as the others; what differs says so of each.
        if answer == .same, place > 0 { break }
        for second in group[(place + 1)...] {
          let link = RecordID.random(using: &random)
          try transaction.set(link, Link.kind, Link.record, to: [.reference(first)])
          try transaction.set(link, Link.kind, Link.other, to: [.reference(second)])
          try transaction.set(link, Link.kind, Link.relation, to: [.text(answer.rawValue)])
          try transaction.set(link, Link.kind, Field.region, to: [.text(region)])
        }
      }
    }
  }

  /// Brings back what others refer to, or deletes those as well.
  private func settleReferences(
    to id: RecordID, _ answer: Conflict.ReferencesAnswer, author: String, clock: UInt64
  ) throws {
    guard let conflict = try conflict(about: id, Conflict.references),
      case .references(let referrers) = conflict.question
    else { throw StorageError.noConflict(id, field: Conflict.references) }
    try write(author: author, clock: clock) { transaction in
      switch answer {
      case .restore: try transaction.restore(id, conflict.kind)
      case .delete:
        for referrer in referrers { try transaction.delete(referrer.record, referrer.kind) }
      }
    }
  }
}
