import Domain
public import Sync

/// One office's copy of the record: a SQLite file with the log of changes, the merged state and the
/// tables, views and search index derived from it.
///
/// Log, state and derived tables change in one transaction. A replica is not `Sendable`: one
/// program opens it, and a server keeps it inside an actor.
public final class Replica {
  /// How a replica is opened.
  public enum Access: Sendable {
    /// For questions; any number of programs at once.
    case reading
    /// For changes; one program at a time.
    case writing
  }

  /// Who this replica is.
  public private(set) var id: ReplicaID
  /// The region that the replica belongs to.
  public let region: String

  let connection: Connection
  private let lock: FileLock?
  private var key: SigningIdentity?
  let files: ReplicaFiles
  private let presence: OpenDatabase
  /// Why this file writes under a new identity since it was opened; `nil` when it goes on under its
  /// old one.
  public internal(set) var renewal: Renewal?
  /// Where keys, salts and identifiers come from.
  var random: any RandomNumberGenerator
  /// What was last noted beside the file.
  var lineage: Lineage?

  /// Opens the replica in the file at `path`.
  /// - Parameter random: Where keys, salts and identifiers come from; a simulation gives its own.
  /// - Throws: ``StorageError``, ``SQLiteError`` or ``FileError``.
  public init(
    opening path: String, for access: Access,
    using random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws {
    self.random = random
    guard Files.exists(path) else { throw StorageError.missing(path: path) }
    let files = ReplicaFiles(database: path)
    presence = try OpenDatabase(files)
    self.files = files
    switch access {
    case .reading:
      lock = nil
      connection = try Replica.openForReading(files)
    case .writing:
      lock = try Replica.takeLock(files)
      connection = try Connection(path: path, mode: .writing)
      try Schema.check(connection, path: path)
    }
    guard let own = try ReplicaTable.own(connection) else {
      throw StorageError.damaged(place: "replica")
    }
    id = own.id
    region = own.region
    key = access == .writing ? try Replica.readKey(files, of: own.id) : nil
    guard access == .writing else { return }
    try Schema.prepareForWriting(connection, files)
    try checkLineage()
  }

  /// Whether the key of this identity is there.
  var hasKey: Bool { key != nil }

  /// Runs `body` in one transaction that may add changes of this replica, and notes beside the file
  /// how far they go.
  func changing<Result>(_ body: () throws -> Result) throws -> Result {
    let identity = (id, key, renewal)
    let result: Result
    do {
      result = try connection.transaction(body)
    } catch {
      (id, key, renewal) = identity
      throw error
    }
    if id != identity.0 { try Replica.settleKey(files) }
    // The changes are durable; what cannot be noted now is noted after the next.
    try? noteLineage()
    return result
  }

  /// Writes under another identity from now on.
  func adopt(_ identity: SigningIdentity) {
    key = identity
    id = identity.replica
  }

  /// Opens a file for questions. Tables and views that another version of the program derived are
  /// made anew first.
  private static func openForReading(_ files: ReplicaFiles) throws -> Connection {
    let connection = try connectForReading(files)
    if try Schema.isCurrent(connection) { return connection }
    guard let lock = try? takeLock(files) else {
      throw StorageError.outdated(path: files.database)
    }
    return try withExtendedLifetime(lock) {
      do {
        let writer = try Connection(path: files.database, mode: .writing)
        let isBackup = BackupMark.isSet(in: files.database) == true
        try Schema.prepareForWriting(writer, files)
        // A backup that is only looked at stays one.
        if isBackup { try BackupMark.set(writer) }
      } catch let error as SQLiteError where error.reason == .cannotWrite {
        throw StorageError.outdated(path: files.database)
      }
      return try connectForReading(files)
    }
  }

  /// A file in WAL mode needs files beside it. Where none can be made, the file is read as one that
  /// does not change, unless a log beside it holds changes that would be missed.
  private static func connectForReading(_ files: ReplicaFiles) throws -> Connection {
    do {
      let connection = try Connection(path: files.database, mode: .reading)
      try Schema.check(connection, path: files.database)
      return connection
    } catch let error as SQLiteError where error.reason == .cannotWrite {
      guard !Files.exists(files.writeAheadLog) else { throw error }
      let connection = try Connection(path: files.database, mode: .unchangeable)
      try Schema.check(connection, path: files.database)
      return connection
    }
  }

  /// Creates a replica of `region` in a new file at `path`. A creation that fails leaves no files.
  /// - Parameter clock: The time in milliseconds since 1970.
  /// - Throws: ``StorageError/exists(path:)`` when there is a file already;
  ///   ``StorageError/badRegion(_:)``; ``SQLiteError`` or ``FileError``.
  public static func create(
    at path: String, region: String, clock: UInt64,
    using random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws -> Replica {
    let region = region.trimmed
    guard !region.isEmpty, region.isName else { throw StorageError.badRegion(region) }
    let files = ReplicaFiles(database: path)
    let folder = Files.folder(of: path)
    guard Files.isFolder(folder) else { throw FileError.missing(path) }
    // Looked at before the lock leaves a file of its own, and again when nobody else can create.
    try files.requireAbsence()
    let lock = try takeLock(files)
    try files.requireAbsence()
    do {
      let replica = try Replica(
        creating: files, region: region, lock: lock, using: random)
      try replica.introduce(clock: clock)
      return replica
    } catch {
      files.remove()
      throw error
    }
  }

  private init(
    creating files: ReplicaFiles, region: String, lock: FileLock,
    using random: any RandomNumberGenerator
  ) throws {
    self.files = files
    self.lock = lock
    var random = random
    let identity = SigningIdentity(using: &random)
    self.random = random
    try Files.write(identity.privateKey, to: files.key, mode: 0o600)
    connection = try Connection(path: files.database, mode: .creating)
    key = identity
    id = identity.replica
    self.region = region
    try Schema.create(connection)
    presence = try OpenDatabase(creating: files.database)
  }

  /// The key that signs changes; refused to a replica opened for questions.
  var signingKey: SigningIdentity {
    get throws {
      guard let key else { throw StorageError.keyMissing(path: files.key) }
      return key
    }
  }

  /// The first change of a replica says who it is and holds nothing else.
  private func introduce(clock: UInt64) throws {
    let introduction = ReplicaIntroduction(
      publicKey: try signingKey.publicKey, region: region, label: "")
    try changing {
      try ReplicaTable.insert(id, introduction, isOwn: true, into: connection)
      try self.introduce(introduction, clock: clock)
    }
  }

  private static func takeLock(_ files: ReplicaFiles) throws -> FileLock {
    guard let lock = try FileLock(files.lock) else {
      throw StorageError.busy(path: files.database)
    }
    return lock
  }

  /// Reads the key of an identity; `nil` when there is none, as beside a backup.
  private static func readKey(_ files: ReplicaFiles, of replica: ReplicaID) throws
    -> SigningIdentity?
  {
    if Files.exists(files.nextKey),
      let next = try? SigningIdentity(privateKey: Files.read(files.nextKey, limit: 1 << 10)),
      next.replica == replica
    {
      try settleKey(files)
    }
    guard Files.exists(files.key) else { return nil }
    let bytes = try Files.read(files.key, limit: 1 << 10)
    guard let identity = try? SigningIdentity(privateKey: bytes) else {
      throw StorageError.keyForeign(path: files.key)
    }
    if identity.replica == replica { return identity }
    // The key of a later identity of this file, into which a backup of an earlier one was put.
    guard Lineage(beside: files)?.replica == identity.replica else {
      throw StorageError.keyForeign(path: files.key)
    }
    return nil
  }
}

extension String {
  /// Whether the text fits as the name of a region or a person: one line of at most 200 bytes.
  var isName: Bool {
    utf8.count <= 200
      && unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: false
        default: true
        }
      }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(String.UnicodeScalarView(unicodeScalars[first...last]))
  }
}
