import Domain

/// Finds abbreviations where a document introduces them: *nízkoprahové denní centrum (dále jen
/// „NDC“)*. The initials of the words before the parenthesis have to give the letters. Linear in
/// the length of the text.
enum AbbreviationFinder {
  /// An abbreviation in folded letters and what it stands for, as written.
  struct Abbreviation: Hashable {
    let short: String
    let reading: String
  }

  /// The abbreviations that UTF-8 text introduces.
  static func find(in bytes: [UInt8]) -> Set<Abbreviation> {
    var found: Set<Abbreviation> = []
    var place = bytes.startIndex
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "(")) {
      place = open + 1
      guard let close = bytes[place...].prefix(60).firstIndex(of: UInt8(ascii: ")")),
        let short = short(in: bytes[place..<close]),
        let reading = reading(of: short, before: open, bytes)
      else { continue }
      found.insert(Abbreviation(short: short, reading: reading))
    }
    return found
  }

  /// The abbreviation that stands alone or last in a parenthesis, folded; `nil` for other words.
  private static func short(in content: ArraySlice<UInt8>) -> String? {
    guard mayBeShort(content) else { return nil }
    let words = String(decoding: content, as: UTF8.self)
      .split { " \u{A0}„“\"'”".contains($0) }
    guard let last = words.last, words.count <= 4,
      words.dropLast().allSatisfy({ ["dale", "jen", "zkr", "zkr.", "tzv."].contains(folded($0)) }),
      (2...8).contains(last.utf8.count),
      last.unicodeScalars.filter(\.properties.isUppercase).count >= 2,
      last.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    else { return nil }
    return folded(last)
  }

  /// Whether what stands last, with quotation marks, can be an abbreviation; most parentheses hold
  /// something else, which the bytes tell.
  private static func mayBeShort(_ content: ArraySlice<UInt8>) -> Bool {
    let last = content.lastIndex(of: UInt8(ascii: " ")).map { content[($0 + 1)...] } ?? content
    // A space at the end, or one that does not break, is looked at more closely.
    if last.isEmpty || last.contains(0xC2) { return true }
    let longest = 8 + "„“".utf8.count
    return last.count <= longest
      && last.count { $0 &- UInt8(ascii: "A") < 26 || $0 >= 0x80 } >= 2
  }

  /// The words before `open` whose initials are the letters; small words may stand between.
  private static func reading(of short: String, before open: Int, _ bytes: [UInt8]) -> String? {
    let start = bytes[max(0, open - 160)..<open].lastIndex { $0 == 0x0A || $0 == 0x28 } ?? -1
    let from = max(start + 1, open - 160, 0)
    // The first word may be cut where the window begins, and then does not count.
    let text = String(decoding: bytes[from..<open], as: UTF8.self)
    let words = text.split { " \u{A0},".contains($0) }
    var letters = Array(short.utf8)[...]
    var first = words.endIndex
    for place in words.indices.reversed() {
      guard let letter = letters.last else { break }
      let word = folded(words[place])
      if word.utf8.first == letter {
        letters.removeLast()
        first = place
      } else if word.utf8.count > 3 {
        return nil
      }
    }
    guard letters.isEmpty, words.endIndex - first >= 2 else { return nil }
    return words[first...].joined(separator: " ")
  }

  private static func folded(_ word: Substring) -> String { Folding.fold(word) }
}
