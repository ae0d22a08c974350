/// The small facts of a file, by their names.
extension Connection {
  /// What is noted under a name; `nil` when nothing is.
  func setting(_ name: String) throws -> String? {
    try first("SELECT value FROM setting WHERE name = ?", .text(name)) { $0.text(0) ?? "" }
  }

  /// Notes a fact in the place of what was noted under its name.
  func note(_ value: String, as name: String) throws {
    try run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", .text(name), .text(value))
  }
}
