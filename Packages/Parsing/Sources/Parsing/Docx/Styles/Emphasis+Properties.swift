extension Emphasis {
  /// What styles of paragraphs and characters toggle (ECMA-376 part 1, 17.7.3).
  static let toggles: Emphasis = [.bold, .italic, .struck]

  /// What a property of a run or a style switches on and off (ECMA-376 part 1, 17.3.2).
  static func change(
    _ name: XMLLocal, _ attributes: XMLAttributes
  ) -> (on: Emphasis, off: Emphasis) {
    switch name {
    case .b: return attributes.isOn ? (.bold, []) : ([], .bold)
    case .i: return attributes.isOn ? (.italic, []) : ([], .italic)
    case .strike, .dstrike: return attributes.isOn ? (.struck, []) : ([], .struck)
    case .u:
      let isOff = attributes[.val]?.equals("none") ?? true
      return isOff ? ([], .underlined) : (.underlined, [])
    case .vertAlign:
      guard let value = attributes[.val] else { return ([], []) }
      if value.equals("superscript") { return (.raised, .lowered) }
      if value.equals("subscript") { return (.lowered, .raised) }
      return ([], [.raised, .lowered])
    default: return ([], [])
    }
  }
}
