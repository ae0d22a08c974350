import Dispatch
import Domain
import Sync
import Testing

@testable import Storage

@Suite("Changes sealed while they are merged")
struct SealingTests {
  private let office: Office

  init() throws { office = try Office("Liberec") }

  /// Minutes with so many tasks.
  private func minutes(_ text: String, tasks: Int) -> ImportedFile {
    var extracted = ExtractedDocument(extractor: "test/1", kind: .minutes)
    extracted.region = Fact("Liberec", SourceRange(0, 3))
    extracted.tasks = (0..<tasks).map { number in
      ExtractedTask(text: Fact("Úkol číslo \(number)", SourceRange(4, 9)))
    }
    return ImportedFile(name: "a.txt", sha256: "a", plainText: text, extracted: extracted)
  }

  @Test("what a large change says stands in the log and in the tables alike", arguments: [3, 40])
  func largeAndSmall(tasks: Int) throws {
    let text = String(repeating: "slovo ", count: 20)
    for (clock, file) in [
      minutes(text, tasks: tasks), minutes(text, tasks: tasks),
      // Another reading of the file has another text and fewer tasks.
      minutes(text + "a další slova", tasks: tasks - 1),
    ].enumerated() {
      _ = try office.replica.importDocument(file, clock: UInt64(2_000 + clock))
    }
    #expect(try office.replica.query(.tasks).count == tasks - 1)
    #expect(try office.replica.verify().problems.isEmpty)
    #expect(try office.replica.versionVector()[office.replica.id] == 3)

    let other = try Office("Žatec")
    let bundle = try office.replica.bundle(lackedBy: VersionVector())
    #expect(try other.replica.apply(bundle).newChanges == 3)
    #expect(try other.dump() == office.dump())
  }

  @Test("why a value could not be worked out is told whenever it is asked for")
  func failure() throws {
    let queue = DispatchQueue(label: "test")
    let (good, bad) = (
      Ahead(on: queue) { 7 }, Ahead<Int>(on: queue) { throw StorageError.emptyQuestion }
    )
    for _ in 0..<2 {
      #expect(try good.value == 7)
      #expect(throws: StorageError.emptyQuestion) { try bad.value }
    }
  }
}
