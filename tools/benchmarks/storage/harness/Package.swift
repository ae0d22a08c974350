// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "storage-benchmark",
  dependencies: [
    .package(path: "../../../../Packages/Domain"),
    .package(path: "../../../../Packages/Storage"),
  ],
  targets: [
    .executableTarget(
      name: "StorageBenchmark",
      dependencies: [
        .product(name: "Domain", package: "Domain"),
        .product(name: "Storage", package: "Storage"),
      ])
  ],
  swiftLanguageModes: [.v6])
