/// Documents that wait to become durable together: few at first, as most imports are small, then
/// twice as many each time, since indexes are written once for all of a batch.
struct ImportBatch {
  /// The most documents of a batch.
  static let mostDocuments = 1_024
  /// The most text of a batch, and of the documents that wait to be put into one, in bytes.
  static let mostText = 32 << 20

  /// The documents, in their order.
  private(set) var documents: [ReadDocument] = []
  private var textBytes = 0
  private var size = 32
  private let mostText: Int

  /// Creates an empty batch.
  init(mostText: Int = Self.mostText) { self.mostText = mostText }

  /// Whether it is to be imported before another document comes.
  var isFull: Bool { documents.count >= size || textBytes >= mostText }

  /// Puts a document into the batch.
  mutating func append(_ document: ReadDocument) {
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
