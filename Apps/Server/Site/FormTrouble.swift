import Desk
import Domain

/// What is wrong with a form that was sent, as its page says it first: the focus is there when the
/// page opens, and the fields that it is about are the next that the tabulator reaches.
struct FormTrouble: Sendable {
  /// A way to what is wrong.
  struct Place: Sendable {
    let label: String
    let anchor: String
  }

  let message: String
  let places: [Place]
  let hasPlaces: Bool

  init(_ message: String, at places: [Place] = []) {
    self.message = message
    self.places = places
    hasPlaces = !places.isEmpty
  }
}

extension FormTrouble {
  /// What is wrong with the files that were sent.
  /// - Parameter name: The text of the page that the files are called by.
  static func ofFiles(
    _ report: ErrorReport, _ frame: PageFrame, _ name: String, _ language: Language
  ) -> FormTrouble {
    FormTrouble(
      report.message.text(language),
      at: [Place(label: frame.text[name] ?? "", anchor: FieldControl.id("files"))])
  }
}
