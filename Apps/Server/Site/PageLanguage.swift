import Domain
import Hummingbird

/// The language of a page: Czech unless the address asks for English.
enum PageLanguage {
  static func of(_ request: Request) -> Language {
    request.uri.queryParameters.get("lang").flatMap(Language.init) ?? .czech
  }
}
