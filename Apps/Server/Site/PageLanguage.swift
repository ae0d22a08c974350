import Domain
import Hummingbird

/// The language of a page: Czech unless the address asks for English.
enum PageLanguage {
  static func of(_ request: Request) -> Language {
    (try? QueryItems(request))?.first("lang").flatMap(Language.init) ?? .czech
  }
}
