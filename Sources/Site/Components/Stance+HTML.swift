import Content

extension Stance {
  /// The class that gives a cell or a word the sign and colour of the stance.
  var styleClass: StaticString {
    switch self {
    case .champions: "s-champions"
    case .supports: "s-supports"
    case .mixed: "s-mixed"
    case .neutral: "s-neutral"
    case .opposes: "s-opposes"
    case .redLine: "s-red-line"
    }
  }
}
