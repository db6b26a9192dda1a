package org.escale.core.opendata;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.Chore;
import org.escale.federation.Centre;
import org.escale.federation.Published;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.service.OpenData;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Compares by and by what was told with what is so, and writes down the difference. What was told
 * stands in the store, so that followers find their place again after a restart. There only with
 * its configuration.
 */
@Component(
    service = {OpenData.class, Chore.class},
    configurationPid = "org.escale.core.opendata",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.Config.class)
public final class OpenDataBoard implements OpenData, Chore {
  /** Where nothing is written, only the time goes by. */
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Settings settings;
  private final Snapshots snapshots;
  private final Offers offers;
  private final Told told;
  private volatile Map<Kind, Edition> editions;
  private volatile Instant next = Instant.EPOCH;
  private Instant looked = Instant.EPOCH;
  private long seen = -1;

  /**
   * Goes on from what was told before.
   *
   * @throws IllegalArgumentException if a setting cannot work; names it
   */
  @Activate
  public OpenDataBoard(
      Settings.Config config,
      @Reference Snapshots snapshots,
      @Reference Offers offers,
      @Reference Commits commits,
      @Reference Words words) {
    this(Settings.of(config), snapshots, offers, new Told(words, commits));
  }

  OpenDataBoard(Settings settings, Snapshots snapshots, Offers offers, Told told) {
    this.settings = settings;
    this.snapshots = snapshots;
    this.offers = offers;
    this.told = told;
    publish();
  }

  @Override
  public Publisher publisher() {
    return settings.publisher();
  }

  @Override
  public Optional<Instant> due() {
    return Optional.of(next);
  }

  @Override
  public void run(Instant now) {
    var snapshot = snapshots.now();
    if (snapshot.seq() != seen || !now.isBefore(looked.plus(QUIET))) {
      if (told.become(offers.all(snapshot, now, settings.days()), now)) {
        publish();
      }
      seen = snapshot.seq();
      looked = now;
    }
    next = now.plus(settings.every());
  }

  private void publish() {
    editions = Map.of(Kind.SPACE, told.edition(Kind.SPACE), Kind.SLOT, told.edition(Kind.SLOT));
  }

  @Override
  public List<Item> page(Kind kind, Place after, int limit) {
    var snapshot = snapshots.now();
    return editions.get(kind).after(after, limit).stream()
        .map(kept -> new Item(Edition.place(kept), content(snapshot, kept.word())))
        .toList();
  }

  /** Empty where it is gone, or about to be told so. */
  private static Optional<Content> content(Snapshot snapshot, Published word) {
    if (word.gone().isPresent()) {
      return Optional.empty();
    }
    return snapshot
        .get(Space.class, word.space())
        .flatMap(
            space ->
                snapshot
                    .get(Centre.class, space.centre())
                    .flatMap(
                        centre ->
                            snapshot
                                .get(Site.class, centre.site())
                                .map(site -> new Content(space, centre, site, word.free()))));
  }
}
