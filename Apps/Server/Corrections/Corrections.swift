import Domain
import HTTPTypes

/// What a desk needs to let its coordinator write in the browser.
struct Corrections: Sendable {
  /// What every form carries.
  let token = FormToken()
  /// Who writes unless a browser remembers somebody else; may be empty.
  let author: String
  /// The file of certificates that alone are trusted of hubs; `nil` for those of the system.
  var authorities: String?

  /// What the forms of a page carry, for whoever asks for the page.
  func writing(_ asked: Asked) -> PageWriting {
    PageWriting(token: token.text, author: Self.rememberedAuthor(asked) ?? author)
  }

  /// The cookie by which a browser remembers who writes. No script sees it; other
  /// programs of this machine that serve pages do, as cookies know no ports. So the name has the
  /// port, or the desks of two offices on one machine would write by one name.
  static func remembering(_ author: String, _ asked: Asked) -> (name: String, value: String) {
    (
      "Set-Cookie",
      "\(cookie(asked))=\(PercentEncoding.text(author)); Path=/; Max-Age=31536000; HttpOnly;"
        + " SameSite=Strict"
    )
  }

  /// The cookie's name at the port by which the browser knows the desk.
  private static func cookie(_ asked: Asked) -> String {
    let port = asked.head.authority?.split(separator: ":").last.flatMap { UInt16($0) } ?? 80
    return "soulad-author-\(port)"
  }

  private static func rememberedAuthor(_ asked: Asked) -> String? {
    let cookie = cookie(asked)
    for part in (asked.headers[.cookie] ?? "").split(separator: ";") {
      let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0] == cookie { return PercentEncoding.decoded(pair[1]) }
    }
    return nil
  }
}

/// What the forms of a page carry beside what is typed.
struct PageWriting: Sendable {
  let token: String
  /// Who writes, as far as it is known.
  let author: String
  let hasAuthor: Bool

  /// The forms of a page that has none.
  static let none = PageWriting(token: "", author: "")

  init(token: String, author: String) {
    self.token = token
    self.author = author
    hasAuthor = !author.isEmpty
  }
}
