/// A format of documents that Soulad does not read itself, but that other programs convert.
public enum ForeignFormat: String, Sendable, CaseIterable {
  /// Word up to 2003.
  case word97 = "doc"
  /// Rich Text Format.
  case richText = "rtf"
  /// OpenDocument text, as LibreOffice writes it.
  case openDocument = "odt"
  /// Portable Document Format.
  case pdf

  /// The place that an error names for an OpenDocument file.
  static let openDocumentPlace = "OpenDocument"
}

extension ReadingError {
  /// The format to convert the file from; `nil` where converting cannot help, as for a file that
  /// needs a password.
  public var foreignFormat: ForeignFormat? {
    switch (code, place) {
    case (.legacyOffice, ""): .word97
    case (.textFormat, "RTF"): .richText
    case (.textFormat, "PDF"): .pdf
    case (.notDocx, ForeignFormat.openDocumentPlace): .openDocument
    default: nil
    }
  }
}
