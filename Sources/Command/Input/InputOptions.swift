import ArgumentParser
import Hearsay
import Pages
import Reports

/// What every verb that reads reports takes.
struct InputOptions: ParsableArguments {
    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String] = []

    @Option(help: ArgumentHelp("The outlet of all reports, where the files do not say.", valueName: "name"))
    var outlet: String?

    @Option(
        help: ArgumentHelp(
            "The day of publication of all reports, where the files do not say.", valueName: "yyyy-mm-dd"))
    var published: String?

    func validate() throws {
        if paths.isEmpty { throw ValidationError("Give files or folders of reports, or - for standard input.") }
        if let published, Report.DateStamp(stated: published) == nil {
            throw ValidationError("--published wants a date such as 2021-03-04, not '\(published)'.")
        }
    }
}

/// What every verb that loads the reader takes.
struct ReaderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Model file; otherwise $HEARSAY_MODEL or the installed one.", valueName: "file"))
    var model: String?

    @Option(
        name: .customLong("lexicon"),
        help: ArgumentHelp("Folder of tables to add to the built-in ones; may be repeated.", valueName: "folder"))
    var lexicons: [String] = []

    @Option(help: ArgumentHelp("Reports read at once; otherwise one for each processor.", valueName: "number"))
    var threads: Int?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads wants a number of at least 1.") }
    }

    /// Loads model and lexicon, or says what is missing.
    func load() throws -> Hearsay {
        do {
            return try Hearsay(
                Hearsay.Options(
                    model: model, lexicons: lexicons, threads: threads ?? Hearsay.Options.processorCount))
        } catch {
            Console.warn("\(error)")
            throw ExitCode.unusableInput
        }
    }
}
