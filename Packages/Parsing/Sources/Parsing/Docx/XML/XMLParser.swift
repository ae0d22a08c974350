import CLibXML2

/// The doorway to libxml2: reads a part that is not plain, and judges one that is wrong.
struct XMLParser: ~Copyable {
  private let context: xmlParserCtxtPtr

  /// Creates a parser for one part.
  /// - Throws: `limit` when there is no memory for it.
  init() throws(ReadingError) {
    xmlInitParser()
    soulad_xml_silence()
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
      throw ReadingError(.limit)
    }
    self.context = context
  }

  deinit {
    // An entity declaration makes a document even where no tree is built.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Parses a part: plain XML at once, anything else by libxml2.
  /// - Parameter xml: The bytes of a ``PartBuffer``.
  /// - Returns: The consumer after the last event.
  /// - Throws: What is wrong with the XML, with its line.
  static func parse<Consumer: XMLConsumer>(
    _ part: String, _ xml: UnsafeBufferPointer<UInt8>, into consumer: Consumer
  ) throws(ReadingError) -> Consumer {
    if let consumer = XMLScanner.scan(xml, into: consumer) { return consumer }
    return try XMLParser().parse(part, xml, into: consumer)
  }

  /// Parses the one part.
  func parse<Consumer: XMLConsumer>(
    _ part: String, _ xml: UnsafeBufferPointer<UInt8>, into consumer: Consumer
  ) throws(ReadingError) -> Consumer {
    let session = UnsafeMutablePointer<XMLSession<Consumer>>.allocate(capacity: 1)
    session.initialize(to: XMLSession(consumer, context))
    defer {
      session.deinitialize(count: 1)
      session.deallocate()
      context.pointee.userData = nil
    }
    prepare(Consumer.callbacks, userData: session)
    for start in stride(from: 0, to: xml.count, by: Self.chunkSize) {
      let chunk = UnsafeBufferPointer(rebasing: xml[start..<min(xml.count, start + Self.chunkSize)])
      let code = chunk.withMemoryRebound(to: CChar.self) {
        xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0)
      }
      guard code == 0 else { break }
    }
    xmlParseChunk(context, nil, 0, 1)
    if let refusal = session.pointee.refusal { throw ReadingError(refusal, place: place(part)) }
    try check(part)
    return session.pointee.consumer
  }

  private static var chunkSize: Int { 64 << 10 }

  private func prepare(_ callbacks: XMLCallbacks, userData: UnsafeMutableRawPointer) {
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    guard let handler = context.pointee.sax else { return }
    handler.pointee.initialized = XML_SAX2_MAGIC
    handler.pointee.startElementNs = callbacks.start
    handler.pointee.endElementNs = callbacks.end
    handler.pointee.characters = callbacks.text
    handler.pointee.ignorableWhitespace = callbacks.text
    handler.pointee.cdataBlock = callbacks.text
    handler.pointee.internalSubset = callbacks.documentType
    // Without a function of ours libxml2 would print; what it has to say is in the context as well.
    handler.pointee.serror = { _, _ in }
    context.pointee.userData = userData
  }

  /// - Throws: The last error that the parser met, in our terms.
  private func check(_ part: String) throws(ReadingError) {
    let error = context.pointee.lastError
    let isWrong =
      context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0
      || error.level.rawValue >= XML_ERR_ERROR.rawValue
    guard isWrong else { return }
    let isEncoding = Self.encodingErrors.contains(error.code)
    throw ReadingError(isEncoding ? .xmlEncoding : .xmlMalformed, place: place(part))
  }

  private func place(_ part: String) -> String {
    let line = context.pointee.lastError.line
    let current = context.pointee.input.map { Int32($0.pointee.line) } ?? 0
    let known = line > 0 ? line : current
    return known > 0 ? "\(part), line \(known)" : part
  }

  private static let encodingErrors: Set<Int32> = [
    Int32(XML_ERR_UNKNOWN_ENCODING.rawValue), Int32(XML_ERR_UNSUPPORTED_ENCODING.rawValue),
    Int32(XML_ERR_INVALID_ENCODING.rawValue),
    Int32(XML_I18N_CONV_FAILED.rawValue),
  ]
}
