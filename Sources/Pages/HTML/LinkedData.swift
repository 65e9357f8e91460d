/// JSON-LD of a page.
enum LinkedData {
    /// The data of a script element, if it is JSON-LD.
    static func value(_ tree: HTMLTree, _ script: Int) -> JSONValue? {
        guard tree.attribute("type", of: script)?.lowercased() == "application/ld+json", script + 1 < tree.nodes.count,
            tree.nodes[script + 1].tag == .text, Int(tree.nodes[script + 1].parent) == script
        else { return nil }
        let text = tree.nodes[script + 1]
        return JSONValue(tree.bytes[Int(text.start)..<Int(text.stop)], isLenient: true)
    }

    /// The items of the data, those of a graph with them; articles first.
    static func items(_ value: JSONValue) -> [JSONValue] {
        let all = value.elements.flatMap { [$0] + ($0["@graph"]?.elements ?? []) }
        return all.filter(isArticle) + all.filter { !isArticle($0) }
    }

    static func isArticle(_ item: JSONValue) -> Bool {
        (item["@type"]?.elements ?? []).contains { type in
            guard let name = type.string else { return false }
            return name.hasSuffix("Article") || name == "BlogPosting" || name == "Report"
        }
    }
}
