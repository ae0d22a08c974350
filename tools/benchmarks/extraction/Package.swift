// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "ExtractionBench",
  dependencies: [
    .package(path: "../../../Packages/Domain"), .package(path: "../../../Packages/Parsing"),
  ],
  targets: [
    .executableTarget(
      name: "ExtractionBench",
      dependencies: [
        .product(name: "Domain", package: "Domain"), .product(name: "Parsing", package: "Parsing"),
      ])
  ],
  swiftLanguageModes: [.v6])
