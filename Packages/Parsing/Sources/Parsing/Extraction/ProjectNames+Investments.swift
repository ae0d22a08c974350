import Domain

/// Building works that brackets list.
extension ProjectNames {
  /// The word that investments of a municipality are called by.
  static let investments: WordSet = ["akce", "akci"]
  private static let longestList = 60

  /// `investiční akce (Oprava návsi – dokončení, Rekonstrukce školy a Výstavba hřiště)`: the works
  /// without how far they are.
  func investments(at place: Int) -> [ProjectMention] {
    let open = place + 1
    guard transcript.is(open, "("), transcript.tokens[place - 1].folded.hasPrefix("investic"),
      let close = (open..<min(open + Self.longestList, transcript.lineEnd(of: place))).first(
        where: { transcript.is($0, ")") })
    else { return [] }
    let starts = (open + 1..<close).filter { index in
      let token = transcript.tokens[index]
      return token.isCapitalized && Self.buildings.contains(where: token.folded.hasPrefix)
        && ["(", ",", ";", "a"].contains(transcript.tokens[index - 1].folded)
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [close]
    return zip(starts, ends).map { start, end in
      let dash = (start..<end).last { index in
        transcript.is(index, "-") && transcript.tokens[index].gap == .space
          && end - index < 4 && !transcript.tokens[index + 1].isCapitalized
      }
      return ProjectMention(name: start..<(dash ?? end))
    }
  }
}
