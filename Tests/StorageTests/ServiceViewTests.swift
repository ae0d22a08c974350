import Domain
import Storage
import Testing

@Suite("Services and their capacity")
struct ServiceViewTests {
  private let office: Office

  init() throws {
    office = try Office("Lhota")
  }

  private func service(
    _ hash: String, on date: String, kind: String = "azylové domy", by provider: String = "Kotva",
    from before: Int? = nil, _ capacity: Int? = nil, _ unit: String? = nil,
    registration: String? = nil, isCancelled: Bool = false
  ) throws {
    var service = ExtractedService(kind: Fact(kind, SourceRange(0, 5)))
    service.provider = Fact(provider, SourceRange(6, 9))
    service.registration = registration.map { Fact($0, SourceRange(10, 12)) }
    service.capacityBefore = before.map { Fact($0, SourceRange(13, 14)) }
    service.capacity = capacity.map { Fact($0, SourceRange(15, 16)) }
    service.unit = unit.map { Fact($0, SourceRange(17, 18)) }
    if isCancelled { service.isCancelled = Fact(true, SourceRange(19, 20)) }
    try office.importing(hash, region: "Lhota", date: date) { $0.services = [service] }
  }

  private func numbers(_ column: String) throws -> [ViewRow.Cell] {
    try office.cells(.capacities, column)
  }

  @Test("a service in several minutes counts once, with its newest capacity")
  func once() throws {
    try service("b", on: "2022-02-01", kind: "Azylové domy", by: "KOTVA, z. s.", 42, "lůžek")
    try service("a", on: "2021-01-01", 40, "lůžek")
    try service("c", on: "2023-03-01")
    #expect(try numbers("services") == [.integer(1)])
    #expect(try numbers("capacity") == [.integer(42)])
    #expect(try office.cells(.services, "capacity") == [.integer(42)])
    #expect(try office.replica.ask(.services, ViewQuery(limit: 5, withFacets: true)).total == 1)
  }

  @Test("services with other numbers, units and providers are others")
  func others() throws {
    try service("a", on: "2021-01-01", 10, "lůžek", registration: "111")
    try service("b", on: "2021-02-01", 20, "lůžek", registration: "222")
    // Nobody can tell which of the two this is.
    try service("c", on: "2021-03-01", 30, "lůžek")
    try service("d", on: "2021-04-01", 5, "klientů")
    try service("e", on: "2021-05-01", by: "Přístav", 7, "lůžek")
    #expect(try numbers("services") == [.integer(1), .integer(3)])
    #expect(try numbers("capacity") == [.integer(5), .integer(37)])
  }

  @Test("a number known from one document belongs to what another says of the capacity")
  func registration() throws {
    try service("a", on: "2021-01-01", 10, "lůžek", registration: "111")
    try service("b", on: "2022-02-01", 12, "lůžek")
    #expect(try office.cells(.services, "registration") == [.text("111")])
    #expect(try office.cells(.services, "capacity") == [.integer(12)])
    try service("c", on: "2023-03-01", isCancelled: true)
    #expect(try office.cells(.services, "cancelled") == [.boolean(true)])
    #expect(try office.replica.query(.capacities).isEmpty)
  }

  @Test("a change of capacity is the difference where none is stated")
  func change() throws {
    try service("a", on: "2021-01-01", from: 3, 15, "lůžek")
    #expect(try office.cells(.services, "capacity", where: "capacityChange>0") == [.integer(15)])
    #expect(try office.cells(.services, "capacityChange") == [.integer(12)])
  }
}
