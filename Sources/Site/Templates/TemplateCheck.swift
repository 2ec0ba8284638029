import Diagnostics
import Text

/// Checks every tag of every template against the fields that its definition declares.
struct TemplateCheck {
  private let sources: [String: TemplateSource]
  private(set) var diagnostics: [Diagnostic] = []
  private var seen: Set<Place> = []
  /// The templates that a page kind uses, directly or through others.
  private(set) var used: Set<String> = []

  init(_ sources: [String: TemplateSource]) {
    self.sources = sources
    for source in sources.values.sorted(by: { $0.path < $1.path }) {
      for error in source.errors { report(.invalidTemplate, source.place(error.range), error.message) }
    }
    for template in PageRegistry.templates where !hasTooManyTags(template.name) {
      visit(template.name, scopes: [template.fields], template: template, trail: [])
    }
    let whole = Place(path: "")
    diagnostics.sort { ($0.place ?? whole) < ($1.place ?? whole) }
  }

  /// The names of templates that no page kind uses.
  var unused: [String] { sources.keys.filter { !used.contains($0) }.sorted() }

  /// Reports a template that becomes too large with all that it includes: ten templates that each include the next one
  /// ten times have ten thousand million tags.
  private mutating func hasTooManyTags(_ name: String) -> Bool {
    guard let source = sources[name],
      let first = source.tags.first(where: { $0.kind == .partial || $0.kind == .parent })
    else { return false }
    var counts: [String: Int] = [:]
    guard tagCount(of: name, &counts) > Limit.templateTags.value else { return false }
    used.formUnion(counts.keys)
    report(
      .invalidTemplate, source.place(first.range),
      "“\(name)” has more than \(Limit.templateTags.shown) tags, counting those of all templates that it includes"
    )
    return true
  }

  /// The number of tags of a template and of those that it includes, up to a little more than the limit.
  private func tagCount(of name: String, _ counts: inout [String: Int]) -> Int {
    if let known = counts[name] { return known }
    guard let source = sources[name] else { return 0 }
    // A template that includes itself is reported elsewhere.
    counts[name] = 0
    var count = source.tags.count
    for tag in source.tags where tag.kind == .partial || tag.kind == .parent {
      count = min(count + tagCount(of: tag.name, &counts), Limit.templateTags.value + 1)
    }
    counts[name] = count
    return count
  }

  private mutating func report(
    _ id: DiagnosticID, _ place: Place, _ message: String, notes: [Note] = [], suggestion: Suggestion? = nil
  ) {
    guard seen.insert(place).inserted else { return }
    diagnostics.append(Diagnostic(id, at: place, message, notes: notes, suggestion: suggestion))
  }

  /// Checks one template as it is used by `template`; `trail` names the templates that lead here.
  private mutating func visit(
    _ name: String, scopes: [[TemplateField]], template: TemplateDefinition, trail: [String]
  ) {
    guard let source = sources[name] else { return }
    used.insert(name)
    guard source.errors.isEmpty else { return }
    var scopes = scopes
    /// For each open section: whether it added fields.
    var open: [Bool] = []
    for tag in source.tags {
      switch tag.kind {
      case .close:
        if open.popLast() == true { scopes.removeLast() }
      case .section, .inverted:
        let fields = sectionFields(tag, in: source, scopes: scopes, template: template)
        if let fields { scopes.append(fields) }
        open.append(fields != nil)
      case .variable, .unescaped:
        checkValue(tag, in: source, scopes: scopes, template: template)
      case .partial, .parent:
        follow(tag, in: source, scopes: scopes, template: template, trail: trail + [name])
        if tag.kind == .parent { open.append(false) }
      case .block:
        open.append(false)
      }
    }
    checkBlocks(of: source)
  }

  private func field(_ name: String, in scopes: [[TemplateField]]) -> TemplateField? {
    for scope in scopes.reversed() {
      if let field = scope.first(where: { $0.name.rawValue == name }) { return field }
    }
    return nil
  }

  /// The fields that a section adds; nil for sections that only test whether a value is there.
  private mutating func sectionFields(
    _ tag: TemplateTag, in source: TemplateSource, scopes: [[TemplateField]], template: TemplateDefinition
  ) -> [TemplateField]? {
    guard let field = field(tag.name, in: scopes) else {
      unknown(tag, in: source, scopes: scopes, template: template)
      return nil
    }
    guard tag.kind == .section, case .list(let fields) = field.kind else { return nil }
    return fields
  }

  private mutating func checkValue(
    _ tag: TemplateTag, in source: TemplateSource, scopes: [[TemplateField]], template: TemplateDefinition
  ) {
    guard let field = field(tag.name, in: scopes) else {
      return unknown(tag, in: source, scopes: scopes, template: template)
    }
    let message: String? =
      switch (field.kind, tag.kind) {
      case (.text, .unescaped): "“\(tag.name)” is plain text: write {{\(tag.name)}}"
      case (.html, .variable): "“\(tag.name)” is HTML: write {{{\(tag.name)}}}"
      case (.flag, _): "“\(tag.name)” is true or false: open a section with {{#\(tag.name)}}"
      case (.list, _): "“\(tag.name)” is a list: open a section with {{#\(tag.name)}}"
      default: nil
      }
    if let message { report(.invalidTemplate, source.place(tag.range), message) }
  }

  private mutating func unknown(
    _ tag: TemplateTag, in source: TemplateSource, scopes: [[TemplateField]], template: TemplateDefinition
  ) {
    let names = scopes.joined().map(\.name.rawValue)
    report(
      .unknownTag, source.place(tag.range), "“\(tag.name)” is not a value of \(template.title)",
      notes: [Note("known here: " + Set(names).sorted().joined(separator: ", "))],
      suggestion: suggestion(tag.name, among: names))
  }

  private func suggestion(_ name: String, among names: [String]) -> Suggestion? {
    NearestName.match(name, among: names).map { Suggestion("did you mean “\($0)”?", replacement: $0) }
  }

  private mutating func follow(
    _ tag: TemplateTag, in source: TemplateSource, scopes: [[TemplateField]], template: TemplateDefinition,
    trail: [String]
  ) {
    guard sources[tag.name] != nil else {
      return report(
        .unknownPartial, source.place(tag.range), "the template “\(tag.name)” does not exist",
        suggestion: suggestion(tag.name, among: Array(sources.keys)))
    }
    guard !trail.contains(tag.name) else {
      let cycle = (trail.drop { $0 != tag.name } + [tag.name]).joined(separator: " → ")
      return report(.invalidTemplate, source.place(tag.range), "“\(tag.name)” includes itself: \(cycle)")
    }
    visit(tag.name, scopes: scopes, template: template, trail: trail)
  }

  /// Checks that every block between `{{<name}}` and its end exists in the template of that name.
  private mutating func checkBlocks(of source: TemplateSource) {
    var open: [TemplateTag] = []
    for tag in source.tags {
      if tag.kind == .block, let parent = open.last, parent.kind == .parent, sources[parent.name] != nil {
        let names = blocks(of: parent.name, trail: [])
        if !names.contains(tag.name) {
          report(
            .unknownTag, source.place(tag.range), "“\(parent.name)” has no block “\(tag.name)”",
            notes: names.isEmpty ? [] : [Note("its blocks: " + names.sorted().joined(separator: ", "))],
            suggestion: suggestion(tag.name, among: names.sorted()))
        }
      }
      if tag.opens { open.append(tag) } else if tag.kind == .close { open.removeLast() }
    }
  }

  /// The blocks of a template and of those that it includes.
  private func blocks(of name: String, trail: [String]) -> Set<String> {
    guard let source = sources[name], source.errors.isEmpty, !trail.contains(name) else { return [] }
    var names: Set<String> = []
    for tag in source.tags {
      switch tag.kind {
      case .block: names.insert(tag.name)
      case .partial, .parent: names.formUnion(blocks(of: tag.name, trail: trail + [name]))
      default: break
      }
    }
    return names
  }
}
