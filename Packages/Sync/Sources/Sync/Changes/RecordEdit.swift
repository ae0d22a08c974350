public import Domain

/// What one change does to one record; a payload of its own, so that one record's data can go
/// alone.
public struct RecordEdit: Sendable {
  /// The record.
  public let record: RecordID
  /// The number of its kind.
  public let kind: UInt16
  /// The writes; no field is assigned twice.
  public var operations: [Operation]

  /// Creates an edit.
  public init(record: RecordID, kind: UInt16, operations: [Operation]) {
    self.record = record
    self.kind = kind
    self.operations = operations
  }
}
