import Hummingbird
import NIOCore

/// What belongs to one request besides the request.
struct HubContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address that the connection comes from; empty when there is none.
  let peer: String
  /// What is asked; set before an endpoint is.
  var asked: Asked?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
