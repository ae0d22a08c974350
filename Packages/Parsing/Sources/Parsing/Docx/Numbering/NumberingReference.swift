/// A paragraph's or a style's membership in a list (ECMA-376 part 1, 17.9.18).
struct NumberingReference {
  /// The list; 0 takes a paragraph out of the list of its style.
  var number: Int?
  /// The level, from 0.
  var level: Int?
  /// The style that names the list, for levels that are bound to styles.
  var style: String?
}
