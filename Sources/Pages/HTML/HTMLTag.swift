/// The elements that matter to reading a page; all others are `other`.
enum HTMLTag: UInt8 {
    case text, document, other
    case a, abbr, article, aside, audio, b, blockquote, body, br, button, canvas, caption, center, cite, code, dd,
        details,
        dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head,
        header, hr, html, i, iframe, img, input, label, li, link, main, map, menu, meta, nav, noscript, object, ol,
        optgroup,
        option, p, picture, pre, q, s, script, section, select, small, source, span, strong, style, sub, summary, sup,
        svg,
        table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, u, ul, video, wbr

    /// By name in lower case, packed; names over eight letters keep their first eight.
    private static let byName: [UInt64: HTMLTag] = {
        var table: [UInt64: HTMLTag] = [:]
        for value in HTMLTag.a.rawValue...HTMLTag.wbr.rawValue {
            guard let tag = HTMLTag(rawValue: value) else { continue }
            var key: UInt64 = 0
            for byte in "\(tag)".utf8.prefix(8) { key = key << 8 | UInt64(byte) }
            table[key] = tag
        }
        return table
    }()

    /// The element whose name stands in the bytes.
    static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> HTMLTag {
        var key: UInt64 = 0
        for index in start..<min(end, start + 8) {
            let byte = bytes[index]
            key = key << 8 | UInt64(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
        }
        return byName[key] ?? .other
    }

    /// Elements without an end tag.
    var isVoid: Bool {
        switch self {
        case .br, .hr, .img, .input, .link, .meta, .source, .embed, .wbr: true
        default: false
        }
    }

    /// Elements that begin a line of their own.
    var isBlock: Bool {
        switch self {
        case .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .dt, .fieldset,
            .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .html, .li, .main, .menu,
            .nav,
            .ol, .p, .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .document, .option,
            .select,
            .video, .audio, .iframe, .noscript, .button, .label, .textarea, .object:
            true
        default: false
        }
    }

    /// Elements before which an open paragraph ends.
    var closesParagraph: Bool {
        switch self {
        case .button, .label, .select, .option, .video, .audio, .iframe, .noscript, .textarea, .object, .caption,
            .document,
            .html, .body, .td, .th, .tr, .tbody, .thead, .tfoot:
            false
        default: isBlock
        }
    }

    /// Elements whose content is no markup.
    var isRaw: Bool {
        switch self {
        case .script, .style, .textarea, .title, .iframe: true
        default: false
        }
    }

    var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}
