/// Something that reads text which may come from a stranger. The fuzzer and the tests run it with any bytes.
package struct FuzzTarget: Sendable {
  /// In kebab case; also the name of its folder in `Corpus/` and of its word list in `Dictionaries/`.
  package let name: String
  /// What is wrong with what the target made of the bytes; nil if it kept all that it promises.
  package let fault: @Sendable (_ bytes: [UInt8]) async -> String?

  /// Every target, in the order in which `Scripts/fuzz` runs them.
  package static let all = [
    markdown, report, frontMatter, settings, directives, editions, sheets, pastedText, templates, commonMark,
    gitHubTables, workspace, site,
  ]

  init(_ name: String, _ fault: @escaping @Sendable (_ bytes: [UInt8]) async -> String?) {
    self.name = name
    self.fault = fault
  }

  /// The target of a name; nil if none has it.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
