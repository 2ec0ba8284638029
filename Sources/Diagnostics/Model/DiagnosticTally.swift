/// Collects diagnostics: keeps the first of each cause and of each kind in a file and counts the others, so that a mistake that
/// was made a hundred thousand times costs no more than its text.
///
/// Two diagnostics have the same cause if they are of the same kind and say the same thing. Those without a file are all listed.
package struct DiagnosticTally: Sendable {
  private struct Kind: Hashable {
    let id: DiagnosticID
    let path: String
  }

  private struct Cause: Hashable {
    let kind: Kind
    let message: String
  }

  private struct Count {
    /// The number of diagnostics that are listed.
    var listed = 0
    /// The number of those that are not.
    var others = 0
    /// The place in the list of the last one that is listed.
    var last = 0

    mutating func list(at index: Int) {
      listed += 1
      last = index
    }
  }

  private let maximumOfCause: Int
  private let maximumOfKind: Int
  /// Those that are listed, in the order in which they were added.
  private var list: [Diagnostic] = []
  private var causes: [Cause: Count] = [:]
  private var kinds: [Kind: Count] = [:]

  package init(_ limits: Limits = Limits()) {
    maximumOfCause = limits[.diagnosticsOfOneCause]
    maximumOfKind = limits[.diagnosticsOfOneKind]
  }

  /// A tally that limits only causes, for diagnostics that may be folded or removed later: all of one cause are, but not all of
  /// one kind.
  package init(causes limits: Limits) {
    maximumOfCause = limits[.diagnosticsOfOneCause]
    maximumOfKind = .max
  }

  /// The first diagnostics of each cause and kind, in the same order, with the numbers of the others.
  package static func limited(_ diagnostics: [Diagnostic], _ limits: Limits) -> [Diagnostic] {
    guard diagnostics.count > min(limits[.diagnosticsOfOneCause], limits[.diagnosticsOfOneKind]) else {
      return diagnostics
    }
    var tally = DiagnosticTally(limits)
    for diagnostic in diagnostics { tally.add(diagnostic) }
    return tally.diagnostics
  }

  /// Adds a diagnostic to the list, or counts it if the list has enough of its cause or its kind.
  package mutating func add(_ diagnostic: Diagnostic) {
    guard let path = diagnostic.place?.path else { return list.append(diagnostic) }
    let kind = Kind(id: diagnostic.id, path: path)
    let cause = Cause(kind: kind, message: diagnostic.message)
    if let count = causes[cause], count.listed >= maximumOfCause {
      causes[cause]?.others += 1 + diagnostic.furtherOfCause
      kinds[kind]?.others += diagnostic.furtherOfKind
    } else if let count = kinds[kind], count.listed >= maximumOfKind {
      kinds[kind]?.others += diagnostic.count
    } else {
      causes[cause, default: Count()].list(at: list.count)
      kinds[kind, default: Count()].list(at: list.count)
      list.append(diagnostic)
    }
  }

  /// The list, whose last diagnostic of each cause and kind says how many more there are.
  package var diagnostics: [Diagnostic] {
    var list = list
    for count in causes.values where count.others > 0 { list[count.last].furtherOfCause += count.others }
    for count in kinds.values where count.others > 0 { list[count.last].furtherOfKind += count.others }
    return list
  }
}
