import Desk
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Terminal

/// What a coordinator does at the own desk in the browser: correct, add and delete records, and
/// settle what waits. A hub that others reach has none of it.
struct CorrectionEndpoints: Sendable {
  let hub: Hub
  let templates: PageTemplates
  let corrections: Corrections

  var all: [Endpoint] {
    [
      page("/records/{id}/edit", editPage),
      action("/records/{id}/edit", save),
      action("/records/{id}/delete", delete),
      page("/records/{id}/deleted", deletedPage),
      action("/records/{id}/restore", restore),
      page(ConflictsPage.Subject.organizations.path, organizationsPage),
      action(ConflictsPage.Subject.conflicts.path, settle),
    ]
      + RecordKind.all.filter(\.isAddable).flatMap { kind in
        [
          page("/add/\(kind.name)") { asked, language in
            try await addPage(kind, asked, language)
          },
          action("/add/\(kind.name)") { try await add(kind, $0) },
        ]
      }
  }

  /// A form that somebody sent.
  private struct Sent: Sendable {
    let asked: Asked
    let form: PostedForm
    let language: Language
    let writing: PageWriting

    /// Who writes, as far as it is said.
    var author: String { form.author }
  }

  private func page<Shown: Page>(
    _ path: String, _ make: @escaping @Sendable (Asked, Language) async throws -> Shown
  ) -> Endpoint {
    Endpoint(.get, path, access: .correcting) { asked, _ in
      templates.reply(try await make(asked, PageLanguage.of(asked)))
    }
  }

  private func action(
    _ path: String, _ act: @escaping @Sendable (Sent) async throws -> Reply
  ) -> Endpoint {
    Endpoint(.post, path, access: .correcting) { asked, body in
      let form = try await PostedForm(asked, body, corrections.token)
      return try await act(
        Sent(
          asked: asked, form: form, language: PageLanguage.of(asked),
          writing: corrections.writing(asked)))
    }
  }

  /// The way to the page that shows what was done (RFC 9110, section 15.4.4).
  private func done(
    _ sent: Sent, _ path: String, _ note: PageNote
  ) -> Reply {
    var reply = Reply(status: .seeOther)
    reply.headers[.location] = PageAddress.of(path, [note.item], sent.language)
    let cookie = Corrections.remembering(sent.author, sent.asked)
    reply.headers.set(cookie.name, cookie.value)
    return reply
  }

  /// The page once more, with what is wrong and all that was typed.
  private func again(_ page: some Page) -> Reply {
    var reply = templates.reply(page)
    reply.status = .unprocessableContent
    return reply
  }
}

/// Correcting and adding.
extension CorrectionEndpoints {
  private func editPage(_ asked: Asked, _ language: Language) async throws -> EditPage {
    try await editPage(asked, corrections.writing(asked), nil, language)
  }

  private func editPage(
    _ asked: Asked, _ writing: PageWriting, _ trouble: EditPage.Trouble?, _ language: Language
  ) async throws -> EditPage {
    let (row, regions) = try await hub.readers.ask {
      (try $0.show(withPrefix: asked.variable), try $0.regions())
    }
    return EditPage(row, regions: regions, writing, trouble, language)
  }

  private func save(_ sent: Sent) async throws -> Reply {
    do {
      let id = try await hub.correct { replica in
        let row = try replica.show(withPrefix: sent.asked.variable)
        let changes = FieldControl.changes(in: sent.form, of: row, sent.language)
        guard !changes.contains(where: \.isOvertaken) else { throw Overtaken() }
        let assignments = changes.filter { $0.field.type != .longText }.map {
          FieldAssignment(field: $0.field.name, text: $0.text)
        }
        try check(assignments, to: row.kind, isNew: false, sent, at: replica)
        try replica.edit(
          row.id, assignments,
          saving: changes.filter { $0.field.type == .longText }.map {
            SavedText(field: $0.field.name, text: $0.text)
          }, author: sent.author, clock: Clock.now)
        return row.id
      }
      return done(sent, "/records/\(id)", .saved)
    } catch let error where Self.isAboutTheForm(error) {
      return again(
        try await editPage(sent.asked, sent.writing, trouble(sent, error), sent.language))
    }
  }

  private func addPage(
    _ kind: RecordKind, _ asked: Asked, _ language: Language
  ) async throws -> EditPage {
    try await addPage(kind, corrections.writing(asked), nil, language)
  }

  private func addPage(
    _ kind: RecordKind, _ writing: PageWriting, _ trouble: EditPage.Trouble?, _ language: Language
  ) async throws -> EditPage {
    let regions = try await hub.readers.ask { try $0.regions() }
    return EditPage(
      adding: kind, region: hub.region, regions: regions, writing, trouble, language)
  }

  private func add(_ kind: RecordKind, _ sent: Sent) async throws -> Reply {
    do {
      let id = try await hub.correct { replica in
        let fields = FieldControl.fields(of: kind).filter { $0 != .region }
        let typed = fields.map {
          FieldAssignment(field: $0.name, text: FieldControl.typed($0, in: sent.form)?.text ?? "")
        }
        guard typed.contains(where: { !$0.text.isEmpty }) else { throw StorageError.nothingToAdd }
        let region = FieldAssignment(
          field: Field.region.name, text: sent.form.value(Field.region.name))
        let assignments = (typed + [region]).filter { !$0.text.isEmpty }
        try check(assignments, to: kind, isNew: true, sent, at: replica)
        return try replica.add(kind, assignments, author: sent.author, clock: Clock.now)
      }
      return done(sent, "/records/\(id)", .added)
    } catch let error where Self.isAboutTheForm(error) {
      return again(
        try await addPage(kind, sent.writing, trouble(sent, error), sent.language))
    }
  }

  /// Somebody else changed what this form changes, after it was opened.
  private struct Overtaken: Error {}

  /// Some of what was typed cannot be.
  private struct Refused: Error {
    let problems: [EditPage.Problem]
  }

  /// Refuses a form for all that is wrong with it at once.
  private func check(
    _ assignments: [FieldAssignment], to kind: RecordKind, isNew: Bool, _ sent: Sent,
    at replica: Replica
  ) throws {
    var problems = try replica.refusals(of: assignments, for: kind, isNew: isNew).map {
      EditPage.Problem(item: $0.field, message: ErrorReport($0.reason).message)
    }
    if sent.author.isEmpty {
      problems.append(
        EditPage.Problem(item: PostedForm.authorName, message: ErrorReport.noAuthor.message))
    }
    if !problems.isEmpty { throw Refused(problems: problems) }
  }

  /// Whether whoever typed the form can mend it.
  private static func isAboutTheForm(_ error: any Error) -> Bool {
    switch error {
    case is Overtaken, is Refused: true
    case let refusal as Refusal: refusal.status == .badRequest
    case is StorageError: [.usage, .badData, .busy].contains(ErrorReport(error).exitCode)
    default: false
    }
  }

  private func trouble(_ sent: Sent, _ error: any Error) -> EditPage.Trouble {
    let message = ErrorReport(error).message
    let (said, problems): (Label, [EditPage.Problem]) =
      switch error {
      case is Overtaken: (PageTexts.overtaken, [])
      case let refused as Refused where refused.problems.count == 1:
        (refused.problems[0].message, refused.problems)
      case let refused as Refused: (PageTexts.severalProblems, refused.problems)
      case let refusal as Refusal: (refusal.report.message, [])
      case StorageError.nothingToAdd: (PageTexts.nothingTyped, [])
      case StorageError.badAuthor:
        (message, [EditPage.Problem(item: PostedForm.authorName, message: message)])
      case StorageError.badValue(let field, _, _):
        (message, [EditPage.Problem(item: field.name, message: message)])
      default: (message, [])
      }
    return EditPage.Trouble(form: sent.form, message: said, problems: problems)
  }
}

/// Deleting, bringing back, and settling.
extension CorrectionEndpoints {
  private func delete(_ sent: Sent) async throws -> Reply {
    let author = try author(of: sent)
    let id = try await hub.correct { replica in
      let id = try replica.record(withPrefix: sent.asked.variable)
      try replica.delete(id, author: author, clock: Clock.now)
      return id
    }
    return done(sent, "/records/\(id)/deleted", .deleted)
  }

  private func deletedPage(_ asked: Asked, _ language: Language) async throws -> DeletedPage {
    let deleted = try await hub.readers.ask { try $0.deletedRecord(withPrefix: asked.variable) }
    return DeletedPage(deleted, corrections.writing(asked), language)
  }

  private func restore(_ sent: Sent) async throws -> Reply {
    let author = try author(of: sent)
    let id = try await hub.correct { replica in
      let deleted = try replica.deletedRecord(withPrefix: sent.asked.variable)
      try replica.restore(deleted, author: author, clock: Clock.now)
      return deleted.id
    }
    return done(sent, "/records/\(id)", .restored)
  }

  private func organizationsPage(
    _ asked: Asked, _ language: Language
  ) async throws -> ConflictsPage {
    ConflictsPage(
      try await hub.readers.ask { try $0.likelyDuplicates() }, of: .organizations,
      corrections.writing(asked), PageNote.of(asked), language)
  }

  private func settle(_ sent: Sent) async throws -> Reply {
    let author = try author(of: sent)
    let (form, field) = (sent.form, sent.form.value("field"))
    let subject = ConflictsPage.Subject(rawValue: form.value("subject")) ?? .conflicts
    do {
      try await hub.correct { replica in
        let id = try replica.record(
          withPrefix: form.value("record"), isDeleted: field == Conflict.references)
        guard try replica.conflict(about: id, field)?.seen == form.value("seen")
        else { throw Overtaken() }
        try replica.resolve(
          id, field: field, text: form.value("value"), author: author, clock: Clock.now)
      }
    } catch is Overtaken {
      let conflicts = try await hub.readers.ask { replica in
        try subject == .conflicts ? replica.conflicts() : replica.likelyDuplicates()
      }
      return again(
        ConflictsPage(
          conflicts, of: subject, PageWriting(token: sent.writing.token, author: author), nil,
          overtaken: (form.value("record"), field), sent.language))
    }
    return done(sent, subject.path, .settled)
  }

  /// Who writes; nobody writes without a name.
  private func author(of sent: Sent) throws -> String {
    guard !sent.author.isEmpty else { throw Refusal(.badRequest, .noAuthor) }
    return sent.author
  }
}
