import Domain
public import Storage

extension Answer {
  /// The place that proves a row as a whole: the first that is a sentence; of a project with a
  /// status the one of its status. A status without a proof is a person's, and the words that name
  /// the project do not prove it.
  public func proof(of row: Row) -> ViewRow.Evidence? {
    let status = Project.status.name
    if row.kind == Project.kind.name, !plain(status, in: row).isEmpty {
      return row.proof(of: status)
    }
    return row.evidence.first { !$0.sentence.contains("\n") }
  }

  /// The answer with one more column: the sentence that proves each row, and the document that it
  /// stands in.
  public var withProofs: Answer {
    var answer = Answer(
      columns: columns + [Column(Field(0, "proof", label: Field.evidence.label))],
      rows: rows.map { row in
        let proof = proof(of: row).map { ViewRow.Cell.text("\($0.sentence) (\($0.documentName))") }
        return row.adding(proof ?? .none)
      }, areRecords: areRecords)
    answer.page = page
    return answer
  }
}

extension Answer.Row {
  /// The row with one more cell.
  fileprivate func adding(_ cell: ViewRow.Cell) -> Answer.Row {
    Answer.Row(
      id: id, kind: kind, region: region, cells: cells + [cell], evidence: evidence,
      details: details, short: short)
  }
}
