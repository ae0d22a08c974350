public import Domain

/// All changes below a version vector, folded into the states that they made: what is left of a log
/// that was compacted, and what whoever lacks some of it is given instead.
///
/// The histories that it stands on are proved by the signatures of those who wrote them. That the
/// states are what those histories made is the word of who signed the checkpoint.
public struct Checkpoint: Hashable, Sendable {
  /// What is left of a change.
  public struct Entry: Hashable, Sendable {
    /// When it was made.
    public let timestamp: HybridTimestamp
    /// Whether a person stood behind it.
    public let isPerson: Bool
    /// The name of the person or the extractor.
    public let author: String
    /// Its hash.
    public let hash: ChangeHash

    /// Creates an entry.
    public init(timestamp: HybridTimestamp, isPerson: Bool, author: String, hash: ChangeHash) {
      self.timestamp = timestamp
      self.isPerson = isPerson
      self.author = author
      self.hash = hash
    }
  }

  /// What is left of the changes of one replica, from its first.
  public struct Log: Hashable, Sendable {
    /// Who the replica is.
    public let introduction: ReplicaIntroduction
    /// Its changes, in their order without gaps.
    public let entries: [Entry]
    /// The last of them without its content; it says what the replica had then.
    public let last: SealedChange
    /// Its signature of its history up to the last of them.
    public let signature: [UInt8]

    /// Creates a log.
    public init(
      introduction: ReplicaIntroduction, entries: [Entry], last: SealedChange, signature: [UInt8]
    ) {
      self.last = last
      self.introduction = introduction
      self.entries = entries
      self.signature = signature
    }

    /// The replica.
    public var replica: ReplicaID { ReplicaID(publicKey: introduction.publicKey) }
  }

  /// The merged state of one record.
  public struct State: Hashable, Sendable {
    /// The record.
    public let record: RecordID
    /// The canonical bytes of its state.
    public let bytes: [UInt8]

    /// Creates a state.
    public init(record: RecordID, bytes: [UInt8]) {
      self.record = record
      self.bytes = bytes
    }
  }

  /// The histories, ascending by replica.
  public let logs: [Log]
  /// What they made of each record, ascending by record.
  public let states: [State]
  /// What is erased in them, ascending by record and change.
  public let erasures: [ErasedWords]
  /// The key of who vouches for it, 32 bytes.
  public let publicKey: [UInt8]
  /// The signature of ``digest`` by the signer.
  public let signature: [UInt8]

  /// Puts a checkpoint together from its stored parts, unchecked.
  public init(
    logs: [Log], states: [State], erasures: [ErasedWords], publicKey: [UInt8],
    signature: [UInt8]
  ) {
    self.logs = logs
    self.states = states
    self.erasures = erasures
    self.publicKey = publicKey
    self.signature = signature
  }

  /// Who vouches for it.
  public var signer: ReplicaID { ReplicaID(publicKey: publicKey) }

  /// What it stands for.
  public var vector: VersionVector {
    var vector = VersionVector()
    for log in logs {
      vector.observe(Dot(replica: log.replica, sequence: UInt64(log.entries.count)))
    }
    return vector
  }
}
