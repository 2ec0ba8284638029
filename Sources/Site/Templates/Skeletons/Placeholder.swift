import Mustache

/// A text or HTML value for the template engine: a mark that is replaced when the page is assembled.
///
/// The engine escapes character by character and copies a value once for each enclosing section. With marks,
/// it never sees the values, renders once for all pages of the same shape, and leaves escaping to our own
/// code.
struct Placeholder: MustacheCustomRenderable, MustacheParent {
  /// The byte on both sides of the number of a mark; templates that contain it are rejected.
  static let delimiter: UInt8 = 0

  let number: Int

  var renderText: String { "\0\(number)\0" }
  var isNull: Bool { false }

  func child(named name: String) -> Any? { nil }
}

/// A declared value that is absent: it renders as nothing, and keeps the engine from looking for a value with
/// the same name in an outer section.
struct AbsentValue: MustacheCustomRenderable, MustacheParent {
  var renderText: String { "" }
  var isNull: Bool { true }

  func child(named name: String) -> Any? { nil }
}

/// A record of values for the template engine.
struct PlaceholderRecord: MustacheParent {
  private let fields: [TemplateField]
  private let values: [Any]

  /// - Parameter next: the number of the next mark, increased in the order of `TemplateValues.leaves`.
  init(_ record: TemplateValues, next: inout Int) {
    fields = record.fields
    var values: [Any] = []
    for value in record.values {
      switch value {
      case .absent: values.append(AbsentValue())
      case .flag(let flag): values.append(flag)
      case .text, .html:
        values.append(Placeholder(number: next))
        next += 1
      case .list(let records): values.append(records.map { PlaceholderRecord($0, next: &next) })
      }
    }
    self.values = values
  }

  func child(named name: String) -> Any? {
    guard let slot = fields.firstIndex(where: { $0.name.rawValue == name }) else { return nil }
    return values[slot]
  }
}
