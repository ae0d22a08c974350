public import Domain

extension Field {
  /// A value as people read it: choices by their label, dates as they are spoken of, records by the
  /// beginning of their identifier.
  public func worded(_ value: FieldValue, in language: Language) -> String {
    switch type {
    case .date: DateWording.text(value.plain, in: language)
    case .reference: String(value.plain.prefix(8))
    case .boolean where value == .boolean(true) || value == .boolean(false):
      Label.truth(value == .boolean(true)).text(language)
    case .text, .longText, .companyNumber, .integer, .boolean, .choice, .source:
      shown(value, in: language)
    }
  }
}

extension Label {
  /// Yes or no.
  public static func truth(_ truth: Bool) -> Label {
    truth ? Label("ano", "yes") : Label("ne", "no")
  }

  /// How many there are beside those that are named.
  static func andMore(_ count: Int) -> Label {
    Label("a \(count) \(count < 5 ? "další" : "dalších")", "and \(count) more")
  }
}
