/// What the map writes.
extension StringKey {
  static let mapOfIssues = StringKey("map-of-issues")
  static let aRedLine = StringKey("a-red-line")
  static let largerMorePositions = StringKey("larger-more-positions")
  static let partyMarksRedLine = StringKey("party-marks-red-line")
  static let tiedByFiles = StringKey("tied-by-files")
  static let tiedByReports = StringKey("tied-by-reports")
  static let furtherIssuesLessBusy = StringKey("further-issues-less-busy")

  /// All of them.
  static let mapTexts: [StringKey] = [
    .mapOfIssues, .aRedLine, .largerMorePositions, .partyMarksRedLine, .tiedByFiles, .tiedByReports,
    .furtherIssuesLessBusy,
  ]
}
