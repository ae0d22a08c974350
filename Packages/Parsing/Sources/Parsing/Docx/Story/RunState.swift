/// What the properties of the open run say (ECMA-376 part 1, 17.3.2).
struct RunState {
  /// The emphasis that it switches on itself.
  var on: Emphasis = []
  /// The emphasis that it switches off itself.
  var off: Emphasis = []
  /// The number of its character style.
  var style: Int?
  /// Its font, where that is one of symbols.
  var symbolFont: String?
  /// The note whose mark is the text that follows, instead of a number.
  var markedNote: (id: Int, kind: StoryKind)?
  /// Whether it is hidden.
  var isHidden = false
}
