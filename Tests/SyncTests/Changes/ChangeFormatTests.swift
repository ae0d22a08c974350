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
        .delete(sees: [.example(9, 3)]), .restore,
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
    let change = try Change(opening: sealed)
    #expect(change.dot == local.change.dot)
    #expect(change.dependencies == local.change.dependencies)
    #expect(change.origin == .person(name: "Jana"))
    let again = try #require(change.edits.first)
    let salt = [UInt8](repeating: 0, count: 16)
    let original = try #require(local.change.edits.first)
    #expect(PayloadCodec.edit(again, salt: salt) == PayloadCodec.edit(original, salt: salt))
  }

  @Test("An operation of a newer version is carried byte for byte")
  func unknownOperations() throws {
    let change = try Change(opening: try Self.everything().sealed)
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
    let payload = [UInt8](repeating: 0, count: 16) + [UInt8](hex: edit)
    guard case .edit(let decoded) = try PayloadCodec.part(from: payload) else {
      Issue.record("it is an edit")
      return
    }
    guard case .unknown(1, let bytes) = decoded.operations.first else {
      Issue.record("the operation is unknown")
      return
    }
    #expect(bytes.hex == operation)
    #expect(PayloadCodec.edit(decoded, salt: [UInt8](repeating: 0, count: 16)) == payload)
  }

  @Test("Keys of a newer version in a header are passed over, a newer version is not")
  func newerHeaders() throws {
    var header = try SigningReplica(1).nextHeader()
    header[0] += 1
    let wider = header + [UInt8](hex: "1820a10102")
    #expect(try ChangeHeader(decoding: wider).dot.sequence == 1)
    header[0] -= 1
    header[2] = 2
    #expect(throws: SyncError(.version, place: "header:3:out-of-range")) {
      try ChangeHeader(decoding: header)
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
    let sealed = try replica.write("secret").sealed
    let erased = SealedChange(
      header: sealed.header,
      payloads: [sealed.payloads[0], .erased(hash: sealed.payloads[1].hash)])
    let carried = try SealedChange(decoding: erased.encoded())
    #expect(carried.hash == sealed.hash)
    #expect(try SealedPayload.root(of: carried.payloads) == SealedPayload.root(of: sealed.payloads))
    #expect(try Change(opening: carried).edits.isEmpty)
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
    #expect(first.sealed.payloads[0].hash != second.sealed.payloads[0].hash)
  }

  private static let goldenChange = """
    83015890a90101025034750f98bd59fcfc946da45aaabe933b0301041a03e8000005a1502b4c342f5433ebe591a1\
    da77e013d1b719012c07f50802095820b4d880dd27988b100ca2be6dbea039b8a5f306707f872b829161c9804d97\
    19ab0aa30158208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c02676c69626572\
    656303666c6170746f708257910a2dec89025cc1beeb8da1658eec67a101644a616e6158c3f893a2eefb32555e71\
    c18690ee42c90ba30150000000000000000000000000000000010202038a84010166c5bd6174656382502b4c342f\
    5433ebe591a1da77e013d1b7018301043901f3830105f5830106f683010f50000000000000000000000000000000\
    0783021865840450000000000000000000000000000000070319012c84030e67323032322d303582502b4c342f54\
    33ebe591a1da77e013d1b702820482502b4c342f5433ebe591a1da77e013d1b703810582186381fb3ff199999999\
    999a
    """
  private static let goldenHash = "059e4191ffccab01a6321669fec9a41fb2ec203b7f8b41851f3d8766310a0a1e"
  private static let goldenSignature = """
    316510b07cbdd41b59e8a0801a877c57e330896e0e4cd8df2afe7c9f8159f1c5694572953cf7559e13aadc5d6fb5\
    1ac50557db3205215b4b1b493a5fd3b94f0e
    """
}

extension SigningReplica {
  /// The header of a first change.
  fileprivate func nextHeader() throws -> [UInt8] {
    var copy = self
    return try copy.write("x").sealed.header
  }
}
