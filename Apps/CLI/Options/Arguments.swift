public import ArgumentParser
public import Domain
public import Storage
public import Sync

// The types belong to packages of this repository, so nobody else can add these conformances.
// swift-format-ignore: AvoidRetroactiveConformances
extension FieldAssignment: @retroactive ExpressibleByArgument {
  /// Reads `field=value`.
  public init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    self.init(
      field: String(argument[..<sign]), text: String(argument[argument.index(after: sign)...]))
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension RowFilter: @retroactive ExpressibleByArgument {
  /// Reads `column=text`.
  public init?(argument: String) {
    guard let assignment = FieldAssignment(argument: argument) else { return nil }
    self.init(column: assignment.field, text: assignment.text)
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension RecordKind: @retroactive ExpressibleByArgument {
  /// Reads the English name of a kind.
  public init?(argument: String) {
    guard let kind = RecordKind.named(argument) else { return nil }
    self = kind
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension ConsolidatedView: @retroactive ExpressibleByArgument {
  /// Reads the name of a view.
  public init?(argument: String) {
    guard let view = ConsolidatedView.named(argument) else { return nil }
    self = view
  }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension ReplicaID: @retroactive ExpressibleByArgument {
  /// Reads an identifier.
  public init?(argument: String) { self.init(argument) }
}
