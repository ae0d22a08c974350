import Testing

@testable import Desk

@Suite("Batches of an import")
struct ImportBatchTests {
  private func document(_ text: String) -> ReadDocument {
    ReadDocument(Array(text.utf8), name: "zápis.txt")
  }

  @Test("grow from few documents to many, and no further")
  func growth() {
    var batch = ImportBatch()
    let document = document("Zápis z jednání")
    let sizes = (0..<9).map { _ in
      while !batch.isFull { batch.append(document) }
      defer { batch.beginNext() }
      return batch.documents.count
    }
    #expect(sizes == [32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 4_096])
  }

  @Test("end where their text is long, whatever the number of documents")
  func longTexts() {
    var batch = ImportBatch(mostText: 1_000)
    let document = document(String(repeating: "Zápis z jednání. ", count: 15))
    #expect(document.textBytes == 300)
    while !batch.isFull { batch.append(document) }
    #expect(batch.documents.count == 4)
    batch.beginNext()
    #expect(batch.documents.isEmpty && !batch.isFull)
  }
}
