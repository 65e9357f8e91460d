// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// A report enters at the top and moves down: each target imports only what stands above it.
let package = Package(
    name: "hearsay",
    products: [
        .library(name: "Hearsay", targets: ["Hearsay"]),
        .executable(name: "hearsay", targets: ["Command"]),
        .executable(name: "hearsay-bench", targets: ["Bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "Reports", swiftSettings: settings),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(name: "Pages", dependencies: ["CZlib", "Reports"], swiftSettings: settings),
        .target(name: "Kernels"),
        .target(name: "Language", dependencies: ["Kernels", "Reports"], swiftSettings: settings),
        .target(name: "Lexicon", dependencies: ["Reports"], swiftSettings: settings),
        .target(name: "Reading", dependencies: ["Language", "Lexicon", "Reports"], swiftSettings: settings),
        .target(name: "Stories", dependencies: ["Language", "Lexicon", "Reading", "Reports"], swiftSettings: settings),
        .target(
            name: "Dossier", dependencies: ["Language", "Lexicon", "Reading", "Reports", "Stories"],
            swiftSettings: settings),
        .target(
            name: "Hearsay",
            dependencies: ["Dossier", "Language", "Lexicon", "Pages", "Reading", "Reports", "Stories"],
            swiftSettings: settings),
        .executableTarget(
            name: "Command",
            dependencies: [
                "Dossier", "Hearsay", "Language", "Pages", "Reading", "Reports", "Stories",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "Bench",
            dependencies: [
                "Hearsay", "Language", "Lexicon", "Pages", "Reading", "Reports", "Stories",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(name: "KernelsTests", dependencies: ["Kernels"], swiftSettings: settings),
        .testTarget(
            name: "LanguageTests", dependencies: ["Language", "Reports"], exclude: ["Golden"], swiftSettings: settings),
        .testTarget(name: "PagesTests", dependencies: ["Pages", "Reports"], swiftSettings: settings),
        .testTarget(
            name: "ReadingTests", dependencies: ["Language", "Lexicon", "Reading", "Reports"], swiftSettings: settings),
        .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "Reports"], swiftSettings: settings),
        .testTarget(name: "ReportsTests", dependencies: ["Reports"], swiftSettings: settings),
        .testTarget(
            name: "StoriesTests", dependencies: ["Language", "Lexicon", "Reading", "Reports", "Stories"],
            swiftSettings: settings),
        .testTarget(name: "DossierTests", dependencies: ["Dossier"], swiftSettings: settings),
        .testTarget(name: "CommandTests", dependencies: ["Command"], swiftSettings: settings),
        .testTarget(
            name: "HearsayTests",
            dependencies: ["Dossier", "Hearsay", "Pages", "Reading", "Reports", "Stories"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
