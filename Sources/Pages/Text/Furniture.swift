import Reports

/// Lines that belong to the page and not to the report: forms, share bars, links to other stories, consent, notes on the
/// shop. Told by the set phrases of publishing systems; only short lines are asked.
enum Furniture {
    enum Kind {
        case line
        /// The heading of a list of other stories: the lines under it go with it.
        case heading
    }

    static func kind(of lexemes: [Lexeme], length: Int) -> Kind? {
        guard length <= 240, !lexemes.isEmpty else { return nil }
        var words = lexemes.filter { $0.kind != .mark || $0.text == "©" }.map(\.text)
        if words.isEmpty { return length <= 40 ? .line : nil }
        if let last = words.last, last == "0" || Int(last) != nil, words.count > 1, counters.contains(words[0]) {
            words.removeLast()
        }
        let phrase = words.joined(separator: " ")
        if headings.contains(phrase) { return .heading }
        if isKnown(words) || isEndMark(phrase, lexemes) { return .line }
        if isCount(words) || isBreadcrumb(lexemes)
            || words.count <= 4 && words[0] == "page" && Int(words[1...].first ?? "") != nil
        {
            return .line
        }
        for opening in openings[words[0]] ?? [] where begins(words[...], opening.words) {
            if !opening.needsColon || hasColon(lexemes, after: opening.words.count) { return .line }
        }
        return length <= 200
            && words.indices.contains { index in
                (inner[words[index]] ?? []).contains { begins(words[index...], $0) }
            } ? .line : nil
    }

    /// A known line, or several known ones that were run together.
    private static func isKnown(_ words: [String]) -> Bool {
        guard words.count <= 16 else { return false }
        var reached = [true] + [Bool](repeating: false, count: words.count)
        for end in words.indices {
            for start in max(0, end - 6)...end where reached[start] {
                let phrase = words[start...end].joined(separator: " ")
                if lines.contains(phrase) || words.count > 1 && headings.contains(phrase) { reached[end + 1] = true }
            }
        }
        return reached[words.count]
    }

    private static func begins(_ words: ArraySlice<String>, _ opening: [String]) -> Bool {
        words.count >= opening.count && zip(words, opening).allSatisfy { $0 == $1 }
    }

    private static func hasColon(_ lexemes: [Lexeme], after count: Int) -> Bool {
        var seen = 0
        for lexeme in lexemes {
            if lexeme.kind != .mark { seen += 1 }
            if seen > count { return false }
            if seen == count, lexeme.kind == .mark,
                lexeme.text == ":" || lexeme.text == "|" || lexeme.isDash || lexeme.text == ">"
            {
                return true
            }
        }
        return false
    }

    /// `12 comments`, `3.4k shares`.
    private static func isCount(_ words: [String]) -> Bool {
        words.count == 2 && words[0].utf8.first.map { (0x30...0x39).contains($0) } == true
            && counters.contains(words[1])
    }

    /// `Home > World > Asia`: short parts between marks.
    private static func isBreadcrumb(_ lexemes: [Lexeme]) -> Bool {
        let marks = lexemes.filter { [">", "»", "›"].contains($0.text) && $0.kind == .mark }.count
        return marks >= 1 && lexemes.count <= 14 && lexemes.first!.kind != .mark && !lexemes.contains { $0.text == "." }
    }

    /// `-30-`, `###`.
    private static func isEndMark(_ phrase: String, _ lexemes: [Lexeme]) -> Bool {
        phrase == "30" && lexemes.count == 3 || phrase.utf8.allSatisfy { $0 == 0x23 || $0 == 0x5F || $0 == 0x20 }
    }

    private static let counters: Set<String> = ["comments", "comment", "shares", "share", "views", "likes", "replies"]

    private static let headings: Set<String> = [
        "related", "related articles", "related stories", "related news", "related posts", "related topics",
        "related content", "related coverage", "related links", "more stories", "more news", "more on this story",
        "more on this", "more from this section", "read also", "also read", "you may also like", "you might also like",
        "recommended", "recommended for you", "recommended stories", "trending", "trending now", "trending stories",
        "most read", "most popular", "most viewed", "most shared", "popular", "popular stories", "latest",
        "latest news",
        "latest stories", "latest articles", "top stories", "top news", "top headlines", "other news", "other stories",
        "don't miss", "must read", "must reads", "editor's picks", "editors picks", "editor's choice",
        "what to read next",
        "read next", "up next", "in case you missed it", "around the web", "from the web", "more in world", "see also",
        "more from us", "more top stories", "previous article", "next article", "previous post", "next post",
        "previous story", "next story", "keep reading", "more to read", "further reading", "comments", "read more",
    ]

    private static let lines: Set<String> = [
        "leave a reply", "leave a comment", "post a comment", "add a comment", "add comment", "no comments",
        "no comments yet", "comment", "write a comment", "cancel reply", "submit", "reply", "share", "share this",
        "share this article", "share this story", "share on", "share via", "tweet", "email", "print", "pin it",
        "whatsapp",
        "telegram", "facebook", "twitter", "linkedin", "reddit", "copy link", "facebook twitter whatsapp", "x",
        "facebook twitter", "facebook twitter email", "print email", "save", "bookmark", "advertisement",
        "advertisements",
        "advertising", "ad", "sponsored", "sponsored content", "promoted", "promoted content", "story continues below",
        "article continues below", "scroll to continue", "continue reading", "read full story", "show more",
        "load more",
        "view more", "view all", "see all", "show all", "more", "home", "menu", "search", "close", "sign in", "log in",
        "login", "register", "subscribe", "subscribe now", "sign up", "newsletter", "newsletters", "my account",
        "skip to content", "skip to main content", "back to top", "all rights reserved", "terms of use", "terms",
        "privacy", "privacy policy", "cookie policy", "contact us", "contact", "about us", "about", "accept",
        "accept all", "accept cookies", "accept all cookies", "accept and continue", "decline", "manage options",
        "manage cookies", "cookie settings", "reject all", "i agree", "got it", "next",
        "previous", "read in app", "open in app", "download the app", "listen to this article", "listen to article",
        "listen", "play", "gallery", "follow us", "follow", "loading", "tags", "topics", "font size", "text size",
        "a a a",
        "like this", "report an error", "report a typo", "was this article helpful", "have your say", "ends", "end",
        "join the conversation", "your name", "your email", "website", "name", "email address", "explore more",
        "live tv", "e-paper", "epaper", "donate", "support us", "feedback", "help", "faq", "sitemap", "rss",
        "press enter to search", "no thanks", "maybe later", "not now", "go back", "exit", "thank you for reading",
    ]

    private struct Opening {
        var words: [String]
        var needsColon: Bool
    }

    /// By first word.
    private static let openings: [String: [Opening]] = Dictionary(
        grouping: plainOpenings + colonOpenings, by: \.words[0])

    private static let plainOpenings: [Opening] =
        [
            "please enter your", "please enter a", "please log in", "please sign in", "please subscribe",
            "you have entered an incorrect", "save my name", "your email address will not", "required fields",
            "log in to", "login to", "sign in to", "sign up for", "sign up to", "sign up and", "subscribe to our",
            "subscribe to get", "subscribe to receive", "subscribe for", "subscribe now", "subscribe to the",
            "get the latest",
            "get our", "get breaking", "get all the", "get unlimited", "get more", "join our", "join us on",
            "join us for",
            "follow us", "like us", "find us on", "connect with us", "download our", "download the", "click here",
            "tap here",
            "click to", "tap to", "share this", "share on", "share with", "we use cookies", "this site uses cookies",
            "this website uses cookies", "our site uses", "by continuing to", "by clicking", "by signing up",
            "by subscribing", "enter your email", "already a subscriber", "already a member", "support our",
            "support independent", "become a member", "become a subscriber", "view comments", "show comments",
            "hide comments", "be the first to comment", "posted in", "filed under", "advertise with", "you are here",
            "have a tip", "send us", "send your", "story continues", "article continues", "to continue reading",
            "continue reading", "register to", "register now", "create a free", "create an account", "unlock this",
            "follow the latest", "view this post", "view original", "read this article", "read the full",
            "read more about",
            "read more at", "read more on", "see more", "copyright", "©", "all rights reserved",
            "this article is for subscribers",
            "this article is only for", "this content is only", "this is a subscriber", "you have reached your",
            "you have read",
            "free articles", "start your free", "try our", "buy a", "watch live", "listen to the", "turn on",
            "turn off", "allow notifications", "enable javascript", "please enable", "your browser", "javascript is",
            "this story has been updated", "this article has been updated", "this article was updated",
            "this story was updated",
            "this post has been updated", "this is a developing", "this is a breaking", "more details to follow",
            "share your", "tell us", "got a", "report a", "back to", "more stories", "more news", "related articles",
            "related stories", "related news", "recommended for", "you may also", "trending now",
            "latest updates on", "editor's note",
        ].map { Opening(words: $0.split(separator: " ").map(String.init), needsColon: false) }

    private static let colonOpenings: [Opening] =
        [
            "read also", "also read", "read more", "read", "see also", "also see", "see", "related", "related story",
            "more",
            "more on this", "more from", "don't miss", "watch", "watch also", "also watch", "listen", "recommended",
            "must read", "our standards", "tags", "tag", "tagged", "topics", "topic", "keywords", "categories", "next",
            "previous",
            "up next", "follow", "share", "disclaimer", "sponsored", "advertisement", "newsletter", "section",
            "further reading",
            "comments", "hashtags", "labels", "posted under", "filed", "don't forget", "subscribe", "whatsapp",
        ].map { Opening(words: $0.split(separator: " ").map(String.init), needsColon: true) }

    /// By first word; anywhere in a line.
    private static let inner: [String: [[String]]] = Dictionary(
        grouping: innerPhrases.map { $0.split(separator: " ").map(String.init) }, by: \.[0])

    private static let innerPhrases: [String] = [
        "all rights reserved", "terms of service", "terms and conditions", "privacy policy", "our newsletter",
        "never miss a story", "in your inbox", "to your inbox", "straight to your inbox", "use of cookies",
        "uses cookies", "use cookies", "cookie consent",
        "may not be published broadcast", "may not be reproduced", "is not responsible for the content of external",
        "follow us on", "whatsapp channel", "telegram channel", "youtube channel", "for more news",
        "breaking news alerts",
        "leave this field", "required fields are marked", "i comment", "notify me of", "push notifications",
    ]
}
