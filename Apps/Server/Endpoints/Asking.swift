import Desk
import Domain
import Storage

/// A page of rows as an endpoint answers it.
struct AnswerPage: Sendable {
  /// The rows.
  var answer: Answer
  /// How many rows there are in all; `nil` where nobody counted.
  var total: Int?
  /// Whether the total is not only the least.
  var isTotalExact = true
  /// How all rows divide, by columns.
  var facets: [(name: String, counts: [(value: String?, rows: Int)])] = []
  /// Where the next page starts; `nil` after the last row.
  var next: String?

  /// The rows as an array, or with what is known of all rows as an object.
  func json(asObject: Bool) -> [UInt8] {
    var writer = JSONWriter()
    if asObject { writeObject(to: &writer) } else { answer.writeRows(to: &writer) }
    writer.endLine()
    return writer.bytes
  }

  private func writeObject(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("total")
      writer.integer(total ?? answer.rows.count)
      writer.key("isTotalExact")
      writer.boolean(isTotalExact)
      writer.key("next")
      if let next { writer.string(next) } else { writer.null() }
      writer.key("facets")
      writer.object { writer in
        for facet in facets {
          writer.key(facet.name)
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
      writer.key("rows")
      answer.writeRows(to: &writer)
    }
  }
}

/// A question to a view.
struct PageQuestion: Sendable {
  var regions: [String]
  var filters: [RowFilter]
  var limit: Int
  var after: String?
  var withFacets: Bool
  /// Whether the places that prove the rows are answered.
  var withEvidence = true
}

extension PageQuestion {
  /// The question as the storage is asked it.
  fileprivate var query: ViewQuery {
    ViewQuery(
      regions: regions, filters: filters, limit: limit, after: after, withFacets: withFacets,
      withEvidence: withEvidence)
  }
}

extension Replica {
  /// Answers a page of a view.
  func page(_ view: ConsolidatedView, _ question: PageQuestion) throws -> AnswerPage {
    AnswerPage(Answer(try ask(view, question.query), of: view))
  }

  /// Answers a page of the records of a kind.
  func page(_ kind: RecordKind, _ question: PageQuestion) throws -> AnswerPage {
    AnswerPage(Answer(try ask(kind, question.query), of: kind))
  }

  /// Answers a page of a search. Signs without a word among them find nothing.
  func page(searching query: Query, _ regions: [String]) throws -> AnswerPage {
    do {
      let question = SearchQuery(
        query.text("q") ?? "", regions: regions, limit: query.integer("limit") ?? 50,
        after: query.text("after"), withFacets: query.isSet("facets"))
      return AnswerPage(Answer(try find(question)))
    } catch StorageError.emptyQuestion {
      return AnswerPage(answer: Answer([SearchHit]()))
    }
  }
}

extension AnswerPage {
  /// An answer with what is known of all rows.
  init(_ answer: Answer) {
    self.init(
      answer: answer, total: answer.page?.total,
      isTotalExact: answer.page?.isTotalExact ?? true,
      facets: (answer.page?.facets ?? []).map { facet in
        (facet.field.name, facet.counts.map { ($0.value, $0.rows) })
      }, next: answer.page?.next)
  }
}
