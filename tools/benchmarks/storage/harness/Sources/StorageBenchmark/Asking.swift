import Domain
import Storage

/// Asks a database the questions of a page and prints what each costs.
enum Asking {
  static func run(_ path: String, questions file: String) throws {
    let opening = try milliseconds(20) { _ in _ = try Replica(opening: path, for: .reading) }
    report("open the file", opening, "ms", "< 30")
    let replica = try Replica(opening: path, for: .reading)
    let items = try replica.ask(.items, ViewQuery(limit: 500, withEvidence: false)).rows.map(\.id)
    let record = try milliseconds(2_000) { round in
      _ = try replica.show(items[round % items.count])
    }
    report("a record with its evidence", record, "ms", "<= 0.05")
    let regions = try replica.regions()
    let filtered = try milliseconds(200) { round in
      let query = ViewQuery(
        regions: [regions[round % regions.count]],
        filters: [RowFilter(column: "date", text: "20\(14 + round % 10)")], limit: 20,
        withFacets: true, withEvidence: false)
      _ = try replica.ask(.items, query)
    }
    report("a filtered view: page, count, four facets", filtered, "ms", "<= 1.5")
    var searches: [(String, [IndexQuestion])] = []
    for (name, words) in questions {
      let found = try replica.find(SearchQuery(words[0]))
      let search = try milliseconds(60) { round in
        _ = try replica.find(SearchQuery(words[round % words.count], limit: 20))
      }
      let total = "\(found.total)\(found.isTotalExact ? "" : "+")"
      let label = "search, \(name) (\(total) lines)"
      report(label, search, "ms", "<= 10")
      searches.append((label, try words.map { try indexQuestion($0, replica) }))
    }
    try write(items.map(\.description), regions, searches, to: file)
  }

  /// What the index is asked for; one question is enough for each that is asked here.
  private static func indexQuestion(_ words: String, _ replica: Replica) throws -> IndexQuestion {
    let questions = try replica.indexQuestions(words)
    guard let question = questions.first, questions.count == 1 else {
      fatalError("\(words): \(questions)")
    }
    return question
  }

  /// What the peer asks: the same records, regions, and words among the same rows.
  private static func write(
    _ records: [String], _ regions: [String], _ searches: [(String, [IndexQuestion])],
    to file: String
  ) throws {
    var writer = JSONWriter()
    writer.object { writer in
      for (key, values) in [("records", records), ("regions", regions)] {
        writer.key(key)
        writer.array(values) { $0.string($1) }
      }
      writer.key("searches")
      writer.object { writer in
        for (label, questions) in searches {
          writer.key(label)
          writer.array(questions) { writer, question in
            writer.object { writer in
              writer.key("match")
              writer.string(question.match)
              guard let rows = question.rows else { return }
              writer.key("rows")
              writer.array([rows.lowerBound, rows.upperBound]) { $0.string("\($1)") }
            }
          }
        }
      }
    }
    try Files.write(Array(writer.text.utf8), to: file)
  }

  private static let questions: [(String, [String])] = [
    ("rare words", ["kurátor noclehárna", "lékařům doprava"]),
    ("common words", ["bydlením", "terénních programů", "ubytovny"]),
    ("very common words", ["téma", "skupiny OR tématu", "přítomným", "projektů"]),
    ("phrases and fields", ["\"azylový dům\" rok:2019", "(exekuce OR dluhy) rok:2018-2020"]),
  ]
}
