import Domain

/// Organisations with legal form, identification number and seat.
struct OrganizationExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }

  /// Returns the organisations, each once, in the order of the text.
  func organizations() -> [ExtractedOrganization] {
    var found: [ExtractedOrganization] = []
    var places: [[UInt8]: Int] = [:]
    let certain = mentions()
    let numbered = numbered(besides: certain)
    for mention in certain + linesWithDash() + defined() + regions() + numbered
    where !isBeginning(mention.name.value) {
      var organization = ExtractedOrganization(name: mention.name)
      organization.name.value = InstitutionName.czech.nominative(mention.name.value)
      addDetails(to: &organization, after: mention.end)
      let key = Folding.fold(Array(organization.name.value.utf8)).filter {
        $0 >= 0x80 || $0 &- 0x30 < 10 || $0 &- 0x61 < 26
      }
      if let known = places[key] {
        found[known].ico = found[known].ico ?? organization.ico
        found[known].icoAsWritten = found[known].icoAsWritten ?? organization.icoAsWritten
        found[known].seat = found[known].seat ?? organization.seat
      } else {
        places[key] = found.count
        found.append(organization)
      }
    }
    return found
  }

  /// A letter or a preposition alone is the beginning of something longer.
  private func isBeginning(_ name: String) -> Bool {
    name.unicodeScalars.count == 1 || Self.prepositions.contains(Folding.fold(name))
  }

  private static let prepositions: WordSet = [
    "na", "ve", "za", "od", "do", "pro", "po", "ze", "ke", "pod", "nad", "pri", "bez",
  ]

  private struct Mention {
    var name: Fact<String>
    var end: Int
  }

  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var place = 0
    let names = OrganizationName(transcript: transcript)
    while place < transcript.tokens.count {
      let mention = mayOpen(place) && !isFinancier(place) ? mention(at: place, names) : nil
      if let mention { mentions.append(mention) }
      place = mention?.end ?? place + 1
    }
    return mentions
  }

  /// Regions that give money or act.
  private func regions() -> [Mention] {
    let names = OrganizationName(transcript: transcript)
    return transcript.places(of: OrganizationName.regionNouns).compactMap { noun in
      guard noun > 0, let region = names.region(from: noun - 1) else { return nil }
      let name = Fact(region.name, transcript.range(noun - 1..<region.end), confidence: 0.75)
      return Mention(name: name, end: region.end)
    }
  }

  /// The name that begins or ends at a token: what is certain first, then what its words suggest.
  private func mention(at place: Int, _ names: OrganizationName) -> Mention? {
    let tokens = transcript.tokens
    if let end = LegalForms.czech.match(tokens, at: place), let first = names.start(before: place) {
      let start = names.beginning(of: first..<place)
      return Mention(name: transcript.fact(start..<end), end: end)
    }
    if let known = Institutions.czech.match(tokens, at: place, small: !tokens[place].isCapitalized)
    {
      let end = names.branchEnd(after: known.end, isShort: known.end - place == 1)
      let branch = end > known.end ? " " + transcript.text(known.end..<end) : ""
      return Mention(name: Fact(known.name + branch, transcript.range(place..<end)), end: end)
    }
    if let described = names.described(place) {
      let range = transcript.range(described.tokens)
      return Mention(
        name: Fact(described.name, range, confidence: 0.7), end: described.tokens.upperBound)
    }
    if let town = names.municipality(from: place) {
      let name = Fact(town.name, transcript.range(place..<town.end), confidence: 0.75)
      return Mention(name: name, end: town.end)
    }
    if let name = names.inflectedCapitals(place) {
      let range = transcript.range(place..<place + 1)
      return Mention(name: Fact(name, range, confidence: 0.7), end: place + 1)
    }
    guard
      tokens[place].isCapitalized || OrganizationName.isCue(tokens[place].folded)
        || LegalForms.czech.mayOpen(tokens[place].folded)
    else { return nil }
    if let name = names.afterForm(from: place) { return suggested(name) }
    if let name = names.afterCue(place), !isFollowedByForm(name.upperBound) {
      return suggested(name)
    }
    if let name = names.phrase(from: place) {
      return suggested(name.lowerBound..<(formEnd(after: name.upperBound) ?? name.upperBound))
    }
    let short = OrganizationAbbreviation(transcript: transcript)
    if let end = short.end(from: place) { return suggested(place..<end) }
    guard let name = names.end(from: place) else { return nil }
    if let house = names.withHouse(place..<name) {
      let range = transcript.range(place..<name)
      return Mention(name: Fact(house, range, confidence: 0.7), end: name)
    }
    let end = withLegalForm(name)
    return suggested(place..<end, confidence: isUnfinished(place..<end) ? 0.5 : 0.7)
  }

  private func suggested(_ name: Range<Int>, confidence: Double = 0.7) -> Mention {
    Mention(name: transcript.fact(name, confidence: confidence), end: name.upperBound)
  }

  /// A capital, a legal form or a word for a company; most words are none of them.
  private func mayOpen(_ place: Int) -> Bool {
    guard transcript.tokens[place].kind == .word else { return false }
    return transcript.tokens[place].isCapitalized
      || LegalForms.czech.mayOpen(transcript.tokens[place].folded)
      || OrganizationName.isCue(transcript.tokens[place].folded)
      || OrganizationName.isMunicipal(transcript.tokens[place].folded)
      || Institutions.czech.mayOpen(transcript.tokens[place].folded)
  }

  /// Who a project is paid from stands in the duty of publicity, not among those who meet:
  /// `spolufinancován Evropskou unií`, `hrazeno z Evropského sociálního fondu`.
  private func isFinancier(_ place: Int) -> Bool {
    guard transcript.tokens[place].folded.hasPrefix("evropsk") else { return false }
    return (1...3).contains { distance in
      guard place >= distance else { return false }
      let word = transcript.tokens[place - distance].folded
      return ["financ", "spolufinanc", "hrazen", "podporen"].contains(where: word.hasPrefix)
    }
  }

  /// `Spolek rodičů při škole Lípa, z. s.`: the legal form behind whom the name belongs to.
  private func formEnd(after end: Int) -> Int? {
    let tokens = transcript.tokens
    guard ["pri", "pro", "u"].contains(tokens[end].folded), tokens[end].gap == .space else {
      return nil
    }
    for place in end + 1..<end + 9 where tokens[place].gap != .line {
      if let form = LegalForms.czech.match(tokens, at: place) { return form }
      guard tokens[place].kind == .word || tokens[place].is(",") else { return nil }
    }
    return nil
  }

  /// A legal form some words further tells the name better than the word before it.
  private func isFollowedByForm(_ end: Int) -> Bool {
    var form = transcript.is(end, ",") ? end + 1 : end
    while form < end + 4, LegalForms.czech.match(transcript.tokens, at: form) == nil {
      let token = transcript.tokens[form]
      let isComma = token.is(",") && LegalForms.czech.match(transcript.tokens, at: form + 1) != nil
      guard isComma || token.kind == .word && !token.isCapitalized, token.gap != .line else {
        return false
      }
      form += 1
    }
    return form < end + 4
  }

  /// A name that ends with an adjective, as *Mateřským a Základním*, lacks its noun.
  private func isUnfinished(_ name: Range<Int>) -> Bool {
    let word = transcript.tokens[name.upperBound - 1].folded
    // `ZŠ Komenského` is called after its street.
    if transcript.tokens[name.lowerBound].isUppercase, word.hasSuffix("skeho") { return false }
    return word.utf8.count > 5
      && ["skym", "nim", "skeho", "skych", "nich", "skou"].contains(where: word.hasSuffix)
  }

  /// A legal form after the name belongs to it: `Dům u řeky, o. p. s.`.
  private func withLegalForm(_ end: Int) -> Int {
    let form = transcript.is(end, ",") ? end + 1 : end
    return LegalForms.czech.match(transcript.tokens, at: form) ?? end
  }

  private func defined() -> [Mention] {
    OrganizationAbbreviation(transcript: transcript).defined().map {
      Mention(name: transcript.fact($0, confidence: 0.75), end: $0.upperBound)
    }
  }

  /// `Lhota Racing, IČO: 265 37 036`: whoever has a number, and is no person, is an organisation.
  private func numbered(besides others: [Mention]) -> [Mention] {
    let ends = Set(others.map(\.end))
    let names = OrganizationName(transcript: transcript)
    return transcript.places(of: ["ic", "ico"]).compactMap { label in
      guard let name = names.beforeNumber(label),
        !ends.contains(where: { name.contains($0 - 1) })
      else { return nil }
      return Mention(name: transcript.fact(name, confidence: 0.8), end: name.upperBound)
    }
  }

  private func linesWithDash() -> [Mention] {
    let names = OrganizationName(transcript: transcript)
    return transcript.lines.compactMap { line in
      names.beforeDash(line.tokens).map {
        Mention(name: transcript.fact($0, confidence: 0.7), end: $0.upperBound)
      }
    }
  }

  /// `, IČ 265 37 036, se sídlem Dlouhá 5, Praha 1`, `, Dlouhá 5, 405 02 Lhota`.
  private func addDetails(to organization: inout ExtractedOrganization, after start: Int) {
    let limit = min(
      transcript.lineEnd(of: max(0, start - 1)) + 20, transcript.tokens.count, start + 30)
    let seats = SeatReader(transcript: transcript)
    var isNumbers = true
    for place in start..<max(start, limit) {
      let word = transcript.tokens[place].folded
      if word == "ic" || word == "ico", organization.ico == nil, organization.icoAsWritten == nil {
        readNumber(after: place, into: &organization)
      }
      if word == "sidlem", organization.seat == nil {
        organization.seat = seats.seat(from: place + 1).map { transcript.fact($0) }
      }
      if organization.seat == nil, isNumbers, word == "," {
        organization.seat = seats.unannounced(from: place + 1).map { transcript.fact($0) }
      }
      isNumbers = isNumbers && (transcript.tokens[place].kind != .word || isNumberLabel(place))
      if LegalForms.czech.match(transcript.tokens, at: place) != nil { break }
    }
  }

  /// `IČ`, `DIČ CZ26537036`: what may stand between a name and its address.
  private func isNumberLabel(_ place: Int) -> Bool {
    let word = transcript.tokens[place].folded
    return ["ic", "ico", "dic", "cz"].contains(word)
      || word.hasPrefix("cz") && transcript.is(place - 1, "dic")
  }

  private func readNumber(after place: Int, into organization: inout ExtractedOrganization) {
    var start = place + 1
    while start < transcript.tokens.count, transcript.tokens[start].kind == .mark { start += 1 }
    var end = start
    while end < transcript.tokens.count, end < start + 4, transcript.tokens[end].kind == .number,
      end == start || transcript.tokens[end].gap == .space
    {
      end += 1
    }
    guard end > start else { return }
    let written = transcript.text(start..<end)
    let source = transcript.range(start..<end)
    if let number = CompanyNumber(written) {
      organization.ico = Fact(number, source, confidence: 0.99)
    } else {
      organization.icoAsWritten = Fact(written, source)
    }
  }
}
