import Domain

/// Where a line stands, as terms behind its words in the index: `ªregionisliberec`,
/// `ªbodyispracovniskupinabydleni`, `ªkindisarticle`. Filters of a search are words of the index
/// like all others, so they combine with *AND*, *OR* and *NOT* and cost no more. Which names have a
/// word is looked up in the table `scopeName` first.
///
/// Every line has one term of a region, also where the document is of none. What nearly all
/// documents are, minutes, has no term, and years have their rows (``PassageNumber``).
enum SearchScope {
  /// The letter in front of these terms. The tokenizer of the index takes it for a letter and
  /// leaves it as it is; for ``CzechAnalyzer`` it separates words, and ``Folding`` makes it of no
  /// other. So no word of a text or a question gives such a term or the beginning of one.
  static let mark = "ª"

  /// The terms of a document.
  static func terms(_ scope: SearchIndex.Scope) -> String {
    names(of: scope).map(\.term).joined(separator: " ")
  }

  /// What has a name that filters can be part of.
  enum Place: String {
    case region
    case body
    case kind
  }

  /// The kind of document that has no term. One of no kind, or of one that this version of the
  /// program does not know, is not of this kind and has a term.
  static let usualKind = DocumentKind.minutes

  /// The names of a document's region, body and kind, each with its term and its index terms.
  static func names(of scope: SearchIndex.Scope) -> [(term: String, stems: String)] {
    let kind = scope.kind == usualKind.rawValue ? nil : scope.kind ?? ""
    let names: [(Place, String?)] = [
      (.region, scope.region), (.body, scope.body), (.kind, kind),
    ]
    return names.compactMap { place, name in
      name.map { (term(place, $0), padded(CzechAnalyzer.stems(of: $0))) }
    }
  }

  /// Index terms between spaces, so that one is found within another's words only.
  static func padded(_ stems: [String]) -> String { " " + stems.joined(separator: " ") + " " }

  /// The term of exactly this name, however it is written.
  static func term(_ place: Place, _ name: String) -> String {
    mark + place.rawValue + "is" + letters(of: name)
  }

  /// The term of exactly this region, however its name is written.
  static func whole(region: String) -> String { term(.region, region) }

  /// The letters and digits of a name, folded. The bytes of all others are written in digits: at
  /// some of them the tokenizer would divide the term, and its rest would be a word of the line.
  private static func letters(of text: String) -> String {
    CzechAnalyzer.words(of: text).joined().utf8.reduce(into: "") { letters, byte in
      if byte < 0x80 {
        letters.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        letters += mark + String(byte, radix: 16)
      }
    }
  }
}
