/// Commas that end no clause.
extension Transcript {
  /// The commas around a legal form and in a price: `škole Lípa, příspěvkové organizaci, dar
  /// 500,- Kč`.
  func isInsideName(_ comma: Int) -> Bool {
    if tokens[comma + 1].is("-"), tokens[comma + 1].gap == .none { return true }
    let isForm = { (place: Int) in
      LegalForms.czech.match(tokens, at: place) != nil
        || tokens[place].folded.hasPrefix("prispevkov")
          && tokens[place + 1].folded.hasPrefix("organizac")
    }
    return isForm(comma + 1)
      || (max(0, comma - 8)..<comma).contains { place in
        isForm(place)
          && (LegalForms.czech.match(tokens, at: place) ?? place + 2) == comma
      }
  }
}
