import Testing

@testable import Markdown

@Suite("Output from authors who are not trusted")
struct SafeOutputTests {
  @Test(
    "addresses with other schemes are removed, however they are written",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
      "java&#10;script:alert(1)",
      "java&Tab;script:x", "&#1;javascript:x", "data:text/html,x", "data:image/png;base64,x", "feed:x",
      "view-source:x", "blob:x", "vbscript:x",
      "file:///etc/passwd", "jar:x", "ｊavascript:x", "\\javascript:x", "about:blank", "filesystem:x",
      "mailto&colon;x:javascript",
    ])
  func unsafeAddresses(address: String) {
    let isMail = address.hasPrefix("mailto")
    for text in ["[a](<\(address)>)", "![a](<\(address)>) b", "[a]\n\n[a]: <\(address)>\n"] {
      let output = html(text, .site, trusted: false)
      #expect(
        isMail || output.contains("href=\"\"") || output.contains("src=\"\"")
          || output.contains("href=\"%5C"), "\(output)")
    }
    let raw = html("<a href=\"\(address)\">x</a> <\(address)>", .site, trusted: false)
    #expect(!raw.contains("<a href=\"\(address)"))
    #expect(!raw.contains("href=\"j"))
  }

  @Test(
    "harmless addresses are kept",
    arguments: [
      "https://a.b/c:d", "http://x", "HTTPS://x", "mailto:a@b.c", "tel:+1", "a/b.md", "#x", "?q=a:b", "/a:b",
      "./a:b", "", "../x",
    ])
  func safeAddresses(address: String) {
    #expect(
      html("[a](<\(address)>)", .site, trusted: false) == html("[a](<\(address)>)", .site, trusted: true))
  }

  @Test(
    "only the allowed tags are kept, without attributes",
    arguments: [
      ("a<br>b", "a<br />b"), ("<sub>2</sub>", "<sub>2</sub>"), ("<KBD onclick=x>k</KBD>", "<kbd>k</kbd>"),
      ("<mark class=\"a\">m</mark>", "<mark>m</mark>"),
      ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"), ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
      ("a<!-- c -->b", "ab"), ("<?php x ?>", "&lt;?php x ?&gt;"),
      ("<subx>", "&lt;subx&gt;"), ("</br>", "&lt;/br&gt;"),
    ])
  func inlineHTML(text: String, expected: String) {
    let output = html("p " + text, .site, trusted: false)
    #expect(output == "<p>p \(expected)</p>\n")
  }

  @Test("HTML blocks are filtered tag by tag")
  func blockHTML() {
    #expect(
      html(
        "<details open>\n<summary>S</summary>\n<script>x</script>\n\ntext\n\n</details>\n", .site,
        trusted: false)
        == "<details>\n<summary>S</summary>\n&lt;script&gt;x&lt;/script&gt;\n<p>text</p>\n</details>\n")
    #expect(html("<!-- only\n\na comment -->\n", .site, trusted: false) == "")
    #expect(
      html("<!-- a --><img src=x onerror=y>\n", .site, trusted: false) == "&lt;img src=x onerror=y&gt;\n")
  }

  @Test("trusted HTML is passed through unchanged")
  func trustedHTML() {
    #expect(html("<b a=1>x</b><!-- c -->\n", .site, trusted: true) == "<p><b a=1>x</b><!-- c --></p>\n")
  }

  @Test("numeric references to noncharacters never give invalid UTF-8")
  func noncharacters() {
    #expect(html("a&#65534;b&#xFFFF;") == "<p>a\u{FFFD}b\u{FFFD}</p>\n")
    #expect(
      html("[x](</u&#65535;> \"t&#65534;\")") == "<p><a href=\"/u%EF%BF%BD\" title=\"t\u{FFFD}\">x</a></p>\n")
    #expect(html("```a&#65534;\n&#65534;\n```\n").contains("language-a\u{FFFD}\">&amp;#65534;"))
  }
}
