import FileSystem
import Foundation
import TestSites
import TestSupport
import Testing

@testable import Publishing

/// Changes of several files, interrupted after any of their steps.
@Suite("Changes of several files") struct SiteChangeTests {
  private let scratch: ScratchFolder
  private let place: ChangeFolder

  init() throws {
    scratch = try ScratchFolder()
    place = ChangeFolder(scratch.path)
    for name in ["a", "b", "old name"] { try scratch.write("Content/\(name).md", "old \(name)") }
  }

  private static let before = ["a.md": "old a", "b.md": "old b", "old name.md": "old old name"]
  private static let after = [
    "a.md": "new a", "b.md": "new b", "new name.md": "new name", "parties/c.md": "new c",
  ]

  /// Two files are replaced, one is created in a new folder, and one gets another name.
  private func change() throws -> SiteChange {
    var change = SiteChange(by: "standpoint rename", in: scratch.path)
    for name in ["a", "b"] {
      change.replace(scratch.disk("Content/\(name).md"), bytes("old \(name)"), by: bytes("new \(name)"))
    }
    change.create(scratch.disk("Content/parties/c.md"), bytes("new c"))
    change.move(
      scratch.disk("Content/old name.md"), to: scratch.disk("Content/new name.md"), bytes("old old name"),
      by: bytes("new name"))
    return change
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func content() throws -> [String: String] { try scratch.tree("Content") }

  /// Starts the change and takes some of its steps, as if the process was killed then.
  private func interrupt(after steps: Int) throws {
    let change = try change()
    try FileWriter.makeFolders(place.own)
    #expect(try change.stage().apply(atMost: steps).isEmpty)
  }

  @Test("a change that is not interrupted changes all files, and leaves nothing else")
  func whole() throws {
    try change().perform()
    #expect(try content() == Self.after)
    #expect(!scratch.exists(".standpoint"))
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
  }

  @Test("a change that was interrupted after any step is completed, which is told once", arguments: 0...5)
  func interrupted(steps: Int) throws {
    try interrupt(after: steps)
    let found = try InterruptedChange.finish(in: scratch.path)
    #expect(found?.outcome == .completed(left: []))
    #expect(
      found?.words.message
        == "“standpoint rename” was interrupted earlier; its change to 4 files is now complete")
    #expect(try content() == Self.after)
    #expect(!scratch.exists(".standpoint"))
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
  }

  @Test("a change that was interrupted before its record was written is given up, which is told once")
  func unrecorded() throws {
    try interrupt(after: 0)
    FileWriter.remove(place.record)
    let found = try InterruptedChange.finish(in: scratch.path)
    #expect(found?.outcome == .discarded)
    #expect(
      found?.words.message == "“standpoint rename” was interrupted earlier, before it changed any files")
    #expect(try content() == Self.before)
    #expect(!scratch.exists(".standpoint"))
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
  }

  @Test("a change that was interrupted when all was done is not told")
  func cleaning() throws {
    try interrupt(after: 5)
    try FileWriter.move(place.change, to: place.done, action: "")
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
    #expect(try content() == Self.after)
    #expect(!scratch.exists(".standpoint"))
  }

  @Test("the lock of a command that was killed after its change is removed")
  func lock() throws {
    try scratch.write(".standpoint/change-lock")
    #expect(try InterruptedChange.finish(in: scratch.path, onlyTells: true) == nil)
    #expect(scratch.exists(".standpoint/change-lock"))
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
    #expect(!scratch.exists(".standpoint"))
  }

  @Test("a file that was changed since is left as it is and named, and the others are completed")
  func changedSince() throws {
    try interrupt(after: 1)
    try scratch.write("Content/b.md", "the author's")
    let found = try InterruptedChange.finish(in: scratch.path)
    #expect(found?.outcome == .completed(left: [scratch.disk("Content/b.md")]))
    #expect(found?.words.advice?.contains("“\(scratch.absolute("Content/b.md"))”") == true)
    var expected = Self.after
    expected["b.md"] = "the author's"
    #expect(try content() == expected)
    #expect(try InterruptedChange.finish(in: scratch.path) == nil)
  }

  @Test("what was changed after its step was taken stays, without a word")
  func changedAfter() throws {
    try interrupt(after: 2)
    try scratch.write("Content/b.md", "the author's")
    #expect(try InterruptedChange.finish(in: scratch.path)?.outcome == .completed(left: []))
    #expect(scratch.text("Content/b.md") == "the author's")
  }

  @Test("a file that appeared where one was to be created is left, and a file that was to move there stays")
  func appeared() throws {
    try interrupt(after: 2)
    try scratch.write("Content/new name.md", "the author's")
    let found = try InterruptedChange.finish(in: scratch.path)
    #expect(found?.outcome == .completed(left: [scratch.disk("Content/new name.md")]))
    #expect(scratch.text("Content/new name.md") == "the author's")
    #expect(scratch.text("Content/old name.md") == "old old name")
    #expect(scratch.text("Content/parties/c.md") == "new c")
  }

  @Test("a command that writes nothing only tells, and tells again")
  func onlyTells() throws {
    try interrupt(after: 1)
    for _ in 0..<2 {
      let found = try InterruptedChange.finish(in: scratch.path, onlyTells: true)
      #expect(found?.outcome == .pending)
      #expect(
        found?.words.message
          == "“standpoint rename” was interrupted earlier and may have changed only some of its 4 files")
    }
    #expect(scratch.text("Content/b.md") == "old b")
    #expect(try InterruptedChange.finish(in: scratch.path)?.outcome == .completed(left: []))
    #expect(try content() == Self.after)
  }

  @Test("a change that is being made is not taken for an interrupted one")
  func living() throws {
    try interrupt(after: 1)
    let lock = try #require(try FileLock.attempt(place.lock))
    #expect(try InterruptedChange.finish(in: scratch.path, onlyTells: true) == nil)
    lock.release()
    #expect(try InterruptedChange.finish(in: scratch.path, onlyTells: true)?.outcome == .pending)
  }

  @Test("an interrupted change is completed before the next one")
  func next() throws {
    try interrupt(after: 1)
    var next = SiteChange(by: "standpoint fix", in: scratch.path)
    next.replace(scratch.disk("Content/a.md"), bytes("new a"), by: bytes("newer a"))
    next.replace(scratch.disk("Content/b.md"), bytes("new b"), by: bytes("newer b"))
    try next.perform()
    #expect(scratch.text("Content/a.md") == "newer a" && scratch.text("Content/new name.md") == "new name")
  }

  @Test("nothing is written if a file is not as it was read", arguments: ["a", "b", "old name"])
  func changedMeanwhile(name: String) throws {
    try scratch.write("Content/\(name).md", "the author's")
    let before = try content()
    let error = #expect(throws: EnvironmentError.self) { try change().perform() }
    #expect(
      error?.message
        == "“\(scratch.absolute("Content/\(name).md"))” was changed by another program at the same time")
    #expect(try content() == before)
    #expect(!scratch.exists(".standpoint"))
  }

  @Test("permissions stay, and other files of .standpoint")
  func permissions() throws {
    try scratch.write(".standpoint/published", "index.html\n")
    let path = scratch.absolute("Content/a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    var change = try change()
    change.create(scratch.disk("hook"), bytes("#!/bin/sh\n"), isExecutable: true)
    try change.perform()
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(manager.isExecutableFile(atPath: scratch.absolute("hook")))
    #expect(try FolderListing.entries(of: place.own).map(\.name) == ["published"])
  }

  @Test(
    "a record that strangers may have written changes nothing outside the site and nothing in git's folder",
    arguments: ["../outside.md", "/tmp/standpoint-outside.md", ".git/hooks/post-checkout", "Linked/x.md", ""])
  func foreign(path: String) throws {
    let outside = try ScratchFolder()
    try scratch.link("Linked", to: outside.root)
    try scratch.write(".git/config", "")
    try scratch.write(".standpoint/change/0", "evil")
    let record = ChangeRecord(
      command: "standpoint rename",
      steps: [ChangeRecord.Step(path: path, before: nil, after: ChangeRecord.mark(bytes("evil")))])
    try scratch.write(".standpoint/change/record.json", bytes: record.bytes)
    let found = try InterruptedChange.finish(in: scratch.path)
    guard case .completed(let left)? = found?.outcome else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(left.count == 1)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/standpoint-outside.md"))
    #expect(!scratch.exists("../outside.md") && !scratch.exists(".git/hooks") && !outside.exists("x.md"))
  }

  @Test("new contents that are damaged, or a link to another file, are not used", arguments: [true, false])
  func damaged(isLink: Bool) throws {
    try interrupt(after: 0)
    FileWriter.remove(place.staged(0))
    if isLink {
      try scratch.write("secret", "new a")
      try scratch.link(".standpoint/change/0", to: "../../secret")
    } else {
      try scratch.write(".standpoint/change/0", "new")
    }
    _ = try InterruptedChange.finish(in: scratch.path)
    #expect(scratch.text("Content/a.md") == "old a")
    #expect(scratch.text("Content/b.md") == "new b")
  }

  @Test("a record that cannot be read is named, and nothing is changed or removed")
  func unreadable() throws {
    try interrupt(after: 1)
    try scratch.write(".standpoint/change/record.json", "{\"version\":2}")
    let found = try InterruptedChange.finish(in: scratch.path)
    guard case .stuck(let error)? = found?.outcome else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(error.message.hasSuffix("is damaged or was written by a different version"))
    #expect(scratch.exists(".standpoint/change/1"))
    let refused = #expect(throws: EnvironmentError.self) {
      var next = SiteChange(by: "standpoint fix", in: scratch.path)
      next.replace(scratch.disk("Content/a.md"), bytes("new a"), by: bytes("x"))
      next.replace(scratch.disk("Content/b.md"), bytes("old b"), by: bytes("x"))
      try next.perform()
    }
    #expect(refused?.message.contains("cannot be completed") == true)
    #expect(scratch.text("Content/a.md") == "new a" && scratch.text("Content/b.md") == "old b")
  }

  @Test("random changes that are interrupted twice come to the same end as whole ones", arguments: 0..<40)
  func random(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var expected: [String: String] = Self.before
    var change = SiteChange(by: "standpoint fix", in: scratch.path)
    for (name, text) in Self.before.sorted(by: { $0.key < $1.key }) where Bool.random(using: &generator) {
      let new = "\(text) \(Int.random(in: 0...9, using: &generator))"
      if Bool.random(using: &generator) {
        change.replace(scratch.disk("Content/\(name)"), bytes(text), by: bytes(new))
        expected[name] = new
      } else {
        change.move(
          scratch.disk("Content/\(name)"), to: scratch.disk("Content/moved/\(name)"), bytes(text),
          by: bytes(new))
        expected[name] = nil
        expected["moved/\(name)"] = new
      }
    }
    change.create(scratch.disk("Content/x.md"), bytes("x"))
    expected["x.md"] = "x"
    try FileWriter.makeFolders(place.own)
    let staged = try change.stage()
    for _ in 0..<2 {
      _ = try staged.apply(atMost: Int.random(in: 0...staged.record.steps.count, using: &generator))
    }
    _ = try InterruptedChange.finish(in: scratch.path)
    #expect(try content() == expected)
  }
}
