extension StoryReader {
  static let callbacks = XMLCallbacks(
    start: { session, local, _, space, _, _, count, _, attributes in
      XMLSession<StoryReader>.start(session, local, space, count, attributes)
    },
    end: { session, _, _, _ in XMLSession<StoryReader>.end(session) },
    text: { session, bytes, count in XMLSession<StoryReader>.text(session, bytes, count) },
    documentType: { session, _, _, _ in XMLSession<StoryReader>.refuseDocumentType(session) })
}
