import Diagnostics
import Graph
import Publishing
import Text
import Workspace

/// What `standpoint sources check` says besides diagnostics: each passage with its result, and the counts.
struct SourceCheckReport {
  let outcome: SourceCheck.Outcome
  let folders: SiteFolders

  var text: String {
    var list = AlignedList()
    for result in SourceCheck.Passage.Result.allCases {
      let passages = outcome.passages.filter { $0.result == result }
      if !passages.isEmpty { list.group(heading(result, passages.count)) }
      for passage in passages {
        list.add(
          outcome.graph.place(of: passage.position, in: folders), "“\(passage.text.shortened)”",
          passage.reason ?? "")
      }
    }
    return TerminalText.line(summary) + "\n" + list.text
  }

  private func heading(_ result: SourceCheck.Passage.Result, _ count: Int) -> String {
    "\(count.counted("passage")) \(result.rawValue)"
  }

  private var summary: String {
    let (sources, resumed) = outcome.counts
    var parts = ["Checked \(sources.counted("source"))"]
    if resumed > 0 { parts.append("\(resumed) of them in an earlier check that was interrupted") }
    for (id, words) in [
      (DiagnosticID.sourceGone, "gone"), (.sourceMoved, "moved"), (.sourceChanged, "changed"),
      (.sourceUnchecked, "not checked"),
    ] {
      let count = outcome.diagnostics.count(of: id)
      if count > 0 { parts.append("\(count) \(words)") }
    }
    return parts.joined(separator: "; ")
  }
}

extension String {
  /// At most 60 characters.
  fileprivate var shortened: String { count <= 60 ? self : prefix(59) + "…" }
}
