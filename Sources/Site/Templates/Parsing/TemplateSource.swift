import Diagnostics
import Mustache
import Text

/// One template file, scanned.
struct TemplateSource: Sendable {
  /// The path below Templates/ without `.mustache`; tags for partials use this name.
  let name: String
  /// The path for messages.
  let path: String
  /// All tags except those for interface texts, which are already replaced.
  let tags: [TemplateTag]
  let errors: [TemplateError]
  /// The keys of the interface texts that it uses.
  let stringKeys: Set<String>
  /// Tags for interface texts that do not exist.
  let unknownStrings: [TemplateTag]
  /// nil if there are errors.
  let template: MustacheTemplate?
  /// The texts for which `template` has marks.
  let literals: [[UInt8]]

  /// - Parameters:
  ///   - assets: the names by which pages load the theme’s files.
  ///   - literalCount: how many literal texts other templates of the library have.
  init(
    name: String, path: String, bytes: [UInt8], catalog: StringCatalog, assets: AssetNames = .plain,
    literalCount: Int = 0
  ) {
    self.name = name
    self.path = path
    if let error = Self.unreadable(bytes) {
      (tags, errors, stringKeys, unknownStrings, template, literals) = ([], [error], [], [], nil, [])
      return
    }
    let scanner = TemplateScanner(bytes)
    guard scanner.errors.isEmpty else {
      (tags, errors, stringKeys, unknownStrings) = (scanner.tags, scanner.errors, [], [])
      (template, literals) = (nil, [])
      return
    }
    let texts = StringTags(bytes, scanner.tags, catalog)
    (tags, stringKeys, unknownStrings) = (texts.tags, texts.keys, texts.unknown)
    let whole = assets.replaced(in: texts.bytes)
    let short = TemplateLiterals(whole, after: literalCount)
    literals = short.texts
    var (compiled, error) = Self.compiled(short.bytes)
    // Marks shift columns, too.
    if error != nil { (compiled, error) = Self.compiled(whole) }
    template = texts.errors.isEmpty ? compiled : nil
    // Replaced texts shift columns, so the error of the author’s own bytes comes first.
    let ownError = error == nil ? nil : Self.compiled(bytes).error ?? error
    errors = texts.errors + (ownError.map { [$0] } ?? [])
  }

  /// Why a template is not read; nil: it is.
  private static func unreadable(_ bytes: [UInt8]) -> TemplateError? {
    if bytes.count > Limit.templateSize.value {
      return TemplateError(message: "the template is larger than \(Limit.templateSize.shown)", range: 0..<0)
    }
    return UTF8Validation.firstInvalid(in: bytes[...]).map {
      TemplateError(message: "this byte is not UTF-8; save the file as UTF-8", range: $0..<$0 + 1)
    }
  }

  private static func compiled(_ bytes: [UInt8]) -> (template: MustacheTemplate?, error: TemplateError?) {
    do {
      return (try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self)), nil)
    } catch let error as MustacheTemplate.ParserError {
      return (nil, templateError(error, in: bytes))
    } catch {
      return (nil, TemplateError(message: "invalid template: \(error)", range: 0..<0))
    }
  }

  /// Converts an error of the template engine that our own scanner did not find, with its place in the file.
  private static func templateError(_ error: MustacheTemplate.ParserError, in bytes: [UInt8]) -> TemplateError
  {
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
        "only blocks “{{$name}}…{{/name}}” are allowed between “{{<” and its end"
      default: "invalid template: \(error.error)"
      }
    return TemplateError(message: message, range: offset..<offset)
  }

  func place(_ range: Range<Int>) -> Place { Place(path: path, range: range) }
}
