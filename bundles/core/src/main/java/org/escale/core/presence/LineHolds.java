package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.access.Box;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.access.LinePurses;
import org.escale.client.Credit;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.connectivity.BoxLines;
import org.escale.core.credit.Holds;
import org.escale.core.rights.Person;
import org.escale.core.rights.Purse;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.UnavailableException;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back, while a box is cut off, what its last list lets be spent (law L8): whom it let in and
 * tells of later draws on that; what is left is free again once it was heard and nothing of it
 * waits, or once its list counts no more. All of it is in the store, so a restart changes nothing.
 * The chore is run by the Steward alone; the rest is safe for many threads.
 */
@Component(service = {LineHolds.class, Chore.class})
public final class LineHolds implements Chore {
  /** A box goes by a list for 24 h, and asks for the last one in the round when it is heard. */
  private static final Duration AGE = BoxLines.PATIENCE.plus(BoxLines.SILENT);

  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(LineHolds.class);

  private final Snapshots snapshots;
  private final Commits commits;
  private final Purse purse;
  private final BoxLines lines;
  private final LineNews news;
  private Instant next = Instant.MIN;

  /** What of a hold pays for somebody, and what is to be written with that. */
  record Drawn(Money credit, List<Write> writes) {
    static final Drawn NOTHING = new Drawn(Money.ZERO, List.of());
  }

  /** Of those boxes. */
  @Activate
  public LineHolds(
      @Reference Snapshots snapshots,
      @Reference Commits commits,
      @Reference Purse purse,
      @Reference BoxLines lines,
      @Reference LineNews news) {
    this.snapshots = snapshots;
    this.commits = commits;
    this.purse = purse;
    this.lines = lines;
    this.news = news;
  }

  @Override
  public Optional<Instant> due() {
    return snapshots.now().all(LinePurses.class).isEmpty() ? Optional.empty() : Optional.of(next);
  }

  @Override
  public void run(Instant now) {
    next = now.plus(ROUND);
    snapshots.now().all(LinePurses.class).forEach(known -> settle(known.box(), now));
  }

  /**
   * Holds or frees what is due for that box: before each list too, which shares out what is free.
   */
  void settle(GatewayId box, Instant now) {
    snapshots.now().kept(LinePurses.class, box).ifPresent(kept -> settle(kept, now));
  }

  private void settle(Kept<LinePurses> kept, Instant now) {
    var purses = kept.word();
    var heard = lines.heard(purses.box());
    var old = heard.filter(at -> now.isBefore(at.plus(AGE))).isEmpty();
    var cut = lines.cut(purses.box());
    if (purses.since().isEmpty() && cut && !old && !purses.listed().isEmpty()) {
      hold(kept, now);
    } else if (purses.since().isPresent() && (old || (!cut && news.none(purses.box())))) {
      release(kept, now);
    }
  }

  /** Never more than is there: what was used up before the hub knew is owed on the invoice. */
  private void hold(Kept<LinePurses> kept, Instant now) {
    var box = kept.word().box();
    var held = new HashMap<String, Money>();
    var writes = new ArrayList<Write>();
    kept.word()
        .listed()
        .forEach(
            (name, listed) -> {
              var credit = credit(name);
              var amount = credit.map(c -> least(listed, purse.credit(c))).orElse(listed);
              if (amount.compareTo(Money.ZERO) > 0) {
                held.put(name, amount);
                credit
                    .map(c -> new Holds.Hold(box, c, amount, now))
                    .ifPresent(hold -> writes.add(Holds.back(hold, "" + now)));
              }
            });
    var holding = kept.word().holding(now, held);
    if (committed(new Write.Put(holding, kept.revision()), writes)) {
      LOG.info("box {} is cut off: {} purses are held back for it", box, held.size());
    }
  }

  private void release(Kept<LinePurses> kept, Instant now) {
    var purses = kept.word();
    var once = "" + purses.since().orElseThrow();
    var writes = new ArrayList<Write>();
    purses
        .held()
        .forEach(
            (name, amount) ->
                credit(name)
                    .map(c -> new Holds.Hold(purses.box(), c, amount, now))
                    .filter(hold -> !hold.amount().isZero())
                    .ifPresent(hold -> writes.add(Holds.free(hold, once))));
    if (committed(new Write.Put(purses.released(), kept.revision()), writes)) {
      LOG.info("nothing is held back for box {} any longer", purses.box());
    }
  }

  /** What changed meanwhile is looked at again in the next round. */
  private boolean committed(Write.Put first, List<Write> more) {
    var all = new ArrayList<Write>(List.of(first));
    all.addAll(more);
    return commits.commit(Change.of(all.toArray(Write[]::new))) instanceof CommitOutcome.Committed;
  }

  /**
   * Keeps what a list for that box will let be spent, before it says so.
   *
   * @throws UnavailableException if it cannot be kept: then there is no list
   */
  void listed(Box box, Map<String, Money> purses) {
    if (known(box).map(kept -> kept.word().listed()).orElse(Map.of()).equals(purses)) {
      return;
    }
    var outcome = commits.commit(Closings.PLATFORM, () -> Outcome.done(listing(box, purses)));
    if (outcome instanceof Outcome.Refused) {
      throw new UnavailableException("what a box lets be spent cannot be kept", null);
    }
  }

  private Draft<LinePurses> listing(Box box, Map<String, Money> purses) {
    var none = new LinePurses(box.id(), box.centre(), Map.of(), Map.of(), Optional.empty());
    var known = known(box);
    return Draft.of(
        known.map(Kept::word).orElse(none).listing(purses), known.map(Kept::revision).orElse(0L));
  }

  private Optional<Kept<LinePurses>> known(Box box) {
    return snapshots.now().kept(LinePurses.class, box.id());
  }

  /** What is held for that box and pays for this person, at most so much. */
  Drawn drawn(GatewayId box, GrantId by, Person person, Money most) {
    var kept = snapshots.now().kept(LinePurses.class, box);
    if (kept.filter(k -> k.word().since().isPresent()).isEmpty()) {
      return Drawn.NOTHING;
    }
    var purses = kept.get().word();
    var held = new HashMap<>(purses.held());
    var credit = person.credit();
    var paid = credit.map(c -> least(purses.held(c.account()), most)).orElse(Money.ZERO);
    credit.ifPresent(c -> held.computeIfPresent(c.account(), (name, was) -> was.minus(paid)));
    held.computeIfPresent(
        LinePurses.budget(person.guest().person()), (name, was) -> was.minus(least(was, most)));
    var writes = new ArrayList<Write>();
    var rest = purses.holding(purses.since().orElseThrow(), held);
    writes.add(new Write.Put(rest, kept.get().revision()));
    credit
        .filter(c -> !paid.isZero())
        .map(c -> new Holds.Hold(box, c, paid, purses.since().orElseThrow()))
        .ifPresent(hold -> writes.add(Holds.free(hold, "" + by)));
    return new Drawn(paid, writes);
  }

  private Optional<Credit> credit(String purse) {
    return snapshots.now().all(Credit.class).stream()
        .filter(credit -> credit.account().equals(purse))
        .findFirst();
  }

  private static Money least(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
