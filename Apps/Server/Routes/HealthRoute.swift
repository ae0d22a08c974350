import Hummingbird

/// `/health`: whether the process answers.
enum HealthRoute {
  static func add(to router: Router<BasicRequestContext>) {
    router.get("/health") { _, _ in JSONResponse("{\"status\":\"ok\"}") }
  }
}
