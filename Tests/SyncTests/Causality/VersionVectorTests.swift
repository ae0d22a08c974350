import Sync
import TestSupport
import Testing

@Suite("What is known of whom")
struct VersionVectorTests {
  private func random(_ generator: inout SeededGenerator) -> VersionVector {
    var vector = VersionVector()
    for _ in 0..<generator.below(8) {
      vector.observe(.example(UInt8(generator.below(6)), UInt64(generator.below(9))))
    }
    return vector
  }

  private func union(_ left: VersionVector, _ right: VersionVector) -> VersionVector {
    var union = left
    union.formUnion(right)
    return union
  }

  @Test("Union is commutative, associative, idempotent, and dominates both")
  func laws() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let (a, b, c) = (random(&generator), random(&generator), random(&generator))
      #expect(union(a, b) == union(b, a))
      #expect(union(union(a, b), c) == union(a, union(b, c)))
      #expect(union(a, a) == a)
      #expect(union(a, b).dominates(a) && union(a, b).dominates(b))
      #expect(a.dominates(b) == (union(a, b) == a))
    }
  }

  @Test("A change is known with all before it, and never forgotten by hearing an older one")
  func observing() {
    var vector = VersionVector(.example(1, 5))
    vector.observe(.example(1, 3))
    #expect(vector.contains(.example(1, 5)) && vector.contains(.example(1, 1)))
    #expect(!vector.contains(.example(1, 6)) && !vector.contains(.example(2, 1)))
  }

  @Test("Entries are sorted, and nothing is no entry")
  func entries() {
    var vector = VersionVector(.example(3, 1), .example(1, 1), .example(2, 1))
    #expect(vector.entries.map(\.replica) == vector.entries.map(\.replica).sorted())
    for entry in vector.entries { vector[entry.replica] = 0 }
    vector[.example(4)] = 0
    vector.observe(.example(5, 0))
    #expect(vector == VersionVector() && vector.isEmpty)
  }
}
