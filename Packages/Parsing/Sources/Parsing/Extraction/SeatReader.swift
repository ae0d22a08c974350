import Domain

/// The address of an organisation: parts between commas, as *Dlouhá 5, 405 02 Lhota*.
struct SeatReader {
  /// The text.
  let transcript: Transcript

  private static let mostParts = 4
  private static let mostTokens = 24
  /// Small words inside names of streets and towns.
  private static let joining: WordSet = [
    "nad", "pod", "u", "v", "ve", "na", "nam", "ul", "tr", "c", "p", "cp", "psc", "namesti",
    "ulice", "trida", "nabrezi",
  ]

  /// The address that `se sídlem` announces.
  func seat(from start: Int) -> Range<Int>? {
    let address = parts(from: start)
    return address.isEmpty ? nil : address
  }

  /// An address that nothing announces, `Stavby, s. r. o., Dlouhá 5, 405 02 Lhota`; without a
  /// postcode it may be anything.
  func unannounced(from start: Int) -> Range<Int>? {
    let address = parts(from: start)
    return address.contains { isPostcode($0, in: address) } ? address : nil
  }

  private func parts(from start: Int) -> Range<Int> {
    let limit = min(transcript.lineEnd(of: start), start + Self.mostTokens)
    var end = start
    for _ in 0..<Self.mostParts {
      let part = partEnd(from: end, limit)
      guard part > end else { break }
      end = part
      guard end + 1 < limit, transcript.is(end, ","), opensPart(end + 1, limit) else { break }
      end += 1
    }
    return transcript.trimmed(start..<max(start, end))
  }

  /// Whether a part of an address begins: a capital, a postcode or its label.
  private func opensPart(_ place: Int, _ limit: Int) -> Bool {
    transcript.tokens[place].isCapitalized || transcript.is(place, "psc")
      || isPostcode(place, in: place..<limit)
  }

  /// Capitals, numbers and the small words between them.
  private func partEnd(from start: Int, _ limit: Int) -> Int {
    guard start < limit, opensPart(start, limit) else { return start }
    var end = start
    while end < limit {
      let token = transcript.tokens[end]
      let goesOn =
        switch token.kind {
        case .number: true
        case .word:
          token.isCapitalized
            || Self.joining.contains(token.folded) && end + 1 < limit && isPart(after: end)
        default:
          (token.is("/") || token.is("-")) && token.gap == .none
            || token.is(".") && Self.joining.contains(transcript.tokens[end - 1].folded)
            || token.is(":") && transcript.is(end - 1, "psc")
        }
      guard goesOn else { break }
      end += 1
    }
    return end
  }

  private func isPart(after place: Int) -> Bool {
    let next = transcript.tokens[place + 1]
    return next.isCapitalized || next.kind == .number || next.is(".") || next.is(":")
      || Self.joining.contains(next.folded)
  }

  /// `405 02` or `40502`, before the name of a town.
  private func isPostcode(_ place: Int, in address: Range<Int>) -> Bool {
    let token = transcript.tokens[place]
    guard token.kind == .number else { return false }
    var end = place + 1
    if token.folded.utf8.count == 3, end < address.upperBound {
      let rest = transcript.tokens[end]
      guard rest.kind == .number, rest.gap == .space, rest.folded.utf8.count == 2 else {
        return false
      }
      end += 1
    } else if token.folded.utf8.count != 5 {
      return false
    }
    return end < address.upperBound && transcript.tokens[end].isCapitalized
  }
}
