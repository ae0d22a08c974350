public import Storage
import Sync
public import SyncHTTP

/// The exchange of an office with a hub.
public enum HubExchange {
  /// What an exchange did, and what it cost on the wire.
  public struct Outcome: Sendable {
    /// What it did.
    public let report: ExchangeCourse.Report
    /// What it cost.
    public let figures: ExchangeJournal.Figures
  }

  /// Exchanges changes with the hub at an address, signing each request where the office is
  /// enrolled there.
  /// - Parameters:
  ///   - lender: Has the replica, whose file is free while the hub is waited for unless the lender
  ///     holds it.
  ///   - authorities: The file of certificates that alone are trusted; `nil` for those of the
  ///     system.
  ///   - now: The time in milliseconds since 1970.
  ///   - tell: Told how far it is, after each message.
  /// - Throws: ``ErrorReport/Failure``, which names the hub.
  public static func run(
    _ lender: some ReplicaLender, at url: String, authorities: String?,
    now: @escaping @Sendable () -> UInt64, tell: (ExchangeCourse.Progress) -> Void = { _ in }
  ) async throws(ErrorReport.Failure) -> Outcome {
    do {
      let credentials = try await lender.use { replica in
        try replica.hub(at: url).map { HubCredentials(identity: try replica.identity, hub: $0) }
      }
      let transport = try HTTPTransport(
        url: url, credentials: credentials, authorities: authorities,
        now: { Int64(now() / 1_000) })
      _ = try await lender.use {
        try $0.acknowledge(clock: now(), after: Replica.acknowledgementPause)
      }
      let report = try await Exchange.run(lender, over: transport, tell: tell)
      return Outcome(report: report, figures: transport.journal.figures)
    } catch {
      throw ErrorReport.Failure(ErrorReport(error, file: url))
    }
  }
}
