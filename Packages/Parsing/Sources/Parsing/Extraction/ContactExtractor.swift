import Domain

/// Telephone numbers, e-mail and web addresses.
struct ContactExtractor {
  /// The parts of the document.
  let layout: Layout

  private var transcript: Transcript { layout.transcript }
  private static let domains: WordSet = ["cz", "sk", "eu", "com", "org", "net", "info"]

  /// Returns the contacts in the order of the text, each once.
  func contacts() -> [ExtractedContact] {
    var found: [ExtractedContact] = []
    var seen: Set<String> = []
    var place = 0
    while place < transcript.tokens.count {
      if let run = address(at: place) {
        let key = run.contact.value.value.lowercased()
        if seen.insert(key).inserted { found.append(run.contact) }
        place = run.end
      } else if let run = phone(at: place) {
        if seen.insert(run.contact.value.value).inserted { found.append(run.contact) }
        place = run.end
      } else {
        place += 1
      }
    }
    return found
  }

  /// A run without white space that has `@`, `://` or the end of a domain.
  private func address(at place: Int) -> (contact: ExtractedContact, end: Int)? {
    guard transcript.tokens[place].kind == .word, transcript.tokens[place + 1].gap == .none,
      // Most words have one mark after them, no address.
      transcript.tokens[place + 2].gap == .none,
      place == 0 || transcript.tokens[place].gap != .none || isOpening(transcript.tokens[place - 1])
    else { return nil }
    var end = place + 1
    while end < transcript.tokens.count, transcript.tokens[end].gap == .none,
      !isClosing(transcript.tokens[end])
    {
      end += 1
    }
    let run = transcript.trimmed(place..<end, marks: [".", ",", ";", ":", "!", "?", "•"])
    guard run.count > 2 else { return nil }
    let tokens = transcript.tokens[run]
    let isURL = tokens.contains { $0.is("/") } && transcript.is(place + 1, ":")
    let isMail = tokens.contains { $0.is("@") }
    guard isURL || isMail || isDomain(run) else { return nil }
    let value = transcript.fact(run, confidence: 0.98)
    guard isMail, !isURL else { return (ExtractedContact(kind: .url, value: value), end) }
    var contact = ExtractedContact(kind: .email, value: value)
    contact.person = ContactPerson(transcript: transcript).person(before: place)
    return (contact, end)
  }

  private func isDomain(_ run: Range<Int>) -> Bool {
    let slash = run.first { transcript.is($0, "/") } ?? run.upperBound
    guard slash - 2 > run.lowerBound, transcript.is(slash - 2, "."),
      Self.domains.contains(transcript.tokens[slash - 1].folded)
    else { return false }
    return transcript.is(run.lowerBound, "www")
      || run.count(where: { transcript.is($0, ".") }) > 1 || isBareDomain(run)
  }

  /// `lhota.cz`; *Věc skončila.Info* lacks a space, *SK Lhota.cz* is a club, *OpenLhota.org* a
  /// product, and `[lhota.cz](…)` the words of a link.
  private func isBareDomain(_ run: Range<Int>) -> Bool {
    let first = transcript.tokens[run.lowerBound]
    guard first.folded.utf8.count > 2, run.lowerBound + 2 < run.upperBound,
      !transcript.tokens[run.lowerBound + 2].isCapitalized,
      !transcript.is(run.upperBound, "]"),
      !transcript.text(run.lowerBound..<run.lowerBound + 1).dropFirst().contains(
        where: \.isUppercase)
    else { return false }
    return !first.isCapitalized || first.gap == .line
      || !transcript.tokens[run.lowerBound - 1].isCapitalized
  }

  private func isOpening(_ token: Token) -> Bool {
    ["(", "<", "[", "\"", ":"].contains(token.folded)
  }

  private func isClosing(_ token: Token) -> Bool {
    [")", ">", "]", "\"", "<", "(", "["].contains(token.folded)
  }

  /// Nine digits in threes, with or without the code of the country; faxes reach nobody.
  private func phone(at place: Int) -> (contact: ExtractedContact, end: Int)? {
    guard transcript.tokens[place].kind != .word else { return nil }
    var start = place
    if transcript.is(place, "+") || transcript.is(place, "00") { start += 1 }
    if start > place, transcript.is(start, "420") { start += 1 }
    guard let end = nineDigits(at: start), !isCounted(end), !isFax(before: place) else {
      return nil
    }
    let digits = withoutCountry(transcript.tokens[start..<end].map(\.folded).joined())
    guard let first = digits.utf8.first, first > UInt8(ascii: "1") else { return nil }
    let value = Fact("+420" + digits, transcript.range(place..<end), confidence: 0.95)
    var contact = ExtractedContact(kind: .phone, value: value)
    contact.person =
      person(before: place)
      ?? ContactPerson(transcript: transcript).person(
        before: place)
    return (contact, end)
  }

  /// `+420354922111`
  private func withoutCountry(_ digits: String) -> String {
    digits.utf8.count == 12 && digits.hasPrefix("420") ? String(digits.dropFirst(3)) : digits
  }

  private func nineDigits(at start: Int) -> Int? {
    guard start < transcript.tokens.count, transcript.tokens[start].kind == .number else {
      return nil
    }
    var end = start
    while end < min(start + 3, transcript.tokens.count), transcript.tokens[end].kind == .number,
      transcript.tokens[end].folded.utf8.count == 3,
      end == start || transcript.tokens[end].gap == .space
    {
      end += 1
    }
    if end == start + 3 { return end }
    let digits = withoutCountry(transcript.tokens[start].folded).utf8.count
    return digits == 9 && isLabelled(start) ? start + 1 : nil
  }

  private func isLabelled(_ place: Int) -> Bool {
    (max(0, place - 3)..<place).contains { index in
      ["tel", "mobil", "+"].contains { transcript.tokens[index].folded.hasPrefix($0) }
    }
  }

  /// `485 244 981 Kč` is an amount, four groups of digits are no telephone.
  private func isCounted(_ end: Int) -> Bool {
    guard end < transcript.tokens.count else { return false }
    let next = transcript.tokens[end]
    return next.is("kc") || next.is(",") && next.gap == .none && transcript.is(end + 1, "-")
      || next.kind == .number && next.gap == .space
  }

  private func isFax(before place: Int) -> Bool {
    (max(0, place - 3)..<place).contains { transcript.is($0, "fax") }
      || (max(0, place - 2)..<place).contains {
        transcript.is($0, "ic") || transcript.is($0, "ico")
      }
  }

  /// `pana Nováka (485 …)`.
  private func person(before place: Int) -> Fact<String>? {
    guard transcript.is(place - 1, "("), place > 2,
      Words.isCourtesy(transcript.tokens[place - 3].folded),
      transcript.tokens[place - 2].isCapitalized
    else { return nil }
    let written = transcript.text(place - 2..<place - 1)
    let isWoman = transcript.tokens[place - 3].folded.hasPrefix("pani")
    return Fact(
      Nominative.surname(written, isWoman: isWoman), transcript.range(place - 2..<place - 1))
  }
}
