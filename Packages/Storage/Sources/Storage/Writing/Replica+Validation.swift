import Domain
import Sync

extension Replica {
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
