import Testing

@testable import Parsing

@Suite("Encodings of text")
struct TextDecoderTests {
  private let sample = "Žluťoučký kůň – Šárka"

  @Test("UTF-8 with and without a mark is read as it is")
  func utf8() throws {
    #expect(try TextDecoder.decode([0xEF, 0xBB, 0xBF] + Array(sample.utf8)) == Array(sample.utf8))
    #expect(try TextDecoder.decode(Array(sample.utf8)) == Array(sample.utf8))
  }

  @Test("UTF-16 is told by its mark, or by where its zero bytes stand", arguments: [true, false])
  func utf16(isMarked: Bool) throws {
    let text = "Mesto Žatec"
    let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(try TextDecoder.decode(little) == Array(text.utf8))
    #expect(try TextDecoder.decode(big) == Array(text.utf8))
  }

  @Test("windows-1250 and ISO 8859-2 are told apart by their letters")
  func singleByte() throws {
    // "Žš ťuk kůň" in both encodings.
    let windows: [UInt8] = [0x8E, 0x9A, 0x20, 0x9D, 0x75, 0x6B, 0x20, 0x6B, 0xF9, 0xF2]
    let latin: [UInt8] = [0xAE, 0xB9, 0x20, 0xBB, 0x75, 0x6B, 0x20, 0x6B, 0xF9, 0xF2]
    #expect(try TextDecoder.decode(windows) == Array("Žš ťuk kůň".utf8))
    #expect(try TextDecoder.decode(latin) == Array("Žš ťuk kůň".utf8))
  }

  @Test("quotation marks and signs of windows-1250 are no letters of ISO 8859-2")
  func quotationMarks() throws {
    // "«ano» ©" and "Windows® a", which ISO 8859-2 would read as letters.
    #expect(
      try TextDecoder.decode([0xAB, 0x61, 0x6E, 0x6F, 0xBB, 0x20, 0xA9])
        == Array("«ano» ©".utf8))
    #expect(try TextDecoder.decode([0x57, 0xAE, 0x20, 0x61]) == Array("W® a".utf8))
  }

  @Test("damaged UTF-8 is refused with its line, never guessed")
  func damaged() {
    let bytes = Array("Město\nŽatec\nPřítom".utf8) + [0xC5]
    #expect(throws: ReadingError(.textEncoding, place: "line 3")) {
      try TextDecoder.decode(bytes)
    }
  }

  @Test("data is no text")
  func binary() {
    #expect(throws: ReadingError(.textBinary)) { try TextDecoder.decode([0x41, 0, 0x42]) }
    #expect(throws: ReadingError(.textBinary)) { try TextDecoder.decode([0x1F, 0x8B, 8, 8]) }
  }
}
