@testable import Parsing

/// Writes down every event as bytes.
struct EventLog: XMLConsumer, Equatable {
  private(set) var events: [UInt8] = []
  private var text: [UInt8] = []

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) {
    flush()
    events += [1, UInt8(truncatingIfNeeded: depth), name.space.rawValue, name.local.rawValue]
    for local in XMLLocal.allCases {
      guard let value = attributes[local] else { continue }
      events += [2, local.rawValue]
      events += value.bytes
    }
  }

  mutating func end(depth: Int) {
    flush()
    events += [3, UInt8(truncatingIfNeeded: depth)]
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text += bytes
  }

  /// The scanner leaves line ends as they are (XML 1.0, 2.11): the reader takes them all for space.
  private mutating func flush() {
    guard !text.isEmpty else { return }
    events.append(4)
    for (place, byte) in text.enumerated() {
      let isPair = byte == 0x0D && place + 1 < text.count && text[place + 1] == 0x0A
      if !isPair { events.append(byte == 0x0D ? 0x0A : byte) }
    }
    text = []
  }
}

extension EventLog {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<EventLog>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<EventLog>.end(session) },
    text: { session, bytes, count in XMLSession<EventLog>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<EventLog>.refuseDocumentType(session) })
}
