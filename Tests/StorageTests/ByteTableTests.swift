import TestSupport
import Testing

@testable import Storage

@Suite("Numbers of short strings of bytes")
struct ByteTableTests {
  @Test("each has one number, in the order in which they came, however many there are")
  func numbers() {
    var random = SeededGenerator(seed: 1)
    var table = ByteTable()
    var known: [[UInt8]: Int32] = [:]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...20, using: &random)
      let key = (0..<length).map { _ in UInt8.random(in: 97...100, using: &random) }
      let number = key.withUnsafeBufferPointer { table.number(of: $0) }
      let expected = known[key] ?? Int32(known.count)
      known[key] = expected
      #expect(number == expected)
      #expect(table.isEmpty(number) == key.isEmpty)
    }
    #expect(table.count == known.count)
    #expect(known.allSatisfy { Array(table.bytes(of: $0.value)) == $0.key })
  }
}
