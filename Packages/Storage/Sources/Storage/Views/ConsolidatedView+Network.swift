public import Domain

/// Projects and organisations.
extension ConsolidatedView {
  /// Projects, each once however many minutes mention it, with the newest status and the history.
  public static let projects = ConsolidatedView(
    name: "projects", label: Label("Projekty", "Projects"), kind: Project.kind,
    columns: [
      joined(Project.name), .own(Project.status), joined(Project.holder), joined(Project.start),
      joined(Project.end), joined(Project.themes), joined(Project.programme, isMain: false),
      joined(Project.call, isMain: false), joined(Project.registration, isMain: false),
      statedOn, documentName,
      .computed(
        statusHistory.name, .text, .set, label: statusHistory.label, isMain: false,
        list(
          "state",
          """
           SELECT CASE WHEN part.written IS NULL
             THEN trim(coalesce(part.date, '') || ' ' || part.status) ELSE part.status END AS state
           FROM (\(parts(saying: Project.status))) AS part
           ORDER BY part.written, \(oldestFirst)
          """)),
      .computed(
        "documents", .integer, label: Label("Dokumentů", "Documents"), isMain: false,
        """
        (SELECT count(DISTINCT part.document)
         FROM sameness AS group_ JOIN projectRecord AS part ON part.recordNumber = group_.record
         WHERE group_.entity = same.entity)
        """),
      .computed(
        "records", .text, .set, label: Label("Záznamy", "Records"), isMain: false, memberIDs),
      allRegions,
    ],
    order: [.ascending("region"), .ascending("name"), .earliest("statedOn")],
    facets: [
      .column(Project.status), .column(Project.themes),
      .year(of: Field(0, "statedOn", .date, label: ImportedDocument.date.label)),
    ],
    aliases: [
      "theme": "themes", "téma": "themes", "organization": "holder", "nositel": "holder",
      "stav": "status", "výzva": "call",
    ],
    joinsRecords: true,
    source: """
      sameness AS same
      JOIN projectRecord AS own ON own.recordNumber = same.record AND same.isCurrent = 1
        LEFT JOIN documentRecord AS document ON document.recordNumber = own.document
      """)

  /// The column of a project's statuses, each a date and a code, the oldest first.
  public static let statusHistory = Field(
    0, "history", .text, .set, label: Label("Vývoj stavu", "Status history"))

  /// The records of the thing of a row that state a field of a project: its value, the day from
  /// which it is, and when a person wrote it.
  private static func parts(saying field: Field) -> String {
    let name = "part.\(DerivedSchema.quoted(field.name))"
    return """
      SELECT part.recordNumber, \(name), source.date, part.personDay,
        \(PersonWords.time(of: field, in: "part")) AS written
      FROM sameness AS group_ JOIN projectRecord AS part ON part.recordNumber = group_.record
        LEFT JOIN documentRecord AS source ON source.recordNumber = part.document
      WHERE group_.entity = same.entity AND \(name) IS NOT NULL
      """
  }

  private static let day = "coalesce(part.date, part.personDay, '~')"
  private static let oldestFirst = "\(day), \(DerivedSchema.id(of: "part.recordNumber"))"

  /// A field of a project: what a person wrote last in any of its records, else what the record
  /// shown says or, where it is not stated there, the newest other.
  private static func joined(_ field: Field, isMain: Bool = true) -> ViewColumn {
    let name = DerivedSchema.quoted(field.name)
    let found = { (condition: String) in
      """
      (SELECT part.\(name) FROM (\(parts(saying: field))) AS part WHERE \(condition)
       ORDER BY part.written DESC, \(day) DESC, \(DerivedSchema.id(of: "part.recordNumber"))
       LIMIT 1)
      """
    }
    return ViewColumn(
      field: field, isMain: isMain,
      expression: """
        coalesce(
          CASE WHEN same.isCorrected = 1 THEN \(found("part.written IS NOT NULL")) END,
          own.\(name), \(found("1")))
        """)
  }

  /// All regions of a thing; most have one, that of their record.
  private static let allRegions = ViewColumn.computed(
    ConsolidatedView.regionsOfThing.name, .text, .set, label: ConsolidatedView.regionsOfThing.label,
    isMain: false,
    """
    CASE WHEN EXISTS (SELECT 1 FROM thingRegion AS known WHERE known.record = own.recordNumber)
      THEN \(list(
        "region",
        """
        SELECT known.region FROM thingRegion AS known WHERE known.record = own.recordNumber
        ORDER BY known.region
        """))
      ELSE '["' || \(escaped("own.region")) || '"]' END
    """)

  private static let memberIDs = list(
    "id",
    """
    SELECT record.id
    FROM sameness AS group_ JOIN identifiedRecord AS record ON record.number = group_.record
    WHERE group_.entity = same.entity ORDER BY record.id
    """)

  /// The texts of a column as a JSON array. Made by hand, because SQLite before 3.41 takes its own
  /// aggregates of JSON for unsafe in the views of a file.
  static func list(_ column: String, _ rows: String) -> String {
    """
    (SELECT '["' || group_concat(\(escaped(column)), '","') || '"]' FROM (
       \(rows)))
    """
  }

  private static func escaped(_ column: String) -> String {
    "replace(replace(\(column), '\\', '\\\\'), '\"', '\\\"')"
  }

  /// Organisations, each once: by their number, else by their name within a region, else by
  /// somebody's word.
  public static let organizations = ConsolidatedView(
    name: "organizations", label: Label("Organizace", "Organizations"), kind: Organization.kind,
    columns: [
      ofOrganization(Organization.name), ofOrganization(Organization.ico),
      ofOrganization(Organization.icoAsWritten), ofOrganization(Organization.seat),
      allRegions,
      .computed(
        "services", .integer, label: Label("Služby", "Services"),
        named("count(*)", of: currentServices, by: "providerKey")),
      .computed(
        "projects", .integer, label: Label("Projekty", "Projects"),
        named("count(DISTINCT thing.entity)", of: namedProjects, by: "holderKey")),
      .computed(
        "mentions", .integer, label: Label("Zmínky", "Mentions"),
        """
        (SELECT coalesce(sum(\(EvidenceSchema.count(of: Organization.name))), 0)
         FROM sameness AS group_ JOIN proof ON proof.record = group_.record
         WHERE group_.entity = same.entity)
        """),
      .computed(
        "documents", label: Label("Dokumenty", "Documents"),
        """
        (SELECT group_concat(name, ', ') FROM (
           SELECT DISTINCT document.name AS name
           FROM sameness AS group_ JOIN proof ON proof.record = group_.record
             JOIN documentRecord AS document ON document.recordNumber = proof.document
           WHERE group_.entity = same.entity ORDER BY document.name))
        """),
      .computed(
        "records", .text, .set, label: Label("Záznamy", "Records"), isMain: false, memberIDs),
    ],
    order: [.ascending("name"), .ascending("region")], joinsRecords: true,
    source: """
      sameness AS same
        JOIN organizationRecord AS own ON own.recordNumber = same.record AND same.isCurrent = 1
      """)

  /// Projects by all of their records, since the newest need not name the holder.
  private static let namedProjects = """
    projectRecord AS own JOIN sameness AS thing ON thing.record = own.recordNumber WHERE 1
    """

  /// A field of an organisation: what a person wrote last in any of its records, else what the
  /// record shown says or, where it is not stated there, another.
  private static func ofOrganization(_ field: Field) -> ViewColumn {
    let column = DerivedSchema.quoted(field.name)
    let written = PersonWords.time(of: field, in: "part")
    let found = { (condition: String, order: String) in
      """
      (SELECT part.\(column)
       FROM sameness AS group_ JOIN organizationRecord AS part ON part.recordNumber = group_.record
       WHERE group_.entity = same.entity AND part.\(column) IS NOT NULL\(condition)
       ORDER BY \(order)\(DerivedSchema.id(of: "part.recordNumber")) LIMIT 1)
      """
    }
    return ViewColumn(
      field: field, isMain: true,
      expression: """
        coalesce(
          CASE WHEN same.isCorrected = 1
            THEN \(found(" AND \(written) IS NOT NULL", "\(written) DESC, ")) END,
          own.\(column), \(found("", "")))
        """)
  }

  /// Of how many things an organisation is the holder or provider: in its regions, and everywhere
  /// where it is known by its number, since another town may have one of the same name.
  private static func named(_ count: String, of table: String, by key: String) -> String {
    let parts = """
      FROM sameness AS group_ JOIN organizationRecord AS part ON part.recordNumber = group_.record
      WHERE group_.entity = same.entity
      """
    return """
      (SELECT \(count) FROM \(table)
         AND own.\(key) IN (SELECT part.nameKey \(parts))
         AND (own.region IN (SELECT part.region \(parts))
           OR EXISTS (SELECT 1 \(parts) AND part.ico IS NOT NULL)))
      """
  }
}
