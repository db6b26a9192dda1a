package org.escale.core.snapshot;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.escale.core.fixture.MovingClock;
import org.escale.federation.CentreId;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.tck.store.MemoryStore;
import org.junit.Test;

public class SnapshotsTest {
  private final MemoryStore store = new MemoryStore(new MovingClock("2027-03-01T08:00:00Z"));

  @Test
  public void b5_whatWasThereBeforeAndWhatComesLaterIsInIt() {
    put(space("d1", "north"), 0);
    try (var snapshots = new Snapshots(store, store)) {
      long seq = put(space("d2", "north"), 0);
      assertEquals(Set.of("d1", "d2"), at(snapshots.reach(seq), "north"));
    }
  }

  @Test
  public void wo3_theFirstReadingFollowsEveryPage() {
    var writes = new java.util.ArrayList<Write>();
    for (int i = 0; i < 2300; i++) {
      writes.add(new Write.Put(space("d" + i, i % 2 == 0 ? "north" : "south"), 0));
    }
    store.commit(Change.of(writes.toArray(Write[]::new)));
    put(space("d7", "north"), 1);
    try (var snapshots = new Snapshots(store, store)) {
      assertEquals(2300, snapshots.now().all(Space.class).size());
      assertEquals(1151, at(snapshots.now(), "north").size());
      assertEquals(1149, at(snapshots.now(), "south").size());
    }
  }

  @Test
  public void aStoreThatCannotBeReadIsSaidToBeAway() {
    var away =
        new org.escale.spi.store.Words() {
          @Override
          public <W extends org.escale.word.Word> Optional<org.escale.word.Kept<W>> get(
              Class<W> kind, org.escale.word.Id id, org.escale.caller.Sight sight) {
            throw new StoreException("away", new IllegalStateException());
          }

          @Override
          public <W extends org.escale.word.Word> org.escale.word.Page<W> find(
              Class<W> kind, org.escale.word.Query query, org.escale.caller.Sight sight) {
            throw new StoreException("away", new IllegalStateException());
          }
        };
    assertThrows(StoreException.class, () -> new FirstReading(away).read(0));
  }

  @Test
  public void aWordThatMovedLeavesItsOldGroup() {
    try (var snapshots = new Snapshots(store, store)) {
      put(space("d1", "north"), 0);
      long seq = put(space("d1", "south"), 1);
      var now = snapshots.reach(seq);
      assertEquals(Set.of(), at(now, "north"));
      assertEquals(Set.of("d1"), at(now, "south"));
      assertEquals(2, now.kept(Space.class, new SpaceId("d1")).orElseThrow().revision());
    }
  }

  @Test
  public void aWordThatIsRemovedIsGone() {
    try (var snapshots = new Snapshots(store, store)) {
      put(space("d1", "north"), 0);
      var gone = store.commit(Change.of(new Write.Remove(Space.class, new SpaceId("d1"))));
      var now = snapshots.reach(((Committed) gone).seq());
      assertEquals(Optional.empty(), now.get(Space.class, new SpaceId("d1")));
      assertEquals(List.of(), now.all(Space.class));
    }
  }

  @Test
  public void anOlderSnapshotStaysAsItWas() {
    try (var snapshots = new Snapshots(store, store)) {
      var before = snapshots.reach(put(space("d1", "north"), 0));
      snapshots.reach(put(space("d2", "north"), 0));
      assertEquals(Set.of("d1"), at(before, "north"));
    }
  }

  @Test
  public void itFollowsByItselfAndCatchesUpAfterTheStoreWasAway() {
    try (var snapshots = new Snapshots(store, store)) {
      put(space("d1", "north"), 0);
      Awaitility.await().until(() -> at(snapshots.now(), "north").equals(Set.of("d1")));
    }
  }

  @Test
  public void aMarkChangesOnlyWithItsOwnClass() {
    try (var snapshots = new Snapshots(store, store)) {
      var before = snapshots.now();
      var site = new Site(new SiteId("s"), "s", "s", "r", new Position(50, 4));
      var after = snapshots.reach(put(site, 0));
      assertSame(before.mark(Space.class), after.mark(Space.class));
      assertNotSame(before.mark(Site.class), after.mark(Site.class));
    }
  }

  private long put(org.escale.word.Word word, long revision) {
    var outcome = store.commit(Change.of(new Write.Put(word, revision)));
    assertTrue(outcome.toString(), outcome instanceof Committed);
    return ((Committed) outcome).seq();
  }

  private static Set<String> at(Snapshot snapshot, String centre) {
    return snapshot.where(Space.class, "centreId", new CentreId(centre)).stream()
        .map(space -> space.id().value())
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Space space(String id, String centre) {
    return new Space(
        new SpaceId(id),
        new CentreId(centre),
        id,
        SpaceKind.DESK,
        1,
        Map.of(),
        Set.of(),
        TruthMode.FEDERATION);
  }
}
