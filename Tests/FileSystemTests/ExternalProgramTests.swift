import FileSystem
import TestSupport
import Testing

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

  @Test("a program that takes too long is stopped")
  func slow() async {
    let (program, arguments) = shell("sleep 60", timeout: .milliseconds(200))
    let error = await #expect(throws: EnvironmentError.self) {
      try await program.run(arguments, in: .current)
    }
    #expect(error?.message == "sh took more than 0 seconds and was stopped")
  }
}
