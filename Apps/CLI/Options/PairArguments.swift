import ArgumentParser
import Storage
import Terminal

/// What is typed as a name, a sign and a value.
enum PairArguments {
  /// Reads a condition: `column=text`, `column<text` and the like.
  static func condition(_ text: String) throws -> RowFilter {
    guard let filter = RowFilter(text) else {
      throw ValidationError(
        Help.text(
          "napište sloupec=hodnota, například rok=2020.", "write column=value, as year=2020."))
    }
    return filter
  }

  /// Reads a value for a field: `field=value`.
  static func assignment(_ text: String) throws -> FieldAssignment {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw ValidationError(
        Help.text(
          "napište pole=hodnota, například stav=podán.", "write field=value, as status=submitted."))
    }
    return FieldAssignment(
      field: String(text[..<sign]), text: String(text[text.index(after: sign)...]))
  }
}
