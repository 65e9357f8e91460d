/// Finds the folder of built-in tables.
///
/// Tried in this order: the folder in `$HEARSAY_LEXICONS`; `../share/hearsay/Lexicons` beside the executable; a folder
/// `Lexicons` in any folder above the executable, for programs run from a checkout.
public enum LexiconLocator {
    /// - Throws: `LexiconError.notFound` with all paths tried.
    public static func folder() throws(LexiconError) -> String {
        try folder(environment: FileReading.environment("HEARSAY_LEXICONS"), executable: FileReading.executableFolder())
    }

    static func folder(environment: String?, executable: String?) throws(LexiconError) -> String {
        var tried: [String] = []
        if let environment {
            if holdsTables(environment) { return environment }
            // A folder that was asked for by name and is wrong is an error, not a reason to take another.
            throw .notFound(tried: [environment])
        }
        if let executable {
            let shared = (FileReading.parent(of: executable) ?? "") + "/share/hearsay/Lexicons"
            tried.append(shared)
            var above: String? = executable
            while let here = above {
                tried.append((here == "/" ? "" : here) + "/Lexicons")
                above = FileReading.parent(of: here)
            }
        }
        if let found = tried.first(where: holdsTables) { return found }
        throw .notFound(tried: tried)
    }

    private static func holdsTables(_ folder: String) -> Bool { FileReading.isFile(folder + "/states.tsv") }
}
