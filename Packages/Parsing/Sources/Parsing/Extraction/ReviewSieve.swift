import Domain

/// Takes out of the record what is too uncertain to stand in it without a person's look.
public enum ReviewSieve {
  /// What is less certain goes to the review list.
  public static let threshold = 0.7

  /// Moves the uncertain elements of the lists to ``ExtractedDocument/review``.
  static func sift(_ result: inout ExtractedDocument) {
    doubtVotes(&result)
    var review: [ExtractedDoubt] = []
    take("organizations", &result.organizations, &review) { $0.name }
    take("projects", &result.projects, &review) { $0.name }
    take("votes", &result.votes, &review) { $0.text }
    take("tasks", &result.tasks, &review) { $0.text }
    take("plans", &result.plans, &review) { $0.name }
    take("events", &result.events, &review) { $0.name }
    result.review = review
  }

  private static func take<Element>(
    _ category: String, _ elements: inout [Element], _ review: inout [ExtractedDoubt],
    _ fact: (Element) -> Fact<String>
  ) {
    for element in elements where fact(element).confidence < threshold {
      review.append(ExtractedDoubt(category: category, value: fact(element)))
    }
    elements.removeAll { fact($0).confidence < threshold }
  }

  /// More votes than twice the people present are likely numbers of something else; shares of a
  /// house go into thousands.
  private static func doubtVotes(_ result: inout ExtractedDocument) {
    let present = result.meeting?.attendance.count { $0.status == .present } ?? 0
    guard present > 4 else { return }
    for index in result.votes.indices {
      let vote = result.votes[index]
      let sum = vote.inFavour.value + vote.against.value + vote.abstained.value
      if sum > 2 * present + 2, sum < 1000 { result.votes[index].text.confidence = 0.4 }
    }
  }
}
