import Desk
import Storage
import Sync

/// The replica that the server keeps: an actor, because one writer at a time is what SQLite and the
/// chain of changes need.
actor Hub {
  private let replica: Replica

  /// Opens the database in the file at `path` for writing.
  init(path: String) throws {
    replica = try Replica(opening: path, for: .writing)
  }

  /// Answers a message of an exchange.
  func answer(_ message: ExchangeMessage) throws -> ExchangeMessage {
    try Exchange.answer(message, from: replica)
  }

  /// Answers a view.
  func query(_ view: ConsolidatedView, regions: [String], filters: [RowFilter]) throws -> Answer {
    Answer(try replica.query(view, regions: regions, filters: filters), of: view)
  }

  /// Finds lines of documents.
  func search(_ question: String, regions: [String]) throws -> Answer {
    Answer(try replica.search(question, regions: regions))
  }

  /// The names of the regions that have records, in Czech order.
  func regions() throws -> [String] { try replica.regions() }
}
