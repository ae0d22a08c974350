public import Domain

/// Projects and organisations.
extension ConsolidatedView {
  /// Projects, each once however many minutes mention it, with the newest status and the history.
  public static let projects = ConsolidatedView(
    name: "projects", label: Label("Projekty", "Projects"), kind: Project.kind,
    columns: [
      .own(Project.name), .own(Project.status), joined(Project.holder), joined(Project.start),
      joined(Project.end), joined(Project.themes), joined(Project.programme, isMain: false),
      joined(Project.call, isMain: false), joined(Project.registration, isMain: false),
      statedOn, documentName,
      .computed(
        statusHistory.name, .text, .set, label: statusHistory.label, isMain: false,
        list(
          "state",
          """
           SELECT trim(coalesce(source.date, '') || ' ' || part.status) AS state
           FROM sameness AS group_ JOIN projectRecord AS part ON part.recordNumber = group_.record
             LEFT JOIN documentRecord AS source ON source.recordNumber = part.document
           WHERE group_.entity = same.entity AND part.status IS NOT NULL
           ORDER BY coalesce(source.date, '~'), \(DerivedSchema.id(of: "part.recordNumber"))
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

  /// A field of the record shown or, where it is not stated there, of the newest other record of
  /// the same project.
  private static func joined(_ field: Field, isMain: Bool = true) -> ViewColumn {
    let name = DerivedSchema.quoted(field.name)
    return ViewColumn(
      field: field, isMain: isMain,
      expression: """
        coalesce(own.\(name), (
          SELECT part.\(name)
          FROM sameness AS group_ JOIN projectRecord AS part ON part.recordNumber = group_.record
            LEFT JOIN documentRecord AS source ON source.recordNumber = part.document
          WHERE group_.entity = same.entity AND part.\(name) IS NOT NULL
          ORDER BY coalesce(source.date, '~') DESC, \(DerivedSchema.id(of: "part.recordNumber"))
          LIMIT 1))
        """)
  }

  private static let memberIDs = list(
    "id",
    """
    SELECT record.id FROM sameness AS group_ JOIN record ON record.number = group_.record
    WHERE group_.entity = same.entity ORDER BY record.id
    """)

  /// The texts of a column as a JSON array. Made by hand, because SQLite before 3.41 takes its own
  /// aggregates of JSON for unsafe in the views of a file.
  static func list(_ column: String, _ rows: String) -> String {
    let escaped = "replace(replace(\(column), '\\', '\\\\'), '\"', '\\\"')"
    return """
      (SELECT '["' || group_concat(\(escaped), '","') || '"]' FROM (
         \(rows)))
      """
  }

  /// Organisations, each once: by their number, else by their name within a region, else by
  /// somebody's word.
  public static let organizations = ConsolidatedView(
    name: "organizations", label: Label("Organizace", "Organizations"), kind: Organization.kind,
    columns: [
      .own(Organization.name),
      .computed("ico", .companyNumber, label: Organization.ico.label, ofOrganization("ico")),
      .computed(
        "icoAsWritten", label: Organization.icoAsWritten.label, ofOrganization("icoAsWritten")),
      .computed("seat", label: Organization.seat.label, ofOrganization("seat")),
      .computed(
        "regions", .text, .set, label: Label("Území", "Regions"), isMain: false,
        list(
          "region",
          """
          SELECT DISTINCT part.region
          FROM sameness AS group_
          JOIN organizationRecord AS part ON part.recordNumber = group_.record
          WHERE group_.entity = same.entity ORDER BY part.region
          """)),
      .computed(
        "services", .integer, label: Label("Služby", "Services"),
        named("serviceRecord", "providerKey")),
      .computed(
        "projects", .integer, label: Label("Projekty", "Projects"),
        named("projectRecord", "holderKey")),
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

  private static func ofOrganization(_ column: String) -> String {
    """
    coalesce(own.\(column), (
      SELECT part.\(column)
      FROM sameness AS group_ JOIN organizationRecord AS part ON part.recordNumber = group_.record
      WHERE group_.entity = same.entity AND part.\(column) IS NOT NULL
      ORDER BY \(DerivedSchema.id(of: "part.recordNumber")) LIMIT 1))
    """
  }

  private static func named(_ table: String, _ key: String) -> String {
    """
    (SELECT count(*) FROM \(table) AS counted WHERE counted.\(key) IN (
       SELECT part.nameKey
       FROM sameness AS group_ JOIN organizationRecord AS part ON part.recordNumber = group_.record
       WHERE group_.entity = same.entity))
    """
  }

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
    source: """
      organizationRecord AS own
        JOIN sameness AS same ON same.record = own.recordNumber AND same.isCurrent = 1
        JOIN organizationRecord AS second
          ON second.nameKey = own.nameKey AND second.recordNumber <> own.recordNumber
          AND own.nameKey <> ''
        JOIN sameness AS others ON others.record = second.recordNumber AND others.isCurrent = 1
          AND others.entity <> same.entity
          AND \(DerivedSchema.id(of: "others.record")) > \(DerivedSchema.id(of: "same.record"))
        LEFT JOIN linkRecord AS link ON link.relation = 'different'
          AND link.record IN (own.recordNumber, second.recordNumber)
          AND link.other IN (own.recordNumber, second.recordNumber)
      WHERE link.recordNumber IS NULL
        AND (own.ico IS NULL OR second.ico IS NULL OR own.ico = second.ico)
      """)
}
