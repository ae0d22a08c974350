extension Replica {
  /// Finds the lines that hold all words of `question`; see ``find(_:)``.
  /// - Throws: ``StorageError/emptyQuestion`` when there is no word in it.
  public func search(_ question: String, regions: [String] = [], limit: Int = 50) throws
    -> [SearchHit]
  {
    try find(SearchQuery(question, regions: regions, limit: limit)).hits
  }

  /// Finds lines by their words, in whatever form and with or without diacritics; the best first.
  ///
  /// Words in quotes stand together, a star ends the beginning of a word, `AND`, `OR`, `NOT`,
  /// parentheses and fields combine. The cost is bounded: of very common words, the newest lines
  /// and headings are weighed and counted, and the total says so.
  /// - Throws: ``StorageError/emptyQuestion`` when there is nothing to look for.
  public func find(_ query: SearchQuery) throws -> SearchAnswer {
    try connection.reading {
      let question = SearchQuestion(query.text, SearchVocabulary(connection))
      var answer = SearchAnswer()
      answer.notes = question.notes
      guard var expression = question.expression else {
        // Who typed a field with a wrong value is told so.
        if question.notes.contains(where: \.isAboutValue) { return answer }
        throw StorageError.emptyQuestion
      }
      if !query.regions.isEmpty {
        let regions = query.regions.prefix(64).map { SearchScope.whole(region: $0) }
        expression = .both(expression, .scope(regions))
      }
      let walk = try SearchWalk(connection, expression)
      let most = SearchWalk.mostLines(for: query)
      let rows = try walk.rows(most: most)
      answer.total = rows.count
      answer.isTotalExact = rows.count < most
      if rows.isEmpty { answer.notes += SearchNote.smallOperators(in: query.text) }
      if query.withFacets { answer.facets = try walk.facets(of: rows) }
      var reader = PassageReader(connection)
      let ranked = try walk.ranked(rows, &reader)
      try fill(&answer, from: ranked, of: query, walk, &reader)
      return answer
    }
  }

  /// The question as FTS5 takes it, for whoever asks the index `passageIndex` with another tool:
  /// the lines that any of these finds; none when there is nothing to look for.
  public func indexQuestions(_ text: String) throws -> [IndexQuestion] {
    try connection.reading {
      let vocabulary = SearchVocabulary(connection)
      guard let expression = SearchQuestion(text, vocabulary).expression else { return [] }
      return try IndexQuestion.all(for: expression, vocabulary)
    }
  }

  private func fill(
    _ answer: inout SearchAnswer, from ranked: [Int64], of query: SearchQuery, _ walk: SearchWalk,
    _ reader: inout PassageReader
  ) throws {
    let start = query.after.flatMap { Int64($0) }.flatMap { ranked.firstIndex(of: $0) }
    if let after = query.after, start == nil { throw StorageError.noSuchRecord(after) }
    let page = ranked[(start.map { $0 + 1 } ?? 0)...].prefix(max(1, query.limit))
    answer.hits = try page.compactMap { try walk.hit($0, &reader) }
    if let last = page.last, page.endIndex < ranked.endIndex { answer.next = String(last) }
  }
}
