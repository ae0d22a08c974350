/// A link or a tracked change that is open.
struct OpenRange {
  /// The paragraph in which it starts.
  var paragraph: Int
  /// The offset in that paragraph.
  var start: Int
  /// The target of a link, or the author of a change.
  var text: String
  /// The date of a change.
  var date = ""
}

/// The alternatives of one place (ECMA-376 part 3, 7.5), of which one is read.
struct Alternatives {
  /// Whether a choice had text.
  var isTaken = false
  /// The count of produced pieces of text where the open choice started.
  var produced = 0
}
