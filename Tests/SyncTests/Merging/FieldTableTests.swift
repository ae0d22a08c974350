import TestSupport
import Testing

@testable import Sync

@Suite("Small collections do as the large ones do")
struct FieldTableTests {
  @Test("A table of fields holds what a dictionary holds, sorted", arguments: 1...20)
  func table(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = FieldTable<[Int]>()
    var dictionary: [UInt16: [Int]] = [:]
    for step in 0..<200 {
      let field = UInt16.random(in: 0...15, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: (table[field], dictionary[field]) = (nil, nil)
      case 1: (table[field], dictionary[field]) = ([step], [step])
      case 2:
        table[field, default: [-1]].append(step)
        dictionary[field, default: [-1]].append(step)
      default: #expect(table[field] == dictionary[field])
      }
      #expect(table.keys == dictionary.keys.sorted())
      #expect(table.count == dictionary.count && table.isEmpty == dictionary.isEmpty)
    }
    #expect(table.map(\.value) == dictionary.sorted { $0.key < $1.key }.map(\.value))
    #expect(table.values == table.map(\.value))
  }

  @Test("A short list holds what an array holds", arguments: 1...20)
  func list(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var list = ShortList<Int>()
    var array: [Int] = []
    for step in 0..<200 {
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        let place = Int.random(in: 0...array.count, using: &random)
        list.insert(step, at: place)
        array.insert(step, at: place)
      case 1:
        let odd = Int.random(in: 2...4, using: &random)
        list.removeAll { $0 % odd == 0 }
        array.removeAll { $0 % odd == 0 }
      default:
        if let last = array.last, array.count > 2 {
          list.removeAll { $0 != last }
          array = [last]
        }
      }
      #expect(Array(list) == array && list.count == array.count)
      #expect(list.first == array.first && Array(ShortList(array)) == array)
    }
  }

  @Test("A sorted short list has each key once")
  func sortedList() {
    var list: ShortList<Int> = []
    for number in [5, 3, 5, 9, 1, 3] { list.insertSorted(number, by: \.self) }
    #expect(Array(list) == [1, 3, 5, 9])
  }
}
