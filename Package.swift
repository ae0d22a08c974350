// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order in which data passes through them: the packages know nothing of the apps,
// and an app only puts them together.
let package = Package(
  name: "soulad",
  products: [
    .executable(name: "soulad", targets: ["CLI"]),
    .executable(name: "soulad-server", targets: ["Server"]),
  ],
  dependencies: [
    .package(path: "Packages/Domain"),
    .package(path: "Packages/Parsing"),
    .package(path: "Packages/Sync"),
    .package(path: "Packages/Storage"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // What both programs do with documents, answers and errors.
    .target(
      name: "Desk",
      dependencies: [
        .product(name: "Domain", package: "Domain"),
        .product(name: "Parsing", package: "Parsing"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "SyncHTTP", package: "Sync"),
        .product(name: "Storage", package: "Storage"),
      ], path: "Apps/Desk"),
    // What both programs do with a command line.
    .target(
      name: "Terminal",
      dependencies: [
        "Desk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Domain", package: "Domain"),
        .product(name: "Storage", package: "Storage"),
      ], path: "Apps/Terminal"),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Desk", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Domain", package: "Domain"),
        .product(name: "Parsing", package: "Parsing"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "SyncHTTP", package: "Sync"),
        .product(name: "Storage", package: "Storage"),
      ], path: "Apps/CLI"),
    .executableTarget(
      name: "Server",
      dependencies: [
        "Desk", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Domain", package: "Domain"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "SyncHTTP", package: "Sync"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], path: "Apps/Server", resources: [.embedInCode("Pages")]),

    // Offices that talk to a hub from a process of their own; tools/bench server starts it.
    .executableTarget(
      name: "HubLoad",
      dependencies: [
        "Desk",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Domain", package: "Domain"),
        .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "SyncHTTP", package: "Sync"),
      ], path: "tools/benchmarks/server/HubLoad"),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // Offices and a hub on real files, with everything that can go wrong between them.
    .target(
      name: "Simulation",
      dependencies: [
        "TestSupport",
        .product(name: "Domain", package: "Domain"), .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
      ], path: "Tests/Simulation"),
    .executableTarget(
      name: "simulate", dependencies: ["Simulation"], path: "tools/simulation",
      exclude: ["killer.c"]),
    .testTarget(name: "SimulationTests", dependencies: ["Simulation"]),
    .testTarget(
      name: "DomainTests",
      dependencies: ["TestSupport", .product(name: "Domain", package: "Domain")]),
    .testTarget(
      name: "ReadingTests",
      dependencies: [
        .product(name: "Domain", package: "Domain"), .product(name: "Parsing", package: "Parsing"),
      ]),
    .testTarget(
      name: "ExtractionTests",
      dependencies: [
        "TestSupport",
        .product(name: "Domain", package: "Domain"), .product(name: "Parsing", package: "Parsing"),
      ]),
    .testTarget(
      name: "SyncTests",
      dependencies: [
        "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Domain", package: "Domain"), .product(name: "Sync", package: "Sync"),
      ]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "TestSupport",
        .product(name: "Domain", package: "Domain"), .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
      ]),
    .testTarget(
      name: "ConvergenceTests",
      dependencies: [
        "TestSupport",
        .product(name: "Domain", package: "Domain"), .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
      ]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "TestSupport",
        .product(name: "Domain", package: "Domain"), .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
      ]),
    .testTarget(name: "CLITests", dependencies: ["CLI", "TestSupport"]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "CLI", "Server", "TestSupport",
        .product(name: "Domain", package: "Domain"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "SyncHTTP", package: "Sync"),
      ]),
    .testTarget(name: "TidyTests"),
  ],
  swiftLanguageModes: [.v6])

for target in package.targets where target.type != .test {
  target.swiftSettings = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    .treatAllWarnings(as: .error),
  ]
}
