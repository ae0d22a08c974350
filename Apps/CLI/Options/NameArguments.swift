import ArgumentParser
import Domain
import Storage
import Terminal

/// Names that the program knows, read as people type them: in English or Czech, in any case, and
/// with a hint where one is mistyped.
enum NameArguments {
  /// Reads the name of a view.
  static func view(_ text: String) throws -> ConsolidatedView {
    let views = ConsolidatedView.all.map { ($0.name, $0.label, $0) }
    return try find(text, among: views)
  }

  /// Reads the name of a kind of records; that of the view that shows them will do.
  static func kind(_ text: String) throws -> RecordKind {
    let views = ConsolidatedView.all.filter(\.isOfRecords).map { ($0.name, $0.label, $0.kind) }
    if let shown = exact(text, among: views) { return shown }
    return try find(text, among: RecordKind.all.map { ($0.name, $0.label, $0) })
  }

  /// The command that shows what a word names which is no command: `query projects`, `list task`.
  static func command(for text: String) -> String? {
    let views = ConsolidatedView.all.map { ($0.name, $0.label, "query \($0.name)") }
    let kinds = RecordKind.all.map { ($0.name, $0.label, "list \($0.name)") }
    return exact(text, among: views + kinds)
  }

  private static func exact<Thing>(
    _ text: String, among things: [(name: String, label: Label, thing: Thing)]
  ) -> Thing? {
    let wanted = Folding.fold(text)
    return things.first { entry in
      [entry.name, entry.label.czech, entry.label.english].contains { Folding.fold($0) == wanted }
    }?.thing
  }

  private static func find<Thing>(
    _ text: String, among things: [(name: String, label: Label, thing: Thing)]
  ) throws -> Thing {
    if let found = exact(text, among: things) { return found }
    let (names, labels) = (things.map(\.name), things.map(\.label.czech))
    let near = Spelling.nearest(to: text, in: names + labels)
    let (czech, english) = (labels.joined(separator: ", "), names.joined(separator: ", "))
    throw ValidationError(
      Help.text(
        near.map { "mysleli jste \($0)? Možnosti: \(czech)." } ?? "možnosti: \(czech).",
        near.map { "did you mean \($0)? Choose from \(english)." } ?? "choose from \(english)."))
  }
}
