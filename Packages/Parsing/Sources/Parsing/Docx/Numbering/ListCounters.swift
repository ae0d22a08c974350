/// Counts the paragraphs of lists and writes their labels as Word shows them.
struct ListCounters {
  private let numbering: Numbering
  /// The language of the document, for numbers in words.
  private let language: String
  /// The last number of each level, for each definition; lists that share one count together.
  private var counts: [Int: [Int?]] = [:]
  /// The starts that were used up, by list and level: each begins the count again only once.
  private var startedAgain: Set<[Int]> = []

  /// Begins with all lists at their starts.
  init(_ numbering: Numbering, language: String = "") {
    self.numbering = numbering
    self.language = language
  }

  /// Counts a paragraph.
  /// - Parameter reference: The list and level of the paragraph, its style's included.
  /// - Returns: The label and the level; `nil` for a paragraph that is in no list.
  mutating func next(_ reference: NumberingReference) -> (label: String, level: Int)? {
    guard let number = reference.number, number > 0, let list = numbering.lists[number] else {
      return nil
    }
    let bound = reference.style.flatMap { numbering.level(boundTo: $0, of: list) }
    let level = min(max(reference.level ?? bound ?? 0, 0), Numbering.deepestLevel)
    guard let definition = numbering.level(level, of: list) else { return nil }
    count(level, definition, number, list)
    return (label(level, definition, list), level)
  }

  private mutating func count(
    _ level: Int, _ definition: Numbering.Level, _ number: Int, _ list: Numbering.List
  ) {
    // Taken out, so that it is changed in place.
    var counts =
      counts.removeValue(forKey: list.abstract)
      ?? Array(repeating: nil, count: Numbering.deepestLevel + 1)
    if let start = list.starts[level], startedAgain.insert([number, level]).inserted {
      counts[level] = start
    } else {
      counts[level] = (counts[level] ?? definition.start - 1) + 1
    }
    for higher in 0..<level where counts[higher] == nil {
      counts[higher] = numbering.level(higher, of: list)?.start
    }
    for deeper in level + 1..<max(level + 1, counts.count) where counts[deeper] != nil {
      let restart = numbering.level(deeper, of: list)?.restart
      if restart == nil || level < restart ?? 0 { counts[deeper] = nil }
    }
    self.counts[list.abstract] = counts
  }

  private func label(
    _ level: Int, _ definition: Numbering.Level, _ list: Numbering.List
  ) -> String {
    if definition.format == .bullet {
      return SymbolFont.text(String(decoding: definition.text, as: UTF8.self), definition.font)
    }
    var label: [UInt8] = []
    var place = 0
    while place < definition.text.count {
      let byte = definition.text[place]
      let digit = place + 1 < definition.text.count ? definition.text[place + 1] &- 0x31 : 9
      if byte == UInt8(ascii: "%"), digit < 9 {
        label += number(Int(digit), isLegal: definition.isLegal, list).utf8
        place += 2
      } else {
        label.append(byte)
        place += 1
      }
    }
    return String(decoding: label[TextScanner.trim(label, 0..<label.count)], as: UTF8.self)
  }

  private func number(_ level: Int, isLegal: Bool, _ list: Numbering.List) -> String {
    guard let definition = numbering.level(level, of: list) else { return "" }
    let count = counts[list.abstract]?[level] ?? definition.start
    if case .padded = definition.format { return definition.format.text(count) }
    let isPlain = isLegal && definition.format != .none
    return (isPlain ? .decimal : definition.format).text(count, language: language)
  }
}
