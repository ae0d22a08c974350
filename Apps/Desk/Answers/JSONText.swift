public import Domain
import Storage

/// Answers as JSON. Keys are English and never translated.
enum JSONText {
  /// An array with one object a line.
  static func array(_ answer: Answer) -> String {
    var writer = JSONWriter()
    answer.writeRows(to: &writer)
    writer.endLine()
    return writer.text
  }

  /// An object with how many rows there are, how they divide and the rows of the page.
  static func page(_ answer: Answer, _ page: Answer.Page) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      page.write(to: &writer)
      writer.key("rows")
      answer.writeRows(to: &writer)
    }
    writer.endLine()
    return writer.text
  }

  /// One row: identifier, kind, region, the columns and what else is known.
  fileprivate static func write(
    _ row: Answer.Row, of answer: Answer, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      let lead = [("id", row.id), ("kind", row.kind), ("region", row.region)]
      for (key, value) in answer.areRecords ? lead : [] {
        writer.key(key)
        writer.string(value)
      }
      for (column, cell) in zip(answer.columns, row.cells) {
        writer.key(column.field.name)
        write(cell, to: &writer)
      }
      for detail in row.details {
        writer.key(detail.name)
        writer.raw(detail.json)
      }
      guard answer.areRecords else { return }
      writer.key("evidence")
      writer.array(row.evidence) { writer, evidence in write(evidence, to: &writer) }
    }
  }

  private static func write(_ cell: ViewRow.Cell, to writer: inout JSONWriter) {
    switch cell {
    case .none: writer.null()
    case .text(let text): writer.string(text)
    case .integer(let number): writer.integer(number)
    case .decimal(let number): writer.raw(String(number))
    case .boolean(let truth): writer.boolean(truth)
    case .list(let values): writer.array(values) { writer, value in writer.string(value) }
    }
  }

  private static func write(_ evidence: ViewRow.Evidence, to writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value) in [
        ("field", evidence.field), ("document", evidence.document),
        ("documentName", evidence.documentName),
      ] {
        writer.key(key)
        writer.string(value)
      }
      for (key, value) in [("start", evidence.range.start), ("end", evidence.range.end)] {
        writer.key(key)
        writer.integer(value)
      }
      writer.key("quote")
      writer.string(evidence.quote)
      writer.key("sentence")
      writer.string(evidence.sentence)
    }
  }
}

extension Answer {
  /// Writes the rows as an array with one object a line.
  public func writeRows(to writer: inout JSONWriter) {
    writer.lines(of: rows) { writer, row in JSONText.write(row, of: self, to: &writer) }
  }

  /// The rows as one JSON object a line.
  public var jsonLines: JSONWriter {
    var writer = JSONWriter()
    for row in rows {
      JSONText.write(row, of: self, to: &writer)
      writer.endLine()
    }
    return writer
  }
}
