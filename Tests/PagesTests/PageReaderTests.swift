import Pages
import Reports
import Testing

@Suite struct PageReaderTests {
    private let text =
        "Talks end without a text\n\nThe envoy’s car left at nine, and nobody said when it would be back.\n"

    private func read(_ bytes: [UInt8]) throws(PageError) -> Page { try PageReader().read(bytes, name: "a.txt") }

    @Test func `a byte-order mark is no part of the text`() throws {
        let plain = try read(Array(text.utf8)).report
        #expect(plain.text == text)
        #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).report.text == text)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try read([0xFF, 0xFE] + little).report.text == text)
        #expect(try read([0xFE, 0xFF] + big).report.text == text)
        #expect(try read(little).report.text == text)
    }

    @Test func `windows-1252 is told by its bytes`() throws {
        let bytes = Array(
            "Talks end\n\nThe envoy\u{1}s car left at nine, for the caf\u{2}, and nobody said when it would be back."
                .utf8
        )
        .map { $0 == 1 ? 0x92 : $0 == 2 ? 0xE9 : $0 }
        let page = try read(bytes)
        #expect(page.report.text.contains("The envoy’s car left at nine, for the café"))
        #expect(page.warnings == [.encoding("windows-1252")])
    }

    @Test func `single invalid bytes are replaced, with a warning, and offsets hold`() throws {
        var bytes = Array((text + "“Never”, “always”, “perhaps”, he said to those who were still there.\n").utf8)
        bytes.insert(0xFF, at: 5)
        let page = try read(bytes)
        #expect(page.warnings == [.invalidBytes(count: 1)])
        #expect(page.report.headline.map(page.report.words) == "Talks\u{FFFD} end without a text")
        #expect(page.report.regions.allSatisfy { !page.report.words($0.span).isEmpty })
    }

    @Test func `the same bytes give the same report, other bytes another id`() throws {
        let first = try read(Array(text.utf8))
        #expect(first == (try read(Array(text.utf8))))
        #expect(first.report.source.sha256.utf8.count == 64)
        #expect(try read(Array((text + " ").utf8)).report.id != first.report.id)
    }

    @Test(arguments: [
        ([UInt8](), PageError.empty(file: "a.txt")),
        (Array(" \r\n\t ".utf8), .empty(file: "a.txt")),
        (Array("%PDF-1.4 x".utf8), .binary(file: "a.txt", kind: "a PDF file")),
        ([0x00, 0x01, 0x02, 0x61, 0x00, 0x62, 0x05], .binary(file: "a.txt", kind: "binary data")),
    ])
    func `what is no text is named`(bytes: [UInt8], error: PageError) {
        #expect(throws: error) { try read(bytes) }
    }

    @Test func `a file over the limit is refused before it is read`() {
        let error = PageError.tooLarge(file: "a.txt", bytes: 50 << 20, limit: 16 << 20)
        #expect(throws: error) { try read([UInt8](repeating: 0x61, count: 50 << 20)) }
    }

    @Test(arguments: [
        (
            "ru",
            "Делегации встретились во вторник и разошлись, не подписав никакого документа, сообщили хозяева встречи."
        ),
        ("uk", "Делегації зустрілися у вівторок і розійшлися, не підписавши жодного документа, повідомили господарі."),
        ("fa", "هیئت‌ها روز سه‌شنبه گفتگو کردند و بدون امضای هیچ سندی از هم جدا شدند، میزبانان این را گفتند."),
        ("ar", "التقى الوفدان يوم الثلاثاء لثلاث ساعات وافترقا من دون توقيع أي نص، بحسب ما قال المضيفون."),
        (
            "es",
            "Las dos delegaciones se reunieron el martes durante tres horas y se despidieron sin firmar un texto, según los anfitriones de la cita."
        ),
        (
            "fr",
            "Les deux délégations se sont réunies mardi pendant trois heures et se sont quittées sans signer de texte, selon les hôtes de la rencontre."
        ),
        (
            "de",
            "Die beiden Delegationen trafen sich am Dienstag und gingen nach drei Stunden auseinander, ohne dass ein Text unterzeichnet wurde."
        ),
        (
            "tr",
            "İki heyet salı günü üç saat görüştü ve bir metin imzalamadan ayrıldı, ev sahipleri bunu daha sonra bir açıklama ile duyurdu."
        ),
        ("zh", "两个代表团星期二会谈了三个小时,没有签署任何文件就离开了,东道主在晚间的声明中这样说。"),
    ])
    func `a text in another language is refused by name`(code: String, text: String) {
        #expect(throws: PageError.language(file: "a.txt", code: code)) { try read(Array(text.utf8)) }
    }

    @Test func `a paragraph in another language is not read`() throws {
        let foreign = "Делегации встретились во вторник и разошлись, не подписав никакого документа."
        let page = try read(Array("\(text)\n\(foreign)\n\n\(text)\n\(text)".utf8))
        #expect(page.report.regions.filter { page.report.words($0.span) == foreign }.map(\.label) == [.furniture])
        #expect(page.warnings.count == 1)
        #expect("\(page.warnings[0])".contains("(ru)"))
    }

    @Test func `English with foreign names is English`() throws {
        let report = try read(Array("Ahmad Shah Massoud, Gulbuddin Hekmatyar and Ismail Khan met in Herat.".utf8))
            .report
        #expect(report.language == "en")
    }

    @Test func `a table of results is English by the few words around it`() throws {
        let rows = (1...30).map { "Port Sarn \($0)-2 Qenat, Velen \($0)-0 Freeport, Tonko \($0)-1 Lugano" }.joined(
            separator: "\n")
        let text =
            "Results of the day, as it was at ten: for them, this is the end.\n\n\(rows)\n\nThe rest will be played on Monday in the rain."
        #expect(try read(Array(text.utf8)).report.language == "en")
        #expect(throws: PageError.language(file: "a.txt", code: "und")) { try read(Array(rows.utf8)) }
    }

    @Test func `what the user states of outlet and day goes before the text`() throws {
        let day = try #require(Report.DateStamp(stated: "2021-05-04"))
        let page = try PageReader().read(Array(text.utf8), name: "a.txt", outlet: "Quay Courier", published: day)
        #expect(page.report.publisher == .init(name: "Quay Courier", evidence: [], basis: .stated))
        #expect(page.report.date?.day == 4)
        #expect(page.report.date?.at == nil)
        #expect(Report.DateStamp(stated: "4 May") == nil)
    }

    @Test func `errors say which file and what to do`() {
        #expect("\(PageError.language(file: "x.txt", code: "fa"))".contains("language not supported: fa"))
        #expect("\(PageError.missing(file: "x.txt"))".hasPrefix("x.txt: "))
    }

    @Test func `odd texts are read without harm`() throws {
        for odd in [
            "a", "…", "((((((", "\u{FEFF}\u{FEFF}x y z", "|||", "By", "By ", "© ", "\" ", ">", "> >", "1",
            "date 2022-01-10", "\u{0}",
        ] {
            do {
                let page = try read(Array(odd.utf8))
                #expect(page.report.regions.allSatisfy { $0.span.end <= odd.utf8.count })
            } catch { #expect(error != .missing(file: "a.txt")) }
        }
    }
}
