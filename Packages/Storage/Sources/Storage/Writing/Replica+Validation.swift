public import Domain
import Sync

extension Replica {
  /// What of all that somebody assigns cannot be, where ``edit(_:_:saving:author:clock:)`` and
  /// ``add(_:_:author:clock:)`` end with the first of it.
  public func refusals(
    of assignments: [FieldAssignment], for kind: RecordKind
  ) throws -> [(field: String, reason: StorageError)] {
    try assignments.compactMap { assignment in
      do {
        _ = try read(assignment, of: kind)
        return nil
      } catch let error as StorageError {
        return (assignment.field, error)
      }
    }
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
