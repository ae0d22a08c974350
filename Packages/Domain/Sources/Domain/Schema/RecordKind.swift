/// A kind of record with its fields.
public struct RecordKind: Sendable {
  /// The number of the kind in changes, for ever.
  public let id: UInt16
  /// The English name in JSON and SQL.
  public let name: String
  /// What people read for one record of the kind.
  public let label: Label
  /// The kind's own fields and the common ones, in the order people want to read them.
  public let fields: [Field]
  /// The field that names a record to people.
  public let title: Field
  /// The field that a record is known by everywhere, so that two offices that enter the same thing
  /// arrive at one record; `nil` for a kind without one.
  public let key: Field?
  /// Pairs of dates of which the first is not after the second.
  public let spans: [Span]
  /// The fields without which a record that a person writes would say nothing.
  public let required: [Field]
  /// Whether a person can add such a record; what is made from a file cannot be.
  public let isAddable: Bool

  /// Two dates of a record.
  public struct Span: Sendable {
    /// Where it starts.
    public let start: Field
    /// Where it ends.
    public let end: Field

    /// Declares that one date is not after the other.
    public init(from start: Field, to end: Field) {
      self.start = start
      self.end = end
    }
  }

  /// Declares a kind; the fields common to all kinds are added.
  public init(
    id: UInt16, name: String, label: Label, title: Field, key: Field? = nil,
    spans: [Span] = [], required: [Field] = [], isAddable: Bool = true, fields: [Field]
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.title = title
    self.key = key
    self.spans = spans
    self.required = required
    self.isAddable = isAddable
    self.fields = fields + [.region, .evidence]
  }

  /// The field with this English name.
  public func field(named name: String) -> Field? {
    fields.first { $0.name == name }
  }

  /// The field that a person means: by its English name or by its label in either language, with or
  /// without diacritics.
  public func field(called words: String) -> Field? {
    field(named: words) ?? fields.first { $0.isCalled(words) }
  }

  /// The field with this number.
  public func field(_ id: UInt16) -> Field? {
    fields.first { $0.id == id }
  }
}

extension RecordKind: Hashable {
  /// Two kinds are the same when their numbers are.
  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension RecordKind {
  /// Every kind, in the order of their numbers.
  public static let all: [RecordKind] = [
    ImportedDocument.kind, Meeting.kind, Attendance.kind, AgendaItem.kind, Organization.kind,
    Project.kind, Resolution.kind, Task.kind, Service.kind, Commitment.kind,
    Vote.kind, Call.kind, Plan.kind, Event.kind, Figure.kind, Contact.kind, Region.kind,
    Person.kind, Body.kind, Link.kind,
  ]

  /// The kind with this English name.
  public static func named(_ name: String) -> RecordKind? {
    all.first { $0.name == name }
  }

  /// The kind with this number; `nil` for one that a newer version knows.
  public static func with(id: UInt16) -> RecordKind? {
    all.first { $0.id == id }
  }
}
