import Domain

/// Numbers as people write them.
enum NumberWording {
  /// A number with a fraction, to four places: with a comma in Czech.
  static func text(_ number: Double, in language: Language) -> String {
    let plain = String(abs(number) < 1e9 ? (number * 1e4).rounded() / 1e4 : number)
    return language == .czech ? plain.replacing(".", with: ",") : plain
  }
}
