import Crypto
import Desk
import Logging
import Storage
import Sync
import SyncHTTP
import Synchronization

/// The replica of the hub: one that writes behind a queue, and many that read beside it.
///
/// Final class because all requests share its connections.
final class Hub: Sendable {
  /// The replicas for questions.
  let readers: Readers
  /// Who may do what.
  let gatekeeper: Gatekeeper
  /// How much of the exchange is worked on at once.
  let gate = ExchangeGate()
  /// Answers as they were given since changes last came in.
  let answers: AnswerCache
  /// The figures of operation.
  let figures = Figures()
  /// What is refused.
  let refusals: RefusalWatch
  /// The open connections.
  let connections: ConnectionRegistry
  /// What citizens are shown.
  let reduction: PublicReduction
  /// The file of the database.
  let path: String
  /// What lets a coordinator write in the browser; `nil` at a hub that others reach.
  let corrections: Corrections?
  /// Where the program writes what happens.
  let logger: Logger
  private let writer: Writer
  private let changes = Generation()
  private let outside: OutsideWrites?
  private let now: @Sendable () -> Int64
  private let tags = Mutex<(generation: UInt64, tag: String)>((0, ""))

  /// Who the hub is.
  var id: ReplicaID { writer.id }

  /// The region that the hub's own changes belong to.
  var region: String { writer.region }

  /// Opens the database in the file at `path` for writing.
  init(
    path: String, policy: Gatekeeper.Policy, readers count: Int = 4, connections most: Int = 1_000,
    keptAnswers: Int = 16 << 20, corrections: Corrections? = nil,
    logger: Logger = Logger(label: "soulad-server") { _ in SwiftLogNoOpLogHandler() },
    now: @escaping @Sendable () -> Int64
  ) throws {
    self.now = now
    self.logger = logger
    self.corrections = corrections
    self.path = path
    writer = try Writer(path: path, isShared: corrections != nil)
    outside = try corrections.map { _ in try OutsideWrites(path: path) }
    refusals = RefusalWatch(figures: figures, logger: logger)
    connections = ConnectionRegistry(most: most)
    answers = AnswerCache(mostBytes: keptAnswers)
    readers = try Readers(path: path, count: count)
    gatekeeper = try Gatekeeper(
      database: path, hub: [writer.id] + writer.formerIDs, policy: policy, now: now)
    reduction = PublicReduction { [changes] in changes.value }
  }

  /// A number that grows whenever changes came in, at a desk also by other programs.
  var generation: UInt64 { changes.value + (outside?.count ?? 0) }

  /// A short text that stands for everything that is known at a generation: two hubs that know the
  /// same have the same.
  func tag(at generation: UInt64) throws -> String {
    if let known = tags.withLock({ $0.generation == generation ? $0.tag : nil }) { return known }
    let vector = try readers.askHere { try $0.versionVector() }
    var hasher = SHA256()
    for (replica, sequence) in vector.entries {
      hasher.update(data: replica.bytes)
      withUnsafeBytes(of: sequence.bigEndian) { hasher.update(bufferPointer: $0) }
    }
    hasher.update(data: Array(Hub.version.utf8))
    let tag = hasher.finalize().prefix(10).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    tags.withLock { $0 = (generation, tag) }
    return tag
  }

  /// The version of the program, whose answers may differ from those of another.
  static let version = "0.1.0"

  /// Does what a person wants written, after all that came in before.
  func correct<Result: Sendable>(
    _ body: @escaping @Sendable (Replica) throws -> Result
  ) async throws -> Result {
    let result = try await writer.run(body)
    changes.advance()
    return result
  }

  /// Stops the threads when what they do is done.
  func stop() async throws {
    try await readers.stop()
    try await writer.stop()
  }

  /// Answers a message of an exchange, and names what was not taken of it.
  func answer(
    _ message: ExchangeMessage, from caller: Caller
  ) async throws -> (message: ExchangeMessage, refusals: [ExchangeJournal.Refusal]) {
    guard case .delivery(let bundle) = message else {
      return (try await readers.ask { try $0.answer(message) }, [])
    }
    let admission = try Admission(rights: gatekeeper.rights(), caller: caller, hub: id)
    let time = UInt64(clamping: now())
    let (answer, refusals) = try await writer.run { replica in
      let (taken, refusals) = try admission.sort(bundle, at: replica)
      let answer = try replica.answer(.delivery(taken))
      // The hub writes nothing else, and the offices compact only what it too says that it has.
      try replica.acknowledge(clock: time, after: Replica.acknowledgementPause)
      return (answer, refusals)
    }
    changes.advance()
    return (answer, refusals)
  }
}
