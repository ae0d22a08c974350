import Domain
import Storage

/// The shapes of what is answered, made from the declarations of the views.
enum OpenAPISchemas {
  static func write(to writer: inout JSONWriter) {
    evidence(&writer)
    for view in ConsolidatedView.all {
      row(view.name, columns: view.columns.map(\.field), &writer)
      answer("\(view.name)Answer", of: view.name, &writer)
    }
    let documentFields = ImportedDocument.kind.listedFields.filter { $0 != ImportedDocument.text }
    if ConsolidatedView.named("documents") == nil {
      row("documentsRow", columns: documentFields, &writer)
      answer("documentsAnswer", of: "documentsRow", &writer)
    }
    row("searchHit", columns: [], &writer)
    answer("searchAnswer", of: "searchHit", &writer)
    row("Record", columns: [], &writer)
    array("History", of: "Object", &writer)
    array("Conflicts", of: "Object", &writer)
    array("Objects", of: "Object", &writer)
    array("Blocks", of: "Block", &writer)
    writer.key("Object")
    writer.object { $0.members([("type", "object")]) }
    object(
      "Block", ["number": "integer", "start": "integer", "end": "integer", "text": "string"],
      &writer)
    object(
      "Problem",
      [
        "type": "string", "title": "string", "status": "integer", "code": "string",
        "detail": "string",
      ], &writer)
    page(&writer)
  }

  private static func evidence(_ writer: inout JSONWriter) {
    object(
      "Evidence",
      [
        "field": "string", "document": "string", "documentName": "string", "start": "integer",
        "end": "integer", "quote": "string", "sentence": "string",
      ], &writer)
  }

  /// An object whose members are all there.
  private static func object(
    _ name: String, _ members: [String: String], _ writer: inout JSONWriter
  ) {
    let members = members.sorted { $0.key < $1.key }
    writer.key(name)
    writer.object { writer in
      writer.members([("type", "object")])
      writer.key("required")
      writer.array(members.map(\.key)) { writer, name in writer.string(name) }
      writer.key("properties")
      writer.object { writer in
        for (name, type) in members {
          writer.key(name)
          writer.object { $0.members([("type", type)]) }
        }
      }
    }
  }

  private static func row(_ name: String, columns: [Field], _ writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.members([("type", "object")])
      writer.key("required")
      let lead = ["id", "kind", "region"]
      writer.array(lead + columns.map(\.name) + ["evidence"]) { writer, name in
        writer.string(name)
      }
      writer.key("properties")
      writer.object { writer in
        for name in lead {
          writer.key(name)
          writer.object { $0.members([("type", "string")]) }
        }
        for field in columns {
          writer.key(field.name)
          schema(of: field, &writer)
        }
        writer.key("evidence")
        writer.object { writer in
          writer.members([("type", "array")])
          writer.key("items")
          writer.reference("schemas", "Evidence")
        }
      }
    }
  }

  private static func schema(of field: Field, _ writer: inout JSONWriter) {
    writer.object { writer in
      let type =
        switch field.type {
        case .integer: "integer"
        case .boolean: "boolean"
        case .text, .longText, .date, .companyNumber, .choice, .reference, .source: "string"
        }
      writer.members([("description", field.label.english)])
      writer.key("type")
      let types = [field.merge == .set ? "array" : type, "null"]
      writer.array(types) { writer, type in writer.string(type) }
      guard field.merge == .set else { return }
      writer.key("items")
      writer.object { $0.members([("type", type)]) }
    }
  }

  private static func array(_ name: String, of item: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.members([("type", "array")])
      writer.key("items")
      writer.reference("schemas", item)
    }
  }

  /// Rows as an array, or as an object with what is known of all rows.
  private static func answer(_ name: String, of row: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.object { writer in
      writer.key("oneOf")
      writer.array([false, true]) { writer, isObject in
        writer.object { writer in
          if isObject {
            writer.key("allOf")
            writer.array([true, false]) { writer, isPage in
              if isPage { return writer.reference("schemas", "Page") }
              writer.object { writer in
                writer.key("properties")
                writer.object { writer in
                  writer.key("rows")
                  rows(of: row, &writer)
                }
              }
            }
          } else {
            writer.members([("type", "array")])
            writer.key("items")
            writer.reference("schemas", row)
          }
        }
      }
    }
  }

  private static func rows(of row: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.members([("type", "array")])
      writer.key("items")
      writer.reference("schemas", row)
    }
  }

  private static func page(_ writer: inout JSONWriter) {
    writer.key("Page")
    writer.raw(
      """
      {"type":"object","required":["total","isTotalExact","next","facets","rows"],"properties":{\
      "total":{"type":"integer"},"isTotalExact":{"type":"boolean"},\
      "next":{"type":["string","null"]},"facets":{"type":"object","additionalProperties":\
      {"type":"array","items":{"type":"object","required":["value","count"],"properties":\
      {"value":{"type":["string","null"]},"count":{"type":"integer"}}}}},"rows":{"type":"array"}}}
      """)
  }
}
