import CLibXML2

/// The doorway to libxml2: a push parser that is used for part after part, so that names are
/// entered once.
struct XMLParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let names: XMLNameTable

  /// Creates a parser.
  /// - Throws: `limit` when there is no memory for it.
  init() throws(ReadingError) {
    xmlInitParser()
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else {
      throw ReadingError(.limit)
    }
    self.context = context
    names = XMLNameTable(context.pointee.dict)
  }

  deinit {
    names.deallocate()
    // An entity declaration makes a document even where no tree is built.
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// Parses one part.
  /// - Parameters:
  ///   - part: The part's name, for errors.
  ///   - consumer: What takes the events.
  ///   - feed: Hands the part's bytes to its argument, chunk after chunk, until that returns false.
  /// - Returns: The consumer after the last event.
  /// - Throws: What `feed` throws, and what is wrong with the XML, with its line.
  func parse<Consumer: XMLConsumer>(
    _ part: String, into consumer: consuming Consumer,
    feed: ((UnsafeBufferPointer<UInt8>) -> Bool) throws(ReadingError) -> Void
  ) throws(ReadingError) -> Consumer {
    let session = UnsafeMutablePointer<XMLSession<Consumer>>.allocate(capacity: 1)
    session.initialize(to: XMLSession(consumer, context, names))
    defer {
      session.deinitialize(count: 1)
      session.deallocate()
      context.pointee.userData = nil
    }
    reset(Consumer.callbacks, userData: session)
    try feed { chunk in
      chunk.withMemoryRebound(to: CChar.self) {
        xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0) == 0
      }
    }
    xmlParseChunk(context, nil, 0, 1)
    if let refusal = session.pointee.refusal { throw ReadingError(refusal, place: place(part)) }
    try check(part)
    return session.pointee.consumer
  }

  private func reset(_ callbacks: XMLCallbacks, userData: UnsafeMutableRawPointer) {
    xmlCtxtResetPush(context, nil, 0, nil, nil)
    // Not known yet: the first bytes tell it, as in a new parser.
    context.pointee.charset = Int32(XML_CHAR_ENCODING_NONE.rawValue)
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
