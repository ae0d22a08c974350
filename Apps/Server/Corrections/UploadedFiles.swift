import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// The files and values of a form that was sent with files.
struct UploadedFiles: Sendable {
  /// One file.
  struct File: Sendable {
    /// The name that the browser gives, without folders.
    let name: String
    let bytes: [UInt8]
  }

  let files: [File]

  /// Reads a form with files that a page of this desk sent.
  /// - Throws: ``Refusal`` for anything else, and where no file is in it.
  init(_ asked: Asked, _ body: RequestBody, upTo limit: Int, _ token: FormToken) async throws {
    guard [nil, "identity"].contains(asked.headers[.contentEncoding]) else {
      throw Refusal.unsupportedCoding
    }
    var reader = try MultipartReader(type: asked.headers[.contentType] ?? "")
    func isOurs() -> Bool { token.isThat(of: reader.values[PostedForm.tokenName] ?? "") }
    try await awayFromConnections {
      let excess = Refusal(.contentTooLarge, .tooManyBytes(most: limit))
      try await asked.read(body, upTo: limit, or: excess) { chunk in
        try reader.take([UInt8](buffer: chunk))
        // The token stands before the files, so nothing is kept for anybody else's page.
        guard isOurs() || !reader.hasFiles else { throw Refusal(.forbidden, .staleForm) }
      }
    }
    try reader.finish()
    guard isOurs() else { throw Refusal(.forbidden, .staleForm) }
    guard !reader.files.isEmpty else { throw Refusal(.unprocessableContent, .noFile) }
    files = reader.files
  }

  /// Whether whoever sent the files can mend it with others.
  static func isAboutFiles(_ refusal: Refusal) -> Bool {
    [.unprocessableContent, .contentTooLarge].contains(refusal.status)
  }
}
