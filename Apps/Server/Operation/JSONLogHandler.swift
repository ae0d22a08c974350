import Desk
import Domain
import Foundation
import Logging
import Terminal

/// Writes a JSON object a line to standard error, as journals and collectors read it.
struct JSONLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .notice
  private let label: String

  init(label: String) { self.label = label }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.members([
        ("time", DateWording.moment(Clock.now)), ("level", event.level.rawValue),
        ("message", event.message.description),
      ])
      let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
      for (key, value) in all.sorted(by: { $0.key < $1.key }) where key != "hb.request.id" {
        writer.key(key)
        writer.string(value.description)
      }
    }
    FileHandle.standardError.write(Data((writer.text + "\n").utf8))
  }
}
