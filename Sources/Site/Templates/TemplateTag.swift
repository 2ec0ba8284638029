/// One `{{…}}` of a template.
struct TemplateTag: Sendable, Hashable {
  /// What the tag does.
  enum Kind: Sendable, Hashable {
    /// `{{name}}`.
    case variable
    /// `{{{name}}}` or `{{&name}}`.
    case unescaped
    /// `{{#name}}`.
    case section
    /// `{{^name}}`.
    case inverted
    /// `{{/name}}`.
    case close
    /// `{{> name}}`.
    case partial
    /// `{{<name}}`.
    case parent
    /// `{{$name}}`.
    case block
  }

  let kind: Kind
  let name: String
  /// The name's bytes in the file.
  let range: Range<Int>

  /// A tag that is closed by `{{/name}}`.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .variable, .unescaped, .close, .partial: false
    }
  }
}

/// Something in a template that cannot be read.
struct TemplateFault: Sendable, Hashable {
  let message: String
  /// Bytes of the file.
  let range: Range<Int>
}
