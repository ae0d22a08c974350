/// Telephone numbers and what looks like one, however its groups are parted. Nine digits and more
/// are a number of a person; eight are an IČO.
enum PersonalNumbers {
  /// The least digits of a number that is nobody else's business.
  private static let leastDigits = 9
  /// The most characters between two digits of one number, as in `(+420) 777`.
  private static let mostBetween = 3

  /// The places of numbers in a text, from the first digit, or the plus before it, to the last.
  static func places(in text: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var place = text.startIndex
    while let first = text[place...].firstIndex(where: isDigit) {
      let groups = groups(from: first, in: text)
      let end = groups.last?.endIndex ?? text.index(after: first)
      if isPersonal(groups) {
        let before = text[place..<first]
        let hasPlus = before.last == "+"
        places.append((hasPlus ? text.index(before: first) : first)..<end)
      }
      place = end
    }
    return places
  }

  /// The groups of digits that stand together.
  private static func groups(from first: String.Index, in text: String) -> [Substring] {
    var groups: [Substring] = []
    var place = first
    while true {
      let group = text[place...].prefix(while: isDigit)
      groups.append(group)
      let between = text[group.endIndex...].prefix { !isDigit($0) }
      guard between.endIndex < text.endIndex, between.count <= mostBetween,
        parts(between, after: group)
      else { return groups }
      place = between.endIndex
    }
  }

  /// Whether what stands between two groups parts one number. A full stop does so after three
  /// digits; after fewer it is that of a date.
  private static func parts(_ between: Substring, after group: Substring) -> Bool {
    if between == "." { return group.count >= 3 }
    return between.allSatisfy { sign in
      !sign.isNewline && (sign.isWhitespace || "+-–‐‑/()".contains(sign))
    }
  }

  private static func isPersonal(_ groups: [Substring]) -> Bool {
    let digits = groups.reduce(0) { $0 + $1.count }
    let areYears = groups.allSatisfy { group in
      group.count == 4 && (group.hasPrefix("19") || group.hasPrefix("20"))
    }
    return digits >= leastDigits && !areYears
  }

  private static func isDigit(_ character: Character) -> Bool { character.isNumber }
}
