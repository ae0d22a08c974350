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
  public let id: ReplicaID
  /// The region that the replica belongs to.
  public let region: String

  let connection: Connection
  private let lock: FileLock?
  private let key: SigningIdentity?
  private let path: String

  /// Opens the replica in the file at `path`.
  /// - Throws: ``StorageError``, ``SQLiteError`` or ``FileError``.
  public init(opening path: String, for access: Access) throws {
    guard Files.exists(path) else { throw StorageError.missing(path: path) }
    guard try SQLiteHeader.isSoulad(path) else { throw StorageError.notSoulad(path: path) }
    let files = ReplicaFiles(database: path)
    self.path = path
    lock = access == .writing ? try Replica.takeLock(files) : nil
    connection = try Connection(path: path, mode: access == .writing ? .writing : .reading)
    try Schema.check(connection, path: path)
    guard let own = try ReplicaTable.own(connection) else {
      throw StorageError.damaged(place: "replica")
    }
    id = own.id
    region = own.region
    key = access == .writing ? try Replica.readKey(files, of: own.id) : nil
    if access == .writing { try Schema.prepareForWriting(connection) }
  }

  /// Creates a replica of `region` in a new file at `path`. A creation that fails leaves no files.
  /// - Parameter clock: The time in milliseconds since 1970.
  /// - Throws: ``StorageError/exists(path:)`` when there is a file already;
  ///   ``StorageError/badRegion(_:)``; ``SQLiteError`` or ``FileError``.
  public static func create(at path: String, region: String, clock: UInt64) throws -> Replica {
    let region = region.trimmed
    guard !region.isEmpty, region.utf8.count <= 200 else { throw StorageError.badRegion(region) }
    let files = ReplicaFiles(database: path)
    guard !Files.exists(path), !Files.exists(files.key) else {
      throw StorageError.exists(path: path)
    }
    do {
      let replica = try Replica(creating: files, region: region)
      try replica.introduce(clock: clock)
      return replica
    } catch {
      files.remove()
      throw error
    }
  }

  private init(creating files: ReplicaFiles, region: String) throws {
    path = files.database
    lock = try Replica.takeLock(files)
    let identity = SigningIdentity()
    try Files.write(identity.privateKey, to: files.key, mode: 0o600)
    connection = try Connection(path: files.database, mode: .creating)
    key = identity
    id = identity.replica
    self.region = region
    try Schema.create(connection)
  }

  /// The key that signs changes; refused to a replica opened for questions.
  var signingKey: SigningIdentity {
    get throws {
      guard let key else { throw StorageError.keyMissing(path: ReplicaFiles(database: path).key) }
      return key
    }
  }

  /// The first change of a replica says who it is and holds nothing else.
  private func introduce(clock: UInt64) throws {
    let introduction = ReplicaIntroduction(
      publicKey: try signingKey.publicKey, region: region, label: "")
    try connection.transaction {
      try ReplicaTable.insert(id, introduction, isOwn: true, into: connection)
      try append(
        [], origin: .person(name: ""), clock: clock, introduction: introduction)
    }
  }

  private static func takeLock(_ files: ReplicaFiles) throws -> FileLock {
    guard let lock = try FileLock(files.lock) else {
      throw StorageError.busy(path: files.database)
    }
    return lock
  }

  private static func readKey(_ files: ReplicaFiles, of replica: ReplicaID) throws
    -> SigningIdentity
  {
    guard Files.exists(files.key) else { throw StorageError.keyMissing(path: files.key) }
    let identity = try SigningIdentity(privateKey: Files.read(files.key, limit: 1 << 10))
    guard identity.replica == replica else { throw StorageError.keyForeign(path: files.key) }
    return identity
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
