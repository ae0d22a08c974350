import Crypto
import Desk
import Domain
import Storage

/// What every page has around its own: the language, the way to other pages, the search.
struct PageFrame: Sendable {
  /// A way to another page.
  struct Link: Sendable {
    let label: String
    let address: String
    let isHere: Bool
  }

  /// The address of the style: another one for another style, since browsers keep it.
  let style = PageFrame.styleAddress
  let lang: String
  let isEnglish: Bool
  let title: String
  let text: [String: String]
  let home: String
  let question: String
  let pages: [Link]
  let otherLanguage: String
  let otherCode: String
  let otherAddress: String

  /// - Parameters:
  ///   - path: The address of the page, without what is asked.
  ///   - items: What is asked there, so that the other language shows the same.
  init(
    _ title: String, at path: String, _ items: [(name: String, value: String)] = [],
    _ language: Language
  ) {
    lang = language.rawValue
    isEnglish = language == .english
    self.title = title
    text = PageTexts.texts(language)
    home = PageAddress.of("/", language)
    question = path == "/search" ? items.first { $0.name == "q" }?.value ?? "" : ""
    let views = PageFrame.views.compactMap(ConsolidatedView.named).map { view in
      Link(
        label: view.label.text(language), address: PageAddress.of("/\(view.name)", language),
        isHere: path == "/\(view.name)")
    }
    let conflicts = Link(
      label: Label("K\u{A0}rozhodnutí", "To settle").text(language),
      address: PageAddress.of("/conflicts", language), isHere: path == "/conflicts")
    pages = views + [conflicts]
    let other: Language = language == .czech ? .english : .czech
    otherLanguage = other == .czech ? "Česky" : "English"
    otherCode = other.rawValue
    otherAddress = PageAddress.of(path, items, other)
  }

  private static let styleAddress: String = {
    let digest = SHA256.hash(data: PackageResources.style_css)
    return "/style.css?" + digest.prefix(4).map { String($0, radix: 16) }.joined()
  }()

  /// The views that every page leads to; the others are listed on the first page.
  private static let views = [
    "projects", "services", "meetings", "tasks", "calendar", "commitments", "resolutions",
    "organizations",
  ]
}

extension PageAddress {
  /// The address of a page without a question.
  static func of(_ path: String, _ language: Language) -> String { of(path, [], language) }
}
