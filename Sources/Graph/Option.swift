/// A row of an options table (schema.org Action).
public struct Option: Sendable {
  public let id: ID<Option>
  public let report: ID<ReportEntry>
  public let comparison: ID<Comparison>
  /// The row's node in the report's document.
  public let rowNode: Int
  /// The first cell's text.
  public let name: String
  /// Its anchor on the report's page.
  public let anchor: String
}
