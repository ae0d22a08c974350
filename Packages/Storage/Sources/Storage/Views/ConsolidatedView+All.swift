internal import Domain

extension ConsolidatedView {
  /// Every view.
  public static let all = [
    projects, services, capacities, organizations, duplicates, meetings, items, bodies, attendance,
    rates, people, tasks, commitments, resolutions, votes, calls, plans, events, calendar, figures,
    contacts, documents, regions,
  ]
}
