/// Edits of one author with sequences without gaps, of which each after the first names the one
/// before as its only parent.
///
/// The edits of a text are kept in such runs, since people type letter by letter.
struct TextEditRun: Sendable {
  /// The place of its replica among the authors.
  let author: Int32
  /// The first edit; the last comes before the first of the next run.
  let firstNode: Int32
  /// Where the parents of the first edit begin; they end where those of the next run begin.
  let firstParent: Int32
  /// Where the patches begin; they end where those of the next run begin.
  var firstPatchRun: Int32
  /// The sequence of the first edit.
  let sequence: UInt64
  let isPerson: Bool
  /// Whether a person made it or anything that it had seen of the text.
  let isAfterPerson: Bool
  /// Whether each of its edits has seen all that is stored before it.
  let hasSeenAll: Bool

  /// Whether it is a machine's and changes what a person has edited, so that it does nothing.
  var isSilenced: Bool { isAfterPerson && !isPerson }
}
