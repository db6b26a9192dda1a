package org.escale.box;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a spool keeps, and what it forgets (L10 of docs/box.md). */
public class SpoolTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private final Instant began = Instant.parse("2027-03-01T08:00:00Z");
  private final Instant now = began.plus(Duration.ofHours(1));
  private final Listed listed = new Listed(began);
  private Home home;
  private Spool spool;

  @Before
  public void aSpool() {
    home = new Home(temporary.getRoot().toPath().resolve("box"));
    spool = new Spool(home);
  }

  @Test
  public void l10_whatNoRuleNeedsIsForgottenAndNoNumberIsGivenTwice() throws IOException {
    comes("line:ann", "ann");
    spool.add("STOP", "line:ann", now);
    comes("line:bob", "bob");
    assertEquals("the hub has nothing", 0, forgets("", 3, now.plus(Duration.ofDays(1))));
    spool.kept(3);
    assertEquals("the list knows one", 0, forgets("", 1, now.plus(Duration.ofDays(1))));
    assertEquals("a desk is held so long", 0, forgets("", 3, now.plus(Duration.ofHours(3))));
    var used = listed.admit("line:ann", "ann", "-", 0, "desk");
    assertEquals("ann's code stays used", 1, forgets(used, 3, now.plus(Duration.ofHours(4))));
    assertEquals(
        List.of("ADMIT line:ann", "STOP line:ann"),
        spool.seen().stream().map(e -> e.kind() + " " + e.grant()).toList());
    assertEquals(2, forgets("", 3, now.plus(Duration.ofHours(4))));
    assertEquals("", Files.readString(home.path("spool")));
    assertEquals(4, new Spool(home).add("START", "x", now));
  }

  @Test
  public void l10_whoLeftDoesNotComeBackByAListThatHasNotHeardOfIt() throws IOException {
    spool.add("STOP", "before", now);
    spool.kept(1);
    var day = now.plus(Duration.ofDays(1));
    assertEquals(0, forgets(listed.grant("before", "key"), 1, day));
    assertEquals(1, forgets("", 1, day));
  }

  @Test
  public void l10_nobodyNewAfterTenThousandEvents() throws IOException {
    var lines = new StringBuilder();
    LongStream.rangeClosed(1, Offline.MOST)
        .forEach(n -> lines.append(Seen.of("START", "g-" + n, began).under(n).line()).append("\n"));
    home.write("spool", lines.toString());
    var verdict = spool.admit(who("line:ann", "ann", began));
    assertEquals("this box has let in all that it can without the hub", verdict.why());
    assertEquals("who is in may leave", Offline.MOST + 1, spool.add("STOP", "g-1", now));
  }

  @Test
  public void l10_whatIsAddedWhileOthersAreForgottenStays() throws Exception {
    var day = now.plus(Duration.ofDays(1));
    IntStream.rangeClosed(1, 100).forEach(n -> added("old-" + n));
    spool.kept(100);
    var numbers =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(n -> n % 4 == 0 ? forgotten(day) : added("g-" + n))
            .filter(number -> number > 0)
            .sorted()
            .toList();
    assertEquals(LongStream.rangeClosed(101, 400).boxed().toList(), numbers);
    assertEquals("all that the hub has not", 300, spool.seen().size());
  }

  private long added(String grant) {
    try {
      spool.decided(seen -> java.util.Optional.of(Seen.of("START", grant, began)));
      return spool.seen().stream()
          .filter(e -> e.grant().equals(grant))
          .findFirst()
          .orElseThrow()
          .number();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long forgotten(Instant day) {
    try {
      spool.forget(new Needed("", 100, day));
      return 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int forgets(String lines, long known, Instant at) throws IOException {
    return spool.forget(new Needed(listed.text(lines), known, at));
  }

  private void comes(String grant, String code) throws IOException {
    assertEquals("", spool.admit(who(grant, code, now)).why());
  }

  private Offline.Case who(String grant, String code, Instant at) throws IOException {
    var list = listed.text(listed.admit(grant, code, "-", 0, "desk"));
    var admission = Admission.of(list, Delivery.digest("5a17" + code)).get(0);
    return new Offline.Case(list, admission, 0, at);
  }
}
