import Domain

/// Where the regions of things stand that are known in several.
struct RegionTable: Sendable {
  /// The table or view with the columns `record` and `region`.
  let name: String
  /// The tables that have the names of all of its regions, with an index of them.
  let tablesOfNames: [String]

  /// The regions of projects and organisations.
  static let ofThings = RegionTable(name: "thingRegion", tablesOfNames: ["thingRegion"])
  /// The regions of calls.
  static let ofCalls = RegionTable(
    name: "callRegion", tablesOfNames: [Call.kind.table, ImportedDocument.kind.table])
}
