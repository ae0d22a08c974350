import Domain

/// The names of items without what only explains them.
extension AgendaExtractor {
  /// `A. Úvod`, `B.1. Rozpočet`: the letter of a chapter and the number in it.
  func writtenNumber(_ tokens: Range<Int>) -> (number: String, end: Int)? {
    let first = tokens.lowerBound
    guard transcript.tokens[first].folded.utf8.count == 1, transcript.tokens[first].isCapitalized,
      transcript.is(first + 1, "."), transcript.tokens[first + 1].gap == .none
    else { return nil }
    let letter = transcript.text(first..<first + 1)
    guard transcript.tokens[first + 2].kind == .number, transcript.tokens[first + 2].gap == .none
    else { return first + 2 < tokens.upperBound ? (letter, first + 2) : nil }
    let end = transcript.is(first + 3, ".") ? first + 4 : first + 3
    return (letter + "." + transcript.tokens[first + 2].folded, end)
  }

  /// `2. Rozpočet, 3. Různé` in one line is two items.
  func splitGlued(_ entries: inout [Entry]) {
    guard let last = entries.last, let number = Int(last.item.number) else { return }
    let tokens = transcript.tokens(of: last.item.title.source)
    let split = tokens.first { place in
      transcript.tokens[place].number == number + 1 && transcript.is(place + 1, ".")
        && [",", ";"].contains(transcript.tokens[place - 1].folded)
        && transcript.tokens[place + 2].isCapitalized && transcript.tokens[place + 2].gap == .space
    }
    guard let split else { return }
    entries[entries.count - 1].item.title = title(tokens.lowerBound..<split)
    let item = ExtractedItem(
      number: String(number + 1), title: title(split + 2..<tokens.upperBound), announced: true)
    entries.append(Entry(item: item, line: last.line))
  }

  func title(_ tokens: Range<Int>) -> Fact<String> {
    transcript.fact(
      withoutLongRemark(
        transcript.trimmed(
          withoutSpeaker(withoutDecision(withoutReport(withoutColumns(withoutSubitems(tokens))))))))
  }

  /// `Různé: a. kontrola úkolů b. …` is called *Různé*.
  func withoutSubitems(_ tokens: Range<Int>) -> Range<Int> {
    let cut = tokens.first { place in
      place > tokens.lowerBound && transcript.is(place, "a")
        && [".", ")"].contains(transcript.tokens[place + 1].folded)
        && transcript.tokens[place + 1].gap == .none && transcript.is(place - 1, ":")
    }
    return tokens.lowerBound..<(cut ?? tokens.upperBound)
  }

  /// `Program schůze – výbor schvaluje všemi hlasy`: what was decided stands behind the dash.
  func withoutDecision(_ tokens: Range<Int>) -> Range<Int> {
    let dash = tokens.dropFirst().first { place in
      transcript.is(place, "-") && transcript.tokens[place].gap == .space
        && transcript.tokens[place + 1].gap == .space
        && (place + 1..<min(place + 5, tokens.upperBound)).contains {
          ["schvaluje", "schvalilo", "schvalila", "schvalil", "bere"].contains(
            transcript.tokens[$0].folded)
        }
    }
    return tokens.lowerBound..<(dash ?? tokens.upperBound)
  }

  /// `prof. Ing. Jan Nový, CSc. – Zpráva děkana`: who speaks, by titles, stands before the dash.
  func withoutSpeaker(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, Titles.czech.opens(transcript.tokens[first].folded),
      let dash = tokens.prefix(20).first(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap == .space
          && transcript.tokens[$0 + 1].gap == .space
      }), tokens.upperBound - dash > 2,
      let person = NameParser(transcript: transcript).person(at: first, limit: dash),
      person.tokens.upperBound == dash
    else { return tokens }
    return dash + 1..<tokens.upperBound
  }

  /// Other columns of a drawn table stand behind a wide gap.
  func withoutColumns(_ tokens: Range<Int>) -> Range<Int> {
    let cut = tokens.dropFirst().first { place in
      let start = transcript.tokens[place - 1].range.end
      let gap = transcript.bytes[start..<max(start, transcript.tokens[place].range.start)]
      return transcript.tokens[place].gap == .wide && gap.count > 2
        && gap.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
    return tokens.lowerBound..<(cut ?? tokens.upperBound)
  }

  /// A remark in brackets that is longer than the title before it explains the item and does not
  /// name it.
  func withoutLongRemark(_ tokens: Range<Int>) -> Range<Int> {
    guard let open = tokens.first(where: { transcript.is($0, "(") }), open > tokens.lowerBound,
      transcript.is(tokens.upperBound - 1, ")"),
      // Days and amounts are many tokens and explain nothing.
      tokens.contains(where: { $0 > open && transcript.tokens[$0].kind == .word })
    else { return tokens }
    return tokens.upperBound - open > 3 * (open - tokens.lowerBound)
      ? tokens.lowerBound..<open : tokens
  }

  /// Whether a sentence or a person stands behind the dash, and no longer name of the item.
  func saysMore(_ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    return PeopleLine(transcript: transcript, limit: rest.upperBound).isCertainPerson(first)
      || rest.contains { place in
        let word = transcript.tokens[place].folded
        return PeopleLine.isPastVerb(word)
          || ["byl", "byli", "byly", "je", "jsou", "maji", "ma", "se"].contains(word)
      }
  }

  /// `3. Zpráva výboru – na podzim oddíl uspořádal …`: what stands before the dash.
  func headBeforeDash(_ label: ItemLabel, _ line: Int) -> Range<Int>? {
    let tokens = label.titleStart..<transcript.lines[line].tokens.upperBound
    guard let first = tokens.first, transcript.tokens[first].isCapitalized,
      let dash = tokens.prefix(20).first(where: {
        transcript.is($0, "-") && transcript.tokens[$0].gap == .space
          && transcript.tokens[$0 + 1].gap == .space
      }), dash > first,
      !(first..<dash).contains(where: { PeopleLine.isPastVerb(transcript.tokens[$0].folded) })
    else { return nil }
    return first..<dash
  }

  /// All items in the one line under the label, as `1. Zahájení 2. Kontrola úkolů 3. Různé`.
  func glued(_ entries: [Entry]) -> [Entry]? {
    guard let only = entries.first,
      let titles = OneLineAgenda(transcript: transcript).titles(
        in: transcript.lines[only.line].tokens)
    else { return nil }
    return titles.enumerated().map { index, tokens in
      let item = ExtractedItem(number: String(index + 1), title: title(tokens), announced: true)
      return Entry(item: item, line: only.line)
    }
  }

  /// `12. Soud s firmou Dub, s.` and in the next line `r. o.`: the dot ends no sentence.
  func isInsideForm(_ line: Int) -> Bool {
    let last = transcript.lines[line].tokens.upperBound - 1
    guard line + 1 < transcript.lines.count, transcript.is(last, ".") else { return false }
    let next = transcript.tokens[transcript.lines[line + 1].tokens.lowerBound]
    return transcript.tokens[last - 1].folded.utf8.count == 1 && !next.isCapitalized
      && next.kind == .word && next.folded.utf8.count == 1
  }

  /// `Předkládá:   Senát:`, the head of the other columns of a programme.
  func isColumnHead(_ line: Int) -> Bool {
    guard line + 1 < transcript.lines.count, layout.itemLabels[line] == nil,
      layout.itemLabels[line + 1] != nil
    else { return false }
    let tokens = transcript.lines[line].tokens
    return tokens.count < 9
      && tokens.dropFirst().contains { transcript.tokens[$0].gap == .wide }
      && tokens.allSatisfy { transcript.tokens[$0].kind == .word || transcript.is($0, ":") }
  }

  /// `Hlasování o stanovách: zápis provedl notář`: what was done stands behind the colon.
  func withoutReport(_ tokens: Range<Int>) -> Range<Int> {
    let colon = tokens.dropFirst().first { place in
      transcript.is(place, ":") && place + 1 < tokens.upperBound
        && transcript.tokens[place + 1].kind == .word && !transcript.tokens[place + 1].isCapitalized
        && (place + 1..<min(place + 5, tokens.upperBound)).contains {
          let word = transcript.tokens[$0].folded
          return PeopleLine.isPastVerb(word) || word.hasSuffix("vedl")
        }
    }
    return tokens.lowerBound..<(colon ?? tokens.upperBound)
  }
}
