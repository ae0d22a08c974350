import Domain
import HTTPTypes
import Storage

/// The description of the API after OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1).
struct OpenAPIDocument {
  private let endpoints: [Endpoint]
  private let asksWho: Bool

  /// - Parameter asksWho: Whether the hub asks who makes a request.
  init(_ endpoints: [Endpoint], asksWho: Bool) {
    self.endpoints = endpoints
    self.asksWho = asksWho
  }

  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.members([("openapi", "3.1.0")])
      writer.key("info")
      writer.object { writer in
        writer.members([
          ("title", "Soulad"), ("version", Hub.version),
          ("summary", "What community-planning groups agreed, with the sentences that prove it."),
        ])
        writer.key("license")
        writer.object { $0.members([("name", "Apache 2.0"), ("identifier", "Apache-2.0")]) }
      }
      writer.key("security")
      writer.array(asksWho ? ["bearer", "basic"] : []) { writer, name in
        writer.object { writer in
          writer.key(name)
          writer.array([String]()) { writer, name in writer.string(name) }
        }
      }
      writer.key("paths")
      writer.object { writer in
        for endpoint in endpoints { path(endpoint, &writer) }
      }
      writer.key("components")
      components(&writer)
    }
    return writer.text
  }

  private func path(_ endpoint: Endpoint, _ writer: inout JSONWriter) {
    guard let description = endpoint.description else { return }
    writer.key(endpoint.path)
    writer.object { writer in
      writer.key(endpoint.method.rawValue.lowercased())
      writer.object { writer in
        writer.members([
          ("operationId", description.operation), ("summary", description.summary),
        ])
        writer.key("parameters")
        writer.array(description.parameters) { writer, parameter in parameter.write(to: &writer) }
        writer.key("responses")
        responses(description, &writer)
      }
    }
  }

  private func responses(_ description: EndpointDescription, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("200")
      writer.object { writer in
        writer.members([("description", "The answer.")])
        writer.key("content")
        writer.object { writer in
          for answer in description.answers {
            writer.key(answer.type)
            writer.object { writer in
              guard let schema = answer.schema else { return }
              writer.key("schema")
              writer.reference("schemas", schema)
            }
          }
        }
      }
      writer.key("304")
      writer.object { $0.members([("description", "Nothing changed since.")]) }
      for status in [400, 401, 403, 404, 406, 409, 429, 500, 503] {
        writer.key(String(status))
        writer.reference("responses", "Problem")
      }
    }
  }

  private func components(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("securitySchemes")
      writer.object { writer in
        for scheme in ["bearer", "basic"] {
          writer.key(scheme)
          writer.object { $0.members([("type", "http"), ("scheme", scheme)]) }
        }
      }
      writer.key("responses")
      writer.object { writer in
        writer.key("Problem")
        writer.object { writer in
          writer.members([("description", "Problem details (RFC 9457).")])
          writer.key("content")
          writer.object { writer in
            writer.key("application/problem+json")
            writer.object { writer in
              writer.key("schema")
              writer.reference("schemas", "Problem")
            }
          }
        }
      }
      writer.key("schemas")
      writer.object { OpenAPISchemas.write(to: &$0) }
    }
  }
}

extension JSONWriter {
  /// Writes members that are strings.
  mutating func members(_ members: [(String, String)]) {
    for (name, value) in members {
      key(name)
      string(value)
    }
  }

  /// Writes the members of the schema of a number in a column.
  fileprivate mutating func wholeNumber(atLeast least: Int64?) {
    members([("type", "integer"), ("format", "int64")])
    guard let least else { return }
    key("minimum")
    integer(least)
  }

  /// Writes a reference to a component.
  mutating func reference(_ group: String, _ name: String) {
    object { $0.members([("$ref", "#/components/\(group)/\(name)")]) }
  }
}

extension Parameter {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.members([("name", name), ("in", place.rawValue), ("description", summary)])
      writer.key("required")
      writer.boolean(isRequired)
      writer.key("schema")
      schema(&writer)
    }
  }

  private func schema(_ writer: inout JSONWriter) {
    writer.object { writer in
      switch kind {
      case .text:
        writer.members([("type", "string")])
        writer.key("maxLength")
        writer.integer(Parameter.mostScalars)
        guard isRequired else { return }
        writer.key("minLength")
        writer.integer(1)
      case .identifier:
        writer.members([("type", "string"), ("pattern", "^[0-9a-hjkmnp-tv-z]{1,26}$")])
      case .texts:
        writer.members([("type", "array")])
        writer.key("items")
        writer.object { writer in
          writer.members([("type", "string")])
          writer.key("maxLength")
          writer.integer(Parameter.mostScalars)
        }
      case .integer(let range):
        writer.members([("type", "integer")])
        writer.key("minimum")
        writer.integer(range.lowerBound)
        writer.key("maximum")
        writer.integer(range.upperBound)
      case .number(let least):
        writer.members([
          ("type", "string"), ("pattern", Parameter.numberPattern(atLeast: least)),
        ])
      case .bound(let least): writer.wholeNumber(atLeast: least)
      case .boolean: writer.members([("type", "boolean")])
      case .date: writer.members([("type", "string"), ("pattern", Parameter.datePattern)])
      case .beginningOfDate:
        writer.members([("type", "string"), ("pattern", "^[0-9-]*$")])
        writer.key("maxLength")
        writer.integer(Parameter.mostScalars)
      case .choice(let codes):
        writer.members([("type", "string")])
        writer.key("enum")
        writer.array(codes + [""]) { writer, code in writer.string(code) }
      }
    }
  }
}
