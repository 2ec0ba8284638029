import ArgumentParser
import Publishing

/// `standpoint doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "List the programs that Standpoint uses, and what each is for.",
    discussion: """
      Standpoint can build sites on its own, but some features need other programs. This command lists those programs, says \
      where each is installed and in which version, and how to get the ones that are missing.

      Examples:

        standpoint doctor
      """)

  func run() async throws {
    Terminal.standardOutput.write(DoctorReport.text(await ProgramCheck.all()))
  }
}
