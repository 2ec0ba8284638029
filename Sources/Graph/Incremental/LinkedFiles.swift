import Diagnostics

/// The linked files of a site, in the order of the builder's files. What only few files have is found without looking at all.
struct LinkedFiles: Sendable {
  /// Boxed, so that copying the list is cheap.
  private var boxes: [Box]
  /// The files with diagnostics.
  private var reported = ChosenPlaces()
  /// The files with links that depend on the whole graph.
  private var linking = ChosenPlaces()
  /// The files with tensions.
  private var opposing = ChosenPlaces()

  /// The result of linking one file, boxed.
  private final class Box: Sendable {
    let file: LinkedFile

    init(_ file: LinkedFile) { self.file = file }
  }

  init(_ files: [LinkedFile]) {
    boxes = files.map(Box.init)
    for index in files.indices { note(index) }
  }

  /// The files with links that depend on the whole graph, ascending.
  var pending: [Int] { linking.all }

  /// Copies of all files.
  var all: [LinkedFile] { boxes.map(\.file) }

  /// In the order of the files.
  var diagnostics: [Diagnostic] { reported.all.flatMap { boxes[$0].file.diagnostics } }

  subscript(index: Int) -> LinkedFile {
    get { boxes[index].file }
    set {
      boxes[index] = Box(newValue)
      note(index)
    }
  }

  private mutating func note(_ index: Int) {
    let file = boxes[index].file
    reported.set(index, !file.diagnostics.isEmpty)
    linking.set(index, !file.pending.isEmpty)
    opposing.set(index, !file.tensions.isEmpty)
  }

  /// Whether a diagnostic that was found in another file points into this one.
  func isPointedAt(_ path: String, fromFilesBut index: Int) -> Bool {
    reported.all.contains { other in
      other != index && boxes[other].file.diagnostics.contains { $0.pointsInto(path) }
    }
  }

  /// Whether a link leads to a place in a report.
  func haveLink(into report: Int, fromFilesBut index: Int) -> Bool {
    (linking.all + opposing.all).contains { $0 != index && boxes[$0].file.leads(into: report) }
  }
}

extension LinkedFile {
  /// Whether one of its links leads to a place in a report.
  fileprivate func leads(into report: Int) -> Bool {
    let leads = { (request: PendingLink.Request) in
      if case .anchor(.report(report), _) = request { true } else { false }
    }
    return pending.contains { leads($0.request) }
      || tensions.contains { leads($0.first.request) || $0.second.map { leads($0.request) } ?? false }
  }
}

extension Diagnostic {
  /// Whether it or one of its notes is about a place in a file.
  func pointsInto(_ path: String) -> Bool {
    place?.path == path || notes.contains { $0.place?.path == path }
  }
}
