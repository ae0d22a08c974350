// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Parsing",
  products: [.library(name: "Parsing", targets: ["Parsing"])],
  dependencies: [.package(path: "../Domain")],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Parsing",
      dependencies: ["CLibXML2", "CZlib", .product(name: "Domain", package: "Domain")],
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
