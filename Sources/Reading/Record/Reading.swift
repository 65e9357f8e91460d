public import Language
public import Reports

/// One report, read: who is in it, who says what through whom, what happens, when and where.
///
/// All ids are local to the report; `Record` joins the actors, times and places of several readings.
public struct Reading: Sendable {
    public var analysis: Analysis
    public var actors: [Actor]
    public var statements: [Statement]
    public var events: [Event]
    public var times: [TimeExpression]
    public var places: [Place]
    public var numbers: [Quantity]
    public var marks: [Mark]
    /// What the report says for the slots of a talks record.
    public var findings: [Finding]

    public init(
        analysis: Analysis, actors: [Actor], statements: [Statement], events: [Event], times: [TimeExpression],
        places: [Place], numbers: [Quantity], marks: [Mark], findings: [Finding]
    ) {
        self.analysis = analysis
        self.actors = actors
        self.statements = statements
        self.events = events
        self.times = times
        self.places = places
        self.numbers = numbers
        self.marks = marks
        self.findings = findings
    }

    public var report: Report { analysis.report }
}

/// Several readings with their actors, times and places joined: one id for one actor in all reports.
public struct Record: Sendable {
    /// In the order given.
    public var readings: [Reading]
    /// Over all reports, by first evidence in the order of the readings.
    public var actors: [Actor]
    public var times: [TimeExpression]
    public var places: [Place]
    public var numbers: [Quantity]

    public init(
        readings: [Reading], actors: [Actor], times: [TimeExpression], places: [Place], numbers: [Quantity]
    ) {
        self.readings = readings
        self.actors = actors
        self.times = times
        self.places = places
        self.numbers = numbers
    }
}
