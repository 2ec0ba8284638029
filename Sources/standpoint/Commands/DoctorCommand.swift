import ArgumentParser
import Publishing

/// `standpoint doctor`
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "List the programs that Standpoint uses, and what each is for.",
    discussion: """
      Standpoint builds sites without any other program. Some features need one: this command lists them, says which programs \
      are installed, where, in which version, and how to get the others.

      Examples:

        standpoint doctor
      """)

  func run() async throws {
    Terminal.standardOutput.write(DoctorReport.text(await ProgramCheck.all()))
  }
}
