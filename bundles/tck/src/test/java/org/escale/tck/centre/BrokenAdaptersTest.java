package org.escale.tck.centre;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;

/** The kit catches every fault: each broken adapter fails the rule that it breaks. */
public class BrokenAdaptersTest {

  @Test
  public void faultsOfAFeedAreCaught() {
    assertCaught(Fault.TOUCHING, ToyFeedTest.class, "cf1_whatOnlyTouchesTheSlotIsNotGiven");
    assertCaught(Fault.FORGETS_GONE, ToyFeedTest.class, "cf6_everyChangeIsSeen");
    assertCaught(Fault.NO_RESET, ToyFeedTest.class, "cf7_anUnknownCursorIsAReset");
  }

  @Test
  public void faultsOfADeskAreCaught() {
    assertCaught(
        Fault.NEW_NAME_EACH_TIME, ToyDeskTest.class, "cd1_oneKeyIsOneEntryHoweverOftenItIsAsked");
    assertCaught(
        Fault.LOST_IS_REFUSED, ToyDeskTest.class, "cd2_aLostAnswerIsUnknownAndLookupTells");
    assertCaught(Fault.FIRM_AT_ONCE, ToyDeskTest.class, "cd4_heldIsTentativeUntilConfirmed");
    assertCaught(
        Fault.BLIND_CONFIRM, ToyDeskTest.class, "cd5_whatSomebodyTookAwayOrMovedIsNotConfirmed");
  }

  @Test
  public void faultsOfAnAdapterAreCaught() {
    assertCaught(Fault.LEAKS, ToyAdapterTest.class, "ca4_nothingButTimesLeavesTheCentre");
    assertCaught(Fault.PROBE_WRITES, ToyAdapterTest.class, "ca2_aProbeLeavesNothingBehind");
    assertCaught(Fault.ANY_SETTING, ToyAdapterTest.class, "ca1_whatCannotWorkIsNotOpened");
    assertCaught(Fault.NO_DEADLINE, ToyAdapterTest.class, "ca3_silenceEndsAtTheDeadline");
  }

  @Test
  public void aClaimTooHighIsCaught() {
    assertCaught(Fault.OVERCLAIMS, ToyTruthTest.class, "ca2_itClaimsNoMoreThanItEarns");
  }

  @Test
  public void faultsOfADiaryAreCaught() {
    assertCaught(
        Fault.TELLS_TWICE, ToyEventsTest.class, "ce5_oneKeyIsOneEventThereHoweverOftenItIsTold");
    assertCaught(Fault.SKIPS, ToyEventsTest.class, "ce2_aCursorGivesAtLeastWhatCameSince");
    assertCaught(
        Fault.STOPS_AT_SCRIBBLES,
        ToyEventsTest.class,
        "ce4_whatNobodyUnderstandsHoldsUpNothingAndComesOnceItIsPutRight");
    assertCaught(
        Fault.ECHOES, ToyEventsTest.class, "ce6_whatWasPushedDoesNotComeBackUnderAnotherName");
  }

  private static void assertCaught(Fault fault, Class<? extends CentreContract> kind, String rule) {
    use(fault);
    try {
      var result = new JUnitCore().run(Request.method(kind, rule));
      assertEquals(fault + " passes " + rule, 1, result.getFailureCount());
    } finally {
      use(Fault.NONE);
    }
  }

  private static void use(Fault fault) {
    ToyAdapterTest.lab = ToyLab.checked(fault);
    ToyFeedTest.lab = ToyLab.checked(fault);
    ToyDeskTest.lab = ToyLab.checked(fault);
    ToyTruthTest.lab = ToyLab.checked(fault);
    ToyEventsTest.lab = ToyLab.checked(fault);
  }
}
