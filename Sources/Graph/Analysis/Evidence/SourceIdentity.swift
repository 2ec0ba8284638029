import Content

/// What a source is, so that it can be recognised in all reports: two links to the same address are one source.
package enum SourceIdentity: Sendable, Hashable {
  /// A source that is described, by its key.
  case entry(String)
  /// An address as `SourceAddress` compares it.
  case address(String)
  /// A footnote without a link, which only its report has.
  case note(ID<ReportEntry>, number: Int32)

  /// The identity of an address, or of the source that is described with it.
  package init(address: String, in library: SourceLibrary) {
    let compared = SourceAddress.compared(address)
    self = library.entry(comparedAs: compared).map { .entry($0.key) } ?? .address(compared)
  }
}

/// Recognises sources as editions record them: by their addresses, and those without one by their titles.
package struct RecordedSources: Sendable {
  private let library: SourceLibrary
  private let keys: [String: String]

  package init(_ library: SourceLibrary) {
    self.library = library
    keys = Dictionary(library.entries.map { ($0.title ?? $0.key, $0.key) }) { first, _ in first }
  }

  /// The identity of a source that an edition records.
  package func identity(of text: String) -> SourceIdentity {
    let key = text.contains("://") ? nil : keys[text]
    return key.map(SourceIdentity.entry) ?? SourceIdentity(address: text, in: library)
  }
}
