extension Field {
  /// Why a text is not a value of a field.
  public enum ReadingError: Error, Hashable {
    /// Not a date in ISO 8601 or as Czechs write it.
    case notADate
    /// Line ends or other control characters where one line is wanted.
    case notOneLine
    /// Not an identification number of eight digits with a right check digit.
    case notACompanyNumber
    /// Not a whole number.
    case notAnInteger
    /// Fewer than the field can mean.
    case tooSmall(Int64)
    /// Before the date that it has to follow.
    case beforeStart(String)
    /// Nothing that comes before or after something else.
    case notComparable
    /// Neither `true` nor `false`.
    case notABoolean
    /// Not one of the codes of the list.
    case notAChoice([String])
    /// Not an identifier of a record.
    case notAnIdentifier
    /// The identifier of a record of another kind than this.
    case notOfKind(String)
    /// Nothing, where a record says nothing without it.
    case missing
    /// The record that another field names already.
    case sameRecord
    /// The program writes this field, not a person.
    case notWritable
  }

  /// Reads a value as a person types it. A choice is accepted by its code or by its label in either
  /// language.
  public func value(from text: String) throws(ReadingError) -> FieldValue {
    switch type {
    case .text:
      guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { throw .notOneLine }
      return .text(text)
    case .longText:
      return .text(text)
    case .date:
      guard let period = CalendarPeriod(written: text) else { throw .notADate }
      return .text(period.description)
    case .companyNumber:
      guard let number = CompanyNumber(text) else { throw .notACompanyNumber }
      return .text(number.digits)
    case .integer:
      guard let number = Int64(text) else { throw .notAnInteger }
      if let minimum, number < minimum { throw .tooSmall(minimum) }
      return .integer(number)
    case .boolean:
      switch text.lowercased() {
      case "true", "yes", "ano": return .boolean(true)
      case "false", "no", "ne": return .boolean(false)
      default: throw .notABoolean
      }
    case .choice(let list):
      let wanted = Folding.fold(text)
      let match = list.entries.first { entry in
        [entry.code, entry.label.czech, entry.label.english].contains {
          Folding.fold($0) == wanted
        }
      }
      guard let match else { throw .notAChoice(list.entries.map(\.code)) }
      return .text(match.code)
    case .reference:
      guard let id = RecordID(text) else { throw .notAnIdentifier }
      return .reference(id)
    case .source:
      throw .notWritable
    }
  }

  /// The value as a person reads it: choices by their label, everything else plainly.
  public func shown(_ value: FieldValue, in language: Language) -> String {
    if case .choice(let list) = type, let code = value.text, let label = list.label(of: code) {
      return label.text(language)
    }
    return value.plain
  }
}
