import Sync
import Testing

@Test func t() {}
