/// A social service as one document states it.
public struct ExtractedService: Hashable, Sendable {
  /// The kind by Act 108/2006 Sb.
  public var kind: Fact<String>
  /// Who provides it.
  public var provider: Fact<String>?
  /// The registration number.
  public var registration: Fact<String>?
  /// The capacity before a change.
  public var capacityBefore: Fact<Int>?
  /// The capacity.
  public var capacity: Fact<Int>?
  /// By how much the capacity changes.
  public var capacityChange: Fact<Int>?
  /// The unit of the capacity, as beds.
  public var unit: Fact<String>?
  /// Whether the registration was given up.
  public var isCancelled: Fact<Bool>?

  /// Creates a service of a kind.
  public init(kind: Fact<String>) {
    self.kind = kind
  }
}

/// A call for proposals.
public struct ExtractedCall: Hashable, Sendable {
  /// The number as written, `03_24_068`.
  public var number: Fact<String>
  /// The programme.
  public var programme: Fact<String>?

  /// Creates a call with a number.
  public init(number: Fact<String>) {
    self.number = number
  }
}

/// A strategic document.
public struct ExtractedPlan: Hashable, Sendable {
  /// The name.
  public var name: Fact<String>
  /// When it was approved.
  public var approved: Fact<CalendarPeriod>?
  /// The first year that it is for.
  public var validFrom: Fact<CalendarPeriod>?
  /// The last year that it is for.
  public var validTo: Fact<CalendarPeriod>?

  /// Creates a plan known by its name.
  public init(name: Fact<String>) {
    self.name = name
  }
}

/// A person whom a document names with a role, outside of attendance lists.
public struct ExtractedPerson: Hashable, Sendable {
  /// The person with titles.
  public var person: Fact<PersonName>
  /// The role.
  public var role: Fact<String>?

  /// Creates a person.
  public init(person: Fact<PersonName>) {
    self.person = person
  }
}

/// A way to reach somebody.
public struct ExtractedContact: Hashable, Sendable {
  /// The kinds of contacts.
  public enum Kind: String, Choice {
    /// A telephone number in the international form.
    case phone
    /// An e-mail address.
    case email
    /// A web address.
    case url

    /// What people read.
    public var label: Label {
      switch self {
      case .phone: Label("telefon", "telephone")
      case .email: Label("e-mail", "e-mail")
      case .url: Label("web", "web")
      }
    }
  }

  /// The kind.
  public var kind: Kind
  /// The number or the address.
  public var value: Fact<String>
  /// Whom it reaches.
  public var person: Fact<String>?

  /// Creates a contact.
  public init(kind: Kind, value: Fact<String>) {
    self.kind = kind
    self.value = value
  }
}

/// An event besides the meetings of the body.
public struct ExtractedEvent: Hashable, Sendable {
  /// The name.
  public var name: Fact<String>
  /// When it is.
  public var date: Fact<CalendarPeriod>?

  /// Creates an event known by its name.
  public init(name: Fact<String>) {
    self.name = name
  }
}

/// A quantity that a document states.
public struct ExtractedFigure: Hashable, Sendable {
  /// The number.
  public var value: Fact<Int>
  /// What is counted or the currency, as written.
  public var unit: Fact<String>

  /// Creates a figure.
  public init(value: Fact<Int>, unit: Fact<String>) {
    self.value = value
    self.unit = unit
  }
}

/// A later addition to minutes by somebody.
public struct ExtractedAmendment: Hashable, Sendable {
  /// Who added it.
  public var by: Fact<String>
  /// The organisation of whoever added it.
  public var organization: Fact<String>?

  /// Creates an amendment.
  public init(by: Fact<String>) {
    self.by = by
  }
}
