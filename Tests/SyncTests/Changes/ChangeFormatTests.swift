import Domain
import Testing

@testable import Sync

@Suite("The bytes of a change")
struct ChangeFormatTests {
  /// A change with every operation and every type of value.
  private static func everything() throws -> LocalChange {
    var replica = try SigningReplica(1)
    replica.known.observe(.example(9, 300))
    let source = SourceReference(field: 4, document: .example(7), range: SourceRange(3, 300))
    let edit = RecordEdit(
      record: .example(1), kind: 2,
      operations: [
        .assign(field: 1, value: .text("Žatec"), replaces: [.example(9, 1)]),
        .assign(field: 4, value: .integer(-500), replaces: []),
        .assign(field: 5, value: .boolean(true), replaces: []),
        .assign(field: 6, value: nil, replaces: []),
        .assign(field: 15, value: .reference(.example(7)), replaces: []),
        .insert(field: 101, element: .source(source)),
        .remove(field: 14, element: .text("2022-05"), sees: [.example(9, 2)]),
        .assign(field: 16, value: .erased, replaces: []),
        .delete(sees: [.example(9, 3)]), .restore, .erase(writes: [.example(9, 4)]),
        .unknown(code: 99, bytes: [UInt8](hex: "82186381fb3ff199999999999a")),
      ])
    return try replica.write([edit])
  }

  @Test("A change of every operation, byte for byte")
  func golden() throws {
    let change = try Self.everything()
    #expect(change.sealed.encoded().hex == Self.goldenChange)
    #expect(change.hash.bytes.hex == Self.goldenHash)
    #expect(change.signature.hex == Self.goldenSignature)
  }

  @Test("What was sealed is what is opened")
  func roundTrip() throws {
    let local = try Self.everything()
    let sealed = try SealedChange(decoding: local.sealed.encoded())
    #expect(sealed == local.sealed)
    let change = try Change(opening: sealed, at: local.change.dot)
    #expect(change.dependencies == local.change.dependencies)
    #expect(change.origin == .person(name: "Jana"))
    let again = try #require(change.edits.first)
    let original = try #require(local.change.edits.first)
    #expect(PayloadCodec.edit(again) == PayloadCodec.edit(original))
    #expect(PayloadCodec.content(again.content) == PayloadCodec.content(original.content))
  }

  @Test("An operation of a newer version is carried byte for byte")
  func unknownOperations() throws {
    let local = try Self.everything()
    let change = try Change(opening: local.sealed, at: local.change.dot)
    guard case .unknown(99, let bytes) = change.edits.first?.operations.last else {
      Issue.record("the last operation is unknown")
      return
    }
    #expect(bytes.hex == "82186381fb3ff199999999999a")
  }

  @Test("A value of a newer type makes the operation unknown, not wrong")
  func unknownValues() throws {
    // 1: assign field 1, a decimal fraction (tag 4)
    let operation = "830101c48221196ab3"
    let edit = "a30150" + String(repeating: "0", count: 32) + "02020381" + operation
    let payload = [UInt8](hex: edit)
    guard case .edit(let decoded) = try PayloadCodec.part(from: payload) else {
      Issue.record("it is an edit")
      return
    }
    guard case .unknown(1, let bytes) = decoded.operations.first else {
      Issue.record("the operation is unknown")
      return
    }
    #expect(bytes.hex == operation)
    #expect(PayloadCodec.edit(decoded) == payload)
  }

  @Test("Keys of a newer version in a header are passed over, a newer version is not")
  func newerHeaders() throws {
    var header = try SigningReplica(1).nextHeader()
    header[0] += 1
    let wider = header + [UInt8](hex: "1820a10102")
    let first = Dot(replica: try SigningReplica(1).replica, sequence: 1)
    #expect(try ChangeHeader(decoding: wider, of: first).isPerson)
    header[0] -= 1
    header[2] = 2
    #expect(throws: SyncError(.version, place: "header:3:out-of-range")) {
      try ChangeHeader(decoding: header, of: first)
    }
  }

  @Test("Edits of one record become one, the later assignment holds, dots are sorted")
  func canonical() throws {
    var replica = try SigningReplica(1)
    let edits = ["a", "b"].map { text in
      RecordEdit(
        record: .example(1), kind: 2,
        operations: [
          .assign(
            field: 1, value: .text(text),
            replaces: [.example(2, 3), .example(2, 1), .example(2, 1)])
        ])
    }
    let change = try replica.write(edits).change
    #expect(change.edits.count == 1)
    guard case .assign(1, let value, let dots) = change.edits[0].operations.first else { return }
    #expect(value == .text("b"))
    #expect(dots == [.example(2, 1), .example(2, 3)])
    #expect(change.edits[0].operations.count == 1)
  }

  @Test("An erased payload leaves the hash, and the rest opens")
  func erasure() throws {
    var replica = try SigningReplica(1)
    let local = try replica.write("secret")
    let carried = try SealedChange(decoding: local.sealed.erasing([2]).encoded())
    #expect(try ChangeHash(of: carried, at: local.change.dot, after: nil) == local.hash)
    let change = try Change(opening: carried, at: local.change.dot)
    guard case .assign(_, .erased, _) = change.edits.first?.operations.first else {
      Issue.record("the words are erased, what was done with them is known")
      return
    }
    #expect(change.origin == local.change.origin)
    #expect(try carried.erasing([2]) == carried)
    let bare = try carried.erasing([0, 1])
    #expect(try Change(opening: bare, at: local.change.dot).edits.isEmpty)
    #expect(try ChangeHash(of: bare, at: local.change.dot, after: nil) == local.hash)
    #expect(try Change(opening: bare, at: local.change.dot).origin.name.isEmpty)
  }

  @Test("What the random bytes are derived from goes with the first payload that is erased")
  func erasedSecret() throws {
    var replica = try SigningReplica(1)
    let sealed = try replica.write("secret").sealed
    let secret = try #require(sealed.secret)
    let erased = try sealed.erasing([2])
    #expect(erased.secret == nil)
    #expect(!erased.encoded().hex.contains(secret.hex))
    let leaves = try PayloadLeaves(of: sealed)
    #expect(!erased.encoded().hex.contains(leaves.salts[2].hex))
    #expect(try PayloadLeaves(of: erased).hashes == leaves.hashes)
  }

  @Test("Two changes of one content have different payload hashes")
  func salts() throws {
    let identity = try SigningIdentity.example(1)
    let draft = ChangeDraft(
      timestamp: HybridTimestamp(milliseconds: 1), dependencies: VersionVector(),
      origin: .person(name: "Jana"), edits: [],
      introduction: try SigningReplica(1).introduction)
    let first = try identity.seal(draft, after: nil)
    let second = try identity.seal(draft, after: nil)
    #expect(
      try PayloadLeaves(of: first.sealed).hashes[0] != PayloadLeaves(of: second.sealed).hashes[0])
  }

  private static let goldenChange = """
    84015857a50101021a03e8000003a1502b4c342f5433ebe591a1da77e013d1b719012c04f505a30158208a88e3dd\
    7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c02676c69626572656303666c6170746f7050\
    910a2dec89025cc1beeb8da1658eec678347a101644a616e6158c6a3015000000000000000000000000000000001\
    0202038c840101f782502b4c342f5433ebe591a1da77e013d1b7018301043901f3830105f5830106f683010f5000\
    000000000000000000000000000007830110e083021865840450000000000000000000000000000000070319012c\
    84030e67323032322d303582502b4c342f5433ebe591a1da77e013d1b702820482502b4c342f5433ebe591a1da77\
    e013d1b7038105820882502b4c342f5433ebe591a1da77e013d1b70482186381fb3ff199999999999a4aa1048166\
    c5bd61746563
    """
  private static let goldenHash = "431aad5e591e7e3b3c1b243b5bd3f2206058af8debfc913d5005755c17b9e132"
  private static let goldenSignature = """
    dbe286d6dcc1330adc5ad4cf4c8d9ba3ab25fbaa6d781c360ab652647cc9d0c52d7f667ad81a062a631631b9aed8\
    536ddf817cc691c90d0749fde7e4412bdf0f
    """
}

extension SigningReplica {
  /// The header of a first change.
  fileprivate func nextHeader() throws -> [UInt8] {
    var copy = self
    return try copy.write("x").sealed.header
  }
}
