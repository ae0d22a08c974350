import Desk
import Domain
import Storage

/// The parameters of a request, each checked against what the endpoint declares.
struct Query: Sendable {
  private let values: [(name: String, value: String)]

  /// Reads the query of a request.
  /// - Throws: `StorageError.noSuchField` for a parameter that is not declared; ``Refusal`` for a
  ///   value that its kind does not have.
  init(_ asked: Asked, _ parameters: [Parameter]) throws {
    try self.init(QueryItems(asked.query).items, parameters)
  }

  /// Checks names and values that were read already.
  init(_ items: [(name: String, value: String)], _ parameters: [Parameter]) throws {
    let known = parameters.filter { $0.place == .query }
    var values: [(name: String, value: String)] = []
    for (name, value) in items where name != "lang" {
      guard let parameter = known.first(where: { $0.name == name }) else {
        throw StorageError.noSuchField(name, known: known.map { Label($0.name, $0.name) })
      }
      try Query.check(value, of: parameter)
      values.append((name, value))
    }
    for parameter in known where parameter.isRequired {
      guard values.contains(where: { $0.name == parameter.name && !$0.value.isEmpty }) else {
        throw Refusal(.missingParameter(parameter.name))
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

  /// The conditions on columns of a view; an empty one asks for what is not stated. Their sign is
  /// the end of the name and the one that parts it from the value: `due>=2020`.
  func filters(on view: ConsolidatedView) -> [RowFilter] {
    values.compactMap { name, value in
      let column = name.prefix { !"!<>".contains($0) }
      guard let sign = RowFilter.Comparison(rawValue: name.dropFirst(column.count) + "="),
        let field = view.column(meantBy: String(column))
      else { return nil }
      return RowFilter(column: field.name, sign, text: value)
    }
  }

  /// Whether a text is what ``Parameter/numberPattern(atLeast:)`` describes.
  private static func isNumber(_ text: String, atLeast least: Int64?) -> Bool {
    let digits = least == nil && text.hasPrefix("-") ? text.dropFirst() : text[...]
    return (1...Parameter.mostDigits).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
      && least.map { Int64(digits) ?? 0 >= $0 } ?? true
  }

  private static func check(_ value: String, of parameter: Parameter) throws {
    let isGood =
      switch parameter.kind {
      case .text, .texts, .identifier: true
      // Empty asks for what is not stated; blanks are nothing that anybody means.
      case .date, .beginningOfDate, .choice, .bound:
        value.isEmpty || value.contains { !$0.isWhitespace }
      case .number(let least): value.isEmpty || isNumber(value, atLeast: least)
      case .integer(let range): Int(value).map(range.contains) ?? false
      case .boolean: ["true", "false"].contains(value)
      }
    guard isGood, value.unicodeScalars.count <= Parameter.mostScalars else {
      throw Refusal(.badParameter(parameter.name))
    }
  }
}

extension Query {
  /// The same question for the page after a cursor, as it stands in an address.
  func followed(by cursor: String) -> String {
    (values.filter { $0.name != "after" } + [(name: "after", value: cursor)]).map { item in
      "\(PercentEncoding.text(item.name))=\(PercentEncoding.text(item.value))"
    }.joined(separator: "&")
  }
}
