internal import Domain

/// Organisations that somebody should be asked about.
extension ConsolidatedView {
  /// Organisations that are probably one, for somebody to decide with a link.
  public static let duplicates = ConsolidatedView(
    name: "duplicates", label: Label("Možné duplicity", "Likely duplicates"),
    kind: Organization.kind,
    columns: [
      .own(Organization.name),
      .computed(
        "other", .reference(to: "organization"), label: Link.other.label,
        DerivedSchema.id(of: "second.recordNumber")),
      .computed("otherName", label: Label("Druhý název", "Other name"), "second.name"),
      .computed("otherRegion", label: Label("Druhé území", "Other region"), "second.region"),
    ],
    order: [.ascending("name"), .ascending("region"), .ascending("other")], hasOwnIDs: false,
    // Few pairs are alike, so that they come first: SQLite keeps to the order of a cross join.
    source: """
      (\(likePairs)) AS pair
        CROSS JOIN sameness AS same ON same.entity = pair.one AND same.isCurrent = 1
        CROSS JOIN sameness AS others ON others.entity = pair.other AND others.isCurrent = 1
          AND \(DerivedSchema.id(of: "others.record")) > \(DerivedSchema.id(of: "same.record"))
        JOIN organizationRecord AS own ON own.recordNumber = same.record
        JOIN organizationRecord AS second ON second.recordNumber = others.record
      WHERE (own.ico IS NULL OR second.ico IS NULL OR own.ico = second.ico)
        AND NOT EXISTS (\(wordsApart("record", "other")))
        AND NOT EXISTS (\(wordsApart("other", "record")))
      """)

  /// What somebody said of records of the two things being different ones.
  private static func wordsApart(_ one: String, _ other: String) -> String {
    """
    SELECT 1 FROM sameness AS part JOIN linkRecord AS link ON link.\(one) = part.record
        JOIN sameness AS apart ON apart.record = link.\(other)
      WHERE part.entity = pair.one AND apart.entity = pair.other AND link.relation = 'different'
    """
  }

  /// Pairs of things with a name in common, each pair both ways: in one form; with a slip in it; an
  /// abbreviation beside what a document of the region says that it stands for.
  private static let likePairs = """
    SELECT first.entity AS one, like.entity AS other
    FROM thingName AS first JOIN thingName AS like
      ON like.form = first.form AND like.entity <> first.entity
    WHERE CASE
      WHEN first.scope = 0 AND like.scope = 0 THEN 1
      WHEN first.region <> like.region THEN 0
      WHEN first.word = '' AND like.word = '' THEN 1
      ELSE \(isSlip("first.word", "like.word")) END
    UNION
    SELECT first.entity, like.entity FROM (\(introduced)) AS said
      JOIN thingName AS first ON first.form = said.one AND first.region = said.region
      JOIN thingName AS like ON like.form = said.other AND like.region = said.region
        AND like.entity <> first.entity
    """

  private static let introduced = """
    \(introduced("shortKey", "readingKey")) UNION \(introduced("readingKey", "shortKey"))
    """

  private static func introduced(_ one: String, _ other: String) -> String {
    """
    SELECT abbreviation.\(one) AS one, abbreviation.\(other) AS other, document.region
    FROM abbreviation JOIN documentRecord AS document
      ON document.recordNumber = abbreviation.document
    """
  }

  /// Whether two words differ by one slip of a typist: a letter more, less or other, or two that
  /// changed places; not the first.
  private static func isSlip(_ one: String, _ other: String) -> String {
    let rest = { (word: String, start: Int) in "substr(\(word), place.number + \(start))" }
    let letter = { (word: String, at: Int) in "substr(\(word), place.number + \(at), 1)" }
    return """
      \(one) <> \(other) AND EXISTS (
        WITH RECURSIVE place (number) AS (
          SELECT 1 UNION ALL SELECT number + 1 FROM place WHERE number < length(\(one)))
        SELECT 1 FROM place
        WHERE substr(\(one), 1, place.number) = substr(\(other), 1, place.number)
          AND (\(rest(one, 2)) = \(rest(other, 2)) OR \(rest(one, 1)) = \(rest(other, 2))
            OR \(rest(one, 2)) = \(rest(other, 1))
            OR \(rest(one, 3)) = \(rest(other, 3)) AND \(letter(one, 1)) = \(letter(other, 2))
              AND \(letter(one, 2)) = \(letter(other, 1))))
      """
  }
}
