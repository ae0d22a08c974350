import Desk
import HTTPTypes

/// In what form rows are answered: named by the extension of the address, or wished for in
/// `Accept` (RFC 9110, section 12.5.1).
enum Representation: String, Sendable, CaseIterable {
  case json
  case csv
  case ndjson
  case calendar = "ics"

  /// The media type.
  var type: String {
    switch self {
    case .json: "application/json; charset=utf-8"
    case .csv: "text/csv; charset=utf-8; header=present"
    case .ndjson: "application/x-ndjson"
    case .calendar: "text/calendar; charset=utf-8"
    }
  }

  /// The media type without its parameters.
  var plainType: String { String(type.prefix { $0 != ";" }) }

  /// The form that a request wishes most among those that are there.
  /// - Throws: ``Refusal`` when it takes none of them.
  static func wished(by asked: Asked, among forms: [Representation]) throws -> Representation {
    guard let accept = asked.headers[.accept] else { return forms.first ?? .json }
    guard let best = best(accept, among: forms) else {
      throw Refusal(.notAcceptable, .notAcceptable(forms.map(\.plainType).joined(separator: ", ")))
    }
    return best
  }

  /// The form that an `Accept` header wishes most; `nil` when none fits.
  static func best(_ accept: String, among forms: [Representation]) -> Representation? {
    var best: (form: Representation, quality: Double)?
    for part in accept.split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      let quality =
        words.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      let form = forms.first { $0.fits(words.first ?? "") }
      if let form, quality > best?.quality ?? 0 { best = (form, quality) }
    }
    return best?.form
  }

  /// Whether a media range takes this form.
  private func fits(_ range: String) -> Bool {
    range == "*/*" || range == plainType || range == plainType.prefix { $0 != "/" } + "/*"
  }
}
