import Sync

/// The texts of documents, by the numbers of the documents' records. A text stands in the change
/// that wrote it, and in a row of its own where the log has no such change any more.
struct DocumentTexts {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The text of a document as UTF-8; empty for one that has none.
  func text(of document: Int64) throws -> [UInt8] {
    try connection.first(
      "SELECT text FROM documentText WHERE document = ?", .integer(document)
    ) { row in row.withBytes(0) { Array($0) } } ?? []
  }

  /// Takes note of the text of a document that has none.
  /// - Parameter dot: The change that wrote it, if that is known.
  func insert(_ text: String, of document: Int64, writtenBy dot: Dot?) throws {
    if text.isEmpty { return }
    if let dot, let replica = try replica(whoseLogHas: text, at: dot) {
      return try connection.run(
        "INSERT INTO textPlace (document, replica, sequence) VALUES (?, ?, ?)",
        .integer(document), .integer(replica), SQLValue(dot.sequence))
    }
    try connection.run(
      "INSERT INTO textPlace (document, text) VALUES (?, ?)", .integer(document), .text(text))
  }

  /// The number of the replica whose change has a text; `nil` where the log has it not.
  private func replica(whoseLogHas text: String, at dot: Dot) throws -> Int64? {
    try connection.first(
      """
      SELECT change.replica FROM change JOIN replica ON replica.number = change.replica
      WHERE replica.id = ? AND sequence = ? AND text = ?
      """, .blob(dot.replica.bytes), SQLValue(dot.sequence), .text(text)
    ) { $0.integer(0) }
  }

  /// Forgets the text of a document.
  func remove(_ document: Int64) throws {
    try connection.run("DELETE FROM textPlace WHERE document = ?", .integer(document))
  }

  /// Gives documents a text of their own that have it from a change which is about to lose it.
  func keepText(of dot: Dot) throws {
    try keep(
      "replica = (SELECT number FROM replica WHERE id = ?) AND sequence = ?",
      .blob(dot.replica.bytes), SQLValue(dot.sequence))
  }

  /// The same for all changes that the table of checkpoints has as folded.
  func keepFoldedTexts() throws {
    try keep(
      """
      sequence <= (
        SELECT checkpoint.sequence FROM checkpoint WHERE checkpoint.replica = textPlace.replica)
      """)
  }

  private func keep(_ condition: String, _ values: SQLValue...) throws {
    try connection.run(
      """
      UPDATE textPlace SET replica = NULL, sequence = NULL, text = (
        SELECT change.text FROM change
        WHERE change.replica = textPlace.replica AND change.sequence = textPlace.sequence)
      WHERE \(condition)
      """, with: values)
  }
}
