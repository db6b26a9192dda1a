package org.escale.core.sessions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.client.Pseudonym;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/**
 * Gives each company a channel of its own in each centre, the same one while one of its sessions is
 * open there (law S2). Two that draw at once from one snapshot draw the same number, and the commit
 * lets one of them through; the other draws again. Pure.
 */
public final class Segments {
  /** The first number that is given. */
  public static final int FIRST = SegmentChoice.FIRST;

  /** The last number there is. */
  public static final int LAST = SegmentChoice.LAST;

  private Segments() {}

  /** A company's channel, and what must be written for it to be the company's. */
  public record Drawn(int number, List<Write> writes) {}

  /** The channel of that company there; {@code NO_SEGMENT} when all are in use. */
  public static Outcome<Drawn> draw(Snapshot snapshot, CentreId centre, Pseudonym company) {
    var given = snapshot.where(Segment.class, "centreId", centre);
    var own = given.stream().filter(s -> s.company().equals(company)).findFirst();
    if (own.isPresent()) {
      return Outcome.done(new Drawn(own.get().number(), guard(snapshot, own.get(), given.size())));
    }
    var taken = given.stream().map(Segment::number).collect(Collectors.toSet());
    var free = SegmentChoice.free(company, taken);
    if (free.isPresent()) {
      var segment = new Segment(centre, company, free.getAsInt());
      return drawn(segment, 0);
    }
    return idle(snapshot, centre, given)
        .map(s -> drawn(new Segment(centre, company, s.word().number()), s.revision()))
        .orElseGet(() -> Outcome.refused(RefusalCode.NO_SEGMENT));
  }

  /**
   * While numbers may be taken over from companies that are not there, using one says so in the
   * commit: then it cannot be taken over at the same moment.
   */
  private static List<Write> guard(Snapshot snapshot, Segment own, int given) {
    if (!SegmentChoice.scarce(given)) {
      return List.of();
    }
    return snapshot.kept(Segment.class, own.id()).stream()
        .map(kept -> (Write) new Write.Put(own, kept.revision()))
        .toList();
  }

  private static Optional<Kept<Segment>> idle(
      Snapshot snapshot, CentreId centre, List<Segment> given) {
    Set<Pseudonym> present =
        snapshot.where(Session.class, "centreId", centre).stream()
            .map(session -> session.guest().company())
            .collect(Collectors.toSet());
    return given.stream()
        .filter(s -> !present.contains(s.company()))
        .findFirst()
        .flatMap(s -> snapshot.kept(Segment.class, s.id()));
  }

  private static Outcome<Drawn> drawn(Segment segment, long revision) {
    return Outcome.done(new Drawn(segment.number(), List.of(new Write.Put(segment, revision))));
  }
}
