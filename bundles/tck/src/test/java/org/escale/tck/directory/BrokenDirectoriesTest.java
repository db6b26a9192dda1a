package org.escale.tck.directory;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;

/** The kit catches every fault: each broken adapter fails the rule that it breaks. */
public class BrokenDirectoriesTest {

  @Test
  public void faultsAreCaught() {
    assertCaught(Fault.ANY_SETTING, "da1_whatCannotWorkIsNotOpenedAndNamed");
    assertCaught(Fault.ID_FROM_MAIL, "da2_anIdStaysWhileEverythingElseChanges");
    assertCaught(Fault.FIRST_PAGE_ONLY, "da3_allAreGivenAndFitWhatWeKeep");
    assertCaught(Fault.ALL_ACTIVE, "da3_whoIsNotActiveIsNotGivenAsActive");
    assertCaught(Fault.FORGETS_GONE, "da4_whoLeftIsSaidOrAllIsRead");
    assertCaught(Fault.ANY_CURSOR, "da4_anUnknownCursorIsAnsweredByNothing");
    assertCaught(Fault.NO_DEADLINE, "da5_silenceEndsAtTheDeadline");
    assertCaught(Fault.NAMES_IN_TEXT, "da6_nobodyIsNamedButInTheReading");
    assertCaught(Fault.WRITES, "da7_readingChangesNothingThere");
    assertCaught(Fault.LEAVES_THREADS, "da8_closingEndsItsThreadsAndMayBeRepeated");
  }

  private static void assertCaught(Fault fault, String rule) {
    ToyDirectoryTest.lab = new ToyLab(fault);
    try {
      var result = new JUnitCore().run(Request.method(ToyDirectoryTest.class, rule));
      assertEquals(fault + " passes " + rule, 1, result.getFailureCount());
    } finally {
      ToyDirectoryTest.lab = new ToyLab(Fault.NONE);
    }
  }
}
