import Domain

/// Finds a person's name in texts, in any case and order, and covers it.
///
/// Every byte of the name becomes an asterisk, so that whatever points into the text still points
/// where it did. A surname alone counts when nobody else of the name is meant.
struct NameMask {
  private let surname: String?
  private let given: Set<String>
  private let initials: Set<String>
  private let surnameLetters: [UInt8]
  private let coversSurnameAlone: Bool

  /// - Parameters:
  ///   - name: *Given Surname*, without titles.
  ///   - others: The names of other people in the same documents.
  init(_ name: String, others: [String]) {
    let words = CzechAnalyzer.words(of: name)
    let stems = CzechAnalyzer.stems(of: name)
    surname = stems.last
    given = Set(stems.dropLast())
    initials = Set(words.dropLast().compactMap { $0.first.map(String.init) })
    surnameLetters = Array((words.last ?? "").utf8)
    let namesakes = others.filter { other in
      CzechAnalyzer.stems(of: other).last == stems.last && Folding.fold(other) != Folding.fold(name)
    }
    coversSurnameAlone = namesakes.isEmpty
  }

  /// The text with the name covered; `nil` when the name is not in it. Linear in its length.
  func masked(_ text: String) -> String? {
    var bytes = Array(text.utf8)
    var covered: [Range<Int>] = addresses(in: bytes)
    let terms = CzechAnalyzer.terms(of: bytes).filter { Self.isName(bytes, $0.range) }
    for place in terms.indices where terms[place].stem == surname {
      let neighbours = [place - 1, place + 1].filter { other in
        terms.indices.contains(other) && isNear(terms[place], terms[other], in: bytes)
          && isGiven(terms[other], in: bytes)
      }
      if neighbours.isEmpty, !coversSurnameAlone, !given.isEmpty { continue }
      covered += [terms[place].range] + neighbours.map { terms[$0].range }
    }
    if covered.isEmpty { return nil }
    for range in covered {
      for place in range { bytes[place] = UInt8(ascii: "*") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isGiven(_ term: CzechAnalyzer.Term, in bytes: [UInt8]) -> Bool {
    if given.contains(term.stem) { return true }
    let letters = CzechAnalyzer.words(of: String(decoding: bytes[term.range], as: UTF8.self))
    return letters.contains { initials.contains($0) }
  }

  /// Whether nothing but a space, a dot or a comma stands between two words.
  private func isNear(
    _ one: CzechAnalyzer.Term, _ other: CzechAnalyzer.Term, in bytes: [UInt8]
  ) -> Bool {
    let (first, second) =
      one.range.lowerBound < other.range.lowerBound ? (one, other) : (other, one)
    let between = first.range.upperBound..<second.range.lowerBound
    return between.count <= 3 && bytes[between].allSatisfy { " .,\n\t".utf8.contains($0) }
  }

  /// Whether a word is written as a name: with a capital letter.
  private static func isName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let first = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first
    return first?.properties.isUppercase == true
  }

  /// The e-mail addresses that the surname is part of.
  private func addresses(in bytes: [UInt8]) -> [Range<Int>] {
    guard surnameLetters.count > 3 else { return [] }
    var found: [Range<Int>] = []
    for place in bytes.indices where bytes[place] == UInt8(ascii: "@") {
      let start = bytes[..<place].lastIndex { !Self.isInAddress($0) }.map { $0 + 1 } ?? 0
      let end = bytes[(place + 1)...].firstIndex { !Self.isInAddress($0) } ?? bytes.count
      let local = Folding.fold(Array(bytes[start..<place]))
      if Self.contains(local, surnameLetters) { found.append(start..<end) }
    }
    return found
  }

  private static func isInAddress(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80
      || "._-+".utf8.contains(byte)
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { start in
      bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
