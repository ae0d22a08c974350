import Domain

/// The names of the months in every case.
enum Months {
  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for row in FactTable(PackageResources.months_tsv).rows {
      guard let number = Int(row[0]) else { continue }
      for name in row.dropFirst() { numbers[Folding.fold(name)] = number }
    }
    return numbers
  }()

  private static let filter = WordFilter(numbers.keys)

  /// Returns the month, 1 to 12, that a folded word names.
  static func number(of word: String) -> Int? {
    filter.mayHold(word) ? numbers[word] : nil
  }
}
