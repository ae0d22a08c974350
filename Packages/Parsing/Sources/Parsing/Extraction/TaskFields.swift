import Domain

/// The labelled fields of a task: `Zodpovídá: Jan Nový, Termín: 15. 3.`, `T: 15. 3.  Z: Nový`.
struct TaskFields {
  /// Who is responsible.
  var responsible: Fact<String>?
  /// When it is due.
  var due: Fact<CalendarPeriod>?
  /// Where the first of the fields begins; `nil` when there is none.
  var start: Int?
  /// Whether a label says beyond doubt that it is about a task, so that no term is needed.
  private(set) var isTold = false

  private enum Field {
    case responsible, due
  }

  private static let fields: [String: Field] = [
    "zodpovida": .responsible, "odpovida": .responsible, "zajisti": .responsible,
    "zodpovedny": .responsible, "zodpovedna": .responsible, "odpovedny": .responsible,
    "odpovedna": .responsible,
    "zodpovednost": .responsible, "odpovednost": .responsible, "zodp": .responsible,
    "odp": .responsible, "z": .responsible, "kdo": .responsible, "resitel": .responsible,
    "provede": .responsible, "splni": .responsible, "urcen": .responsible,
    "o": .responsible, "vyridi": .responsible, "vyrizuje": .responsible,
    "termin": .due, "t": .due, "term": .due, "deadline": .due, "splnit": .due,
  ]

  /// The words that may open a field.
  static let words = WordSet(fields.keys)

  private static let telling: WordSet = ["z", "zodpovida", "zodp"]
  private static let filter = WordFilter(fields.keys)

  /// Reads the fields that stand in some tokens, each up to the next one or to its line's end.
  init(in tokens: Range<Int>, of transcript: Transcript, held: CalendarDate?) {
    var place = tokens.lowerBound
    while place < tokens.upperBound {
      guard let label = Self.label(at: place, transcript) else {
        place += 1
        continue
      }
      start = start ?? (transcript.is(place - 1, "(") ? place - 1 : place)
      let end = Self.valueEnd(from: label.end, limit: tokens.upperBound, transcript)
      let value = Self.withoutBracket(
        transcript.trimmed(label.end..<max(label.end, end)), transcript)
      switch label.field {
      case .responsible where responsible == nil && !value.isEmpty:
        responsible = transcript.fact(value, confidence: 0.9)
        isTold = Self.telling.contains(transcript.tokens[place].folded)
      case .due where due == nil:
        // The last dot of `15. 3.` belongs to the date.
        due = Self.period(in: label.end..<max(label.end, end), transcript, held)
      default: break
      }
      place = max(end, label.end)
    }
  }

  /// Whether a field begins at a token.
  static func opens(_ place: Int, _ transcript: Transcript) -> Bool {
    label(at: place, transcript) != nil
  }

  private static func label(
    at place: Int, _ transcript: Transcript
  ) -> (field: Field, end: Int)? {
    let token = transcript.tokens[place]
    guard token.kind == .word, filter.mayHold(token.folded), let field = fields[token.folded] else {
      return nil
    }
    // A single letter is a field only when it is a capital.
    guard token.folded.utf8.count > 1 || token.isCapitalized else { return nil }
    var end = place + 1
    if transcript.is(end, "."), transcript.tokens[end].gap == .none { end += 1 }
    if ["osoba", "splneni", "plneni"].contains(transcript.tokens[end].folded) { end += 1 }
    guard transcript.is(end, ":") else { return isPlain(place, transcript) ? (field, end) : nil }
    return (field, end + 1)
  }

  /// `. Zodpovídá p. Nový`, `, termín 15. 3.`: behind a mark the word needs no colon.
  private static func isPlain(_ place: Int, _ transcript: Transcript) -> Bool {
    guard place > 0, place + 1 < transcript.tokens.count,
      transcript.tokens[place - 1].kind == .mark,
      transcript.tokens[place + 1].gap == .space
    else { return false }
    let next = transcript.tokens[place + 1]
    switch transcript.tokens[place].folded {
    case "zodpovida", "odpovida": return next.isCapitalized || Words.isCourtesy(next.folded)
    case "termin": return next.kind == .number && transcript.is(place + 2, ".")
    default: return false
    }
  }

  /// `(zodpovídá: Nový)`: the bracket belongs to the field.
  private static func withoutBracket(_ value: Range<Int>, _ transcript: Transcript) -> Range<Int> {
    guard let last = value.last, transcript.is(last, ")"),
      !value.contains(where: { transcript.is($0, "(") })
    else { return value }
    return transcript.trimmed(value.lowerBound..<last)
  }

  private static func valueEnd(from start: Int, limit: Int, _ transcript: Transcript) -> Int {
    var end = start
    while end < limit {
      if label(at: end, transcript) != nil { return end }
      if end > start, transcript.tokens[end].gap == .line { return end }
      if transcript.is(end, "ukol"), transcript.is(end + 1, ":") { return end }
      end += 1
    }
    return end
  }

  /// The day or the month of a value; a day without a year is the first one after the meeting.
  private static func period(
    in value: Range<Int>, _ transcript: Transcript, _ held: CalendarDate?
  ) -> Fact<CalendarPeriod>? {
    guard let date = DateScanner(tokens: transcript.tokens[value]).dates().first,
      let period = TaskSentence(transcript: transcript, held: held).period(of: date)
    else { return nil }
    return Fact(period, transcript.range(date.tokens))
  }
}
