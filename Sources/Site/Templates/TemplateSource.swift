import Diagnostics
import Mustache

/// One template file, scanned.
struct TemplateSource: Sendable {
  /// Path below Templates/ without `.mustache`; what partials call it.
  let name: String
  /// The path as messages print it.
  let path: String
  let tags: [TemplateTag]
  let faults: [TemplateFault]
  /// nil when there are faults.
  let template: MustacheTemplate?

  init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    let scanner = TemplateScanner(bytes)
    tags = scanner.tags
    guard scanner.faults.isEmpty else {
      faults = scanner.faults
      template = nil
      return
    }
    do {
      template = try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
      faults = []
    } catch let error as MustacheTemplate.ParserError {
      template = nil
      faults = [Self.fault(error, in: bytes)]
    } catch {
      template = nil
      faults = [TemplateFault(message: "this template cannot be read: \(error)", range: 0..<0)]
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
