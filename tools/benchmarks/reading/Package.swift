// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "reading-benchmark",
  dependencies: [.package(path: "../../../Packages/Parsing")],
  targets: [
    .executableTarget(
      name: "reading", dependencies: [.product(name: "Parsing", package: "Parsing")])
  ],
  swiftLanguageModes: [.v6])
