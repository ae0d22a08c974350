import Foundation
import TestSupport
import Testing

@Suite("Settling in the browser")
struct SettlingTests {
  private let harness: HubHarness

  init() throws { harness = try HubHarness() }

  /// Gives what one office has to another.
  private func exchange(from one: String, to other: String) throws {
    let bundle = harness.folder.path("changes.soulad")
    try harness.run("bundle", "write", bundle, on: one)
    try harness.run("bundle", "read", bundle, on: other)
    try FileManager.default.removeItem(atPath: bundle)
  }

  private func desk() throws -> RunningServer {
    try RunningServer(
      database: harness.database("office"), arguments: ["--local", "--author", "Jana"])
  }

  /// Offices that wrote different values of one field without knowing of each other; the first of
  /// them has the second's. Returns the record.
  private func disagree() throws -> String {
    for (name, region) in [("office", "Žatec"), ("other", "Liberec"), ("third", "Most")] {
      try harness.make(name, of: region)
    }
    let id = try harness.run("add", "project", "name=Dílna", on: "office").output
      .filter { $0 != "\n" }
    for name in ["other", "third"] { try exchange(from: "office", to: name) }
    for (name, status) in [("office", "approved"), ("other", "rejected"), ("third", "running")] {
      try harness.run("edit", id, "status=\(status)", "--author", name, on: name)
    }
    try exchange(from: "other", to: "office")
    return id
  }

  @Test("a conflict is settled by a button, and another value can be written instead")
  func settling() async throws {
    let project = try disagree()
    let server = try desk()
    let visitor = FormVisitor(server)
    let page = try await visitor.get("/conflicts").body
    #expect(!page.contains("soulad resolve"))
    let forms = FormVisitor.Form.all(in: page, method: "post")
    #expect(forms.count == 2)
    let rejected = try #require(forms.first { $0.value("value") == "rejected" })
    #expect(rejected.value("author") == "Jana")
    let settled = try await visitor.send(rejected)
    #expect(settled.body.contains("Rozhodnuto.") && settled.body.contains("Nic nečeká"))
    #expect(try await visitor.get("/records/\(project)").body.contains("neschválen"))
    // Once settled, it is not settled again.
    let again = try await visitor.send(rejected)
    #expect(again.status == 422 && again.body.contains("Nerozhodnuto:"))
  }

  @Test("a value that came after the page was opened is not settled away unseen")
  func thirdValue() async throws {
    let project = try disagree()
    let server = try desk()
    let visitor = FormVisitor(server)
    let opened = try await visitor.get("/conflicts").body
    try exchange(from: "third", to: "office")
    var rejected = try #require(
      FormVisitor.Form.all(in: opened, method: "post").first { $0.value("value") == "rejected" })
    rejected["author"] = "Petr"
    let page = try await visitor.send(rejected)
    #expect(page.status == 422 && page.body.contains("role=\"alert\""))
    #expect(page.body.contains("Nerozhodnuto: mezitím"))
    #expect(try await !visitor.get("/records/\(project)").body.contains("neschválen"))
    // The page shows all three, and whoever settles it there has seen them.
    let forms = FormVisitor.Form.all(in: page.body, method: "post")
    #expect(forms.compactMap { $0.value("value") }.sorted() == ["approved", "rejected", "running"])
    let seen = try #require(forms.first { $0.value("value") == "rejected" })
    #expect(seen.value("author") == "Petr")
    #expect(try await visitor.send(seen).body.contains("Rozhodnuto."))
    #expect(try await visitor.get("/records/\(project)").body.contains("neschválen"))
  }

  @Test("organisations of one name are joined by a word, all of them by who saw them")
  func joining() async throws {
    try harness.make("office", of: "Žatec")
    func add(in region: String) throws {
      try harness.run(
        "add", "organization", "name=Spolek Most naděje", "region=\(region)", on: "office")
    }
    for region in ["Žatec", "Liberec"] { try add(in: region) }
    let server = try desk()
    let visitor = FormVisitor(server)
    #expect(try await visitor.get("/conflicts").body.contains("/conflicts/organizations"))
    let opened = try await visitor.get("/conflicts/organizations").body
    #expect(opened.contains("Možná totéž jako Spolek Most naděje ("))
    var form = try #require(FormVisitor.Form(opened, method: "post"))
    form["value"] = "same"
    try add(in: "Chomutov")
    let page = try await visitor.send(form)
    #expect(page.status == 422 && page.body.contains("Nerozhodnuto: mezitím"))
    form = try #require(FormVisitor.Form(page.body, method: "post"))
    form["value"] = "same"
    let settled = try await visitor.send(form)
    #expect(settled.path == "/conflicts/organizations" && settled.body.contains("Rozhodnuto."))
    #expect(settled.body.contains("Nic nečeká"))
    let rows = try await visitor.get("/api/v1/organizations.json").body
    #expect(rows.split(separator: "\"id\"").count == 2)
  }
}
