import Domain

/// Where the name of a body goes on and what initials stand for.
extension BodyExtractor {
  /// `zastupitelstvo města` lacks the name of the town.
  static let unnamed = [" města", " obce", " městyse"]
  private static let mostInitials = 5

  /// `Praha-Dolní Lhota`: a dash inside of a name.
  func joinsNames(_ dash: Int) -> Bool {
    let (own, next) = (transcript.tokens[dash], transcript.tokens[dash + 1])
    return own.gap == .none && next.gap == .none && next.isCapitalized
      && transcript.tokens[dash - 1].isCapitalized
  }

  /// `správní rada spolku Mgr. Jan Nový`, `výbor na své 3. schůzi`, `shromáždění usnášeníschopné`:
  /// what stands behind a name and is no part of it.
  func opensRemark(_ place: Int) -> Bool {
    let (own, next) = (transcript.tokens[place], transcript.tokens[place + 1])
    if own.is("na") { return ["sve", "svem", "svoji"].contains(next.folded) }
    if own.folded.hasPrefix("usnasen") { return true }
    return own.isCapitalized && next.is(".") && next.gap == .none
      && Titles.czech.opens(own.folded) && transcript.tokens[place + 2].isCapitalized
  }

  /// `FV` is the *finanční výbor* that the text names.
  func spelledOut(_ body: Fact<String>) -> Fact<String> {
    let initials = Folding.fold(body.value)
    guard body.value == body.value.uppercased(), !body.value.contains(" "),
      (2...Self.mostInitials).contains(initials.utf8.count)
    else { return body }
    for place in transcript.tokens.indices {
      guard
        let head = Bodies.czech.match(
          transcript.tokens, at: place, limit: transcript.tokens.count)
      else { continue }
      let limit = min(head.end + initials.utf8.count, transcript.lineEnd(of: place))
      guard let name = read(head, at: place, limit: limit).body else { continue }
      let words = name.value.split(separator: " ").filter { $0.utf8.count > 2 }
      for count in 2...max(2, words.count) where count <= words.count {
        let letters = Folding.fold(String(words.prefix(count).compactMap(\.first)))
        guard letters == initials else { continue }
        let value = words.prefix(count).joined(separator: " ")
        return Fact(
          value.prefix(1).uppercased() + value.dropFirst(), name.source,
          confidence: body.confidence)
      }
    }
    return body
  }
}
