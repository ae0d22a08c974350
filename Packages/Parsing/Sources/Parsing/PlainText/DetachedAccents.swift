/// Puts accents back on the letters that a converter of PDF wrote them before: `Pˇr´ıtomn´ı`.
enum DetachedAccents {
  /// Returns the text with accents as combining characters after their letters.
  ///
  /// Some such marks are needed before anything is changed: one alone may be an apostrophe.
  static func attach(in text: [UInt8]) -> [UInt8] {
    let isAffected = places(of: text) >= fewest
    guard isAffected || text.contains(0xB1) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      if isAffected, let mark = mark(text, place) {
        let letter = letterLength(text, place + 2)
        result += letter == 2 ? [UInt8(ascii: "i")] : text[place + 2..<place + 2 + letter]
        result += mark.combining
        place += 2 + letter
      } else if isDotlessWithAccent(text, place) {
        result.append(UInt8(ascii: "i"))
        place += 2
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result
  }

  private typealias Mark = (spacing: [UInt8], combining: [UInt8], letters: [UInt8])

  // A caron, an acute and a ring, as characters of their own and as combining ones.
  private static let marks: [Mark] = [
    ([0xCB, 0x87], [0xCC, 0x8C], Array("cdenrstzCDENRSTZ".utf8)),
    ([0xC2, 0xB4], [0xCC, 0x81], Array("aeiouyAEIOUY".utf8)),
    ([0xCB, 0x9A], [0xCC, 0x8A], Array("uU".utf8)),
  ]
  private static let fewest = 4

  private static func places(of text: [UInt8]) -> Int {
    text.indices.reduce(0) { count, place in
      text[place] == 0xCB && mark(text, place) != nil ? count + 1 : count
    }
  }

  private static func mark(_ text: [UInt8], _ place: Int) -> Mark? {
    guard text[place] == 0xCB || text[place] == 0xC2, place + 2 < text.count else { return nil }
    return marks.first { mark in
      mark.spacing[0] == text[place] && mark.spacing[1] == text[place + 1]
        && (mark.letters.contains(text[place + 2])
          || mark.combining == [0xCC, 0x81] && letterLength(text, place + 2) == 2)
    }
  }

  /// 2 for a dotless *ı*, else 1.
  private static func letterLength(_ text: [UInt8], _ place: Int) -> Int {
    place + 1 < text.count && text[place] == 0xC4 && text[place + 1] == 0xB1 ? 2 : 1
  }

  private static func isDotlessWithAccent(_ text: [UInt8], _ place: Int) -> Bool {
    letterLength(text, place) == 2 && place + 3 < text.count && text[place + 2] == 0xCC
      && text[place + 3] == 0x81
  }
}
