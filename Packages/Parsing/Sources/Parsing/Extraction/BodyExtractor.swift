import Domain

/// The body that met and the body that it belongs to.
struct BodyExtractor {
  /// What was found.
  struct Found {
    /// The body that met.
    var body: Fact<String>?
    /// What it belongs to.
    var parent: Fact<String>?
  }

  /// The parts of the document.
  let layout: Layout
  /// The lines of the title.
  let titleLines: Range<Int>
  /// The page headers, which often name the body.
  let edges: [PageEdge]

  var transcript: Transcript { layout.transcript }
  private static let owners: WordSet = [
    "mestskeho", "rady", "fakulty", "regionalni", "magistratu", "statutarniho", "obecniho",
    "krajskeho", "univerzity", "spolecenstvi",
  ]
  private static let ownerHeads: WordSet = [
    "mesto", "mestsky", "obec", "statutarni", "fakulta", "univerzita", "spolecenstvi", "spolek",
    "sdruzeni", "magistrat", "kraj", "mestys", "obecni", "regionalni", "komunitni",
    "svj", "tj", "sk", "svaz", "klub",
  ]
  static let stops: WordSet = [
    "dne", "ze", "konane", "konaneho", "konany", "c", "pri", "se", "(", "ktere", "za", "\"", "ve",
    "je", "po", "pondeli", "utery", "streda", "ctvrtek", "patek", "sobota", "nedele", "schvaluje",
    "bere", "konana", "uskutecni", "probehne", "bylo", "muze", "musi", "byla", "byl", "probehlo",
    "probehla", "ale",
  ]
  private static let adjectives = [
    "ho", "ni", "ske", "cke", "cni", "vni", "ska", "cka", "ci", "ova", "ove", "sky",
    "cky",
  ]
  /// Endings of feminine bodies, whose adjectives end with á in the nominative.
  private static let feminine = ["komise", "rada", "skupina", "platforma", "hromada", "schůze"]
  private static let neuter = [
    "zastupitelstvo", "shromáždění", "představenstvo", "předsednictvo", "fórum",
  ]
  private static let notAdjectives: WordSet = [
    "jednani", "zasedani", "setkani", "radneho", "mimoradneho", "konane", "konaneho", "dalsiho",
    "pristiho", "ustavujiciho", "zahajeni", "hlasovani", "pristi", "dalsi", "ni", "usneseni",
    "prvni", "druhe", "treti", "lednove", "unorove", "breznove", "dubnove", "kvetnove", "cervnove",
    "cervencove", "srpnove", "zarijove", "rijnove", "listopadove", "prosincove",
  ]

  /// Returns the bodies: from the title, then from the heading, then from page headers and the
  /// text.
  func bodies() -> Found {
    let title = layout.tokens(ofLines: titleLines)
    let heading = layout.tokens(ofLines: layout.heading)
    let edges = inEdges()
    var found =
      (inSentence(title).map { longer($0, in: heading) }) ?? inSentence(heading) ?? edges
      ?? ofAdjective(heading) ?? abbreviated(heading)
      ?? layout.frontValue("puvodce").flatMap { inSentence($0) } ?? inText() ?? Found()
    found.body = found.body.map { spelledOut($0) }
    if found.parent == nil {
      found.parent =
        ownerLine(before: found.body) ?? edges?.parent ?? ownerInText(of: found.body)
    }
    return found
  }

  /// `Akademický senát Fakulty dopravy schvaluje`: the owner right after the body in the text.
  private func ownerInText(of body: Fact<String>?) -> Fact<String>? {
    guard let body else { return nil }
    let words = Folding.fold(body.value).split(separator: " ").map(String.init)
    for place in transcript.places(of: WordSet(words.prefix(1))) {
      let end = place + words.count
      let fits = words.indices.allSatisfy { transcript.is(place + $0, words[$0]) }
      guard fits, end < transcript.tokens.count, transcript.tokens[end].gap == .space else {
        continue
      }
      if let owner = parent(after: end, limit: transcript.lineEnd(of: place)) { return owner }
    }
    return nil
  }

  /// What page headers say stands after the plain text, where ``Document/fullText`` has them.
  private func inEdges() -> Found? {
    let texts = edges.map(\.text)
    guard !texts.isEmpty else { return nil }
    let inner = Layout(Transcript(texts.joined(separator: "\n")))
    let reader = BodyExtractor(layout: inner, titleLines: 0..<0, edges: [])
    var found = reader.inSentence(inner.transcript.tokens.indices) ?? Found()
    if found.parent == nil { found.parent = reader.ownerLine(before: found.body) }
    let offset = transcript.bytes.count
    found.body = found.body.map { Fact($0.value, $0.source.moved(by: offset), confidence: 0.9) }
    found.parent = found.parent.map { Fact($0.value, $0.source.moved(by: offset), confidence: 0.9) }
    return found.body == nil && found.parent == nil ? nil : found
  }

  /// `z jednání komise kultury při radě města`.
  private func inSentence(_ range: Range<Int>) -> Found? {
    for place in range {
      guard let head = Bodies.czech.match(transcript.tokens, at: place, limit: range.upperBound)
      else {
        continue
      }
      // `@Celostátní fórum`: an account.
      if transcript.is(place - 1, "@") || place > 1 && transcript.is(place - 2, "@") { continue }
      return read(head, at: place, limit: range.upperBound)
    }
    return nil
  }

  /// `Jednání komise bylo …` names less than a later line of the heading may.
  private func longer(_ found: Found, in heading: Range<Int>) -> Found {
    guard let name = found.body?.value.lowercased(),
      !name.contains(" ") || Self.unnamed.contains(where: name.hasSuffix)
    else { return found }
    for place in heading {
      guard let head = Bodies.czech.match(transcript.tokens, at: place, limit: heading.upperBound),
        name.hasPrefix(head.nominative)
      else { continue }
      let other = read(head, at: place, limit: heading.upperBound)
      if other.body?.value.lowercased().hasPrefix(name + " ") == true { return other }
    }
    return found
  }

  func read(_ head: (nominative: String, end: Int), at place: Int, limit: Int) -> Found {
    let start = adjectivesStart(before: place)
    let end = bodyEnd(from: head.end, limit: limit)
    let first = transcript.text(place..<place + 1)
    var name = head.nominative
    if transcript.tokens[place].isUppercase {
      name = name.uppercased()
    } else if first.first?.isUppercase == true {
      name = name.prefix(1).uppercased() + name.dropFirst()
    }
    var words: [String] = []
    for index in start..<place {
      let word = Nominative.adjective(transcript.text(index..<index + 1))
      let isGenitive =
        (word.hasSuffix("é") || word.hasSuffix("É"))
        && Self.feminine.contains { head.nominative.hasSuffix($0) }
      let isNeuter = word.hasSuffix("ý") && Self.neuter.contains { head.nominative.hasSuffix($0) }
      words.append(
        isGenitive
          ? word.dropLast() + (word.hasSuffix("É") ? "Á" : "á")
          : isNeuter ? word.dropLast() + "é" : word)
    }
    words.append(name)
    if head.end < end { words.append(transcript.text(head.end..<end)) }
    let body = Fact(words.joined(separator: " "), transcript.range(start..<end))
    return Found(body: body, parent: parent(before: start) ?? parent(after: end, limit: limit))
  }

  private func adjectivesStart(before place: Int) -> Int {
    var start = place
    while start > 0, transcript.tokens[start].gap != .line {
      if isAdjective(start - 1) {
        start -= 1
      } else if start < place, transcript.is(start - 1, "a"), isAdjective(start - 2),
        transcript.tokens[start - 1].gap != .line
      {
        // `sociální a kulturní komise`
        start -= 2
      } else {
        break
      }
    }
    return start
  }

  private func isAdjective(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.kind == .word && !Self.notAdjectives.contains(token.folded)
      && token.folded.utf8.count > 3
      && Self.adjectives.contains(where: { token.folded.hasSuffix($0) })
  }

  private func bodyEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      let token = transcript.tokens[end]
      // `Výbor schvaluje`, `Výbor schválil`: a sentence begins with the body.
      if !token.isCapitalized,
        token.folded.hasSuffix("uje") || PeopleLine.isPastVerb(token.folded)
          || OperativeVerbs.contains(token.folded)
      {
        break
      }
      if Self.stops.contains(token.folded) || token.is(":") || token.is("|")
        || token.is("-") && !joinsNames(end) || opensRemark(end)
      {
        break
      }
      if token.is("."), token.gap == .none,
        end + 1 >= limit || transcript.tokens[end + 1].gap == .line
      {
        break
      }
      if token.is(","), Words.isCourtesy(transcript.tokens[end + 1].folded) { break }
      if isSuperior(end) { break }
      if token.is("v"), end + 1 < limit, transcript.tokens[end + 1].isCapitalized { break }
      if token.isCapitalized, Self.owners.contains(token.folded), end > start || !token.isUppercase
      {
        break
      }
      if token.gap == .line, endsAtLine(end, start: start) { break }
      if token.kind == .number, isDateOrNumber(end, limit) { break }
      end += 1
    }
    let trimmed = transcript.trimmed(start..<end)
    return max(start, trimmed.isEmpty ? start : trimmed.upperBound)
  }

  /// `komise AS FF`, `výbor ZM Lhota`: initials of the body that another one works for.
  private func isSuperior(_ place: Int) -> Bool {
    let token = transcript.tokens[place]
    return token.isUppercase && Self.superiors.contains(token.folded)
      && (transcript.tokens[place - 1].folded.hasPrefix("komis")
        || transcript.tokens[place - 1].folded.hasPrefix("vybor"))
  }

  private static let superiors: WordSet = ["as", "zm", "zo", "rm", "ro"]

  private func endsAtLine(_ place: Int, start: Int) -> Bool {
    let line = transcript.lines[transcript.line(of: place)]
    if line.hasBlankAbove || transcript.tokens[place].isCapitalized { return true }
    return ["zapis", "z", "konane", "zaznam"].contains(transcript.tokens[place].folded)
  }

  private func isDateOrNumber(_ place: Int, _ limit: Int) -> Bool {
    if transcript.is(place + 1, "/"), transcript.tokens[place].gap != .none { return true }
    return DateScanner(tokens: transcript.tokens[place..<limit]).date(at: place) != nil
  }

  /// `KOMUNITNÍ PLÁNOVÁNÍ - ŘÍDICÍ SKUPINA`: what stands before the dash.
  private func parent(before start: Int) -> Fact<String>? {
    guard start > 1, transcript.is(start - 1, "-"), transcript.tokens[start].gap != .line else {
      return nil
    }
    let line = transcript.lines[transcript.line(of: start)].tokens
    let owner = line.lowerBound..<start - 1
    return owner.isEmpty ? nil : transcript.fact(owner)
  }

  private func parent(after end: Int, limit: Int) -> Fact<String>? {
    guard end < limit else { return nil }
    let token = transcript.tokens[end]
    if isSuperior(end) {
      return transcript.fact(end..<max(end + 1, bodyEnd(from: end + 1, limit: limit)))
    }
    guard token.isCapitalized, Self.owners.contains(token.folded) else { return nil }
    let stop = bodyEnd(from: end + 1, limit: limit)
    let words = (end..<stop).prefix(2).map { Nominative.owner(transcript.text($0..<$0 + 1)) }
    let rest = end + 2 < stop ? " " + transcript.text(end + 2..<stop) : ""
    return Fact(words.joined(separator: " ") + rest, transcript.range(end..<stop))
  }

  /// A line of the heading that names a town, an office or an association.
  private func ownerLine(before body: Fact<String>?) -> Fact<String>? {
    for index in layout.heading {
      let line = transcript.lines[index].tokens
      if let body, transcript.range(line).end > body.source.start { break }
      guard Self.ownerHeads.contains(transcript.tokens[line.lowerBound].folded),
        transcript.tokens[line.lowerBound].isCapitalized,
        transcript.first([":"], in: line) == nil,
        !line.contains(where: { transcript.tokens[$0].folded.hasPrefix("odbor") })
      else { continue }
      // `Obec Lhota, Dlouhá 5, 394 70 Lhota`: the address belongs to no name.
      let name = line.first {
        transcript.is($0, ",") && LegalForms.czech.match(transcript.tokens, at: $0 + 1) == nil
      }
      return transcript.fact(transcript.trimmed(line.lowerBound..<(name ?? line.upperBound)))
    }
    return nil
  }

  /// The body with a capital that the text names most often.
  private func inText() -> Found? {
    var best: (count: Int, bodies: Found)?
    var counts: [String: Int] = [:]
    for place in transcript.tokens.indices where transcript.tokens[place].isCapitalized {
      guard
        let head = Bodies.czech.match(
          transcript.tokens, at: place, limit: transcript.tokens.count),
        head.end < transcript.tokens.count, transcript.tokens[head.end].isCapitalized,
        transcript.tokens[head.end].gap == .space
      else { continue }
      var found = read(head, at: place, limit: min(head.end + 2, transcript.lineEnd(of: place)))
      found.parent = nil
      guard let name = found.body?.value else { continue }
      let count = counts[name, default: 0] + 1
      counts[name] = count
      if count > best?.count ?? 0 { best = (count, found) }
    }
    return best?.count ?? 0 > 1 ? best?.bodies : nil
  }
}
