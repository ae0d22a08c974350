import Domain
import Sync

extension Replica {
  /// Writes the whole merged state as canonical NDJSON: one line a record in the order of
  /// identifiers, keys in a fixed order, every concurrent value. Replicas that hold the same
  /// changes write equal bytes. What is internal to the region is left out.
  public func dump(_ line: (String) throws -> Void) throws {
    let logs = try ReplicaTable.internalLogs(connection)
    try connection.forEach("SELECT id, state FROM record ORDER BY id") { row in
      let id = row.text(0) ?? ""
      if !logs.isEmpty, let id = RecordID(id), try isInternal(id, among: logs) { return }
      try line(Replica.canonicalLine(id, MergedState.decode(row.blob(1), of: id), without: logs))
    }
  }

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
        for (field, set) in state.sets.sorted(by: { $0.key < $1.key }) {
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
