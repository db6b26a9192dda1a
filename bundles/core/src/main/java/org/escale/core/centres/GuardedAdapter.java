package org.escale.core.centres;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.escale.core.plugins.Connecting;
import org.escale.core.plugins.Connecting.Answer;
import org.escale.refusal.Outcome;
import org.escale.service.Guard;
import org.escale.service.Guard.Place;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreLink;
import org.escale.spi.centre.Setting;

/**
 * An adapter behind its gate: it says once what it is, when it comes, and has 5 seconds to open a
 * link, marked while it runs (law E3). Safe for many threads.
 */
final class GuardedAdapter implements CentreAdapter {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final CentreAdapter adapter;
  private final Connecting connecting;
  private final String kind;
  private final List<Setting> settings;

  private GuardedAdapter(CentreAdapter adapter, Connecting connecting) {
    this.adapter = adapter;
    this.connecting = connecting;
    this.kind = adapter.kind();
    this.settings = List.copyOf(adapter.settings());
  }

  /** One that has come; empty if it will not say what it is. */
  static Optional<GuardedAdapter> of(CentreAdapter adapter, Guard guard) {
    var place = new Place(adapter.getClass().getName(), "centre", LIMIT);
    var said =
        guard.ask(
            place,
            () -> new GuardedAdapter(adapter, new Connecting(guard, place)),
            known -> !known.kind().isBlank());
    return said instanceof Outcome.Done<GuardedAdapter> known
        ? Optional.of(known.value())
        : Optional.empty();
  }

  /** Its name for operators. */
  String plugIn() {
    return connecting.place().plugIn();
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public List<Setting> settings() {
    return settings;
  }

  @Override
  public CentreLink open(CentreConfig config) throws CentreException {
    return opened(connecting.open(() -> adapter.open(config)));
  }

  /**
   * Opens a link and closes it again.
   *
   * @throws CentreException if a setting cannot work, or {@code UNAVAILABLE} if the adapter failed
   */
  void check(CentreConfig config) throws CentreException {
    Callable<CentreLink> open = () -> adapter.open(config);
    opened(connecting.check(open));
  }

  private static <L> L opened(Outcome<Answer<L>> said) throws CentreException {
    return Connecting.opened(
        said,
        CentreException.class,
        sentence -> new CentreException(Trouble.UNAVAILABLE, sentence));
  }
}
