/// What somebody has before their eyes who opens a text.
public struct TextVersion: Hashable, Sendable {
  /// The value that the text was before all edits; none for a text that began empty.
  let root: TextRoot?
  /// The values of the field that say the same, when nobody has edited it in parts.
  let values: [Dot]
  /// The last edits; none when nobody has edited it in parts.
  let edits: [Dot]

  /// Whether an edit of it is one of these replicas'.
  public func isEdited(by isOne: (ReplicaID) -> Bool) -> Bool {
    edits.contains { isOne($0.replica) }
  }

  init(root: TextRoot?, values: [Dot] = [], edits: [Dot] = []) {
    self.root = root
    self.values = values
    self.edits = edits
  }
}
