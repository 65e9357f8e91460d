/// Canonical decomposition as word pieces need it: the letter without its accents, in lower case.
enum Decomposition {
    /// Groups of a base letter and the characters that decompose to it (Unicode 15: Latin, Greek, Cyrillic, Arabic, kana).
    private static let groups = """
        aÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặÅ bḂḃḄḅḆḇ cÇçĆćĈĉĊċČčḈḉ dĎďḊḋḌḍḎḏḐḑḒḓ
        eÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ fḞḟ gĜĝĞğĠġĢģǦǧǴǵḠḡ hĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ
        iÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị jĴĵǰ kĶķǨǩḰḱḲḳḴḵK lĹĺĻļĽľḶḷḸḹḺḻḼḽ mḾḿṀṁṂṃ nÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ
        oÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ pṔṕṖṗ rŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ
        sŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ tŢţŤťȚțṪṫṬṭṮṯṰṱẗ
        uÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự vṼṽṾṿ wŴŵẀẁẂẃẄẅẆẇẈẉẘ xẊẋẌẍ
        yÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ zŹźŻżŽžẐẑẒẓẔẕ æǢǣǼǽ øǾǿ ſẛ ʒǮǯ ʹʹ
        αΆάἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏὰάᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺΆᾼ εΈέἐἑἒἓἔἕἘἙἚἛἜἝὲέῈΈ
        ηΉήἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὴήᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῆῇῊΉῌ ιΊΐΪίϊἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὶίιῐῑῒΐῖῗῘῙῚΊ
        οΌόὀὁὂὃὄὅὈὉὊὋὌὍὸόῸΌ ρῤῥῬ υΎΫΰϋύὐὑὒὓὔὕὖὗὙὛὝὟὺύῠῡῢΰῦῧῨῩῪΎ
        ωΏώὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὼώᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῶῷῺΏῼΩ ϒϓϔ аӐӑӒӓ гЃѓ еЀЁѐёӖӗ жӁӂӜӝ зӞӟ иЍЙйѝӢӣӤӥ кЌќ оӦӧ
        уЎўӮӯӰӱӲӳ чӴӵ ыӸӹ эӬӭ іЇї ѵѶѷ әӚӛ өӪӫ اآأإ وؤ يئ ہۂ ےۓ ەۀ うゔ かが きぎ くぐ けげ こご さざ しじ すず せぜ そぞ ただ ちぢ
        つづ てで とど はばぱ ひびぴ ふぶぷ へべぺ ほぼぽ ゝゞ ウヴ カガ キギ クグ ケゲ コゴ サザ シジ スズ セゼ ソゾ タダ チヂ ツヅ テデ トド ハバパ ヒビピ フブプ ヘベペ
        ホボポ ワヷ ヰヸ ヱヹ ヲヺ ヽヾ
        """

    /// Sorted by the composed character, for binary search.
    private static let table: [(composed: UInt32, base: UInt32)] = {
        var table: [(composed: UInt32, base: UInt32)] = []
        var base: UInt32?
        for scalar in groups.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                base = nil
            } else if let base {
                table.append((scalar.value, base))
            } else {
                base = scalar.value
            }
        }
        return table.sorted { $0.composed < $1.composed }
    }()

    /// The base letter of a composed character; nil if it does not decompose.
    static func base(of scalar: UInt32) -> UInt32? {
        var low = 0
        var high = table.count
        while low < high {
            let middle = (low + high) / 2
            if table[middle].composed < scalar { low = middle + 1 } else { high = middle }
        }
        return low < table.count && table[low].composed == scalar ? table[low].base : nil
    }

    /// The letters (jamo) of a Hangul syllable; nil for anything else. Unicode, section 3.12.
    static func jamo(of scalar: UInt32) -> (UInt32, UInt32, UInt32?)? {
        guard scalar >= 0xAC00, scalar < 0xAC00 + 11172 else { return nil }
        let index = scalar - 0xAC00
        let final = index % 28
        return (0x1100 + index / 588, 0x1161 + index % 588 / 28, final == 0 ? nil : 0x11A7 + final)
    }
}
