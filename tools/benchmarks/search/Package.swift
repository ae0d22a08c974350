// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "search-benchmark",
  dependencies: [.package(path: "../../../Packages/Storage")],
  targets: [
    .executableTarget(
      name: "analyze", dependencies: [.product(name: "Storage", package: "Storage")])
  ],
  swiftLanguageModes: [.v6])
