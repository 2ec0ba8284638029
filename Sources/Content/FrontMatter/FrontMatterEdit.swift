import Diagnostics
import Text

/// Changes one key of a file's front matter within the text, so that comments, order, quotation marks and
/// everything else stay unchanged.
package enum FrontMatterEdit {
  /// The change to make.
  package enum Change: Sendable, Hashable {
    /// Names to add to a list such as `aliases`.
    case add([String], to: String)
    /// A key and its only value. If the key has another value, the change is refused.
    case set(String, to: String)

    var key: String {
      switch self {
      case .add(_, let key), .set(let key, _): key
      }
    }
  }

  /// Why a file cannot be changed.
  package struct Refusal: Error, Sendable, Hashable {
    /// One sentence, lower-case start, no full stop.
    package let message: String

    package init(_ message: String) { self.message = message }
  }

  /// The file's bytes with the change; the same bytes if nothing has to change.
  ///
  /// The result is parsed again: if any other key has a different value from before, the change is refused.
  package static func apply(_ change: Change, to source: SourceText) -> Result<[UInt8], Refusal> {
    let (block, found) = FrontMatterBlock.find(in: source)
    if let problem = found.first { return .failure(Refusal(problem.message)) }
    guard let yaml = block.yaml else { return .success(withBlock(change, source.bytes, at: block.body)) }
    let (entries, problems) = YAMLText.read(source, yaml)
    if let problem = problems.first { return .failure(Refusal(problem.message)) }
    let text = FrontMatterText(bytes: source.bytes, yaml: yaml)
    do throws(Refusal) {
      guard let insertion = try text.insertion(of: change, among: entries) else {
        return .success(source.bytes)
      }
      var bytes = source.bytes
      bytes.replaceSubrange(insertion.range, with: insertion.text.utf8)
      try check(bytes, change, path: source.path, before: entries)
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }

  /// A new file with a title and a change.
  package static func newFile(title: String, _ changes: [Change]) -> [UInt8] {
    var lines = "---\ntitle: \(YAMLScalar.text(title))\n"
    for change in changes { lines += FrontMatterText.lines(change, newline: "\n") }
    return Array((lines + "---\n").utf8)
  }

  private static func withBlock(_ change: Change, _ bytes: [UInt8], at body: Int) -> [UInt8] {
    let newline = FrontMatterText.newline(in: bytes[...])
    let block = "---\(newline)\(FrontMatterText.lines(change, newline: newline))---\(newline)"
    let gap = bytes[body...].first.map { $0 == 10 || $0 == 13 } ?? true ? "" : newline
    return bytes[..<body] + Array((block + gap).utf8) + bytes[body...]
  }

  private static func check(
    _ bytes: [UInt8], _ change: Change, path: String, before: [YAMLEntry]
  ) throws(Refusal) {
    let source = SourceText(path: path, bytes: bytes)
    let refusal = Refusal(
      "“\(change.key)” is written in a way that cannot be changed safely; change it by hand")
    guard let yaml = FrontMatterBlock.find(in: source).block.yaml else { throw refusal }
    let (after, problems) = YAMLText.read(source, yaml)
    let others = before.filter { $0.key != change.key }
    let othersNow = after.filter { $0.key != change.key }
    guard problems.isEmpty, others.count == othersNow.count,
      zip(others, othersNow).allSatisfy({ $0.key == $1.key && $0.value.says($1.value) })
    else { throw refusal }
    let old = before.first { $0.key == change.key }?.value.texts ?? []
    let new = after.first { $0.key == change.key }?.value.texts ?? []
    switch change {
    case .add(let names, _): guard new == old + names.missing(from: old) else { throw refusal }
    case .set(_, let value): guard new == [value] else { throw refusal }
    }
  }
}

extension [String] {
  /// Those that are not in `known`, compared as names, without duplicates.
  func missing(from known: [String]) -> [String] {
    var keys = Set(known.map { NameKey($0) })
    return filter { keys.insert(NameKey($0)).inserted }
  }
}

extension YAMLValue {
  /// The texts of a list, or a single text; empty for anything else.
  package var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .list(let values):
      values.compactMap { if case .text(let text) = $0.content { text } else { nil } }
    case .empty, .map, .tooDeep: []
    }
  }

  /// Whether both have the same content, regardless of their places.
  func says(_ other: YAMLValue) -> Bool {
    switch (content, other.content) {
    case (.empty, .empty), (.tooDeep, .tooDeep): true
    case (.text(let text), .text(let otherText)): text == otherText
    case (.list(let values), .list(let others)):
      values.count == others.count && zip(values, others).allSatisfy { $0.says($1) }
    case (.map(let entries), .map(let others)):
      entries.count == others.count
        && zip(entries, others).allSatisfy { $0.key == $1.key && $0.value.says($1.value) }
    default: false
    }
  }
}
