// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "sync-benchmark",
  dependencies: [
    .package(path: "../../../../Packages/Domain"),
    .package(path: "../../../../Packages/Storage"),
    .package(path: "../../../../Packages/Sync"),
  ],
  targets: [
    .executableTarget(
      name: "SyncBenchmark",
      dependencies: [
        .product(name: "Domain", package: "Domain"),
        .product(name: "Storage", package: "Storage"),
        .product(name: "Sync", package: "Sync"),
      ])
  ],
  swiftLanguageModes: [.v6])
