public import Domain
import Sync

extension Replica {
  /// Settles a question. `text` becomes the value that replaces all candidates of a field; for a
  /// record's existence it is `keep` or `delete`, for records that may be one thing `same` or
  /// `different`, for those that refer to one that is gone `restore` or `delete`.
  /// - Throws: ``StorageError/noConflict(_:field:)`` when nothing of the kind waits any more.
  public func resolve(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    try changing {
      switch name {
      case Conflict.sameness:
        try settleSameness(of: id, text, author: author, clock: clock)
      case Conflict.references:
        try settleReferences(to: id, text, author: author, clock: clock)
      default:
        try settle(id, field: name, text: text, author: author, clock: clock)
      }
    }
  }

  private func settle(
    _ id: RecordID, field name: String, text: String, author: String, clock: UInt64
  ) throws {
    let kind = try kind(of: id)
    let waiting = try connection.first(
      "SELECT 1 FROM conflict WHERE record = ? AND field = ?", .text(id.description), .text(name)
    ) { _ in true }
    if name != Conflict.existence { _ = try writableField(name, of: kind) }
    guard waiting != nil else { throw StorageError.noConflict(id, field: name) }
    try write(author: author, clock: clock) { transaction in
      guard name == Conflict.existence else {
        let field = try writableField(name, of: kind)
        let value = text.trimmed.isEmpty ? nil : try value(text.trimmed, of: field)
        try transaction.set(id, kind, field, to: value.map { [$0] } ?? [])
        return
      }
      switch Folding.fold(text) {
      case "keep", "zachovat": try transaction.restore(id, kind)
      case "delete", "smazat": try transaction.delete(id, kind)
      default: throw notAnAnswer(text, to: name, ["keep", "delete"])
      }
    }
  }

  /// Says of each pair whether the two are one thing.
  private func settleSameness(
    of id: RecordID, _ text: String, author: String, clock: UInt64
  ) throws {
    let relation: Link.Relation? =
      switch Folding.fold(text) {
      case "same", "totez": .same
      case "different", "ruzne", "neco jineho": .different
      default: nil
      }
    guard let relation else {
      throw notAnAnswer(text, to: Conflict.sameness, ["same", "different"])
    }
    let waiting = try duplicatePeople() + duplicateOrganizations()
    guard let conflict = waiting.first(where: { $0.record == id }),
      case .sameness(let others) = conflict.question
    else { throw StorageError.noConflict(id, field: Conflict.sameness) }
    let group = [id] + others.map(\.record)
    try write(author: author, clock: clock) { transaction in
      for (place, first) in group.enumerated() {
        // What is the same as the first is the same as the others; what differs says so of each.
        if relation == .same, place > 0 { break }
        for second in group[(place + 1)...] {
          let link = RecordID.random(using: &random)
          try transaction.set(link, Link.kind, Link.record, to: [.reference(first)])
          try transaction.set(link, Link.kind, Link.other, to: [.reference(second)])
          try transaction.set(link, Link.kind, Link.relation, to: [.text(relation.rawValue)])
          try transaction.set(link, Link.kind, Field.region, to: [.text(region)])
        }
      }
    }
  }

  /// Brings back what others refer to, or deletes those as well.
  private func settleReferences(
    to id: RecordID, _ text: String, author: String, clock: UInt64
  ) throws {
    guard let conflict = try danglingReferences().first(where: { $0.record == id }),
      case .references(let referrers) = conflict.question
    else { throw StorageError.noConflict(id, field: Conflict.references) }
    try write(author: author, clock: clock) { transaction in
      switch Folding.fold(text) {
      case "restore", "obnovit": try transaction.restore(id, conflict.kind)
      case "delete", "smazat":
        for referrer in referrers { try transaction.delete(referrer.record, referrer.kind) }
      default: throw notAnAnswer(text, to: Conflict.references, ["restore", "delete"])
      }
    }
  }

  private func notAnAnswer(
    _ text: String, to question: String, _ answers: [String]
  ) -> StorageError {
    .badValue(
      field: Field(0, question, label: Label(question, question)), text: text,
      reason: .notAChoice(answers))
  }
}
