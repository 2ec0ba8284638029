import Foundation
import TestSupport

/// An example of a specification, from the JSON files next to the checkout.
struct SpecificationExample: Decodable {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  /// The examples in `../shared/spec/<name>`, relative to the package; nil if the file does not exist.
  static func load(_ name: String) throws -> [SpecificationExample]? {
    let file = packageRoot.appending(path: "../shared/spec/\(name)")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try JSONDecoder().decode([SpecificationExample].self, from: Data(contentsOf: file))
  }
}
