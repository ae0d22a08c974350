/// What was changed between two texts: first by lines, then by words within what is left, then by
/// the scalars at the ends of each word.
enum TextDifference {
  /// A part of the old text with what stands in its place.
  struct Hunk: Equatable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The parts that differ, ascending.
  static func hunks(from old: [Unicode.Scalar], to new: [Unicode.Scalar]) -> [Hunk] {
    let whole = Hunk(old: 0..<old.count, new: 0..<new.count)
    var hunks: [Hunk] = []
    for lines in refine(whole, old, new, isEnd: { scalar, _ in scalar == "\n" }) {
      for words in refine(lines, old, new, isEnd: isEndOfWord) {
        // Of several words, what happens to be alike at the ends is no part of what was kept: a
        // word would begin with a letter of another, and die with it.
        let isOneWord = isOneWord(old[words.old]) && isOneWord(new[words.new])
        if let rest = isOneWord ? trimmed(words, old, new) : words { hunks.append(rest) }
      }
    }
    return hunks
  }

  /// What makes the new text of the old one, each part in the text that the one before left.
  static func replacements(
    from old: [Unicode.Scalar], to new: [Unicode.Scalar]
  ) -> [TextReplacement] {
    var shift = 0
    return hunks(from: old, to: new).map { hunk in
      defer { shift += hunk.new.count - hunk.old.count }
      return TextReplacement(
        position: hunk.old.lowerBound + shift, deleted: hunk.old.count,
        inserted: TextScalars.string(new[hunk.new]))
    }
  }

  private static func isEndOfWord(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    !isWord(last) || !isWord(next)
  }

  private static func isOneWord(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(scalars, scalars.dropFirst()).allSatisfy { !isEndOfWord($0, $1) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// A hunk without what is equal at its ends; `nil` when nothing is left.
  private static func trimmed(
    _ hunk: Hunk, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]
  ) -> Hunk? {
    var (mine, theirs) = (hunk.old, hunk.new)
    while let left = mine.first, let right = theirs.first, old[left] == new[right] {
      (mine, theirs) = (left + 1..<mine.upperBound, right + 1..<theirs.upperBound)
    }
    while let left = mine.last, let right = theirs.last, old[left] == new[right] {
      (mine, theirs) = (mine.lowerBound..<left, theirs.lowerBound..<right)
    }
    return mine.isEmpty && theirs.isEmpty ? nil : Hunk(old: mine, new: theirs)
  }

  /// Gives a hunk back what was trimmed of tokens that it cuts on either side.
  private static func widen(
    _ hunk: inout Hunk, in old: [Unicode.Scalar], _ new: [Unicode.Scalar],
    isEnd: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) {
    func isCut(_ place: Int, _ scalars: [Unicode.Scalar]) -> Bool {
      place > 0 && place < scalars.count && !isEnd(scalars[place - 1], scalars[place])
    }
    while hunk.old.lowerBound > 0, hunk.new.lowerBound > 0,
      isCut(hunk.old.lowerBound, old) || isCut(hunk.new.lowerBound, new)
    {
      hunk.old = hunk.old.lowerBound - 1..<hunk.old.upperBound
      hunk.new = hunk.new.lowerBound - 1..<hunk.new.upperBound
    }
    while hunk.old.upperBound < old.count, hunk.new.upperBound < new.count,
      isCut(hunk.old.upperBound, old) || isCut(hunk.new.upperBound, new)
    {
      hunk.old = hunk.old.lowerBound..<hunk.old.upperBound + 1
      hunk.new = hunk.new.lowerBound..<hunk.new.upperBound + 1
    }
  }

  /// Cuts both sides of a hunk into tokens and finds those that differ.
  private static func refine(
    _ hunk: Hunk, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar],
    isEnd: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> [Hunk] {
    guard var hunk = trimmed(hunk, old, new) else { return [] }
    widen(&hunk, in: old, new, isEnd: isEnd)
    if hunk.old.isEmpty || hunk.new.isEmpty { return [hunk] }
    var names: [ArraySlice<Unicode.Scalar>: Int] = [:]
    let left = Tokens(old[hunk.old], isEnd, &names)
    let right = Tokens(new[hunk.new], isEnd, &names)
    return ShortestEdit.hunks(from: left.names, to: right.names).map { part in
      Hunk(old: left.range(of: part.old), new: right.range(of: part.new))
    }
  }
}

/// A stretch of a text cut into tokens, each known by a number that equal ones share.
private struct Tokens {
  private(set) var names: [Int] = []
  /// Where each token begins, and at last where all end.
  private var bounds: [Int]

  init(
    _ scalars: ArraySlice<Unicode.Scalar>, _ isEnd: (Unicode.Scalar, Unicode.Scalar) -> Bool,
    _ known: inout [ArraySlice<Unicode.Scalar>: Int]
  ) {
    bounds = [scalars.startIndex]
    var start = scalars.startIndex
    for place in scalars.indices {
      let next = place + 1
      guard next == scalars.endIndex || isEnd(scalars[place], scalars[next]) else { continue }
      let count = known.count
      names.append(known[scalars[start..<next], default: count])
      if names.last == count { known[scalars[start..<next]] = count }
      bounds.append(next)
      start = next
    }
  }

  func range(of tokens: Range<Int>) -> Range<Int> {
    bounds[tokens.lowerBound]..<bounds[tokens.upperBound]
  }
}
