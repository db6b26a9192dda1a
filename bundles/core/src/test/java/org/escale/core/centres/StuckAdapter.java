package org.escale.core.centres;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.core.fixture.ToyCentre;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreDesk;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.LinkHealth;
import org.escale.spi.centre.Probe;
import org.escale.spi.centre.Setting;
import org.escale.spi.centre.SpaceRef;

/** An adapter that opens when it is let go, and does not mind being interrupted. */
final class StuckAdapter implements CentreAdapter {
  final CountDownLatch began = new CountDownLatch(1);
  final CountDownLatch letGo = new CountDownLatch(1);
  final CountDownLatch closed = new CountDownLatch(1);
  final AtomicInteger named = new AtomicInteger();
  private final AtomicInteger interruptions = new AtomicInteger();
  private final ToyCentre behind = new ToyCentre();

  @Override
  public String kind() {
    named.incrementAndGet();
    return "stuck";
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public CentreLink open(CentreConfig config) {
    began.countDown();
    while (letGo.getCount() > 0) {
      try {
        letGo.await();
      } catch (InterruptedException ignored) {
        interruptions.incrementAndGet();
      }
    }
    return new Link();
  }

  private final class Link implements CentreLink {
    @Override
    public Probe probe(SpaceRef space) throws CentreException {
      return behind.probe(space);
    }

    @Override
    public LinkHealth health() {
      return behind.health();
    }

    @Override
    public CentreFeed feed() {
      return behind.feed();
    }

    @Override
    public Optional<CentreDesk> desk() {
      return behind.desk();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
