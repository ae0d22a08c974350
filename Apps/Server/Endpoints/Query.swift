import Domain
import Hummingbird
import Storage

/// The parameters of a request, each checked against what the endpoint declares.
struct Query: Sendable {
  private let values: [(name: String, value: String)]

  /// Reads the query of a request.
  /// - Throws: `StorageError.noSuchField` for a parameter that is not declared; ``Refusal`` for a
  ///   value that its kind does not have.
  init(_ request: Request, _ parameters: [Parameter]) throws {
    let known = parameters.filter { $0.place == .query }
    var values: [(name: String, value: String)] = []
    for (name, value) in request.uri.queryParameters {
      let (name, value) = (String(name), String(value))
      guard name != "lang" else { continue }
      guard let parameter = known.first(where: { $0.name == name }) else {
        throw StorageError.noSuchField(name, known: known.map(\.name))
      }
      try Query.check(value, of: parameter)
      values.append((name, value))
    }
    for parameter in known where parameter.isRequired {
      guard values.contains(where: { $0.name == parameter.name && !$0.value.isEmpty }) else {
        throw Refusal.badRequest(
          "Chybí parametr \(parameter.name).", "The parameter \(parameter.name) is missing.")
      }
    }
    self.values = values
  }

  /// The first value of a parameter; `nil` when there is none or it is empty.
  func text(_ name: String) -> String? {
    values.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// All values of a parameter that are not empty.
  func texts(_ name: String) -> [String] {
    values.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  /// A whole number.
  func integer(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// Whether a flag is `true`.
  func isSet(_ name: String) -> Bool { text(name) == "true" }

  /// The conditions on columns; an empty one asks for what is not stated.
  func filters(on columns: [String]) -> [RowFilter] {
    values.filter { columns.contains($0.name) }.map { RowFilter(column: $0.name, text: $0.value) }
  }

  private static func check(_ value: String, of parameter: Parameter) throws {
    let isGood =
      switch parameter.kind {
      case .text, .texts, .date, .choice, .anyInteger, .identifier: true
      case .integer(let range): Int(value).map(range.contains) ?? false
      case .boolean: ["true", "false"].contains(value)
      }
    guard isGood, value.unicodeScalars.count <= Parameter.mostScalars else {
      throw Refusal.badRequest(
        "Parametr \(parameter.name) nemá přípustnou hodnotu.",
        "The parameter \(parameter.name) has a value that is not permitted.")
    }
  }
}

extension Query {
  /// The same question for the page after a cursor, as it stands in an address.
  func followed(by cursor: String) -> String {
    (values.filter { $0.name != "after" } + [(name: "after", value: cursor)])
      .map { "\($0.name)=\(PercentEncoding.text($0.value))" }.joined(separator: "&")
  }
}

extension Query {
  /// Whether a parameter is given, with or without a value.
  func has(_ name: String) -> Bool { values.contains { $0.name == name } }
}
