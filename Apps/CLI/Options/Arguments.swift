public import ArgumentParser
public import Storage

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
  /// Reads `column=text`, `column<text` and the like.
  public init?(argument: String) {
    self.init(argument)
  }
}
