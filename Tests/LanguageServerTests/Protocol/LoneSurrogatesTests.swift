import Testing

@testable import LanguageServer

@Suite("Halves of characters in messages") struct LoneSurrogatesTests {
  @Test(
    "become U+FFFD, and everything else stays",
    arguments: [
      (#"{"a": "\ud83d"}"#, #"{"a": "\ufffd"}"#), (#""\ud83d\ude00""#, #""\ud83d\ude00""#),
      (#""\uDE00\uD83D""#, #""\ufffd\ufffd""#), (#""\ud83d\ud83d\ude00""#, #""\ufffd\ud83d\ude00""#),
      (#""\\ud83d""#, #""\\ud83d""#), (#""\\\ud83d""#, #""\\\ufffd""#),
      (#""\u00e4 \n \ud8""#, #""\u00e4 \n \ud8""#),
      (#""\ud83d\"#, #""\ufffd\"#), ("", ""), ("\\", "\\"),
    ])
  func replaced(_ json: String, _ expected: String) {
    #expect(String(decoding: LoneSurrogates.replaced(in: Array(json.utf8)), as: UTF8.self) == expected)
  }

  @Test("do not keep a change of a document from being taken")
  func change() async throws {
    let path = "Content/reports/march.md"
    let client = try await EditorClient(SampleBriefing.files)
    try await client.open(path)
    client.notify(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(client.uri(path))", "version": 2}, "contentChanges": [{"text": "\ud83d [[Nobody]]"}]}"#
    )
    await client.settle()
    #expect(await client.messages(path).contains { $0.hasPrefix("unknown name “Nobody”") })
  }
}
