public import Domain
public import Storage

extension Answer {
  /// The lines that a search found, with how many there are and how they divide.
  public init(_ answer: SearchAnswer) {
    self.init(answer.hits)
    page = Page(
      total: answer.total, isTotalExact: answer.isTotalExact, facets: answer.facets,
      next: answer.next)
  }

  /// The lines that a search found.
  public init(_ hits: [SearchHit]) {
    self.init(
      columns: [
        Column(ImportedDocument.name), Column(ImportedDocument.date),
        Column(Field(0, "text", label: Label("Nalezeno", "Found"))),
      ],
      rows: hits.map { hit in
        Row(
          id: hit.document.description, kind: ImportedDocument.kind.name, region: hit.region,
          cells: [
            .text(hit.documentName), hit.date.map(ViewRow.Cell.text) ?? .none, .text(hit.text),
          ],
          evidence: [
            ViewRow.Evidence(
              field: ImportedDocument.text.name, document: hit.document.description,
              documentName: hit.documentName, range: hit.range, quote: hit.text,
              sentence: hit.text)
          ],
          details: [
            ("marks", JSONText.places(hit.marks)), ("body", JSONText.optional(hit.body)),
            ("snippet", JSONText.optional(hit.snippetText)),
          ],
          short: [2: hit.snippetText], marked: [2: hit.markedWords])
      })
  }
}

extension SearchHit {
  /// The part of the line around the words, with dots where something is left out.
  fileprivate var snippetText: String {
    let part = snippet.quote(from: text) ?? text
    return (snippet.start > 0 ? "… " : "") + part + (snippet.end < text.utf8.count ? " …" : "")
  }
}

extension SearchHit {
  /// The words of the snippet that were found, by their numbers.
  fileprivate var markedWords: Set<Int> {
    Set(
      marks.compactMap { mark in
        guard mark.start >= snippet.start, mark.end <= snippet.end,
          let before = SourceRange(snippet.start, mark.start).quote(from: text)
        else { return nil }
        let lead = ((snippet.start > 0 ? "… " : "") + before).printable
        let words = lead.split(separator: " ").count
        return lead.isEmpty || lead.hasSuffix(" ") ? words : words - 1
      })
  }
}

extension JSONText {
  /// Places as an array of pairs.
  static func places(_ places: [SourceRange]) -> String {
    var writer = JSONWriter()
    writer.array(places) { writer, place in
      writer.array([place.start, place.end]) { writer, end in writer.integer(end) }
    }
    return writer.text
  }

  /// A string, or `null`.
  static func optional(_ text: String?) -> String {
    var writer = JSONWriter()
    if let text { writer.string(text) } else { writer.null() }
    return writer.text
  }
}

extension SearchNote {
  /// The note as a sentence.
  public var wording: Label {
    switch self {
    case .unclosedQuote:
      Label(
        "Uvozovky nejsou zavřené; hledám slova až do konce pohromadě.",
        "A quote is not closed; the words up to the end are looked for together.")
    case .unevenParentheses:
      Label(
        "Závorek není stejně na obou stranách; chybějící jsem doplnil.",
        "Parentheses do not match; those that are missing were added.")
    case .strayOperator(let word):
      Label(
        "Vedle \(word) nic nestojí, vynechávám je; má být mezi dvěma slovy.",
        "There is nothing beside \(word), it was left out; it belongs between two words.")
    case .exclusionAlone:
      Label(
        "Vyloučit lze jen z něčeho: slovo NOT slovo; hledám slovo samo.",
        "Something can only be excluded from something: word NOT word; the word was looked for.")
    case .unknownField(let name, let suggestion):
      Label(
        "Pole \(name) v hledání není\(suggestion.map { ", mysleli jste \($0)?" } ?? ";")"
          + " Čtu je jako slova.",
        "There is no field \(name)\(suggestion.map { ", did you mean \($0)?" } ?? ";")"
          + " It was read as words.")
    case .badFieldValue(let field, let value, let known):
      Label(
        "Hodnota „\(value)“ se k poli \(field) nehodí, vynechávám ji"
          + (known.isEmpty ? "." : "; možnosti: \(known.joined(separator: ", "))."),
        "The value “\(value)” does not fit \(field) and was left out"
          + (known.isEmpty ? "." : "; choose from \(known.joined(separator: ", "))."))
    case .unknownPlace(let field, let value, let near):
      Label(
        "Žádný dokument nemá \(field): \(value)" + (near.map { "; mysleli jste \($0)?" } ?? "."),
        "No document has \(field): \(value)" + (near.map { "; did you mean \($0)?" } ?? "."))
    case .uselessStar(let word):
      Label(
        "Hvězdička platí jen na konci aspoň dvou písmen; v „\(word)“ ji vynechávám.",
        "A star counts at the end of two letters or more; in “\(word)” it was left out.")
    case .smallOperator(let word):
      Label(
        "Slovo „\(word)“ hledám jako slovo; má-li spojovat, napište \(word.uppercased()).",
        "“\(word)” was looked for as a word; write \(word.uppercased()) to join words.")
    case .tooManyTerms(let limit):
      Label(
        "Hledám jen prvních \(limit) slov.", "Only the first \(limit) words are looked for.")
    }
  }
}
