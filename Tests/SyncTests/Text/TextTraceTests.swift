import Domain
import Foundation
import Sync
import Testing

@Suite("Texts of real histories", .enabled(if: TextTraces.isPresent), .serialized)
struct TextTraceTests {
  @Test(
    "An editing trace ends in its text, in one merge, step by step, and from its bytes",
    arguments: [
      "sveltecomponent", "rustcode", "friendsforever", "clownschool", "A1", "A2", "S3",
    ])
  func trace(name: String) throws {
    let trace = try TextTraces.read(name)
    var document = TextDocument()
    for message in TextTraces.messages(of: trace) {
      document.apply(message.edit, in: message.context)
    }
    document.settle()
    // A failed expectation would print both texts.
    let isExact = document.text == trace.end
    #expect(isExact, "\(name)")
    let bytes = document.encoded()
    let again = try TextDocument(decoding: bytes)
    let isSame = again.text == document.text
    #expect(isSame)
    let isCanonical = again.encoded() == bytes
    #expect(isCanonical)
    let isRead = try TextDocument.text(in: bytes) == document.text
    #expect(isRead)
  }

  @Test("A thousand random histories merge to the text that the order of Fugue gives them")
  func conformance() throws {
    let histories = try TextTraces.json("conformance.json.gz") as? [[String: Any]] ?? []
    #expect(histories.count == 1000)
    var failures: [Int] = []
    for (number, history) in histories.enumerated() {
      let (document, expected) = Self.document(of: history)
      if document.text != expected { failures.append(number) }
    }
    #expect(failures.isEmpty, "\(failures.count) of them, first \(failures.first ?? -1)")
  }

  /// Every scalar that comes or goes is an edit of its own, since others name it alone.
  private static func document(of history: [String: Any]) -> (TextDocument, String) {
    var document = TextDocument()
    var dots: [Dot] = []
    for transaction in history["txns"] as? [[String: Any]] ?? [] {
      let agent = (transaction["agent"] as? String)?.utf8.first ?? 0
      var sequence = UInt64(transaction["seqStart"] as? Int ?? 0)
      var parents = (transaction["parents"] as? [Int] ?? []).map { dots[$0] }
      for single in singles(TextTraces.patches(transaction["ops"])) {
        sequence += 1
        let dot = Dot(replica: TextTraces.agent(Int(agent)), sequence: sequence)
        var dependencies = VersionVector()
        for parent in parents { dependencies.observe(parent) }
        dependencies[dot.replica] = 0
        document.apply(
          TextEdit(parents: parents, [single]),
          in: WriteContext(
            dot: dot, timestamp: HybridTimestamp(milliseconds: 1), isPerson: true,
            dependencies: dependencies))
        dots.append(dot)
        parents = [dot]
      }
    }
    return (document, history["endContent"] as? String ?? "")
  }

  private static func singles(_ patches: [TextReplacement]) -> [TextReplacement] {
    patches.flatMap { patch in
      (0..<patch.deleted).map { _ in TextReplacement.delete(1, at: patch.position) }
        + patch.inserted.unicodeScalars.enumerated().map {
          TextReplacement.insert(String($1), at: patch.position + $0)
        }
    }
  }
}
