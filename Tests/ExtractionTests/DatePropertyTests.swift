import Domain
import TestSupport
import Testing

private let months = [
  "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
  "listopadu", "prosince",
]
private let weekdays = ["", "v pondělí ", "v úterý ", "ve středu ", "čtvrtek ", "pátek "]

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A day in every form that minutes write.
private func forms(_ day: Int, _ month: Int, _ year: Int) -> [String] {
  [
    "\(day). \(month). \(year)", "\(day).\(month).\(year)",
    "\(padded(day)).\(padded(month)).\(year)",
    "\(day).\(month). \(year)", "\(day). \(months[month - 1]) \(year)",
    "\(day).\(months[month - 1]) \(year)", "\(year)-\(padded(month))-\(padded(day))",
    "\(padded(day)).\(padded(month)).\(padded(year % 100))", "\(day)/\(month)/\(year)",
    "\(day). \(month).\(year)", "\(day).\u{A0}\(month).\u{A0}\(year)",
  ]
}

@Test("A day written in any form is read as that day, whatever day of the week stands before it")
func daysInEveryForm() {
  var generator = SeededGenerator(seed: 2024)
  for _ in 0..<40 {
    let year = Int.random(in: 1995...2035, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = Int.random(
      in: 1...CalendarDate.days(inMonth: month, year: year), using: &generator)
    let expected = "\(year)-\(padded(month))-\(padded(day))"
    let weekday = weekdays.randomElement(using: &generator) ?? ""
    for form in forms(day, month, year) {
      let text = "Zápis z jednání komise\nDatum: \(weekday)\(form)\nPřítomni: Jan Novák\n"
      #expect(LineReader.extract(text).date?.value.description == expected, "\(form)")
    }
  }
}

@Test("A day that no calendar has is no date")
func impossibleDays() {
  for written in ["31. 2. 2024", "30. února 2023", "0. 5. 2024", "5. 13. 2024", "32.1.2024"] {
    let text = "Zápis z jednání komise\nDatum: \(written)\nPřítomni: Jan Novák\n"
    #expect(LineReader.extract(text).date == nil, "\(written)")
  }
}

@Test("An hour written in any form is read as that hour")
func hoursInEveryForm() {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<30 {
    let hour = Int.random(in: 7...22, using: &generator)
    let minute = Int.random(in: 0...59, using: &generator)
    let expected = padded(hour) + ":" + padded(minute)
    for form in [
      "\(hour):\(padded(minute))", "\(hour).\(padded(minute)) hod.", "\(hour),\(padded(minute)) h",
      "\(hour):\(padded(minute)) hodin", "\(hour) \(padded(minute)) hod.",
    ] {
      let text = "Zápis z jednání komise\nDatum: 5. 2. 2024\nČas: \(form)\nPřítomni: Jan Novák\n"
      #expect(LineReader.extract(text).meeting?.time?.value == expected, "\(form)")
    }
  }
}
