import Domain

/// The language of a page: Czech unless the address asks for English.
enum PageLanguage {
  static func of(_ asked: Asked) -> Language {
    (try? QueryItems(asked.query))?.first("lang").flatMap(Language.init) ?? .czech
  }
}
