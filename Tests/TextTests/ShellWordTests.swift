import Testing
import Text

@Suite struct ShellWordTests {
  @Test(
    "only what a shell would read otherwise is quoted",
    arguments: [
      ("my-site", "my-site"), ("Звіти/2025", "Звіти/2025"), ("My Site", "'My Site'"), ("it's", #"'it'\''s'"#),
      ("$HOME", "'$HOME'"), ("", "''"), ("-x", "./'-x'"),
    ])
  func quoted(_ text: String, _ word: String) { #expect(ShellWord.quoted(text) == word) }
}
