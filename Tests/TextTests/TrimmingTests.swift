import Testing
import Text

@Suite("Trimming")
struct TrimmingTests {
  @Test("white space is removed at both ends and stays inside")
  func ends() {
    #expect(" \t a b\r\n".trimmingWhitespace == "a b")
    #expect("\u{A0}a\u{2003}".trimmingWhitespace == "a")
    #expect(" a b \n".trimmingTrailingWhitespace == " a b")
    #expect(" \n".trimmingWhitespace == "")
    #expect("".trimmingTrailingWhitespace == "")
  }
}
