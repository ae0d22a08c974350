/// A theme of social inclusion, after the thematic areas of the national agency.
public enum Theme: String, Choice {
  /// Housing.
  case housing
  /// Debts and executions.
  case debts
  /// Work and jobs.
  case employment
  /// Social services and social work.
  case socialServices = "social-services"
  /// Safety and prevention of crime.
  case safety
  /// Schools and learning.
  case education
  /// Health.
  case health
  /// Mental health.
  case mentalHealth = "mental-health"
  /// Addictions.
  case addictions
  /// Children and youth.
  case childrenAndYouth = "children-and-youth"
  /// Family.
  case family
  /// Old people.
  case seniors
  /// People with a disability.
  case disability
  /// Foreigners and their integration.
  case foreigners
  /// People without a home.
  case homelessness

  /// What people read.
  public var label: Label {
    switch self {
    case .housing: Label("bydlení", "housing")
    case .debts: Label("dluhy", "debts")
    case .employment: Label("zaměstnanost", "employment")
    case .socialServices: Label("sociální služby", "social services")
    case .safety: Label("bezpečnost", "safety")
    case .education: Label("vzdělávání", "education")
    case .health: Label("zdraví", "health")
    case .mentalHealth: Label("duševní zdraví", "mental health")
    case .addictions: Label("závislosti", "addictions")
    case .childrenAndYouth: Label("děti a mládež", "children and youth")
    case .family: Label("rodina", "family")
    case .seniors: Label("senioři", "seniors")
    case .disability: Label("zdravotní postižení", "disability")
    case .foreigners: Label("cizinci", "foreigners")
    case .homelessness: Label("bezdomovectví", "homelessness")
    }
  }
}
