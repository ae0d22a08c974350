/// Legal forms of organisations: `z. s.`, `spol. s r. o.`, `příspěvková organizace`.
struct LegalForms {
  /// The legal forms of the Czech Republic.
  static let czech = LegalForms(FactTable(PackageResources.legal_forms_tsv))

  private var entries: [String: [[String]]] = [:]
  private let filter: WordFilter

  private init(_ table: FactTable) {
    for row in table.rows {
      let words = row[0].split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      entries[first, default: []].append(words)
    }
    filter = WordFilter(entries.keys)
    for key in entries.keys { entries[key]?.sort { $0.count > $1.count } }
  }

  /// Whether a legal form may begin with a folded word; `false` is certain.
  func mayOpen(_ word: String) -> Bool { filter.mayHold(word) }

  /// Returns the token after the legal form that begins at `place`.
  func match(_ tokens: Tokens, at place: Int) -> Int? {
    guard place < tokens.count, filter.mayHold(tokens[place].folded),
      let candidates = entries[tokens[place].folded]
    else { return nil }
    for words in candidates {
      var end = place
      var fits = true
      for word in words {
        guard end < tokens.count, tokens[end].is(word), !tokens[end].isUppercase else {
          fits = false
          break
        }
        end += 1
        if end < tokens.count, tokens[end].is("."), tokens[end].gap == .none {
          end += 1
        } else if word.utf8.count < 3, word != "s" || words[0] != "spol" {
          fits = false
          break
        }
      }
      if fits { return end }
    }
    return nil
  }
}
