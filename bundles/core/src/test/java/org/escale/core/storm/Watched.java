package org.escale.core.storm;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.escale.spi.centre.BusyPage;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.ChangePage;
import org.escale.spi.centre.DeskAnswer;
import org.escale.spi.centre.ForeignEntry;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * A link that writes down what is asked, breaks the engine off now and then, and is dead for an
 * engine that crashed. A blind one shows nothing of what stands there: the guard is off.
 */
final class Watched implements CentreLink, CentreFeed, CentreDesk {
  private static final int ONE_IN = 40;

  private final CentreLink link;
  private final Storm storm;
  private final Random random;
  private volatile boolean dead;

  Watched(CentreLink link, Storm storm, Random random) {
    this.link = link;
    this.storm = storm;
    this.random = random;
  }

  /** The engine that held it is no more. */
  void die() {
    dead = true;
  }

  private void maybeBreak() {
    if (dead || (storm.raging() && random.nextInt(ONE_IN) == 0)) {
      throw new IllegalStateException("broken off");
    }
  }

  @Override
  public Probe probe(SpaceRef space) throws CentreException {
    return link.probe(space);
  }

  @Override
  public LinkHealth health() {
    return link.health();
  }

  @Override
  public CentreFeed feed() {
    return this;
  }

  @Override
  public Optional<CentreDesk> desk() {
    return Optional.of(this);
  }

  @Override
  public BusyPage pull(SpaceRef space, TimeSlot slot) throws CentreException {
    maybeBreak();
    var page = link.feed().pull(space, slot);
    return storm.blind() ? new BusyPage(List.of(), page.asOf()) : page;
  }

  @Override
  public ChangePage changes(SpaceRef space, Since since) throws CentreException {
    maybeBreak();
    return link.feed().changes(space, since);
  }

  @Override
  public DeskAnswer hold(HoldRequest request) {
    maybeBreak();
    storm.asked(request);
    var answer = link.desk().orElseThrow().hold(request);
    maybeBreak();
    return answer;
  }

  @Override
  public DeskAnswer confirm(ForeignRef held) {
    maybeBreak();
    var answer = link.desk().orElseThrow().confirm(held);
    if (answer instanceof DeskAnswer.Done) {
      storm.confirmed(held);
    }
    maybeBreak();
    return answer;
  }

  @Override
  public DeskAnswer cancel(ForeignRef held) {
    maybeBreak();
    var answer = link.desk().orElseThrow().cancel(held);
    maybeBreak();
    return answer;
  }

  @Override
  public Optional<ForeignEntry> lookup(SpaceRef space, Key key) throws CentreException {
    maybeBreak();
    return link.desk().orElseThrow().lookup(space, key);
  }

  @Override
  public void close() {
    link.close();
  }
}
