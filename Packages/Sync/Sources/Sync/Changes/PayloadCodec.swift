import Domain

// payload = note (the first payload) / edit / content (after the edit whose texts it fills)
// note = { 1 => name: tstr, * uint => any }
// edit = { 1 => record: id, 2 => kind: uint, 3 => [+ operation], * uint => any }
// content = { ? 4 => [+ value: tstr], ? 5 => scalars: tstr, * uint => any }

/// What a payload after the note holds.
enum PayloadPart {
  case edit(RecordEdit)
  /// The words that belong to the edit before.
  case content(EditContent)
}

/// The bytes of payloads.
enum PayloadCodec {
  static func note(name: String) -> [UInt8] {
    var writer = CBORWriter(reserving: name.utf8.count + 8)
    writer.map(1)
    writer.unsigned(1)
    writer.text(name)
    return writer.take()
  }

  static func edit(_ edit: RecordEdit) -> [UInt8] {
    var writer = CBORWriter(reserving: 32 + edit.operations.count * 24)
    writer.map(3)
    writer.unsigned(1)
    writer.identifier(edit.record)
    writer.unsigned(2)
    writer.unsigned(UInt64(edit.kind))
    writer.unsigned(3)
    writer.array(edit.operations.count)
    for operation in edit.operations { writer.operation(operation) }
    return writer.take()
  }

  /// The words of an edit; a payload of its own, so that they can be erased and what the edit does
  /// still be known.
  static func content(_ content: EditContent) -> [UInt8] {
    let size = content.values.reduce(content.scalars.count + 16) { $0 + $1.utf8.count + 5 }
    var writer = CBORWriter(reserving: size)
    writer.map((content.values.isEmpty ? 0 : 1) + (content.scalars.isEmpty ? 0 : 1))
    if !content.values.isEmpty {
      writer.unsigned(4)
      writer.array(content.values.count)
      for value in content.values { writer.text(value) }
    }
    if !content.scalars.isEmpty {
      writer.unsigned(5)
      writer.text(TextScalars.string(content.scalars[...]))
    }
    return writer.take()
  }

  /// Reads the name of the person or the extractor.
  static func name(from payload: [UInt8]) throws(SyncError) -> String {
    var reader = try reader(of: payload, "note")
    var name: String?
    var previous: UInt64?
    for _ in 0..<(try reader.map()) {
      if try reader.key(after: &previous) == 1 {
        name = try reader.text(upTo: SyncLimits.nameBytes)
      } else {
        try reader.skip()
      }
    }
    try reader.finish()
    guard let name else { throw reader.failure(.missingKey) }
    return name
  }

  /// Reads an edit, whose words are still to come, or the words of one.
  static func part(from payload: [UInt8]) throws(SyncError) -> PayloadPart {
    var reader = try reader(of: payload, "payload")
    var record: RecordID?
    var kind: UInt16?
    var operations: [Operation] = []
    var content = EditContent()
    var previous: UInt64?
    for _ in 0..<(try reader.map()) {
      switch try reader.key(after: &previous) {
      case 1: record = try reader.identifier()
      case 2: kind = UInt16(try reader.unsigned(upTo: UInt64(UInt16.max)))
      case 3: operations = try Self.operations(from: &reader)
      case 4: content.values = try Self.values(from: &reader)
      case 5: content.scalars = TextScalars.array(try reader.text(upTo: SyncLimits.payloadBytes))
      default: try reader.skip()
      }
    }
    try reader.finish()
    if record == nil, !content.isEmpty { return .content(content) }
    guard let record, let kind, !operations.isEmpty, content.isEmpty else {
      throw reader.failure(.missingKey)
    }
    return .edit(RecordEdit(record: record, kind: kind, operations: operations))
  }

  private static func values(from reader: inout CBORReader) throws(SyncError) -> [String] {
    let count = try reader.array()
    var values: [String] = []
    values.reserveCapacity(min(count, 1024))
    for _ in 0..<count { values.append(try reader.text(upTo: SyncLimits.payloadBytes)) }
    return values
  }

  private static func operations(from reader: inout CBORReader) throws(SyncError) -> [Operation] {
    let count = try reader.array()
    var operations: [Operation] = []
    operations.reserveCapacity(min(count, 1024))
    for _ in 0..<count { operations.append(try reader.operation()) }
    guard Operation.ascend(operations) else { throw reader.failure(.unordered) }
    return operations
  }

  private static func reader(
    of payload: [UInt8], _ name: StaticString
  ) throws(SyncError) -> CBORReader {
    guard payload.count <= SyncLimits.payloadBytes else {
      throw SyncError(.tooBig, place: "\(name)")
    }
    return CBORReader(payload, of: name)
  }
}
