public import Domain

/// One write to a record.
///
/// Operations of one change to one record do not depend on their order.
public enum Operation: Sendable {
  /// Gives a field a value, or clears it, in place of the values with these dots.
  case assign(field: UInt16, value: FieldValue?, replaces: [Dot])
  /// Puts a value into a set.
  case insert(field: UInt16, element: FieldValue)
  /// Takes a value out of a set, as far as these insertions are concerned.
  case remove(field: UInt16, element: FieldValue, sees: [Dot])
  /// Deletes the record as far as these writes are concerned, the latest of each replica.
  case delete(sees: [Dot])
  /// Says that the record is to stay, or to come back.
  case restore
  /// Edits a text, in the version that the edit names.
  case text(field: UInt16, edit: TextEdit)
  /// Takes away what these writes gave a field, because it stands somewhere else now: an office
  /// shared what was internal to its region.
  case withdraw(field: UInt16, writes: [Dot])
  /// Says that the words which these changes wrote to the record are erased everywhere, and those
  /// of the changes up to some which were folded and which no state holds any more. It changes no
  /// state by itself: whoever applies it erases the words in the log and merges the record anew.
  case erase(writes: [Dot], folded: [Dot] = [])
  /// What a newer version writes: carried byte for byte and ignored in merging.
  case unknown(code: UInt64, bytes: [UInt8])
}
