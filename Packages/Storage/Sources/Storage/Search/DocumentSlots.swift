/// The slots of the search index that one document has: the table `indexedDocument` has a row for
/// each, and each has 64 lines of the document.
struct DocumentSlots {
  /// Their numbers, in the order of the lines.
  let numbers: [Int64]

  /// The row of the index that a line has.
  /// - Throws: ``StorageError/damaged(place:)`` when the document has no slot for the line.
  func row(ofLine line: Int) throws -> Int64 {
    let place = line / PassageNumber.linesOfSlot
    guard place < numbers.count else { throw StorageError.damaged(place: "indexedDocument") }
    return PassageNumber(slot: numbers[place], line: line % PassageNumber.linesOfSlot).row
  }

  /// The next free slots for so many lines of a document of a date: those of its day, and those of
  /// the days after it when these are full.
  static func free(
    forLines lines: Int, on date: String?, _ connection: Connection
  ) throws -> DocumentSlots {
    let count = (lines - 1) / PassageNumber.linesOfSlot + 1
    var numbers: [Int64] = []
    var slots = PassageNumber.slots(on: date)
    while true {
      let first =
        try connection.first(
          "SELECT max(number) + 1 FROM indexedDocument WHERE number >= ? AND number < ?",
          .integer(slots.lowerBound), .integer(slots.upperBound)
        ) { row in row.isNull(0) ? slots.lowerBound : row.integer(0) } ?? slots.lowerBound
      numbers += (first..<slots.upperBound).prefix(count - numbers.count)
      if numbers.count == count { return DocumentSlots(numbers: numbers) }
      slots = PassageNumber.slots(after: slots)
    }
  }
}
