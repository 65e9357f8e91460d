/// What a page says of itself in its head and its data, the most trusted source of each value first: JSON-LD, Open Graph,
/// other metadata, then elements that readers see.
struct HTMLMetadata {
    var title: String?
    var published: String?
    var updated: String?
    var outlet: String?
    var authors: [String] = []
    var url: String?

    /// Nothing known.
    init() {}

    init(_ tree: HTMLTree) {
        var named: [String: String] = [:]
        var heading: String?
        var pageTitle: String?
        var time: String?
        for index in tree.nodes.indices {
            switch tree.nodes[index].tag {
            case .meta: Self.readMeta(tree, index, into: &named)
            case .link:
                if url == nil, tree.attribute("rel", of: index) == "canonical" {
                    url = tree.attribute("href", of: index)
                }
            case .title: pageTitle = pageTitle ?? Self.folded(tree.text(of: index))
            case .h1: heading = heading ?? Self.folded(tree.text(of: index))
            case .time: time = time ?? tree.attribute("datetime", of: index)
            case .script:
                if let data = LinkedData.value(tree, index) {
                    for item in LinkedData.items(data) where LinkedData.isArticle(item) { readArticle(item) }
                }
            default: break
            }
        }
        title = Self.folded(title ?? named["og:title"] ?? heading ?? pageTitle ?? "")
        if let heading, let known = title, heading.utf8.count > 8, known.hasPrefix(heading) { title = heading }
        published =
            published ?? Self.first(
                named,
                [
                    "article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
                    "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "sailthru.date", "parsely-pub-date",
                    "date",
                    "article.published", "og:published_time", "publication_date", "publish_date",
                ]) ?? time
        updated = updated ?? Self.first(named, ["article:modified_time", "datemodified", "og:updated_time", "lastmod"])
        outlet =
            outlet
            ?? Self.first(named, ["og:site_name", "application-name", "publisher", "dc.publisher", "copyright-holder"])
        if authors.isEmpty,
            let author = Self.first(
                named, ["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator"]),
            !author.hasPrefix("http")
        {
            authors = [author]
        }
        url = url ?? named["og:url"]
        if title?.isEmpty == true { title = nil }
    }

    private static func readMeta(_ tree: HTMLTree, _ index: Int, into named: inout [String: String]) {
        guard
            let name = tree.attribute("property", of: index) ?? tree.attribute("name", of: index)
                ?? tree.attribute("itemprop", of: index),
            let content = tree.attribute("content", of: index)
        else { return }
        let (key, value) = (name.lowercased(), folded(content))
        if named[key] == nil, !value.isEmpty { named[key] = value }
    }

    private mutating func readArticle(_ item: JSONValue) {
        title = title ?? Self.text(item["headline"])
        published = published ?? item["datePublished"]?.string
        updated = updated ?? item["dateModified"]?.string
        let publisher = item["publisher"]?.elements.first
        outlet = outlet ?? Self.text(publisher?["name"]) ?? Self.text(publisher)
        if authors.isEmpty {
            authors = (item["author"]?.elements ?? []).compactMap { Self.text($0["name"]) ?? Self.text($0) }
                .filter { !$0.isEmpty && !$0.hasPrefix("http") && $0.utf8.count < 80 }
        }
        url = url ?? item["url"]?.string
    }

    /// A string of the data. Publishing systems leave character references of HTML in them.
    private static func text(_ value: JSONValue?) -> String? {
        guard let string = value?.string else { return nil }
        let bytes = Array(string.utf8)
        let text = folded(Entities.decoded(bytes, 0, bytes.count))
        return text.isEmpty ? nil : text
    }

    private static func first(_ named: [String: String], _ keys: [String]) -> String? {
        for key in keys { if let value = named[key] { return value } }
        return nil
    }

    /// On one line, without white space at the ends.
    static func folded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if byte > 0x20 { out.append(byte) } else if let last = out.last, last != 0x20 { out.append(0x20) }
        }
        if out.last == 0x20 { out.removeLast() }
        return String(decoding: out, as: UTF8.self)
    }
}
