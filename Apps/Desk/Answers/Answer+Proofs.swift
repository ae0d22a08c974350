import Domain
public import Storage

extension Answer {
  /// The place that proves a row as a whole: that of its first column where it is a sentence, else
  /// the first that is one; of a project with a status the one of its status. A status without a
  /// proof is a person's, and the words that name the project do not prove it.
  public func proof(of row: Row) -> ViewRow.Evidence? {
    let status = Project.status.name
    if row.kind == Project.kind.name, !plain(status, in: row).isEmpty {
      return row.proof(of: status)
    }
    let sentences = row.evidence.filter { !$0.sentence.contains("\n") }
    return sentences.first { $0.field == columns.first?.field.name } ?? sentences.first
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
