public import Domain

/// What was erased of a person.
public struct ErasureReport: Sendable, Hashable {
  /// The records that were about the person and are gone.
  public var deleted: [RecordID] = []
  /// The records in which the name was covered.
  public var covered: [RecordID] = []
  /// How many changes of the log lost their words.
  public var changes = 0
  /// The regions whose own changes still hold the name; only they can erase it there.
  public var otherRegions: [String] = []
}
