public import Domain

/// A line of a document that a search found.
public struct SearchHit: Sendable {
  /// The document's record.
  public let document: RecordID
  /// The region that the document belongs to.
  public let region: String
  /// The document's file name.
  public let documentName: String
  /// The date of the document, as far as it is known.
  public let date: String?
  /// The place of the line in the document's plain text.
  public let range: SourceRange
  /// The line.
  public let text: String
  /// The places of the words that were found, in UTF-8 bytes of `text`.
  public let marks: [SourceRange]
}

extension Replica {
  /// Finds the lines that hold all words of `question`, in whatever form and with or without
  /// diacritics; the best first. Words in quotes stand together, a star ends the beginning of a
  /// word.
  /// - Throws: ``StorageError/emptyQuestion`` when there is no word in it.
  public func search(_ question: String, regions: [String] = [], limit: Int = 50) throws
    -> [SearchHit]
  {
    let question = SearchQuestion(question)
    guard !question.isEmpty else { throw StorageError.emptyQuestion }
    let wanted = Set(regions.map { Folding.fold($0) })
    var hits: [SearchHit] = []
    try connection.forEach(
      """
      SELECT passage.document, document.region, document.name, document.date, passage.start,
        passage."end", passage.text
      FROM passageIndex
      JOIN passage ON passage.number = passageIndex.rowid
      JOIN documentRecord AS document ON document.id = passage.document
      WHERE passageIndex MATCH ? ORDER BY bm25(passageIndex), passage.document, passage.start
      """, [.text(question.match)]
    ) { row in
      let region = Folding.fold(row.text(1) ?? "")
      guard hits.count < limit, wanted.isEmpty || wanted.contains(region) else { return }
      hits.append(try Replica.hit(row, question))
    }
    return hits
  }

  private static func hit(_ row: Row, _ question: SearchQuestion) throws -> SearchHit {
    guard let document = row.text(0).flatMap(RecordID.init) else {
      throw StorageError.damaged(place: "passage")
    }
    let text = row.text(6) ?? ""
    let marks = CzechAnalyzer.terms(of: Array(text.utf8)).filter { question.finds($0.stem) }
    return SearchHit(
      document: document, region: row.text(1) ?? "", documentName: row.text(2) ?? "",
      date: row.text(3), range: SourceRange(Int(row.integer(4)), Int(row.integer(5))), text: text,
      marks: marks.map { SourceRange($0.range.lowerBound, $0.range.upperBound) })
  }
}
