internal import Domain

/// What documents state beside their decisions, and the regions.
extension ConsolidatedView {
  /// Votes, the newest first.
  public static let votes = ConsolidatedView(
    name: "votes", label: Label("Hlasování", "Votes"), kind: Vote.kind,
    columns: [
      statedOn, .own(Vote.subject), .own(Vote.inFavour), .own(Vote.against), .own(Vote.abstained),
      documentName,
    ],
    order: [.descending("statedOn"), .ascending("region"), .ascending("subject")],
    source: withDocument("voteRecord"))

  /// Calls for proposals.
  public static let calls = ConsolidatedView(
    name: "calls", label: Label("Výzvy", "Calls"), kind: Call.kind,
    columns: [.own(Call.number), .own(Call.programme), statedOn, documentName],
    order: [.ascending("programme"), .ascending("number"), .ascending("region")],
    source: withDocument("callRecord"))

  /// Strategic documents.
  public static let plans = ConsolidatedView(
    name: "plans", label: Label("Plány", "Plans"), kind: Plan.kind,
    columns: [
      .own(Plan.name), .own(Plan.approved), .own(Plan.validFrom), .own(Plan.validTo), statedOn,
      documentName,
    ],
    order: [.ascending("region"), .ascending("name"), .ascending("statedOn")],
    source: withDocument("planRecord"))

  /// Events, the newest first.
  public static let events = ConsolidatedView(
    name: "events", label: Label("Události", "Events"), kind: Event.kind,
    columns: [.own(Event.date), .own(Event.name), statedOn, documentName],
    order: [.descending("date"), .ascending("region"), .ascending("name")],
    source: withDocument("eventRecord"))

  /// Stated quantities.
  public static let figures = ConsolidatedView(
    name: "figures", label: Label("Údaje", "Figures"), kind: Figure.kind,
    columns: [.own(Figure.value), .own(Figure.unit), statedOn, documentName],
    order: [.ascending("region"), .ascending("unit"), .ascending("statedOn")],
    source: withDocument("figureRecord"))

  /// Telephone numbers and addresses.
  public static let contacts = ConsolidatedView(
    name: "contacts", label: Label("Kontakty", "Contacts"), kind: Contact.kind,
    columns: [
      .own(Contact.person), .own(Contact.contactKind), .own(Contact.value), statedOn, documentName,
    ],
    order: [.ascending("region"), .ascending("person"), .ascending("value")],
    source: withDocument("contactRecord"))

  /// Regions with how much is known of them.
  public static let regions = ConsolidatedView(
    name: "regions", label: Label("Území", "Regions"), kind: Region.kind,
    columns: [
      .own(Region.name),
      number(of: ImportedDocument.kind, "documents", Label("Dokumenty", "Documents")),
      number(of: Meeting.kind, "meetings", Label("Jednání", "Meetings")),
      number(of: Project.kind, "projects", Label("Projekty", "Projects")),
      number(of: Service.kind, "services", Label("Služby", "Services")),
    ],
    order: [.ascending("name")], source: "regionRecord AS own")

  /// How many records of a kind a region has.
  private static func number(of kind: RecordKind, _ name: String, _ label: Label) -> ViewColumn {
    .computed(
      name, .integer, label: label,
      "(SELECT count(*) FROM \(kind.table) AS counted WHERE counted.region = own.name)")
  }
}
