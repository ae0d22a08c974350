/// Names of institutions that are described in small letters.
extension OrganizationName {
  /// `Český svaz hádankářů a křížovkářů`, `Mezinárodní politologický ústav`, `Asociace bezpečná
  /// škola`: a word for an institution, adjectives before it and a description in small letters.
  func phrase(from place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    guard tokens[place].isCapitalized, !tokens[place].isUppercase else { return nil }
    var head = place
    while head < place + 3, !Self.nouns.contains(tokens[head].folded) {
      guard isAdjective(tokens[head].folded), tokens[head + 1].kind == .word,
        !tokens[head + 1].isCapitalized, !transcript.isBreak(head + 1)
      else { return nil }
      head += 1
    }
    guard Self.nouns.contains(tokens[head].folded),
      !(place..<head).contains(where: { isOfficer(tokens[$0].folded) })
    else { return nil }
    let end = descriptionEnd(after: head)
    // An institution needs more than its kind.
    return end - place > 1 ? place..<end : nil
  }

  /// Up to four words in small letters, *a* between them, and capitals after them.
  private func descriptionEnd(after head: Int) -> Int {
    let tokens = transcript.tokens
    var end = head + 1
    while end - head < 6, tokens[end].kind == .word, tokens[end].gap != .line,
      !Self.breaks.contains(tokens[end].folded), !isVerb(tokens[end].folded),
      !NameEnd.isThere(end, in: transcript),
      !isPastVerb(end), !tokens[end].is("a") || !opensOther(end + 1)
    {
      end += 1
    }
    while end > head + 1, tokens[end - 1].folded.utf8.count < 3, !tokens[end - 1].isCapitalized {
      end -= 1
    }
    return end
  }

  /// `TJ Spartak místopředseda Jan Dub`, `Policie Lhota a ředitel Služeb`: who stands behind a
  /// name.
  func isOffice(_ place: Int, in name: Int) -> Bool {
    let tokens = transcript.tokens
    let last = tokens[place - 1].is("a") ? place - 2 : place - 1
    return last > name && tokens[last].isCapitalized && transcript.isRole(place)
      && !isHead(tokens[place].folded)
  }

  /// What stands behind *a* may be another institution.
  private func opensOther(_ place: Int) -> Bool {
    transcript.tokens[place].isCapitalized
      || Institutions.czech.match(transcript.tokens, at: place, small: true) != nil
  }

  /// `Předsedou sdružení` is somebody, `Studentská unie` is an institution.
  private func isOfficer(_ word: String) -> Bool {
    Words.isRole(word)
      && !["ska", "sky", "ske", "skou", "skeho", "cka", "cky", "cke", "ckeho", "ni"].contains(
        where: word.hasSuffix)
  }

  func isAdjective(_ word: String) -> Bool {
    word.utf8.count > 4
      // `Žádáme vedení` begins with a verb, `Koncepce nemocnice` with a noun.
      && !["ame", "ime", "eme", "ce", "ie"].contains(where: word.hasSuffix)
      && ["y", "a", "e", "i", "eho", "emu", "ym", "ou", "ych", "iho", "im", "ich"].contains(
        where: word.hasSuffix)
  }

  static let nouns = WordList(
    FactTable(PackageResources.institution_nouns_tsv).rows.map { $0[0] })
  private static let breaks: WordSet = [
    "v", "ve", "na", "k", "ke", "s", "se", "z", "ze", "do", "od", "o", "u", "po", "za", "ktery",
    "ktera", "ktere", "jehoz", "jejiz", "aby", "ze", "i", "nebo", "bude", "ma", "dle", "podle",
    "dne", "dale", "jako", "mezi", "pri", "by", "jsou", "nebyl", "nebyla", "rok", "roku", "roce",
  ]
}
