import Domain
import Foundation
import Storage

/// Minutes that name people, as an extractor found them.
func minutes(_ hash: String = "aa", also other: String? = nil) -> ImportedFile {
  let text = """
    Zápis z jednání
    Přítomni: Mgr. Jana Vrbová, Petr Dub\(other.map { ", \($0)" } ?? "")
    Vrbová informovala o projektu. Skupina paní Janě Vrbové děkuje, píše vrbova.j@spolek.cz.
    """
  func place(_ part: String) -> SourceRange {
    let found = text.range(of: part)?.lowerBound ?? text.endIndex
    let start = text[..<found].utf8.count
    return SourceRange(start, start + part.utf8.count)
  }
  var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
  var meeting = ExtractedMeeting()
  meeting.attendance = ["Jana Vrbová", "Petr Dub"].map { name in
    ExtractedAttendance(person: Fact(PersonName(name), place(name)), status: .present)
  }
  extracted.meeting = meeting
  extracted.people = [
    ExtractedPerson(person: Fact(PersonName("Jana Vrbová"), place("Jana Vrbová")))
  ]
  return ImportedFile(name: "\(hash).txt", sha256: hash, plainText: text, extracted: extracted)
}

/// Whether the bytes of a file hold a text.
func holds(_ path: String, _ text: String) -> Bool {
  [path, path + "-wal"].contains { path in
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return data.range(of: Data(text.utf8)) != nil
  }
}
