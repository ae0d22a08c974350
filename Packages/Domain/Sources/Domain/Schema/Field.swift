/// One field of a kind of record, declared once; storage, merging, commands, API and pages derive
/// from it.
public struct Field: Hashable, Sendable {
  /// What values a field takes.
  public enum ValueType: Hashable, Sendable {
    /// One line of text.
    case text
    /// Text of any length.
    case longText
    /// A ``CalendarPeriod`` in ISO 8601.
    case date
    /// A ``CompanyNumber``.
    case companyNumber
    /// A whole number.
    case integer
    /// Yes or no.
    case boolean
    /// A code from a closed list.
    case choice(ChoiceList)
    /// A record of the kind with this name.
    case reference(to: String)
    /// A place in a document.
    case source
  }

  /// How concurrent values of a field merge.
  public enum MergeRule: Hashable, Sendable {
    /// A multi-value register: concurrent values are all kept and one is shown.
    case register
    /// An add-wins set: an addition beats a removal that had not seen it.
    case set
  }

  /// The number of the field in changes, for ever; 1 to 99 are a kind's own, from 100 common to
  /// all.
  public let id: UInt16
  /// The English name, in JSON and SQL.
  public let name: String
  /// What values the field takes.
  public let type: ValueType
  /// How concurrent values merge.
  public let merge: MergeRule
  /// What people read.
  public let label: Label
  /// Whether persons may write the field; what is computed from a file's bytes they may not.
  public let isEditable: Bool
  /// The least number that makes sense; `nil` for a field of any numbers.
  public let minimum: Int64?

  /// Declares a field.
  public init(
    _ id: UInt16, _ name: String, _ type: ValueType = .text, _ merge: MergeRule = .register,
    label: Label, isEditable: Bool = true, minimum: Int64? = nil
  ) {
    self.id = id
    self.name = name
    self.type = type
    self.merge = merge
    self.label = label
    self.isEditable = isEditable
    self.minimum = minimum
  }
}

extension Field {
  /// Whether a value comes before or after another, as dates and numbers do.
  public var isOrdered: Bool {
    switch type {
    case .date, .integer: merge == .register
    case .text, .longText, .companyNumber, .boolean, .choice, .reference, .source: false
    }
  }

  /// Whether a person means this field: by its name or its label, with or without diacritics.
  public func isCalled(_ words: String) -> Bool {
    let wanted = Folding.fold(words)
    return [name, label.czech, label.english].contains { Folding.fold($0) == wanted }
  }

  /// What people type for this field: its label in Czech, its name otherwise.
  public var call: Label { Label(label.czech.lowercased(), name) }

  /// The name that stands for every kind in the type of a reference.
  public static let anyKind = "record"

  /// The region that a record belongs to; common to all kinds.
  public static let region = Field(100, "region", label: Label("Území", "Region"))
  /// The places that prove the record's fields; common to all kinds.
  public static let evidence = Field(
    101, "evidence", .source, .set, label: Label("Doklad", "Evidence"), isEditable: false)
}

/// The codes and labels of a ``Choice``, without its type.
public struct ChoiceList: Hashable, Sendable {
  /// The name of the choice, unique among all.
  public let name: String
  /// The codes in their order, each with what people read.
  public let entries: [Entry]

  /// A code and its label.
  public struct Entry: Hashable, Sendable {
    /// The stable English code.
    public let code: String
    /// What people read.
    public let label: Label
  }

  /// Lists the cases of a choice.
  public init<Value: Choice>(_ type: Value.Type) {
    name = String(describing: type)
    entries = type.allCases.map { Entry(code: $0.rawValue, label: $0.label) }
  }

  /// The label of `code`; `nil` when the list lacks it.
  public func label(of code: String) -> Label? {
    entries.first { $0.code == code }?.label
  }
}
