public import Domain
public import Sync

/// What somebody made of a text that they had opened.
public struct SavedText: Sendable {
  /// The English name of the field.
  public let field: String
  /// The whole text as it was left.
  public let text: String
  /// The version that was opened; `nil` for that of now.
  public let opened: TextVersion?

  /// Creates a saved text.
  public init(field: String, text: String, openedAt opened: TextVersion? = nil) {
    self.field = field
    self.text = text
    self.opened = opened
  }
}

/// Long texts, which several people edit in parts at the same time.
extension Replica {
  /// What somebody has before their eyes who opens a text now, to be given back with what they
  /// save.
  public func textVersion(of id: RecordID, field name: String) throws -> TextVersion {
    let field = try writableField(name, of: kind(of: id))
    guard let state = try MergedState.read(id, from: connection) else {
      throw StorageError.noSuchRecord(id.description)
    }
    return state.textVersion(field.id)
  }

  /// Saves what the writer changed of a text; what others changed in other places of it stays
  /// beside that.
  func save(
    _ saved: SavedText, of id: RecordID, _ kind: RecordKind,
    in transaction: inout WriteTransaction
  ) throws {
    let field = try writableField(saved.field, of: kind)
    let text = saved.text.trimmed
    guard field.type == .longText, !text.isEmpty else {
      return try set(id, kind, FieldAssignment(field: saved.field, text: text), in: &transaction)
    }
    let logs = try ReplicaTable.internalLogs(connection)
    let opened = try saved.opened ?? textVersion(of: id, field: saved.field)
    // A shared edit cannot build on internal ones; it says the whole text.
    if opened.isEdited(by: logs.contains), try !isInternal(id, among: logs) {
      return try transaction.set(id, kind, field, to: [.text(text)])
    }
    try transaction.save(id, kind, field, text, openedAt: opened)
  }
}
