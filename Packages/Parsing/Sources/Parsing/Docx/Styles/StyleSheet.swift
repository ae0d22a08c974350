/// The styles of a document, with inheritance resolved (ECMA-376 part 1, 17.7).
struct StyleSheet {
  /// What a style says itself.
  struct Style {
    var id = ""
    var name = ""
    var basedOn: String?
    var outlineLevel: Int?
    var numbering: NumberingReference?
    /// The emphasis that it switches on and that it switches off.
    var on: Emphasis = []
    var off: Emphasis = []
    var isHidden: Bool?
  }

  /// What a style means with all that it is based on.
  struct Resolved {
    /// 0 for a title, 1 to 9 for a heading.
    var headingLevel: Int?
    var numbering: NumberingReference?
    var emphasis: Emphasis = []
    var isHidden = false
    var isCaption = false
  }

  /// The resolved styles, by number.
  private(set) var resolved: [Resolved] = []
  /// The number of the style for paragraphs that name none.
  private(set) var defaultParagraph: Int?
  /// The language of text that names none, BCP 47; may be empty.
  private(set) var language = ""
  private var numbers: [String: Int] = [:]

  /// A document without styles.
  init() {}

  /// Resolves styles.
  /// - Complexity: Linear in their number, however they are based on each other.
  init(_ styles: [Style], defaultParagraph: String?, language: String) {
    self.language = language
    numbers.reserveCapacity(styles.count)
    for (number, style) in styles.enumerated() { numbers[style.id] = numbers[style.id] ?? number }
    resolved = Array(repeating: Resolved(), count: styles.count)
    var isDone = Array(repeating: false, count: styles.count)
    for number in styles.indices where !isDone[number] {
      var chain: [Int] = []
      var next: Int? = number
      // A style that is marked done while its chain is walked also ends a cycle.
      while let current = next, !isDone[current] {
        isDone[current] = true
        chain.append(current)
        next = styles[current].basedOn.flatMap { numbers[$0] }
      }
      var base = next.map { resolved[$0] } ?? Resolved()
      for current in chain.reversed() {
        base.inherit(styles[current])
        resolved[current] = base
      }
    }
    self.defaultParagraph = defaultParagraph.flatMap { numbers[$0] }
  }

  /// The number of the style with an identifier.
  func number(of id: String) -> Int? { numbers[id] }
}

extension StyleSheet.Resolved {
  fileprivate mutating func inherit(_ style: StyleSheet.Style) {
    if let level = HeadingName.level(style.name) {
      headingLevel = level
    } else if let outline = style.outlineLevel {
      headingLevel = outline < 9 ? outline + 1 : nil
    }
    if let own = style.numbering {
      numbering = NumberingReference(
        number: own.number ?? numbering?.number, level: own.level ?? numbering?.level,
        style: own.number == nil ? numbering?.style : style.id)
    }
    emphasis = emphasis.subtracting(style.off).union(style.on)
    if HeadingName.isCaption(style.name) { isCaption = true }
    isHidden = style.isHidden ?? isHidden
  }
}
