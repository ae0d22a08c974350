import Domain
import Sync

extension Replica {
  /// Writes the whole merged state as canonical NDJSON: one line a record in the order of
  /// identifiers, keys in a fixed order, every concurrent value. Replicas that hold the same
  /// changes write equal bytes. What is internal to the region is left out.
  public func dump(_ line: (String) throws -> Void) throws {
    let logs = try ReplicaTable.internalLogs(connection)
    var after: RecordID?
    while let last = try dump(after: after, without: logs, line) { after = last }
  }

  /// Writes the next records and returns the last identifier; `nil` when there are no more.
  private func dump(
    after: RecordID?, without logs: Set<ReplicaID>, _ line: (String) throws -> Void
  ) throws -> RecordID? {
    // Records of one change stand together by number, and each change is opened once.
    var reader = StateReader(connection)
    var lines: [(id: RecordID, text: String)] = []
    var last: RecordID?
    let start = after ?? RecordID(high: 0, low: 0)
    try connection.forEach(
      """
      SELECT \(StateReader.columns) FROM record WHERE number IN (
        SELECT number FROM record
        WHERE high >> 32 >= ?1 >> 32 AND (?4 OR (high, low) > (?1, ?2))
          AND (sequence IS NOT NULL OR state IS NOT NULL)
        ORDER BY \(RecordTable.order) LIMIT ?3)
      ORDER BY number
      """, start.columns + [SQLValue(Self.recordsAtOnce), SQLValue(after == nil ? 1 : 0)]
    ) { row in
      guard let state = try reader.read(row).state else {
        throw StorageError.damaged(place: "record")
      }
      let id = StateReader.id(row)
      last = max(last ?? id, id)
      if !logs.isEmpty, isInternal(state, among: logs) { return }
      lines.append((id, Replica.canonicalLine(id.description, state, without: logs)))
    }
    for (_, text) in lines.sorted(by: { $0.id < $1.id }) { try line(text) }
    return last
  }

  /// How many lines are put in order at once.
  private static let recordsAtOnce = 100_000

  private static func canonicalLine(
    _ id: String, _ state: RecordState, without logs: Set<ReplicaID>
  ) -> String {
    let kind = RecordKind.with(id: state.kind)
    let name = { (field: UInt16) in kind?.field(field)?.name ?? "#\(field)" }
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("id")
      writer.string(id)
      writer.key("kind")
      writer.string(kind?.name ?? "#\(state.kind)")
      writer.key("visible")
      writer.boolean(state.isVisible)
      writer.key("fields")
      writer.object { writer in
        for field in Set(state.registers.keys).union(state.texts.keys).sorted() {
          let siblings = (state.register(field)?.siblings ?? []).filter {
            !logs.contains($0.dot.replica)
          }
          if siblings.isEmpty { continue }
          writer.key(name(field))
          writer.array(siblings) { writer, sibling in write(sibling, to: &writer) }
        }
      }
      writer.key("sets")
      writer.object { writer in
        for (field, set) in state.sets {
          let values = set.elements.filter { element in
            element.isPresent
              && !element.insertions.allSatisfy { logs.contains($0.dot.replica) }
          }.map(\.value)
          if values.isEmpty, !set.values.isEmpty { continue }
          writer.key(name(field))
          writer.array(values) { writer, value in write(value, to: &writer) }
        }
      }
      writer.key("deletions")
      writer.array(
        state.existence.deletions.filter { !logs.contains($0.replica) }.sorted()
      ) { writer, dot in
        writer.string("\(dot.replica)/\(dot.sequence)")
      }
    }
    return writer.text
  }

  private static func write(_ sibling: Sibling, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("value")
      write(sibling.value, to: &writer)
      writer.key("by")
      writer.string(sibling.isPerson ? "person" : "machine")
      writer.key("change")
      writer.string("\(sibling.dot.replica)/\(sibling.dot.sequence)")
      writer.key("time")
      writer.integer(sibling.timestamp.rawValue)
    }
  }

  private static func write(_ value: FieldValue?, to writer: inout JSONWriter) {
    switch value {
    case nil: writer.null()
    case .integer(let number): writer.integer(number)
    case .boolean(let truth): writer.boolean(truth)
    case .erased:
      writer.object { writer in
        writer.key("erased")
        writer.boolean(true)
      }
    case .text, .reference, .source: writer.string(value?.plain ?? "")
    }
  }
}
