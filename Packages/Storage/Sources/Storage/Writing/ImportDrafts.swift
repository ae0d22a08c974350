public import Domain

/// What is imported from one file: the bytes' fingerprint, the plain text and what was found in it.
public struct ImportedFile: Sendable {
  /// The name of the file, without folders.
  public var name: String
  /// The SHA-256 of the file's bytes, in hexadecimal.
  public var sha256: String
  /// The plain text that the evidence points into.
  public var plainText: String
  /// What the extractor found.
  public var extracted: ExtractedDocument

  /// Creates the import of one file.
  public init(name: String, sha256: String, plainText: String, extracted: ExtractedDocument) {
    self.name = name
    self.sha256 = sha256
    self.plainText = plainText
    self.extracted = extracted
  }
}

/// Turns what an extractor found into records.
///
/// Identifiers come from the document and the thing's own key, so importing a file again, in
/// another office or with a better extractor, arrives at the same records.
struct ImportDrafts {
  let file: ImportedFile
  let document: RecordID
  let region: String
  private(set) var drafts: [RecordDraft] = []
  private var places: [RecordID: Int] = [:]

  /// - Parameter region: The region of the office, for documents that do not name theirs.
  init(_ file: ImportedFile, region: String) {
    self.file = file
    document = Self.document(file)
    self.region = region
    addDocument()
    addMeetings()
    for organization in file.extracted.organizations { add(organization) }
    for project in file.extracted.projects { add(project) }
    addDecisions()
    addServices()
    addCommitments()
    addStatements()
    addPeople()
    addBodies()
  }

  /// The record of a file's document.
  static func document(_ file: ImportedFile) -> RecordID {
    RecordID(NaturalKey(ImportedDocument.kind, file.sha256))
  }

  /// Adds a record; one that was there before gets what is new.
  mutating func add(
    _ key: NaturalKey, isShared: Bool = false, _ fill: (inout RecordDraft) -> Void
  ) {
    var draft = RecordDraft(key, document: document, isShared: isShared)
    if let stated = file.extracted.region, !isShared {
      draft.set(.region, .text(stated.value))
    } else {
      draft.setDefault(.region, .text(file.extracted.region?.value ?? region))
    }
    fill(&draft)
    if let place = places[draft.id] {
      drafts[place].complete(with: draft)
    } else {
      places[draft.id] = drafts.count
      drafts.append(draft)
    }
  }

  private mutating func addDocument() {
    let file = file
    add(NaturalKey(ImportedDocument.kind, file.sha256)) { draft in
      draft.setDefault(ImportedDocument.name, .text(file.name))
      draft.set(ImportedDocument.sha256, .text(file.sha256))
      draft.set(ImportedDocument.documentKind, .text(file.extracted.kind.rawValue))
      draft.set(ImportedDocument.title, file.extracted.title)
      draft.set(ImportedDocument.date, file.extracted.date)
      draft.set(ImportedDocument.text, .text(file.plainText))
    }
  }

  private mutating func add(_ organization: ExtractedOrganization) {
    let shared = organization.ico.map {
      NaturalKey(Organization.kind, Organization.ico.name, $0.value.digits)
    }
    let own = NaturalKey(
      Organization.kind, document.description, Folding.fold(organization.name.value))
    add(shared ?? own, isShared: shared != nil) { draft in
      draft.set(Organization.name, organization.name)
      draft.set(Organization.ico, organization.ico)
      draft.set(Organization.icoAsWritten, organization.icoAsWritten)
      draft.set(Organization.seat, organization.seat)
    }
  }

  private mutating func add(_ project: ExtractedProject) {
    let document = document
    let key = NaturalKey(
      Project.kind, document.description, Folding.fold(project.name.value))
    add(key) { draft in
      draft.set(Project.document, .reference(document))
      draft.set(Project.name, project.name)
      draft.set(Project.holder, project.holder)
      draft.set(Project.status, choice: project.status)
      draft.set(Project.start, project.start)
      draft.set(Project.end, project.end)
      draft.set(Project.registration, project.registration)
      draft.set(Project.programme, project.programme)
      draft.set(Project.call, project.call)
      draft.set(Project.themes, each: project.themes) { .text($0.rawValue) }
    }
  }
}

/// Numbers the second and later things that have the same key in one document.
struct Occurrences {
  private var counts: [String: Int] = [:]

  /// Returns the key, with a number when it was there before.
  mutating func next(_ key: String) -> String {
    counts[key, default: 0] += 1
    let count = counts[key, default: 1]
    return count == 1 ? key : "\(key)#\(count)"
  }
}
