import Desk

/// The names and values of a query as forms and programs write them
/// (https://url.spec.whatwg.org/#application/x-www-form-urlencoded): names can be encoded as well as
/// values.
struct QueryItems: Sendable {
  /// The items in their order.
  let items: [(name: String, value: String)]

  /// Reads what stands behind the question mark of an address.
  /// - Throws: ``Refusal`` for bytes that are no text.
  init(_ query: String) throws(Refusal) {
    var items: [(name: String, value: String)] = []
    for item in query.split(separator: "&") {
      let sign = item.firstIndex(of: "=") ?? item.endIndex
      guard let name = PercentEncoding.decoded(item[..<sign]),
        let value = PercentEncoding.decoded(item[sign...].dropFirst())
      else { throw Refusal(.badEncoding) }
      items.append((name, value))
    }
    self.items = items
  }

  /// The first value of a name.
  func first(_ name: String) -> String? { items.first { $0.name == name }?.value }
}
