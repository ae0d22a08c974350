public import Domain
public import Sync

/// Something that waits for a person's decision. Derived from the merged state, so it cannot be
/// forgotten.
public struct Conflict: Sendable {
  /// The name that stands for a record's existence where a field's name is expected.
  public static let existence = "existence"
  /// The name that stands for the question whether records are one thing.
  public static let sameness = "sameness"
  /// The name that stands for the records which refer to one that is gone.
  public static let references = "references"

  /// The question that a person means, of those that are not about one field; declared like a
  /// field, with the answers to it.
  public static func question(called words: String) -> Field? {
    [existenceField, samenessField, referencesField].first { $0.isCalled(words) }
  }

  private static let existenceField = Field(
    0, existence, .choice(ChoiceList(ExistenceAnswer.self)), label: Label("Existence", "Existence"))
  private static let samenessField = Field(
    0, sameness, .choice(ChoiceList(Link.Relation.self)), label: Label("Totožnost", "Sameness"))
  private static let referencesField = Field(
    0, references, .choice(ChoiceList(ReferencesAnswer.self)), label: Label("Odkazy", "References"))

  /// Whether a record stays that one office deleted while another worked on it.
  enum ExistenceAnswer: String, Choice {
    case keep, delete

    var label: Label {
      switch self {
      case .keep: Label("zachovat", "keep")
      case .delete: Label("smazat", "delete")
      }
    }
  }

  /// What becomes of the records that refer to one that is deleted.
  enum ReferencesAnswer: String, Choice {
    case restore, delete

    var label: Label {
      switch self {
      case .restore: Label("obnovit", "restore")
      case .delete: Label("smazat", "delete")
      }
    }
  }

  /// What has to be decided.
  public enum Question: Sendable {
    /// Which of several values, written without knowledge of each other, holds.
    case values(Field, [Candidate])
    /// Whether a record stays that one office deleted while another worked on it.
    case existence(deletedBy: [Author])
    /// Whether other records speak of the same thing: people of one name and region, organisations
    /// of one name.
    case sameness(of: [Mention])
    /// What becomes of the records that refer to one that is deleted.
    case references(from: [Mention])

    /// The field that it is about, or what stands for one.
    public var field: Field {
      switch self {
      case .values(let field, _): field
      case .existence: Conflict.existenceField
      case .sameness: Conflict.samenessField
      case .references: Conflict.referencesField
      }
    }
  }

  /// Another record that a question speaks of.
  public struct Mention: Sendable {
    /// The record.
    public let record: RecordID
    /// Its kind.
    public let kind: RecordKind
    /// What it is called.
    public let title: String
    /// Its region.
    public let region: String
  }

  /// Somebody who wrote, and when.
  public struct Author: Sendable {
    /// The change.
    public let change: Dot
    /// The name of the person or the extractor; may be empty.
    public let name: String
    /// Whether a person wrote.
    public let isPerson: Bool
    /// The region of the replica.
    public let region: String
    /// When, in milliseconds since 1970, by the writer's clock.
    public let milliseconds: UInt64
  }

  /// One of the values.
  public struct Candidate: Sendable {
    /// The value; `nil` where somebody cleared the field.
    public let value: FieldValue?
    /// Who wrote it.
    public let author: Author
    /// Whether this is the value shown meanwhile.
    public let isShown: Bool
  }

  /// The record.
  public let record: RecordID
  /// The record's kind.
  public let kind: RecordKind
  /// The record's region.
  public let region: String
  /// What the record is called.
  public let title: String
  /// What has to be decided.
  public let question: Question
}
