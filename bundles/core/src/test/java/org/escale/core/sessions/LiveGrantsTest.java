package org.escale.core.sessions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.escale.access.AccessGrant;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.client.Guest;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.House;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.word.Word;
import org.junit.After;
import org.junit.Test;

/** Whoever asks finds the newest revision of a grant, by whatever they ask for it. */
public class LiveGrantsTest {
  private static final CentreId HERE = new CentreId("here");

  private final House house = new House();

  @After
  public void close() {
    house.close();
  }

  @Test
  public void isFoundByNameByKeyAndByPersonAtItsCentre() {
    house.put(session("before", "ann"));
    var live = live();
    house.put(session("after", "bob"));
    for (var name : new String[] {"before", "after"}) {
      assertEquals(id(name), live.of(id(name)).map(AccessGrant::id).orElseThrow());
      assertEquals(id(name), live.behind("key-" + name).map(AccessGrant::id).orElseThrow());
    }
    assertEquals(id("before"), live.of("ann", HERE).map(AccessGrant::id).orElseThrow());
    assertEquals(id("after"), live.of("bob", HERE).map(AccessGrant::id).orElseThrow());
    assertEquals(Optional.empty(), live.of("ann", new CentreId("elsewhere")));
    assertEquals(Optional.empty(), live.behind("key-of-nobody"));
  }

  @Test
  public void s3_aRightThatWasTakenAwayIsGoneEverywhereAndDoesNotComeBack() {
    var session = session("one", "ann");
    house.put(session);
    var live = live();
    write(session.cutting(), 1);
    write(session, 2); // an old one that comes late
    assertTrue(live.of(id("one")).orElseThrow().revoked());
    assertTrue(live.behind("key-one").orElseThrow().revoked());
    assertTrue(live.of("ann", HERE).orElseThrow().revoked());
  }

  @Test
  public void oneThatHoldsGoesBeforeOneThatWasTakenAway() {
    var live = live();
    house.put(session("old", "ann").cutting());
    assertEquals(id("old"), live.of("ann", HERE).map(AccessGrant::id).orElseThrow());
    house.put(session("new", "ann"));
    assertEquals(id("new"), live.of("ann", HERE).map(AccessGrant::id).orElseThrow());
  }

  @Test
  public void whatIsOverOrRemovedIsForgottenAndTheOtherStays() {
    house.put(session("ended", "ann"));
    house.put(session("removed", "ann"));
    house.put(session("stays", "ann"));
    var live = live();
    write(session("ended", "ann").in(Session.State.ENDED, Optional.of(Instant.EPOCH)), 1);
    house.commits.commit(Change.of(new Write.Remove(Session.class, id("removed"))));
    for (var name : new String[] {"ended", "removed"}) {
      assertEquals(Optional.empty(), live.of(id(name)));
      assertEquals(Optional.empty(), live.behind("key-" + name));
    }
    assertEquals(id("stays"), live.of("ann", HERE).map(AccessGrant::id).orElseThrow());
  }

  @Test
  public void s1_aKeyThatCannotBeOpenedIsNobodysAndHarmsNobody() {
    house.put(session("foreign", "ann"));
    house.put(session("own", "bob"));
    var live =
        new LiveGrants(
            house.snapshots,
            session -> Optional.of(session.sealedKey()).filter(key -> !key.equals("key-foreign")));
    assertEquals(Optional.empty(), live.of("ann", HERE));
    assertEquals(Optional.empty(), live.of(id("foreign")));
    assertEquals(id("own"), live.of("bob", HERE).map(AccessGrant::id).orElseThrow());
  }

  private LiveGrants live() {
    return new LiveGrants(house.snapshots, session -> Optional.of(session.sealedKey()));
  }

  private void write(Word word, long revision) {
    house.commits.commit(Change.of(new Write.Put(word, revision)));
  }

  private static Session session(String name, String person) {
    return new Session(
        id(name),
        1,
        new VisitId("visit-" + name),
        new Guest("home", new Pseudonym(person), new Pseudonym("company")),
        HERE,
        Session.State.READY,
        101,
        "key-" + name,
        Instant.EPOCH,
        Instant.EPOCH.plus(Duration.ofHours(8)),
        Optional.empty(),
        Optional.empty());
  }

  private static GrantId id(String name) {
    return new GrantId(name);
  }
}
