package org.escale.tck.storm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The judge sees each thing that can be wrong. */
public class JudgeTest {
  private static final List<String> SOUND =
      List.of(
          "staff s early 0 10",
          "hold s b1@home.escale",
          "confirm s b1@home.escale 10 20",
          "ack b1",
          "staff s late 15 16",
          "ack b2",
          "end b2",
          "hub s b1 10 20 CENTRE_CHECKED CONFIRMED",
          "hub s b2 30 40 CENTRE_CHECKED CANCELLED",
          "hub f b3 10 20 FEDERATION CONFIRMED",
          "incident b1 WRITTEN_OVER",
          "stands s b1@home.escale 10 20 false",
          "stands s early 0 10 false",
          "stands s late 15 16 false");

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void aSoundHistoryIsSound() throws IOException {
    assertEquals(List.of(), judged(SOUND));
  }

  @Test
  public void whatWasAcknowledgedAndIsGoneIsSeen() throws IOException {
    sees("acknowledged b9", with("ack b9"));
    sees("acknowledged b3", with("ack b3", "end b3"));
    sees("stands 0 times", without("stands s b1@home.escale 10 20 false"));
  }

  @Test
  public void whatStandsTwiceOrAloneOrElsewhereIsSeen() throws IOException {
    sees("stands 2 times", with("stands s b1~1@home.escale 10 20 false"));
    sees("stands there alone", with("stands s b2@home.escale 30 40 false"));
    sees(
        "stands differently",
        with("hub s b4 50 60 CENTRE_ATOMIC CONFIRMED", "stands s b4@home.escale 50 61 false"));
    sees(
        "stands differently",
        with("hub s b4 50 60 CENTRE_ATOMIC CONFIRMED", "stands s b4@home.escale 50 60 true"));
  }

  @Test
  public void whatOverlapsIsSeen() throws IOException {
    sees("twice here", with("hub f b5 19 21 FEDERATION CONFIRMED"));
    sees("twice there", with("stands s b5@home.escale 19 21 false"));
  }

  @Test
  public void whatWasConfirmedOverStaffIsSeenAndWhatStaffTookAwayIsNot() throws IOException {
    var over = new ArrayList<>(List.of("staff s there 11 12"));
    over.addAll(SOUND);
    sees("confirmed over staff", over);
    over.add(over.indexOf("confirm s b1@home.escale 10 20"), "unstaff s there");
    assertEquals(List.of(), judged(over));
  }

  @Test
  public void incidentsThatAreMissingOrHaveNoCauseAreSeen() throws IOException {
    sees("incidents: missing [b1]", without("incident b1 WRITTEN_OVER"));
    sees("incidents: missing [], without cause [b3]", with("incident b3 WRITTEN_OVER"));
  }

  private void sees(String what, List<String> history) throws IOException {
    var violations = judged(history);
    assertTrue(violations.toString(), violations.stream().anyMatch(v -> v.startsWith(what)));
  }

  private static List<String> with(String... lines) {
    var all = new ArrayList<>(SOUND);
    all.addAll(List.of(lines));
    return all;
  }

  private static List<String> without(String line) {
    var all = new ArrayList<>(SOUND);
    all.remove(line);
    return all;
  }

  private List<String> judged(List<String> lines) throws IOException {
    var file = folder.newFile().toPath();
    Files.write(file, lines.stream().map(line -> line.replace(' ', '\t')).toList());
    return Judge.violations(file);
  }
}
