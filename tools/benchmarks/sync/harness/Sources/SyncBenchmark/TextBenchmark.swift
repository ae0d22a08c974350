import Sync

/// Texts: typing, merging, opening.
struct TextBenchmark {
  let folder: String

  func run() throws {
    for name in ["sveltecomponent", "rustcode", "seph-blog1", "automerge-paper"] {
      let trace = try Trace(name, in: folder)
      let patches = trace.patches
      for size in [100, 1] {
        var text = ""
        let time = seconds {
          text = typed(patches, inTransactionsOf: size).text
        }
        check(text == trace.end, name)
        let measure = "type \(name), \(size == 1 ? "each patch" : "\(size) patches") a transaction"
        report(measure, Double(patches.count) / time, "patches/s")
      }
    }
    for name in ["friendsforever", "clownschool", "A1", "A2", "S3", "automerge-paper"] {
      try merge(name)
    }
  }

  private func typed(
    _ patches: [TextReplacement], inTransactionsOf size: Int
  ) -> TextDocument {
    var document = TextDocument()
    let replica = Trace.replica(1)
    var sequence: UInt64 = 0
    var start = 0
    while start < patches.count {
      let end = min(start + size, patches.count)
      sequence += 1
      let context = WriteContext(
        dot: Dot(replica: replica, sequence: sequence),
        timestamp: HybridTimestamp(milliseconds: sequence), isPerson: true,
        dependencies: VersionVector())
      document.apply(TextEdit(parents: document.version, patches[start..<end]), in: context)
      start = end
    }
    return document
  }

  private func merge(_ name: String) throws {
    let trace = try Trace(name, in: folder)
    let messages = trace.messages
    var document = TextDocument()
    let applying = seconds {
      document = TextDocument()
      for message in messages { document.apply(message.edit, in: message.context) }
      document.settle()
    }
    check(name == "A2" || document.text == trace.end, name)
    report("merge \(name), edits in memory", applying * 1000, "ms")
    let swapped = trace.authorByAuthor.map { messages[$0] }
    let late = seconds {
      var reader = TextDocument()
      for message in swapped { reader.apply(message.edit, in: message.context) }
      reader.settle()
      check(reader.count == document.count, name)
    }
    report("merge \(name), edits in memory, author by author", late * 1000, "ms")
    let blob = document.encodedEdits()
    var text = ""
    let time = try seconds { text = try TextDocument(decoding: blob).text }
    check(text == document.text, name)
    report("merge \(name) from one blob", time * 1000, "ms")
    report("size of \(name), all edits", Double(blob.count), "bytes")
    if messages.count > 1000, name != "A2", name != "automerge-paper" {
      let stepwise = seconds(of: 1) {
        var reader = TextDocument()
        for message in messages {
          reader.apply(message.edit, in: message.context)
          reader.settle()
        }
      }
      report("merge \(name), merged after every edit", stepwise * 1000, "ms")
    }
    let stored = document.encoded()
    let reading = try seconds { text = try TextDocument.text(in: stored) }
    report("open \(name), its text", reading * 1000, "ms")
    let opening = try seconds { document = try TextDocument(decoding: stored) }
    report("open \(name), to edit it", opening * 1000, "ms")
  }

  private func check(_ isRight: Bool, _ name: String) {
    if !isRight { print("\(name): the text is wrong") }
  }
}
