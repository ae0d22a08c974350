import Crypto
internal import Glibc

/// Who may do what at a hub: a small SQLite file beside the database, never replicated.
///
/// The commands of an operator write it while the server runs. It keeps a rollback journal instead
/// of a write-ahead log, because SQLite before 3.51.3 can corrupt a log that two programs write.
/// Final class because it owns a connection; it belongs to whoever opened it.
public final class HubRights {
  let connection: Connection
  private let path: String
  private var looked: (mark: Files.Mark, isSettled: Bool, version: Int64)?

  /// The file of the rights that belong to a database.
  public static func path(besides database: String) -> String { database + ".rights" }

  /// Opens the rights beside a database; makes them when there are none.
  /// - Throws: ``HubRightsError/newer``, ``SQLiteError`` or ``FileError``.
  public init(besides database: String) throws {
    path = HubRights.path(besides: database)
    // An empty file is an empty database; made so, nobody else can read it.
    if !Files.exists(path) { try Files.write([], to: path, mode: 0o600) }
    connection = try Connection(path: path, mode: .writing)
    try connection.execute("PRAGMA journal_mode = DELETE")
    try connection.execute("PRAGMA synchronous = EXTRA")
    try connection.execute("PRAGMA secure_delete = ON")
    let version = try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
    guard version <= 1 else { throw HubRightsError.newer }
    if version == 0 { try create() }
  }

  /// Copies the rights beside a database, where there are any, to those beside another, as they are
  /// at one moment.
  static func copy(besides database: String, to copy: String) throws {
    let (own, other) = (path(besides: database), path(besides: copy))
    guard Files.exists(own) else { return }
    guard !Files.exists(other) else { throw StorageError.exists(path: other) }
    try Files.write([], to: other, mode: 0o600)
    try Connection(path: own, mode: .reading).copy(to: other)
  }

  private func create() throws {
    try connection.transaction {
      // Two programs may have found the file empty.
      guard try connection.first("PRAGMA user_version", body: { $0.integer(0) }) == 0 else {
        return
      }
      try connection.execute(HubRights.schema)
      try connection.execute("PRAGMA user_version = 1")
    }
  }

  /// A number that changes whenever another program changes the rights. Every request asks for it,
  /// so SQLite is asked only where the file was written since.
  public func version() throws -> Int64 {
    let mark = try Files.mark(of: path)
    if let looked, looked.isSettled, looked.mark == mark { return looked.version }
    let version = try connection.first("PRAGMA data_version") { $0.integer(0) } ?? 0
    // Two writes within one tick of the file system's clock leave the same mark.
    let age = time(nil) - mark.seconds
    looked = (mark, age > 2, version)
    return version
  }

  static func hash(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

  /// Runs a change of rights with its line in the audit log.
  func act<Result>(
    _ act: String, on subject: @autoclosure () -> String, by who: String, at time: Int64,
    _ body: () throws -> Result
  ) throws -> Result {
    try connection.transaction {
      let result = try body()
      try write(act, on: subject(), by: who, at: time)
      return result
    }
  }

  private static let schema = """
    -- Who was asked to join; a code is good once, and only its hash is kept.
    CREATE TABLE invitation (
      code BLOB PRIMARY KEY CHECK (length(code) = 32),
      region TEXT NOT NULL,
      role TEXT NOT NULL,
      created INTEGER NOT NULL,        -- milliseconds since 1970, as all times here
      expires INTEGER NOT NULL,
      used INTEGER,
      usedBy BLOB
    ) STRICT;

    -- The offices that may talk to the hub.
    CREATE TABLE member (
      replica BLOB PRIMARY KEY CHECK (length(replica) = 16),
      publicKey BLOB NOT NULL CHECK (length(publicKey) = 32),
      region TEXT NOT NULL,
      role TEXT NOT NULL,
      enrolled INTEGER NOT NULL,
      revoked INTEGER
    ) STRICT;

    -- The tokens of programs; only the hash of their secret is kept.
    CREATE TABLE token (
      id TEXT PRIMARY KEY,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      name TEXT NOT NULL UNIQUE,
      scope TEXT NOT NULL,
      region TEXT,
      created INTEGER NOT NULL,
      expires INTEGER,
      revoked INTEGER
    ) STRICT;

    -- What was done to rights. Each line has the hash of the one before, so that a line that is
    -- changed or taken out is noticed.
    CREATE TABLE audit (
      number INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      who TEXT NOT NULL,
      act TEXT NOT NULL,
      subject TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    """
}

extension HubRights {
  /// Everything that decides about requests, as it stands now.
  public func snapshot() throws -> HubRightsSnapshot {
    try connection.reading {
      let invitations = try connection.first("SELECT count(*) FROM invitation") { $0.integer(0) }
      let (members, tokens) = (try members(), try tokens())
      return HubRightsSnapshot(
        members: Dictionary(
          members.map { ($0.replica, $0) }, uniquingKeysWith: { first, _ in first }),
        tokens: Dictionary(tokens.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
        isUntouched: invitations == 0 && members.isEmpty && tokens.isEmpty)
    }
  }
}
