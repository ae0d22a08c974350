import Desk
import Domain
import HTTPTypes
import Hummingbird
import NIOCore

/// What somebody sent with a form of a page.
struct PostedForm: Sendable {
  /// The hidden item that carries the token.
  static let tokenName = "token"
  /// The item that carries the name of who writes.
  static let authorName = "author"
  /// The bytes of a form: more than the longest text that anybody edits in a page.
  private static let mostBytes = 4 << 20

  private let items: QueryItems

  /// Reads a form that a page of this desk sent.
  /// - Throws: ``Refusal`` for anything else.
  init(_ asked: Asked, _ body: RequestBody, _ token: FormToken) async throws {
    guard asked.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else { throw Refusal(.unsupportedMediaType, .notAForm) }
    let bytes = try await asked.signed(body, upTo: Self.mostBytes, of: nil)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(.badEncoding) }
    items = try QueryItems(text)
    guard token.isThat(of: items.first(Self.tokenName) ?? "") else {
      throw Refusal(.forbidden, .staleForm)
    }
  }

  /// The value of an item; empty where there is none.
  func value(_ name: String) -> String {
    (items.first(name) ?? "").withPlainLineEnds
  }

  /// Whether there is an item of a name.
  func has(_ name: String) -> Bool { items.first(name) != nil }

  /// The values of all items of a name.
  func values(_ name: String) -> [String] {
    items.items.filter { $0.name == name }.map(\.value)
  }

  /// Who writes; empty where nobody says.
  var author: String {
    value(Self.authorName).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// The text with LF at the end of each line, whatever a browser made of it: it sends CR LF for
  /// CR, LF and CR LF (https://html.spec.whatwg.org/#constructing-the-form-data-set).
  var withPlainLineEnds: String {
    utf8.contains(0x0D) ? replacing("\r\n", with: "\n").replacing("\r", with: "\n") : self
  }
}
