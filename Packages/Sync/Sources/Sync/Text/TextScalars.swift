/// Conversion between strings and their Unicode scalars, without a detour over characters.
enum TextScalars {
  /// The scalars of a string.
  static func array(_ text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    return scalars
  }

  /// The string of a run of scalars.
  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count + scalars.count / 8)
    append(scalars, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The string of several runs.
  static func string(_ runs: [[Unicode.Scalar]]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(runs.reduce(0) { $0 + $1.count } * 9 / 8)
    for run in runs { append(run[...], to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to bytes: inout [UInt8]) {
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
