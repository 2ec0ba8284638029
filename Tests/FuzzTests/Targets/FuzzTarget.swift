/// Something that reads text which may come from a stranger. The fuzzer and the tests run it with any bytes.
package struct FuzzTarget: Sendable {
  /// In kebab case; also the name of its folder in `Corpus/` and of its word list in `Dictionaries/`.
  package let name: String
  /// What runs.
  package let work: Work

  /// How a target finds what is wrong with what it made of the bytes.
  package enum Work: Sendable {
    /// On the calling thread, which is faster.
    case direct(@Sendable (_ bytes: [UInt8]) -> String?)
    case suspending(@Sendable (_ bytes: [UInt8]) async -> String?)
  }

  /// Every target, in the order in which `Scripts/fuzz` runs them.
  package static let all = [
    markdown, report, frontMatter, settings, directives, editions, sheets, pastedText, templates, commonMark,
    gitHubTables, workspace, site,
  ]

  /// - Parameter fault: what is wrong with what the target made of the bytes; nil if it kept all that it promises.
  init(_ name: String, _ fault: @escaping @Sendable (_ bytes: [UInt8]) -> String?) {
    self.init(name: name, work: .direct(fault))
  }

  private init(name: String, work: Work) {
    self.name = name
    self.work = work
  }

  /// A target that waits for something, such as another program.
  static func suspending(
    _ name: String, _ fault: @escaping @Sendable (_ bytes: [UInt8]) async -> String?
  ) -> FuzzTarget {
    FuzzTarget(name: name, work: .suspending(fault))
  }

  /// What is wrong with what the target made of the bytes; nil if it kept all that it promises.
  package func fault(_ bytes: [UInt8]) async -> String? {
    switch work {
    case .direct(let fault): fault(bytes)
    case .suspending(let fault): await fault(bytes)
    }
  }

  /// The target of a name; nil if none has it.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
