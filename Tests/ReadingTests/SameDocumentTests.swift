import Domain
import Testing

@testable import Parsing

/// A document as DOCX and as text reads the same.
@Suite("The same document in two formats")
struct SameDocumentTests {
  static let names = [
    "chomutov-2022-04-19", "liberec-2017-08-30", "liberec-2020-10-14",
    "liberecky-kraj-2024-11-07", "zatec-2020-06-10",
  ]

  @Test("the words of the body agree in number and order", arguments: names)
  func words(name: String) throws {
    let docx = try DocumentReader.read(TestFiles.fixture("\(name).docx"), name: "\(name).docx")
    let text = try DocumentReader.read(TestFiles.fixture("\(name).txt"), name: "\(name).txt")
    let notes = docx.blocks.filter { $0.kind == .note }
      .map { words($0, docx).joined(separator: " ") }
    let edges = Set(docx.pageEdges.map(\.text))
    let inDocx = docx.blocks.filter { $0.kind != .note }.flatMap { words($0, docx) }
    let inText = text.blocks.filter { $0.kind != .note }.flatMap { block in
      let words = words(block, text)
      let isInNote =
        block.cell == nil && words.count >= 3
        && notes.contains { $0.contains(words.joined(separator: " ")) }
      let isElsewhere =
        isInNote || edges.contains(block.textRange.quote(from: text.plainText) ?? "")
      return isElsewhere ? [] : words
    }
    #expect(inDocx.count > 300)
    let difference = zip(inDocx, inText).enumerated().first { $1.0 != $1.1 }
    if let at = difference?.offset {
      Issue.record("\(inDocx[max(0, at - 5)..<min(at + 5, inDocx.count)]) \(inText[at])")
    }
    #expect(inDocx.count == inText.count)
  }

  @Test("no note is lost", arguments: names)
  func notes(name: String) throws {
    let docx = try DocumentReader.read(TestFiles.fixture("\(name).docx"), name: "\(name).docx")
    let text = try DocumentReader.read(TestFiles.fixture("\(name).txt"), name: "\(name).txt")
    let count = docx.blocks.count { $0.kind == .note }
    #expect(count == text.blocks.count { $0.kind == .note })
    #expect(docx.noteReferences.count == count)
  }

  private func words(_ block: Block, _ document: Document) -> [String] {
    let text = block.textRange.quote(from: document.plainText) ?? ""
    let plain = String(text.unicodeScalars.filter { !"¹²³⁴⁵⁶".unicodeScalars.contains($0) })
    return plain.split { " \t\n\u{A0}".contains($0) }.map(String.init)
  }
}
