extension String {
  /// The text without what would drive a terminal or turn the direction of the text after it:
  /// control and format characters are left out, line ends and tabs become blanks.
  public var printable: String { printable(keepingLines: false) }

  /// The same with its lines.
  public var printableLines: String { printable(keepingLines: true) }

  private func printable(keepingLines: Bool) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where keepingLines: text.append(scalar)
      case "\n", "\r", "\t": text.append(" ")
      // Joiners shape scripts and emoji.
      case "\u{200C}", "\u{200D}": text.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: continue
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }
}
