internal import Domain

/// Social services and their capacity.
extension ConsolidatedView {
  /// Social services, each once however many minutes mention it, with the newest capacity.
  public static let services = ConsolidatedView(
    name: "services", label: Label("Služby", "Services"), kind: Service.kind,
    columns: [
      .own(Service.serviceKind), .own(Service.provider),
      ViewColumn(
        field: Service.registration, isMain: true,
        expression: """
          coalesce(own.registration, (
            SELECT max(other.registration) FROM serviceRecord AS other
            WHERE \(isLike("other")) AND \(haveOneUnit)))
          """),
      .own(Service.capacityBefore), .own(Service.capacity),
      ViewColumn(field: Service.capacityChange, isMain: true, expression: capacityChange),
      .own(Service.unit), .own(Service.cancelled), statedOn, documentName,
    ],
    order: [.ascending("serviceKind"), .ascending("region"), .ascending("provider")],
    facets: [
      .column(Service.serviceKind), .column(Service.provider), .column(Service.unit), yearStated,
    ],
    aliases: ["organization": "provider"],
    source: currentServices)

  /// The capacity of services by kind, region and unit.
  public static let capacities = ConsolidatedView(
    name: "capacities", label: Label("Kapacity", "Capacities"), kind: Service.kind,
    columns: [
      .computed("serviceKind", label: Service.serviceKind.label, "serviceKind"),
      .computed("unit", label: Service.unit.label, "unit"),
      .computed("services", .integer, label: Label("Služeb", "Services"), "services"),
      .computed("providers", .integer, label: Label("Poskytovatelů", "Providers"), "providers"),
      .computed(
        "capacityBefore", .integer, label: Service.capacityBefore.label, "capacityBefore"),
      .computed("capacity", .integer, label: Service.capacity.label, "capacity"),
      .computed(
        "capacityChange", .integer, label: Service.capacityChange.label, "capacityChange"),
    ],
    order: [.ascending("serviceKind"), .ascending("region"), .ascending("unit")],
    facets: [.column(Service.serviceKind)], hasOwnIDs: false,
    statement: """
      SELECT min(\(DerivedSchema.id(of: "own.recordNumber"))) AS id, 'service' AS kind,
        own.region AS region, max(own.serviceKind) AS serviceKind, own.unit AS unit,
        count(*) AS services, count(DISTINCT own.providerKey) AS providers,
        sum(own.capacityBefore) AS capacityBefore, sum(own.capacity) AS capacity,
        sum(\(capacityChange)) AS capacityChange
      FROM \(currentServices) AND own.cancelled IS NOT 1
      GROUP BY own.region, own.kindKey, own.unit
      """)

  private static let capacityChange =
    "coalesce(own.capacityChange, own.capacity - own.capacityBefore)"

  /// The records that stand for a service: those of one kind, provider and region are one service,
  /// unless their units or registration numbers differ. Where there are several numbers, a record
  /// without one may mean any of them and stands for none.
  static let currentServices = """
    \(withDocument("serviceRecord"))
    WHERE NOT EXISTS (
      SELECT 1 FROM serviceRecord AS other
        LEFT JOIN documentRecord AS source ON source.recordNumber = other.document
      WHERE \(isLike("other")) AND \(haveOneUnit) AND other.recordNumber <> own.recordNumber
        AND CASE
          WHEN own.registration <> other.registration THEN 0
          WHEN own.registration IS NULL AND \(hasRival("other")) THEN 1
          WHEN other.registration IS NULL AND \(hasRival("own")) THEN 0
          ELSE \(rank("other", "source")) > \(rank("own", "document")) END)
    """

  /// Whether a record is about a service of the kind, provider and region of ours.
  private static func isLike(_ other: String) -> String {
    """
    \(other).providerKey = own.providerKey AND \(other).kindKey = own.kindKey
      AND \(other).region IS own.region
    """
  }

  /// Only who states a capacity states its unit.
  private static let haveOneUnit =
    "(other.unit IS own.unit OR other.unit IS NULL OR own.unit IS NULL)"

  private static func hasRival(_ record: String) -> String {
    """
    \(record).registration IS NOT NULL AND EXISTS (SELECT 1 FROM serviceRecord AS rival
      WHERE \(isLike("rival")) AND rival.registration <> \(record).registration)
    """
  }

  /// By what a record comes before others: the newest that says something of the capacity, then
  /// the one with a number.
  private static func rank(_ record: String, _ document: String) -> String {
    """
    (coalesce(\(record).capacity, \(record).capacityChange, \(record).cancelled) IS NOT NULL,
      coalesce(\(document).date, '~'), \(record).registration IS NOT NULL,
      \(DerivedSchema.id(of: record + ".recordNumber")))
    """
  }
}
