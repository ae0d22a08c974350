/// Why something that came from outside was refused, as data.
public struct SyncError: Error, Hashable, Sendable {
  /// The class of the failure; the raw values are stable and may be shown to programs.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The bytes end too early.
    case truncated = "E_BATCH_TRUNCATED"
    /// A hash does not fit the bytes that it covers.
    case hash = "E_BATCH_HASH"
    /// A signature or a key does not fit what it stands for.
    case signature = "E_BATCH_SIG"
    /// The key of the replica is not known.
    case unknownKey = "E_UNKNOWN_KEY"
    /// The region of a replica is not a name, or not the one expected.
    case wrongRegion = "E_WRONG_REGION"
    /// A change is missing before this one.
    case gap = "E_GAP"
    /// One replica signed two histories.
    case fork = "E_FORK"
    /// The format is newer than this program.
    case version = "E_VERSION"
    /// A time that no clock shows.
    case clock = "E_CLOCK"
    /// More than the limits allow.
    case tooBig = "E_TOO_BIG"
    /// The bytes are not in the format.
    case format = "E_BATCH_FORMAT"
  }

  /// The class of the failure.
  public let code: Code
  /// The replica that it is about, as far as it is known.
  public let replica: ReplicaID?
  /// The change of the replica that it is about, as far as it is known.
  public let sequence: UInt64?
  /// Where in the bytes and by which rule, as `header:17:not-shortest`; for people who mend
  /// programs.
  public let place: String

  /// Creates an error.
  public init(
    _ code: Code, replica: ReplicaID? = nil, sequence: UInt64? = nil, place: String = ""
  ) {
    self.code = code
    self.replica = replica
    self.sequence = sequence
    self.place = place
  }

  /// The same failure, said of one change.
  func about(_ replica: ReplicaID, _ sequence: UInt64?) -> SyncError {
    SyncError(
      code, replica: self.replica ?? replica, sequence: self.sequence ?? sequence, place: place)
  }
}
