import Diagnostics
import Mustache

/// One template file, scanned.
struct TemplateSource: Sendable {
  /// Path below Templates/ without `.mustache`; what partials call it.
  let name: String
  /// The path as messages print it.
  let path: String
  /// All but words of the interface, which are put in already.
  let tags: [TemplateTag]
  let faults: [TemplateFault]
  /// The keys of the words of the interface that it asks for.
  let words: Set<String>
  /// Words that nobody knows.
  let unknownWords: [TemplateTag]
  /// nil when there are faults.
  let template: MustacheTemplate?

  /// - Parameter assets: how pages ask for the theme's files.
  init(
    name: String, path: String, bytes: [UInt8], vocabulary: StringCatalog, assets: AssetNames = .plain
  ) {
    self.name = name
    self.path = path
    let scanner = TemplateScanner(bytes)
    guard scanner.faults.isEmpty else {
      (tags, faults, words, unknownWords) = (scanner.tags, scanner.faults, [], [])
      template = nil
      return
    }
    let worded = WordTags(bytes, scanner.tags, vocabulary)
    (tags, words, unknownWords) = (worded.tags, worded.keys, worded.unknown)
    let (compiled, fault) = Self.compiled(assets.replaced(in: worded.bytes))
    template = worded.faults.isEmpty ? compiled : nil
    // What the words are put into has other columns than what the author wrote.
    let ownFault = fault == nil ? nil : Self.compiled(bytes).fault ?? fault
    faults = worded.faults + (ownFault.map { [$0] } ?? [])
  }

  private static func compiled(_ bytes: [UInt8]) -> (template: MustacheTemplate?, fault: TemplateFault?) {
    do {
      return (try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)), nil)
    } catch let error as MustacheTemplate.ParserError {
      return (nil, fault(error, in: bytes))
    } catch {
      return (nil, TemplateFault(message: "this template cannot be read: \(error)", range: 0..<0))
    }
  }

  /// What the template engine does not like and our own scan let pass, at its place.
  private static func fault(_ error: MustacheTemplate.ParserError, in bytes: [UInt8]) -> TemplateFault {
    var line = 1
    var start = 0
    for (index, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "\n") && line < error.context.lineNumber {
      line += 1
      start = index + 1
    }
    let offset = min(start + error.context.columnNumber - 1, bytes.count)
    let message =
      switch error.error as? MustacheTemplate.Error {
      case .illegalTokenInsideInheritSection, .textInsideInheritSection:
        "between “{{<” and its end only blocks “{{$name}}…{{/name}}” can stand"
      default: "this template cannot be read: \(error.error)"
      }
    return TemplateFault(message: message, range: offset..<offset)
  }

  func place(_ range: Range<Int>) -> Place { Place(path: path, range: range) }
}
