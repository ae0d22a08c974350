import Desk
import Domain
import NIOSSL

/// The certificate and the key that a server shows itself with.
enum TLSFiles {
  /// Reads both files.
  /// - Throws: ``ErrorReport/Failure`` that says which file is wrong.
  static func configuration(
    _ certificate: String, _ privateKey: String
  ) throws -> TLSConfiguration {
    guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty else {
      throw ErrorReport.Failure(.badCertificate(certificate))
    }
    guard let key = try? NIOSSLPrivateKey(file: privateKey, format: .pem) else {
      throw ErrorReport.Failure(.badPrivateKey(privateKey))
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    return configuration
  }
}
