/// The values of one page for its template: one for each field that its template declares.
struct TemplateValues {
  /// One value.
  enum Value {
    /// No value: the tag shows nothing and its section is skipped.
    case absent
    case text(String)
    /// Appends its HTML to the page.
    case html((inout HTML) -> Void)
    case flag(Bool)
    case list([TemplateValues])
  }

  let fields: [TemplateField]
  /// One entry per field, in the order of `fields`.
  private(set) var values: [Value]

  init(_ fields: [TemplateField]) {
    self.fields = fields
    values = Array(repeating: .absent, count: fields.count)
  }

  /// Sets the value of `name`, which must be one of the fields.
  mutating func set(_ name: TemplateName, _ value: Value) {
    guard let slot = fields.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(name.rawValue) is not declared for this page kind")
    }
    values[slot] = value
  }

  /// Sets a text; nil and empty text count as absent.
  mutating func text(_ name: TemplateName, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    set(name, .text(text))
  }

  /// Sets HTML, which is written when the page is rendered.
  mutating func html(_ name: TemplateName, _ write: @escaping (inout HTML) -> Void) {
    set(name, .html(write))
  }

  /// Which values are present, as far as a template can tell. Pages of the same shape share one skeleton.
  var shape: [UInt8] {
    var shape: [UInt8] = []
    appendShape(to: &shape)
    return shape
  }

  private func appendShape(to shape: inout [UInt8]) {
    for value in values {
      switch value {
      case .absent: shape.append(0)
      case .text, .html: shape.append(1)
      case .flag(let flag): shape.append(flag ? 3 : 2)
      case .list(let records):
        shape.append(4)
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: records.count)) { shape.append(contentsOf: $0) }
        for record in records { record.appendShape(to: &shape) }
      }
    }
  }

  /// The text and HTML values in depth-first order; the order depends on the shape alone.
  var leaves: [Value] {
    var leaves: [Value] = []
    appendLeaves(to: &leaves)
    return leaves
  }

  private func appendLeaves(to leaves: inout [Value]) {
    for value in values {
      switch value {
      case .text, .html: leaves.append(value)
      case .list(let records): for record in records { record.appendLeaves(to: &leaves) }
      case .absent, .flag: break
      }
    }
  }

  /// The same values in the same shape, with empty HTML.
  var withoutHTML: TemplateValues {
    var next = self
    for index in next.values.indices {
      if case .html = next.values[index] { next.values[index] = .html { _ in } }
    }
    return next
  }
}
