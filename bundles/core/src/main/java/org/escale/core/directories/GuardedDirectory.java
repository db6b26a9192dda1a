package org.escale.core.directories;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.escale.core.plugins.Connecting;
import org.escale.core.plugins.Connecting.Answer;
import org.escale.refusal.Outcome;
import org.escale.service.Guard;
import org.escale.service.Guard.Place;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.Setting;

/**
 * An adapter behind its gate: it says once what it is, when it comes, and has 5 seconds to open a
 * link, marked while it runs (law E3). Safe for many threads.
 */
final class GuardedDirectory implements DirectoryAdapter {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final DirectoryAdapter adapter;
  private final Connecting connecting;
  private final String kind;
  private final List<Setting> settings;

  private GuardedDirectory(DirectoryAdapter adapter, Connecting connecting) {
    this.adapter = adapter;
    this.connecting = connecting;
    this.kind = adapter.kind();
    this.settings = List.copyOf(adapter.settings());
  }

  /** One that has come; empty if it will not say what it is. */
  static Optional<GuardedDirectory> of(DirectoryAdapter adapter, Guard guard) {
    var place = new Place(adapter.getClass().getName(), "directory", LIMIT);
    var said =
        guard.ask(
            place,
            () -> new GuardedDirectory(adapter, new Connecting(guard, place)),
            known -> !known.kind().isBlank());
    return said instanceof Outcome.Done<GuardedDirectory> known
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
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    return opened(connecting.open(() -> adapter.open(config)));
  }

  /**
   * Opens a link and closes it again.
   *
   * @throws DirectoryException if a setting cannot work, or {@code UNAVAILABLE} if the adapter
   *     failed
   */
  void check(DirectoryConfig config) throws DirectoryException {
    Callable<DirectoryLink> open = () -> adapter.open(config);
    opened(connecting.check(open));
  }

  private static <L> L opened(Outcome<Answer<L>> said) throws DirectoryException {
    return Connecting.opened(
        said,
        DirectoryException.class,
        sentence -> new DirectoryException(Trouble.UNAVAILABLE, sentence));
  }
}
