import Content
import Graph
import Markdown
import Text

/// Callouts and task lists.
extension DocumentWriter {
  /// Opens a callout: an aside with a title, or a disclosure when it can be folded.
  func openCallout(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let callout = document.nodes[index]
    let folds = callout.detail != 0
    renderer.output.raw(folds ? "<details class=\"callout callout-" : "<aside class=\"callout callout-")
    renderer.output.escaped(document.text[callout.text.range].filter(Self.isClassByte)[...])
    let tension = isElsewhere ? nil : tension(at: index)
    if let tension {
      renderer.output.raw("\" id=\"")
      renderer.output.escaped(page.site.graph.anchor(of: tension.id))
    }
    renderer.output.raw(callout.detail == 1 ? "\" open>\n" : "\">\n")
    renderer.output.raw(folds ? "<summary class=\"callout-title\">" : "<p class=\"callout-title\">")
    writeCalloutTitle(&renderer, index, tension)
    renderer.output.raw(folds ? "</summary>\n" : "</p>\n")
    let end: HTML = folds ? "</details>\n" : "</aside>\n"
    guard let tension else { return .opened(closing: end) }
    var closing = HTML()
    TensionWriter(page: page).openSides(of: tension, into: &renderer.output)
    TensionWriter(page: page).closeSides(of: tension, into: &closing)
    return .opened(closing: closing + end)
  }

  private static func isClassByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// Writes the author's title, otherwise the kind as a word. A tension always says that it is one, and names
  /// its positions.
  private func writeCalloutTitle(_ renderer: inout HTMLRenderer, _ index: Int, _ tension: Tension?) {
    let callout = document.nodes[index]
    let kind = document.text[callout.text.range]
    let hasTitle = index + 1 < callout.end && document.nodes[index + 1].kind == .calloutTitle
    let isTension = kind.elementsEqual("tension".utf8)
    if isTension || !hasTitle {
      if let title = page.site.words.callout(kind) {
        renderer.output.append(contentsOf: title)
      } else {
        let word = String(decoding: kind, as: UTF8.self)
        renderer.output.escaped(word.capitalizingFirst)
      }
    }
    guard hasTitle else { return }
    if isTension { renderer.output.raw(": ") }
    if let tension { return TensionWriter(page: page).title(of: tension, into: &renderer.output) }
    renderer.renderChildren(of: index + 1, rule: answer)
  }

  /// Opens an entry of a task list, with a box that shows its state; others are written as usual.
  func openTask(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    switch document.nodes[index].detail {
    case 1:
      renderer.output.raw("<li class=\"task\"")
      renderer.writeDirection(of: index)
      renderer.output.raw("><input type=\"checkbox\" disabled aria-label=\"")
      page.site.words.write(.notDone, into: &renderer.output)
    case 2:
      renderer.output.raw("<li class=\"task\"")
      renderer.writeDirection(of: index)
      renderer.output.raw("><input type=\"checkbox\" checked disabled aria-label=\"")
      page.site.words.write(.done, into: &renderer.output)
    default: return .standard
    }
    renderer.output.raw("\"> ")
    return .opened(closing: "</li>\n")
  }
}
