// swift-tools-version: 6.2
import PackageDescription

// Built by `run`, which adds the flags of libFuzzer and of the address sanitizer to every target.
let package = Package(
  name: "fuzz",
  dependencies: [
    .package(path: "../../Packages/Parsing"), .package(path: "../../Packages/Domain"),
    .package(path: "../../Packages/Sync"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .target(
      name: "Laws",
      dependencies: [
        "CFuzzer",
        .product(name: "Parsing", package: "Parsing"), .product(name: "Domain", package: "Domain"),
      ]),
    .executableTarget(
      name: "ArchiveFuzzer",
      dependencies: ["Laws", .product(name: "Parsing", package: "Parsing")]),
    .executableTarget(
      name: "XMLFuzzer", dependencies: ["Laws", .product(name: "Parsing", package: "Parsing")]),
    .executableTarget(
      name: "TextFuzzer", dependencies: ["Laws", .product(name: "Parsing", package: "Parsing")]),
    .executableTarget(
      name: "BundleFuzzer",
      dependencies: [
        "Laws", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Domain", package: "Domain"), .product(name: "Sync", package: "Sync"),
      ]),
  ],
  swiftLanguageModes: [.v6])
