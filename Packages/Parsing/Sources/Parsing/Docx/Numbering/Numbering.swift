/// The definitions of lists (ECMA-376 part 1, 17.9).
struct Numbering {
  /// How one level counts and looks.
  struct Level {
    var start = 1
    var format = NumberFormat.decimal
    /// The pattern, `%1.%2`.
    var text: [UInt8] = []
    /// Whether all numbers in the label are decimal (`isLgl`).
    var isLegal = false
    /// The level, from 1, after which counting starts again; 0 for never, `nil` for any higher one.
    var restart: Int?
    var style: String?
    /// The font of the label, for bullets of symbol fonts.
    var font: String?
  }

  /// A definition that several lists may share, and with it their count.
  struct Abstract {
    var levels: [Int: Level] = [:]
    var styleLink: String?
    var numStyleLink: String?
  }

  /// A list.
  struct List {
    var abstract = 0
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// The deepest level, from 0.
  static let deepestLevel = 8

  var abstracts: [Int: Abstract] = [:]
  var lists: [Int: List] = [:]

  /// Puts the definition that a style links to where a definition only names the style.
  mutating func resolveLinks() {
    var linked: [String: Int] = [:]
    for (id, abstract) in abstracts {
      if let style = abstract.styleLink { linked[style] = id }
    }
    for (id, abstract) in abstracts where abstract.levels.isEmpty {
      guard let target = abstract.numStyleLink.flatMap({ linked[$0] }) else { continue }
      let levels = abstracts[target]?.levels ?? [:]
      abstracts[id]?.levels = levels
    }
  }

  /// How a level of a list looks, overrides included.
  func level(_ level: Int, of list: List) -> Level? {
    var found = list.levels[level] ?? abstracts[list.abstract]?.levels[level]
    if let start = list.starts[level] { found?.start = start }
    return found
  }
}
