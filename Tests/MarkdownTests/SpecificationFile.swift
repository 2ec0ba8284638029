import Foundation

/// The examples of a specification, as the JSON files beside the checkout hold them.
struct SpecificationExample: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  /// The examples of `../shared/spec/<name>` seen from the package; nil when there is no such file.
  static func load(_ name: String) throws -> [SpecificationExample]? {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = package.appending(path: "../shared/spec/\(name)")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try JSONDecoder().decode([SpecificationExample].self, from: Data(contentsOf: file))
  }
}
