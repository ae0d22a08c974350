import Desk
import Domain
import Storage

/// `/records/{id}/deleted`: a record that somebody deleted, to be brought back.
struct DeletedPage: Page {
  static let template = "deleted"

  let frame: PageFrame
  let kind: String
  let region: String
  let action: String
  let writing: PageWriting

  init(_ deleted: DeletedRecord, _ writing: PageWriting, _ language: Language) {
    let path = "/records/\(deleted.id)"
    frame = PageFrame(
      Label("Záznam je smazaný", "The record is deleted").text(language), at: path + "/deleted", [],
      language)
    kind = deleted.kind.label.text(language)
    region = deleted.region
    action = PageAddress.of(path + "/restore", language)
    self.writing = writing
  }
}
