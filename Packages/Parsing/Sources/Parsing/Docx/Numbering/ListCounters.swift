/// Counts the paragraphs of lists and writes their labels as Word shows them.
struct ListCounters {
  /// A list that is in use, its definition resolved.
  private struct Counted {
    var number: Int
    var list: Numbering.List
    /// Its levels, overrides included.
    var levels: [Numbering.Level?]
    /// Where the counts of its definition start.
    var counts: Int
    /// One bit for each start of its own that was used up: it begins the count again only once.
    var usedStarts = 0
  }

  private let numbering: Numbering
  /// The language of the document, for numbers in words.
  private let language: String
  private var lists: [Counted] = []
  /// The index of each list in use, by its number.
  private var indices: [Int: Int] = [:]
  /// Where the counts of each definition start; lists that share one count together.
  private var starts: [Int: Int] = [:]
  /// The last number of each level, definition by definition.
  private var counts: [Int?] = []
  private var last: Int?

  /// Begins with all lists at their starts.
  init(_ numbering: Numbering, language: String = "") {
    self.numbering = numbering
    self.language = language
  }

  /// Counts a paragraph.
  /// - Parameter reference: The list and level of the paragraph, its style's included.
  /// - Returns: The label and the level; `nil` for a paragraph that is in no list.
  mutating func next(_ reference: NumberingReference) -> (label: String, level: Int)? {
    guard let number = reference.number, number > 0, let index = index(of: number) else {
      return nil
    }
    let stated =
      reference.level
      ?? reference.style.flatMap { style in
        lists[index].levels.firstIndex { $0?.style == style }
      }
    let level = min(max(stated ?? 0, 0), Numbering.deepestLevel)
    guard let definition = lists[index].levels[level] else { return nil }
    count(level, definition, index)
    return (label(definition, lists[index]), level)
  }

  private mutating func index(of number: Int) -> Int? {
    if let last, lists[last].number == number { return last }
    if let known = indices[number] {
      last = known
      return known
    }
    guard let list = numbering.lists[number] else { return nil }
    let depth = Numbering.deepestLevel + 1
    if starts[list.abstract] == nil {
      starts[list.abstract] = counts.count
      counts += Array(repeating: nil, count: depth)
    }
    lists.append(
      Counted(
        number: number, list: list, levels: (0..<depth).map { numbering.level($0, of: list) },
        counts: starts[list.abstract] ?? 0))
    indices[number] = lists.count - 1
    last = lists.count - 1
    return last
  }

  private mutating func count(_ level: Int, _ definition: Numbering.Level, _ index: Int) {
    let first = lists[index].counts
    let bit = 1 << level
    if lists[index].usedStarts & bit == 0, let start = lists[index].list.starts[level] {
      lists[index].usedStarts |= bit
      counts[first + level] = start
    } else {
      counts[first + level] = (counts[first + level] ?? definition.start - 1) + 1
    }
    for higher in 0..<level where counts[first + higher] == nil {
      counts[first + higher] = lists[index].levels[higher]?.start
    }
    for deeper in level + 1..<max(level + 1, lists[index].levels.count)
    where counts[first + deeper] != nil {
      let restart = lists[index].levels[deeper]?.restart
      if restart == nil || level < restart ?? 0 { counts[first + deeper] = nil }
    }
  }

  private func label(_ definition: Numbering.Level, _ list: Counted) -> String {
    if definition.format == .bullet {
      return SymbolFont.text(String(decoding: definition.text, as: UTF8.self), definition.font)
    }
    var label: [UInt8] = []
    label.reserveCapacity(16)
    var place = 0
    while place < definition.text.count {
      let byte = definition.text[place]
      let digit = place + 1 < definition.text.count ? definition.text[place + 1] &- 0x31 : 9
      if byte == UInt8(ascii: "%"), digit < 9 {
        appendNumber(Int(digit), to: &label, isLegal: definition.isLegal, list)
        place += 2
      } else {
        label.append(byte)
        place += 1
      }
    }
    return String(decoding: label[TextScanner.trim(label, 0..<label.count)], as: UTF8.self)
  }

  private func appendNumber(
    _ level: Int, to label: inout [UInt8], isLegal: Bool, _ list: Counted
  ) {
    guard let definition = list.levels[level] else { return }
    let count = counts[list.counts + level] ?? definition.start
    if definition.format == .decimal || isLegal && !definition.format.isKeptInLegalNumbers {
      label.append(contentsOf: String(count).utf8)
    } else {
      label.append(contentsOf: definition.format.text(count, language: language).utf8)
    }
  }
}

extension NumberFormat {
  /// Whether legal numbering (`isLgl`) leaves a level as it is: one that shows nothing, and one
  /// that is decimal already but for zeros in front.
  fileprivate var isKeptInLegalNumbers: Bool {
    if case .padded = self { return true }
    return self == .none
  }
}
