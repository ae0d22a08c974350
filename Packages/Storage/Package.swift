// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Storage",
  products: [.library(name: "Storage", targets: ["Storage"])],
  dependencies: [
    .package(path: "../Domain"),
    .package(path: "../Sync"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Storage",
      dependencies: [
        "CSQLite", "CDeflate",
        .product(name: "Domain", package: "Domain"),
        .product(name: "Sync", package: "Sync"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Assets")]),
  ],
  swiftLanguageModes: [.v6])

for target in package.targets where target.type == .regular {
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
