public import Domain
public import Storage

extension Answer {
  /// What is known of all rows, of which the answer holds a page.
  public struct Page: Sendable {
    /// How many rows there are.
    public let total: Int
    /// Whether there are no more.
    public let isTotalExact: Bool
    /// How they divide by some of the columns.
    public let facets: [Facet]
    /// What `--after` takes for the next page; `nil` after the last.
    public let next: String?

    /// Creates a description.
    public init(total: Int, isTotalExact: Bool = true, facets: [Facet], next: String?) {
      self.total = total
      self.isTotalExact = isTotalExact
      self.facets = facets
      self.next = next
    }
  }
}

extension Answer.Page {
  /// How many rows are shown of how many, and how to get on; `nil` when all are.
  public func sentence(showing count: Int) -> Label? {
    guard count < total || next != nil else { return nil }
    let all = isTotalExact ? "\(total)" : "\(total)+"
    let more = next.map { ("; další: --after \($0)", "; more: --after \($0)") } ?? ("", "")
    return Label("Zobrazeno \(count) z \(all)\(more.0)", "Shown \(count) of \(all)\(more.1)")
  }

  /// How the rows divide, a line a column.
  func lines(_ language: Language) -> String {
    facets.map { facet in
      let counts = facet.counts.map { count in
        let value = count.value.map { facet.field.shown(.text($0), in: language) }
        let name = value ?? Label("neuvedeno", "not stated").text(language)
        return "\(name.printable) \(count.rows)"
      }
      let others = Label.andMore(facet.others).text(language)
      let all = counts + (facet.others > 0 ? [others] : [])
      return "\(facet.field.label.text(language)): \(all.joined(separator: ", "))\n"
    }.joined()
  }

  /// The members of a JSON object.
  func write(to writer: inout JSONWriter) {
    writer.key("total")
    writer.integer(total)
    writer.key("isTotalExact")
    writer.boolean(isTotalExact)
    writer.key("next")
    if let next { writer.string(next) } else { writer.null() }
    writer.key("facets")
    writer.object { writer in
      for facet in facets {
        writer.key(facet.field.name)
        writer.array(facet.counts) { writer, count in
          writer.object { writer in
            writer.key("value")
            if let value = count.value { writer.string(value) } else { writer.null() }
            writer.key("count")
            writer.integer(count.rows)
          }
        }
      }
    }
  }
}
