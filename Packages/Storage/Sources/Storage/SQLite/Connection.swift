internal import CSQLite

/// One connection to a SQLite file, with its prepared statements.
///
/// Final class because it owns a C handle that is closed exactly once. It is not `Sendable`: a
/// connection belongs to whoever opened it.
final class Connection {
  /// How a file is opened.
  enum Mode {
    /// An existing file, for questions only.
    case reading
    /// An existing file that nobody can write to, for questions only: on a read-only medium, say.
    case unchangeable
    /// An existing file.
    case writing
    /// A file that does not exist yet.
    case creating
  }

  let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  /// The same by the place of their text in memory, which a statement keeps.
  private var statementsByPlace: [UnsafeRawPointer: Statement] = [:]
  /// The regions of tables, as long as they hold.
  var regionNames = RegionNames()
  /// How all rows of views divide, as long as it holds.
  var wholeCounts = WholeCounts()
  /// Whether documents come into the search index together, at the end of the transaction.
  var indexesLater = false
  /// The documents that then come.
  var documentsToIndex: Set<Int64> = []
  /// What the search index knows of documents, as long as it holds.
  var indexedDocuments = IndexedDocuments()
  /// The keys of names that were met lately.
  var entityKeys = EntityKeyCache()
  /// The index terms of words that were met lately.
  var terms = TermCache()
  /// Seals changes.
  private(set) lazy var sealing = Sealing()
  /// Packs what is long.
  private(set) lazy var packer = Packer()

  /// Opens a file.
  init(path: String, mode: Mode) throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags =
      switch mode {
      case .reading, .writing: SQLITE_OPEN_READWRITE
      case .unchangeable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    _ = Connection.forgoesStatistics
    // A connection is used by one thread at a time, so SQLite need not lock it for every call.
    let options = flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    let name = mode == .unchangeable ? Connection.immutableAddress(of: path) : path
    let code = sqlite3_open_v2(name, &opened, options, nil)
    guard let opened, code == SQLITE_OK else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message, sql: "")
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5_000)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    // The triggers are there for others; see WriteGuards.
    csqlite_disable_triggers(handle)
    // A file can come from anybody: what its schema says must not run as code of ours.
    try execute("PRAGMA trusted_schema = OFF")
    try execute("PRAGMA cell_size_check = ON")
    // An import touches more pages than the 2 MB that SQLite keeps by default. Those who read are
    // several in one program, and the system keeps the file for all of them.
    try execute("PRAGMA cache_size = \(mode == .reading ? -8_192 : -131_072)")
    // What a statement may have to undo would stand in a temporary file otherwise, with the words
    // of minutes in it. Those who read may sort more than memory should hold.
    let writes = mode == .writing || mode == .creating
    try execute(writes ? "PRAGMA temp_store = MEMORY" : "PRAGMA query_only = ON")
    // Imports change the same pages of indexes again and again: the fewer checkpoints, the fewer
    // times each is written. The log is then 32 MB at most, between large transactions.
    if writes { try execute("PRAGMA wal_autocheckpoint = 8192") }
    learnCzech()
  }

  /// Keeps at most so many bytes of the file's pages.
  func keepPages(bytes: Int) throws(SQLiteError) {
    try execute("PRAGMA cache_size = \(-(bytes >> 10))")
  }

  /// Whether SQLite counts no memory, for which all threads would queue at every allocation.
  private static let forgoesStatistics = csqlite_forgo_memory_statistics() == SQLITE_OK

  deinit {
    statements.removeAll()
    statementsByPlace.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs statements without parameters and results.
  func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql) }
  }

  /// Runs one statement with its values.
  func run(_ sql: String, _ values: SQLValue...) throws(SQLiteError) {
    try run(sql, with: values)
  }

  /// Runs one statement with its values.
  func run(_ sql: String, with values: [SQLValue]) throws(SQLiteError) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Calls `body` with each row of a question's answer.
  func forEach<Failure: Error>(
    _ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws(Failure) -> Void
  ) throws {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(statement.row) }
  }

  /// Returns what `body` makes of each row.
  func rows<Element>(
    _ sql: String, _ values: [SQLValue] = [], _ body: (Row) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try forEach(sql, values) { row in elements.append(try body(row)) }
    return elements
  }

  /// Returns what `body` makes of the first row; `nil` when there is none.
  func first<Element>(
    _ sql: String, _ values: SQLValue..., body: (Row) throws -> Element
  ) throws -> Element? {
    try first(sql, with: values, body: body)
  }

  /// Returns what `body` makes of the first row; `nil` when there is none.
  func first<Element>(
    _ sql: String, with values: [SQLValue], body: (Row) throws -> Element
  ) throws -> Element? {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try body(statement.row) : nil
  }

  /// Runs `body`, all of whose questions see the file as it was at the first of them, whatever
  /// other programs write meanwhile. Within a transaction they see that.
  func reading<Result>(_ body: () throws -> Result) throws -> Result {
    if sqlite3_get_autocommit(handle) == 0 { return try body() }
    return try transaction("BEGIN", body)
  }

  /// Runs `body` in one transaction, which is undone when `body` throws.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try transaction("BEGIN IMMEDIATE", body)
  }

  private func transaction<Result>(_ begin: String, _ body: () throws -> Result) throws -> Result {
    try run(begin)
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // A failed commit can have ended the transaction already; the first error is the one to tell.
      try? execute("ROLLBACK")
      throw error
    }
  }

  /// Moves what stands in the write-ahead log into the file itself. Returns whether all of it was
  /// moved, and the log is empty.
  func checkpoint() throws -> Bool {
    try first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) == 0 } ?? false
  }

  /// Changes whenever this connection or another program has written.
  func version() throws -> (outside: Int64, inside: Int64) {
    (try first("PRAGMA data_version") { $0.integer(0) } ?? 0, changeCount)
  }

  /// How many rows this connection has written.
  var changeCount: Int64 { sqlite3_total_changes64(handle) }

  /// The row identifier of the last insertion.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  private func prepared(_ sql: String) throws(SQLiteError) -> Statement {
    // A statement in use by an outer loop must not be reset by an inner one.
    let place = Connection.place(of: sql)
    if let place, let known = statementsByPlace[place], !known.isBusy { return known }
    if let known = statements[sql], !known.isBusy { return known }
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard let compiled, code == SQLITE_OK else { throw error(code, sql) }
    let statement = Statement(compiled, sql: sql)
    statements[sql] = statement
    if let place { statementsByPlace[place] = statement }
    return statement
  }

  /// Where the bytes of a text stand, as long as anybody keeps it; `nil` for a text so short that
  /// it may stand in no place of its own.
  private static func place(of text: String) -> UnsafeRawPointer? {
    guard text.utf8.count > 15 else { return nil }
    return text.utf8.withContiguousStorageIfAvailable { $0.baseAddress.map(UnsafeRawPointer.init) }
      ?? nil
  }

  /// The address of a file after https://www.sqlite.org/uri.html, with which SQLite needs no files
  /// beside it.
  private static func immutableAddress(of path: String) -> String {
    // Behind two slashes an authority would stand; an absolute path may begin with them itself.
    var address = path.hasPrefix("/") ? "file://" : "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        address += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return address + "?immutable=1"
  }

  func error(_ code: Int32, _ sql: String) -> SQLiteError {
    SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
  }
}
