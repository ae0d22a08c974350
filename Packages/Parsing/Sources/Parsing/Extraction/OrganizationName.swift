import Domain

/// Where the name of an organisation begins and ends.
struct OrganizationName {
  /// The text.
  let transcript: Transcript

  private static let heads = WordList(
    FactTable(PackageResources.organization_heads_tsv).rows.map { $0[0] })
  private static let cues = WordList([
    "organizac*", "firm*", "spolecnost*", "spolk*", "spolek*", "sdruzeni*", "agentur*", "nadac*",
    "druzstv*", "centrum*", "centra*", "klub*", "studio*", "studiem*", "skupin*", "dodavatel*",
    "zhotovitel*", "poskytovatel*", "divadl*", "hotel*", "mikroregion*", "fm", "fy", "fa", "fe",
    "fou", "kavarn*", "neziskov*", "institut*", "ustav*",
  ])
  private static let parts = WordList([
    "mikroregion*", "hotel", "hotelu", "hotelem", "divadl*", "klub", "klubu", "klubem", "kavarna",
    "kavarnu", "kavarny", "kavarne", "kavarnou",
  ])
  private static let generic: WordSet = [
    "firma", "firmou", "firmy", "organizace", "organizaci", "spolecnost", "spolecnosti", "spolek",
    "pro", "s", "od", "pani", "pan", "za", "podle", "dle", "ve", "v", "na", "z",
  ]

  /// The end of the name of a branch: `Úřad práce Lhota`, `SDH Horní Lhota`, `MAS Horsko`.
  ///
  /// - Parameter isShort: Whether one word names the institution, which any name may follow.
  func branchEnd(after end: Int, isShort: Bool) -> Int {
    let tokens = transcript.tokens
    guard tokens[end].isCapitalized, tokens[end].gap == .space, tokens[end].kind == .word else {
      return end
    }
    if isShort, transcript.is(end, "cr"), tokens[end].isUppercase { return end + 1 }
    if let town = Municipalities.czech.match(tokens, at: end, limit: tokens.count) {
      return town.end
    }
    guard isShort, isHead(tokens[end - 1].folded), tokens[end].folded.utf8.count > 2,
      !GivenNames.contains(tokens[end].folded),
      !Titles.czech.opens(tokens[end].folded), !transcript.isRole(end)
    else { return end }
    var last = end + 1
    while tokens[last].isCapitalized, tokens[last].gap == .space, last - end < 3 { last += 1 }
    // `MAS Horsko-Podlesí`
    if tokens[last].is("-"), tokens[last].gap == .none, tokens[last + 1].isCapitalized,
      tokens[last + 1].gap == .none
    {
      last += 2
    }
    return last
  }

  /// A word for a company in small letters.
  private func isPlainCue(_ place: Int) -> Bool {
    !transcript.tokens[place].isCapitalized && Self.isCue(transcript.tokens[place].folded)
  }

  private static let openings: WordSet = ["firma", "firmu", "firmou", "spolecnost", "fa"]
  private static let cut: WordSet = ["fm", "fy", "fa", "fe"]

  /// Whether a folded word stands for a company.
  static func isCue(_ word: String) -> Bool { cues.contains(word) }

  /// The first token of the name before a legal form: the capitals of the same phrase.
  func start(before form: Int) -> Int? {
    let tokens = transcript.tokens
    var place = form
    let isApart = place > 0 && (tokens[place - 1].is(",") || tokens[place - 1].is("-"))
    if isApart { place -= 1 }
    // `Horsko – svazek obcí`, but *obec Lhota a svazek obcí Horsko*.
    if !isApart, tokens[form].is("svazek") || tokens[form].is("dobrovolny") { return nil }
    var start: Int?
    // `Obec vyzvala o. s. Naděje`: the name stands behind the form.
    if !tokens[form - 1].isCapitalized, isPastVerb(form - 1) { return nil }
    while place > 0, form - place < 12, place == form || !endsLine(before: place) {
      let token = tokens[place - 1]
      // `Dopravní podnik hl. m. Prahy, a. s.`
      let isCapital = token.is(".") && (tokens[place - 2].is("hl") || tokens[place - 2].is("m"))
      if token.kind == .mark, !token.is("-"), !token.is("\""), !isCapital { break }
      if !token.isCapitalized, token.is("mezi") || token.is("zastupci") { break }
      if start == place, isOutside(place - 1) { break }
      // `Kulturní dům Lhota a spolek Ochotníci, z. s.` are two.
      if token.is("a"), start != nil, isPlainCue(place) { break }
      if token.is("-"), token.gap != .none { break }
      if token.isCapitalized { start = place - 1 }
      // `zpracovala společnost KOCMAN, s.r.o.`: the name begins after the word for a company.
      if !token.isCapitalized, token.kind == .word, start != nil,
        isVerb(token.folded) || isPastVerb(place - 1) || TaskSentence.isFuture(token.folded)
          || Self.cues.contains(token.folded) && !isDescribed(place - 1)
      {
        break
      }
      place -= 1
    }
    // `Spolek rodičů při škole, z. s.`: the noun is a part of the name.
    while let first = start, Self.generic.contains(tokens[first].folded), first + 1 < form,
      tokens[first + 1].isCapitalized || tokens[first + 1].kind == .mark
        || !["spolek", "organizace"].contains(tokens[first].folded),
      tokens[first].gap == .line || tokens[first - 1].kind == .mark
        || tokens[first].folded.utf8.count > 3
    {
      start = (first + 1..<form).first { tokens[$0].isCapitalized }
    }
    return start
  }

  private static let honours: WordSet = ["sv", "gen", "plk", "prof", "dr", "akad", "npor"]

  /// The end of a name without a legal form that begins with a word for an institution.
  func end(from place: Int) -> Int? {
    let tokens = transcript.tokens
    guard tokens[place].isCapitalized, isHead(tokens[place].folded),
      !tokens[place].folded.hasPrefix("skolen")
    else { return nil }
    if tokens[place].is("svj"), !tokens[place + 1].isCapitalized { return nil }
    // `Kulturní komise města Lhota` is a body, `Organizace Člověk v tísni` a noun and a name.
    if tokens[place + 1].folded.hasPrefix("komis") || opensKnown(place + 1) { return nil }
    if tokens[place].is("ms"), ["teams", "office", "excel"].contains(tokens[place + 1].folded) {
      return nil
    }
    // `Kč` has the letters of `KC`.
    if tokens[place].is("kc"), !tokens[place].isUppercase { return nil }
    var end = place + 1
    var lastCapital = place
    var plain = 0
    if tokens[place + 1].folded.hasPrefix("republi") { return nil }
    while end < tokens.count, !transcript.isBreak(end), end - place < 9 {
      let token = tokens[end]
      if token.is("ve"), tokens[end + 1].is("spolupraci") { break }
      if NameEnd.isThere(end, in: transcript) || isBesideTown(end, in: place) { break }
      // `Pedagogicko-psychologická poradna Lhota`
      if token.is("-"), token.gap == .none, tokens[end + 1].gap == .none,
        tokens[end - 1].isCapitalized
      {
        end += 1
        continue
      }
      // `Domov sv. Josefa`, `ZŠ gen. Nováka`
      if token.is("."), Self.honours.contains(tokens[end - 1].folded), tokens[end + 1].isCapitalized
      {
        end += 1
        continue
      }
      guard token.kind == .word || (token.kind == .number && tokens[end - 1].isCapitalized) else {
        break
      }
      if !token.isCapitalized, Words.isCourtesy(token.folded) || isOffice(end, in: place) { break }
      if token.isCapitalized {
        lastCapital = end
        plain = 0
      } else {
        if token.is("a"), isAnother(end + 1, in: place, lastCapital) { break }
        if Self.openings.contains(token.folded) { return nil }
        plain += 1
        if plain > 3 || isVerb(token.folded) || isPastVerb(end) { break }
      }
      end += 1
    }
    // `SVJ Ing. Nový` names a person.
    guard lastCapital > place, !Titles.czech.opens(tokens[lastCapital].folded),
      hasNoun(place..<lastCapital + 1), !areSeveral(place..<end)
    else { return nil }
    // `Krajský úřad Horského kraje`: the noun of a region's name is no capital.
    let hasNoun = lastCapital + 1 < end && tokens[lastCapital + 1].is("kraje")
    return lastCapital + (hasNoun ? 2 : 1)
  }

  /// Whether what stands behind *a* is no part of a name: `Městská policie Lhota a Technické služby
  /// Lhota` are two, and `MŠ a žákům ZŠ` goes on with something else.
  private func isAnother(_ place: Int, in name: Int, _ lastCapital: Int) -> Bool {
    let isCapital = transcript.tokens[place].isCapitalized
    if transcript.tokens[name].isUppercase, !isCapital { return true }
    return lastCapital > name && (isCapital || isPlainCue(place))
  }

  /// `organizace Pomoc`, `firmou PH servis Dub`, `spolek „Pomoc“`: the capitals after a word for a
  /// company.
  func afterCue(_ place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    // `SVJ „Lípa“`
    if tokens[place].isUppercase, isHead(tokens[place].folded), let name = quoted(after: place) {
      return place..<name.upperBound + 1
    }
    guard !tokens[place].isCapitalized || opensSentence(place),
      Self.cues.contains(tokens[place].folded)
    else { return nil }
    if let quoted = quoted(after: place) { return quoted }
    // `fm. Květiny`
    // `pracovní skupiny Bydlení` is a body.
    if tokens[place].folded.hasPrefix("skupin"), tokens[place - 1].folded.hasPrefix("pracovn") {
      return nil
    }
    let isCut = Self.cut.contains(tokens[place].folded) && transcript.is(place + 1, ".")
    let name = capitals(after: isCut ? place + 1 : place)
    // `mikroregionu Horsko`, `hotelu Lípa`: the noun is a part of the name.
    if let name, Institutions.czech.match(tokens, at: name.lowerBound) != nil,
      !Self.parts.contains(tokens[place].folded)
    {
      return nil
    }
    guard let name, Self.parts.contains(tokens[place].folded),
      !isHead(tokens[name.lowerBound].folded),
      Institutions.czech.match(tokens, at: name.lowerBound) == nil
    else { return name }
    return place..<name.upperBound
  }

  /// `o. s. Náš domov`: the name behind a legal form that stands first.
  func afterForm(from place: Int) -> Range<Int>? {
    guard !transcript.tokens[place].isCapitalized,
      let end = LegalForms.czech.match(transcript.tokens, at: place),
      let name = capitals(after: end - 1)
    else { return nil }
    return place..<name.upperBound
  }

  private func capitals(after place: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    guard tokens[place + 1].isCapitalized, tokens[place + 1].gap == .space,
      !isPersonOrTown(place + 1)
    else { return nil }
    var end = place + 1
    var last = place + 1
    while end < tokens.count, end - place < 7, tokens[end].kind == .word,
      tokens[end].gap != .line || end == place + 1
    {
      // `firmy Lípa a DUB` are two.
      if tokens[end].is("a"), tokens[end + 1].isCapitalized, end == last + 1 { break }
      if tokens[end].isCapitalized { last = end }
      if end - last > 1 || isVerb(tokens[end].folded) { break }
      end += 1
    }
    // `TB služby`: initials need their noun.
    if last == place + 1, tokens[last].isUppercase, tokens[last].folded.utf8.count < 4,
      tokens[last + 1].kind == .word, tokens[last + 1].gap == .space,
      tokens[last + 2].kind == .mark || tokens[last + 2].gap == .line
    {
      last += 1
    }
    if last == place + 1, goesOnSmall(last, from: place) { last += 1 }
    // `E-pomoc`
    if tokens[last + 1].is("-"), tokens[last + 1].gap == .none, tokens[last + 2].gap == .none,
      tokens[last + 2].kind == .word
    {
      last += 2
    }
    // `Base48`
    if tokens[last + 1].kind == .number, tokens[last + 1].gap == .none { last += 1 }
    return place + 1..<last + 1
  }

  /// `Firma Novák dodala`: a capital that only the beginning of a sentence gives.
  private func opensSentence(_ place: Int) -> Bool {
    guard Self.openings.contains(transcript.tokens[place].folded) else { return false }
    let before = transcript.tokens[place - 1]
    return transcript.tokens[place].gap == .line
      || before.kind == .mark && !before.is("\"") && !before.is("(")
  }

  func quoted(after cue: Int) -> Range<Int>? {
    let tokens = transcript.tokens
    guard tokens[cue + 1].is("\""), tokens[cue + 2].isCapitalized,
      let close = (cue + 2..<cue + 10).first(where: { tokens[$0].is("\"") })
    else { return nil }
    return cue + 2..<close
  }

  private func isPersonOrTown(_ place: Int) -> Bool {
    let tokens = transcript.tokens
    // `Ph.D.` is a title, `PH servis` is none.
    let isTitle = Titles.czech.opens(tokens[place].folded) && tokens[place + 1].is(".")
    return GivenNames.contains(tokens[place].folded) || isTitle
      || Municipalities.czech.match(tokens, at: place, limit: tokens.count) != nil
      || Bodies.czech.isHead(tokens[place].folded)
  }

  /// `Dům pro rodinu – byl otevřen`: what a line names before a dash and that begins as an
  /// institution.
  func beforeDash(_ line: Range<Int>) -> Range<Int>? {
    let tokens = transcript.tokens
    guard let dash = line.prefix(8).first(where: { tokens[$0].is("-") && tokens[$0].gap != .none })
    else {
      return nil
    }
    let name = line.lowerBound..<dash
    guard let first = name.first, tokens[first].isCapitalized, isHead(tokens[first].folded),
      name.count > 1, name.allSatisfy({ tokens[$0].kind == .word })
    else { return nil }
    return name
  }

  /// Whether an institution of some words is named from a token on.
  private func opensKnown(_ place: Int) -> Bool {
    guard transcript.tokens[place].isCapitalized,
      let known = Institutions.czech.match(transcript.tokens, at: place)
    else { return false }
    return known.end - place > 2
  }

  func isHead(_ word: String) -> Bool { Self.heads.contains(word) }

  private static let verbs: WordSet = [
    "je", "byl", "byla", "se", "bude", "ktery", "ktera", "informoval", "informovala", "uvedl",
    "porada", "zada", "hraje", "hleda", "nabizi", "dekuje", "vyhlasi", "provadi", "plati", "tvori",
    "resi", "prosi", "rozesle", "provede", "doda", "zajisti", "zve", "otevre", "prispeje",
    "nabidl", "nabidla", "nabidlo", "pomuze", "usporada", "podekuje", "ma", "maji", "chce", "muze",
    "musi", "dostane", "prevezme", "opravi", "vypise", "zacne", "konci", "slavi", "vede",
  ]

  func isVerb(_ word: String) -> Bool { Self.verbs.contains(word) }

  /// `zpracovala`, `navrhuje`; *veselá* ends with a long vowel and is an adjective.
  func isPastVerb(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    let end = transcript.tokens[place].range.end
    let isLong = end > 1 && transcript.bytes[end - 2..<end].elementsEqual([0xC3, 0xA1])
    return !isLong && word.utf8.count > 4
      && ["al", "il", "ala", "ila", "ela", "ali", "ili", "eli", "alo", "ilo", "elo", "uje", "uji"]
        .contains(where: word.hasSuffix)
  }
}
