import TestSupport
import Testing

@testable import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Other programs") struct ExternalProgramTests {
  private func shell(_ script: String, timeout: Duration = .seconds(900)) -> (ExternalProgram, [String]) {
    let program = ExternalProgram(
      name: "sh", package: "dash", purpose: "runs scripts",
      environment: ["A": "shown", "HOME": nil as String?],
      timeout: timeout)
    return (program, ["-c", script])
  }

  @Test("if a program is not installed, the error names it and its package")
  func missing() async {
    let program = ExternalProgram(name: "no-such-program", package: "nothing", purpose: "reads x files")
    #expect(await !program.isInstalled())
    let error = await #expect(throws: EnvironmentError.self) { try await program.run([], in: .current) }
    #expect(error?.message == "no-such-program, which reads x files, is not installed")
    #expect(error?.advice == "apt-get install nothing")
  }

  @Test("if a program fails, the error contains the line with the reason")
  func failing() async {
    let (program, arguments) = shell("echo >&2; echo 'no such thing' >&2; exit 3")
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(arguments, in: .current)
    }
    #expect(error?.message == "sh failed: no such thing")
  }

  @Test(
    "if a program is ended by a signal, the error says so, whether or not a shell tells of it",
    arguments: ["kill -9 $$", "echo Killed >&2; kill -9 $$", "echo Terminated >&2; kill -15 $$"])
  func ended(_ script: String) async {
    let (program, arguments) = shell(script)
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(arguments, in: .current)
    }
    #expect(error?.message == "sh failed: it was terminated by a signal")
  }

  @Test("input, environment and output are passed correctly")
  func output() async throws {
    let (program, arguments) = shell("echo $A ${HOME-unset}; echo unseen >&2; cat")
    let output = try await program.run(arguments, in: .current, input: Array("typed".utf8))
    #expect(String(decoding: output, as: UTF8.self) == "shown unset\ntyped")
  }

  @Test("output larger than a pipe is read completely")
  func longOutput() async throws {
    let (program, arguments) = shell("head -c 300000 /dev/zero")
    #expect(try await program.run(arguments, in: .current).count == 300_000)
  }

  @Test("a program with a memory limit gets its input, arguments and folder, and its exit code comes back")
  func guarded() async throws {
    var (program, arguments) = shell("cat; echo \"$1|$2\"; pwd; exit 7")
    program.memoryLimit = 1_000
    let folder = DiskPath("/tmp")
    let outcome = try await program.finish(
      arguments + ["sh", "a b", "$c"], in: folder, input: Array("typed\n".utf8))
    #expect(outcome.exitCode == 7)
    #expect(String(decoding: outcome.output, as: UTF8.self) == "typed\na b|$c\n/tmp\n")
  }

  @Test("a program that needs more memory than its limit fails, and the error says so")
  func memory() async {
    let program = ExternalProgram(
      name: "python3", package: "python3", purpose: "runs scripts", memoryLimit: 500)
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(
        ["-c", "import sys; sys.stderr.write('Out of memory'); bytearray(10**9)"], in: .current)
    }
    #expect(
      error?.message.hasPrefix("python3 failed: it ran out of memory; its limit is 500 MB (") == true,
      "\(error?.message ?? "")")
  }

  @Test("a program with a memory limit, and the programs that it starts, end when their task does")
  func group() async throws {
    let folder = try ScratchFolder()
    var (program, arguments) = shell("sh -c 'echo $$ > inner; exec sleep 600'; true", timeout: .seconds(5))
    program.memoryLimit = 1_000
    let place = DiskPath(folder.root)
    await #expect(throws: EnvironmentError.self) { try await program.run(arguments, in: place) }
    let (watch, script) = shell(
      "pid=$(cat inner); n=0; while kill -0 $pid && ! grep -q State:.*Z /proc/$pid/status && [ $n -lt 600 ]; do n=$((n+1)); sleep 0.1; done; [ $n -lt 600 ]"
    )
    let outcome = try await watch.finish(script, in: place)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test("a program that may use the terminal stays in its group, and is told to end, so that it can clean up")
  func told() async throws {
    let folder = try ScratchFolder()
    let script = "trap 'echo done > clean; exit' TERM; ps -o pgid= -p $$ > group; while :; do sleep 0.1; done"
    var (program, arguments) = shell(script)
    program.ending = .told
    let call = Task { [program] in try await program.run(arguments, in: folder.path) }
    while folder.text("group")?.contains("\n") != true { try await Task.sleep(for: .milliseconds(20)) }
    call.cancel()
    await #expect(throws: EnvironmentError.self) { try await call.value }
    #expect(folder.text("clean") == "done\n")
    let group = folder.text("group")?.filter(\.isNumber) ?? ""
    #expect(group == String(getpgrp()))
  }

  @Test("a program holds a lock that it is given until it ends")
  func lock() async throws {
    let folder = try ScratchFolder()
    let path = folder.disk("lock")
    let lock = try #require(try FileLock.attempt(path))
    let (program, arguments) = shell("while [ ! -e go ]; do sleep 0.05; done; cat")
    async let outcome = program.finish(arguments, in: folder.path, holding: lock)
    #expect(FileLock.isHeld(path))
    try folder.write("go")
    #expect(try await outcome.output.isEmpty)
    #expect(FileLock.isHeld(path))
    lock.release()
    #expect(!folder.exists("lock"))
  }

  @Test("a program that takes too long is stopped")
  func slow() async {
    let (program, arguments) = shell("sleep 60", timeout: .milliseconds(200))
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(arguments, in: .current)
    }
    #expect(
      error?.message == "sh took more than 0 s and was stopped; the input may be damaged or very large")
  }

  @Test("a program that computes for too long is stopped, and one that only waits is not")
  func computing() async throws {
    var (program, arguments) = shell("while :; do :; done")
    program.cpuLimit = 1
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(arguments, in: .current)
    }
    #expect(
      error?.message
        == "sh took more than 1 s of CPU time and was stopped; the input may be damaged or very large")
    let output = try await program.run(["-c", "sleep 2; echo done"], in: .current)
    #expect(String(decoding: output, as: UTF8.self) == "done\n")
  }
}
