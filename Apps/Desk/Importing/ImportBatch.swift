/// Documents that wait to become durable together: few at first, as most imports are small, then
/// twice as many each time, since indexes are written once for all of a batch.
struct ImportBatch {
  private static let fewestDocuments = 32
  /// The most documents of a batch.
  static let mostDocuments = 4_096
  /// The most text of a batch, and of the documents that wait to be put into one, in bytes.
  static let mostText = 32 << 20

  /// The documents, in their order.
  private(set) var documents: [ReadDocument] = []
  private var textBytes = 0
  private var size = Self.fewestDocuments
  private var began: ContinuousClock.Instant?
  private let mostText: Int

  /// Creates an empty batch.
  init(mostText: Int = Self.mostText) { self.mostText = mostText }

  /// Whether it is to be imported before another document comes: where documents are slow to read,
  /// what there is after some seconds.
  var isFull: Bool {
    if documents.count >= size || textBytes >= mostText { return true }
    guard let began, documents.count >= Self.fewestDocuments else { return false }
    return ContinuousClock.now - began > .seconds(3)
  }

  /// Puts a document into the batch.
  mutating func append(_ document: ReadDocument) {
    if documents.isEmpty { began = .now }
    documents.append(document)
    textBytes += document.textBytes
  }

  /// Begins the batch after this one.
  mutating func beginNext() {
    documents.removeAll()
    textBytes = 0
    size = min(2 * size, Self.mostDocuments)
  }
}
