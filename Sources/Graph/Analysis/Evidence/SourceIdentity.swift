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
