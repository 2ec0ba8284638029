import Content

extension DateOrigin {
  /// The word that files of data use: `cell`, `comparison`, `front-matter`, `file-name`, `first-commit` or `none`.
  package var word: String {
    switch self {
    case .cell: "cell"
    case .comparison: "comparison"
    case .frontMatter: "front-matter"
    case .fileName: "file-name"
    case .firstCommit: "first-commit"
    case .none: "none"
    }
  }

  /// The origin that `word` stands for; nil for no such word.
  package init?(word: String) {
    let all: [DateOrigin] = [.cell, .comparison, .frontMatter, .fileName, .firstCommit, .none]
    guard let origin = all.first(where: { $0.word == word }) else { return nil }
    self = origin
  }
}
