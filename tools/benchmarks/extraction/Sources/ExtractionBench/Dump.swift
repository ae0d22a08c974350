import Foundation
import Parsing

/// Extracts every document of a folder into one JSON file each, for scoring.
enum Dump {
  /// Writes `OUTPUT/NAME.json` for each file of `folder` with this ending.
  static func run(folder: String, ending: String, output: String) throws {
    try FileManager.default.createDirectory(
      atPath: output, withIntermediateDirectories: true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names.sorted() where name.hasSuffix(ending) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      let document = try DocumentReader.read(Array(bytes), name: name)
      let extracted = Extractor.extract(document)
      let json = ExtractionJSON.json(of: extracted, document: document, name: name)
      let target = URL(fileURLWithPath: output + "/" + name.dropLast(ending.count) + ".json")
      try Data(json.utf8).write(to: target)
    }
  }
}
