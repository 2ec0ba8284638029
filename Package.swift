// swift-tools-version: 6.2
import PackageDescription

/// What the fuzzer runs.
let fuzzed: [Target.Dependency] = [
  "CMark", "Content", "Diagnostics", "Editions", "FileSystem", "Graph", "Importing", "Markdown",
  "SampleArchives", "Site", "TestSupport", "Workspace",
]

let package = Package(
  name: "standpoint",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "standpoint", targets: ["standpoint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    // Without pkg-config, whose folder would come before that of the static library for `make dist`.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CArena"),
    .target(name: "CTheme"),
    .target(name: "CSyscalls"),
    .target(name: "Text"),
    .target(name: "Diagnostics", dependencies: ["Text"]),
    .target(name: "Markdown", dependencies: ["CArena", "CMark", "Diagnostics", "Text"]),
    .target(name: "Content", dependencies: ["CTheme", "Diagnostics", "Markdown", "Text", "Yams"]),
    .target(
      name: "Importing", dependencies: ["Content", "Diagnostics", "Markdown", "Text", "TOMLKit"]),
    .target(name: "Graph", dependencies: ["Content", "Diagnostics", "Markdown", "Text"]),
    .target(name: "Editions", dependencies: ["Content", "Diagnostics", "Graph", "Text"]),
    .target(
      name: "Site",
      dependencies: [
        "CTheme", "Content", "Diagnostics", "Editions", "Graph", "Markdown", "Text",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "FileSystem",
      dependencies: [
        "CSyscalls", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "Workspace",
      dependencies: ["Content", "Diagnostics", "FileSystem", "Graph", "Importing", "Markdown", "Text"]),
    .target(
      name: "Publishing",
      dependencies: [
        "CSQLite", "Content", "Diagnostics", "Editions", "FileSystem", "Graph", "Importing", "Markdown",
        "Site", "Text", "Workspace",
      ]),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "FileSystem", "Publishing", "Site", "Text", "Workspace",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .target(
      name: "LanguageServer",
      dependencies: [
        "Content", "Diagnostics", "Editions", "FileSystem", "Graph", "Markdown", "Publishing", "Site", "Text",
        "Workspace",
      ]),
    .executableTarget(
      name: "standpoint",
      dependencies: [
        "Content", "Diagnostics", "Editions", "FileSystem", "Graph", "Importing", "LanguageServer",
        "Markdown",
        "Preview",
        "Publishing", "Site", "Text", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "LayoutTests"),
    .testTarget(name: "FileSystemTests", dependencies: ["FileSystem", "TestSupport"]),
    .testTarget(name: "TextTests", dependencies: ["TestSupport", "Text"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport", "Text"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "Markdown", "TestSupport", "Text"]),
    .testTarget(name: "ContentTests", dependencies: ["Content", "Diagnostics", "Markdown", "TestSupport"]),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["Content", "Diagnostics", "Importing", "Markdown", "TestSupport"],
      exclude: ["Fixtures"]),
    .target(
      name: "SampleArchives",
      dependencies: ["Content", "Diagnostics", "Graph", "Markdown", "TestSupport"],
      path: "Tests/SampleArchives"),
    .testTarget(
      name: "GraphTests",
      dependencies: ["Content", "Diagnostics", "Graph", "Markdown", "SampleArchives", "TestSupport", "Text"]),
    .testTarget(
      name: "EditionsTests",
      dependencies: ["Content", "Diagnostics", "Editions", "Graph", "SampleArchives", "TestSupport"]),
    .testTarget(
      name: "SiteTests", dependencies: ["Content", "Diagnostics", "Editions", "Graph", "Markdown", "Site"],
      exclude: ["Fixtures"]),
    .target(
      name: "TestSites", dependencies: ["FileSystem", "TestSupport", "Workspace"], path: "Tests/TestSites"),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Content", "Diagnostics", "FileSystem", "Graph", "SampleArchives", "TestSites", "TestSupport",
        "Workspace",
      ]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Content", "Diagnostics", "Editions", "FileSystem", "Graph", "Importing", "Publishing", "Site",
        "TestSites", "TestSupport", "Workspace",
      ]),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Diagnostics", "FileSystem", "Preview", "Publishing", "Site", "Workspace",
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "Content", "Diagnostics", "FileSystem", "Graph", "LanguageServer", "Markdown", "Publishing",
        "TestSites",
        "TestSupport", "Text", "Workspace",
      ]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "Diagnostics", "FileSystem", "Graph", "Publishing", "Site", "TestSupport", "Workspace", "standpoint",
      ], exclude: ["Browser", "Editor/language_client.py", "Editor/neovim.lua", "Fixtures"]),
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed, exclude: ["Corpus", "Dictionaries", "Runner"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// `Scripts/fuzz` builds the targets of the fuzzer with a main function, and nothing else.
if Context.environment["STANDPOINT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: fuzzed, path: "Tests/FuzzTests",
      exclude: ["Corpus", "Dictionaries", "FuzzTargetTests.swift"],
      // libFuzzer has the main function.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
  package.keepOnly("Fuzz")
}

// `Scripts/test` builds the tests of one room and what they are built on, and nothing else.
if let tests = Context.environment["STANDPOINT_TESTS"] { package.keepOnly(tests) }

extension Package {
  /// Leaves out every target that the one of this name does not depend on, and the packages that are not needed then.
  func keepOnly(_ name: String) {
    var needed: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      guard needed.insert(next).inserted else { continue }
      waiting += targets.first { $0.name == next }?.dependencies.map(\.name) ?? []
    }
    targets.removeAll { !needed.contains($0.name) }
    products.removeAll { !needed.contains($0.name) }
    let packages = Set(targets.flatMap(\.dependencies).map(\.package))
    dependencies.removeAll { !packages.contains($0.name) }
  }
}

extension Target.Dependency {
  /// The name of the target or product.
  var name: String {
    switch self {
    case .targetItem(let name, _), .productItem(let name, _, _, _), .byNameItem(let name, _): name
    @unknown default: ""
    }
  }

  /// The package that a product comes from; products that are named alone have their package's name.
  var package: String {
    if case .productItem(_, let package, _, _) = self { package ?? name } else { name }
  }
}

extension Package.Dependency {
  /// The last part of its address.
  fileprivate var name: String {
    guard case .sourceControl(_, let location, _) = kind else { return "" }
    return String(location.split(separator: "/").last ?? "")
  }
}
