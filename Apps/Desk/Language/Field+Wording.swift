public import Domain

extension Field {
  /// A value as people read it: choices by their label, dates as they are spoken of, records by the
  /// beginning of their identifier.
  public func worded(_ value: FieldValue, in language: Language) -> String {
    switch type {
    case .date: DateWording.text(value.plain, in: language)
    case .reference: String(value.plain.prefix(8))
    case .boolean where value == .boolean(true): Label("ano", "yes").text(language)
    case .boolean where value == .boolean(false): Label("ne", "no").text(language)
    case .text, .longText, .companyNumber, .integer, .boolean, .choice, .source:
      shown(value, in: language)
    }
  }
}
