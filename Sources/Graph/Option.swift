/// A row of an options table (schema.org Action).
package struct Option: Sendable {
  package let id: ID<Option>
  package let report: ID<ReportEntry>
  package let comparison: ID<Comparison>
  /// The row's node in the report's document.
  package let rowNode: Int
  /// The first cell's text.
  package let name: String
  /// Its anchor on the report's page.
  package let anchor: String
}
