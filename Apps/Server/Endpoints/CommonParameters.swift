/// Parameters that several endpoints share.
extension Parameter {
  /// The most characters of a value.
  static let mostScalars = 200
  /// What a year, a month and a day look like.
  static let datePattern = "^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$"
  /// The most digits of a number.
  static let mostDigits = 18
  /// What a number in a column looks like, or nothing for what is not stated. A text, as in an
  /// address there is no other way to ask for nothing.
  static func numberPattern(atLeast least: Int64?) -> String {
    "^(\(least == nil ? "-?" : "")[0-9]{1,\(mostDigits)})?$"
  }
  /// The most rows of a page.
  static let mostRows = 10_000
  /// The rows of a page where nobody says.
  static let usualRows = 1_000

  static let regions = Parameter(
    name: "region", place: .query, kind: .texts,
    summary: "Names of regions to keep; case and diacritics do not matter.")
  static let limit = Parameter(
    name: "limit", place: .query, kind: .integer(1...mostRows),
    summary: "The most rows of the page, \(usualRows) unless said otherwise.")
  static let after = Parameter(
    name: "after", place: .query, kind: .text,
    summary: "Where the page starts: the cursor in the Link header or in `next` of the one before.")
  static let facets = Parameter(
    name: "facets", place: .query, kind: .boolean,
    summary: "Whether to answer with an object that counts the rows and how they divide.")
  static let record = Parameter(
    name: "id", place: .path, kind: .identifier,
    summary: "An identifier, or a unique beginning of it.", isRequired: true)
}
