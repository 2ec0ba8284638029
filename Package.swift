// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "standpoint",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "standpoint", targets: ["standpoint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "CArena"),
    .target(name: "CTheme"),
    .target(name: "CSyscalls"),
    .target(name: "Diagnostics"),
    .target(name: "Markdown", dependencies: ["CArena", "CMark", "Diagnostics"]),
    .target(name: "Content", dependencies: ["Diagnostics", "Markdown", "Yams"]),
    .target(name: "Importing", dependencies: ["Content", "Diagnostics", "Markdown"]),
    .target(name: "Graph", dependencies: ["Content", "Diagnostics", "Markdown"]),
    .target(
      name: "Site",
      dependencies: [
        "CTheme", "Content", "Diagnostics", "Graph", "Markdown",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "CSyscalls", "Content", "Diagnostics", "Graph", "Importing", "Markdown", "Site",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "Publishing", "Site",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "standpoint",
      dependencies: [
        "Content", "Diagnostics", "Graph", "Importing", "Markdown", "Preview", "Publishing", "Site",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "TestSupport"]),
    .testTarget(name: "ContentTests", dependencies: ["Content", "Diagnostics", "Markdown", "TestSupport"]),
    .testTarget(
      name: "ImportingTests", dependencies: ["Content", "Diagnostics", "Importing", "Markdown", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "GraphTests", dependencies: ["Content", "Diagnostics", "Graph", "Markdown", "TestSupport"]),
    .testTarget(
      name: "SiteTests", dependencies: ["Content", "Diagnostics", "Graph", "Markdown", "Site"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Content", "Diagnostics", "Graph", "Importing", "Publishing", "Site", "TestSupport",
      ]),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Diagnostics", "Preview", "Publishing", "Site", .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["Diagnostics", "Graph", "Publishing", "Site", "standpoint"], exclude: ["Browser"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
