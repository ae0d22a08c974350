public import Domain
import Sync

extension Replica {
  /// What of all that somebody assigns cannot be, where ``edit(_:_:saving:author:clock:)`` and
  /// ``add(_:_:author:clock:)`` end with the first of it.
  /// - Parameter isNew: Whether they make a record, which has nothing else.
  public func refusals(
    of assignments: [FieldAssignment], for kind: RecordKind, isNew: Bool
  ) throws -> [(field: String, reason: StorageError)] {
    let missing = Self.missing(of: kind, assignments, isNew: isNew).map { field in
      (field.name, StorageError.badValue(field: field, text: "", reason: .missing))
    }
    return try missing
      + assignments.compactMap { assignment in
        do {
          _ = try read(assignment, of: kind)
          return nil
        } catch let error as StorageError {
          return (assignment.field, error)
        }
      }
  }

  /// The fields that a record of a kind would lack.
  private static func missing(
    of kind: RecordKind, _ assignments: [FieldAssignment], isNew: Bool
  ) -> [Field] {
    kind.required.filter { field in
      let text = assignments.first { $0.field == field.name }?.text.trimmed
      return text.map(\.isEmpty) ?? isNew
    }
  }

  /// Refuses a record that would say nothing.
  /// - Throws: ``StorageError/badValue(field:text:reason:)``.
  func checkRequired(
    of kind: RecordKind, _ assignments: [FieldAssignment], isNew: Bool
  ) throws(StorageError) {
    guard let field = Self.missing(of: kind, assignments, isNew: isNew).first else { return }
    throw .badValue(field: field, text: "", reason: .missing)
  }

  /// Refuses somebody's word that a record is itself.
  /// - Throws: ``StorageError/badValue(field:text:reason:)``.
  func checkLink(
    _ id: RecordID, _ kind: RecordKind, _ assignments: [FieldAssignment]
  ) throws {
    guard kind == Link.kind else { return }
    let state = try MergedState.read(id, from: connection)
    let named = [Link.record, Link.other].map { field in
      assignments.first { $0.field == field.name }?.text.trimmed ?? state?.shown(field.id)?.plain
    }
    guard let other = named[1], named[0] == other else { return }
    throw StorageError.badValue(field: Link.other, text: other, reason: .sameRecord)
  }

  /// Refuses dates that end before they start, as far as an edit touches one of them.
  /// - Throws: ``StorageError/badValue(field:text:reason:)``.
  func checkSpans(of id: RecordID, _ kind: RecordKind, _ assignments: [FieldAssignment]) throws {
    guard !kind.spans.isEmpty else { return }
    let state = try MergedState.read(id, from: connection)
    for span in kind.spans {
      let texts = [span.start, span.end].map { field in
        assignments.first { $0.field == field.name }?.text.trimmed
      }
      guard texts.contains(where: { $0 != nil }) else { continue }
      let periods = zip(texts, [span.start, span.end]).map { text, field in
        let stored = state?.shown(field.id)?.text
        return (text ?? stored).flatMap { CalendarPeriod(written: $0) }
      }
      guard let start = periods[0], let end = periods[1],
        end.last.lastDay < start.first.firstDay
      else { continue }
      throw StorageError.badValue(
        field: span.end, text: end.description, reason: .beforeStart(start.description))
    }
  }
}
