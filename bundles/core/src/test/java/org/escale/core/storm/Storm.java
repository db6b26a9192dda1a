package org.escale.core.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.centre.caldav.CalDavAdapter;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Engine;
import org.escale.core.fixture.House;
import org.escale.core.fixture.ToyCentre;
import org.escale.core.fixture.Words;
import org.escale.core.presence.BookingWatch;
import org.escale.core.presence.Hearsay;
import org.escale.core.presence.LineNews;
import org.escale.core.steward.ClockSteward;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.ForeignRef;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * A hundred spaces in all truth modes, twenty of each; those that a centre's system decides stand
 * in toys, four of them in Radicale.
 */
final class Storm implements AutoCloseable {
  private static final int OF_EACH = 20;
  private static final int OF_A_CENTRE = 10;
  private static final int REAL = 4;
  private static final String CHECKED = TruthMode.CENTRE_CHECKED.name();

  final House house = new House();
  final ClockSteward steward = new ClockSteward(house.clock, house.store);
  final History history = new History();
  final Engine engine = new Engine(house, steward);
  final Map<CentreId, ToyCentre> toys = new HashMap<>();
  final Radicale radicale = new Radicale();
  final List<Space> spaces = new ArrayList<>();
  final List<WatchedAdapter> adapters = new ArrayList<>();
  private final Map<String, TimeSlot> held = new ConcurrentHashMap<>();
  private final boolean blind;
  private volatile boolean raging = true;

  Storm(boolean blind) throws Exception {
    this.blind = blind;
    adapters.add(
        new WatchedAdapter(
            new ToyCentre(), config -> toys.get(config.centre()).open(config), this));
    var caldav = new CalDavAdapter(house.clock);
    adapters.add(new WatchedAdapter(caldav, caldav::open, this));
    adapters.forEach(house.systems::addAdapter);
    for (var mode : TruthMode.values()) {
      for (int n = 0; n < OF_EACH; n += OF_A_CENTRE) {
        centre(mode, n);
      }
    }
    steward.addChore(house.systems);
    var news = new LineNews(house.store, house.store, house.snapshots);
    steward.addChore(
        new BookingWatch(
            house.store,
            house.store,
            house.commits,
            house.snapshots,
            new Hearsay(house.listening, house.lines, news)));
  }

  /** Whether things go wrong. */
  boolean raging() {
    return raging;
  }

  /** From now on nothing goes wrong any more. */
  void calm() {
    raging = false;
  }

  /** Whether the guard is off: nobody looks, and no system refuses. */
  boolean blind() {
    return blind;
  }

  /** Whether a space stands in Radicale. */
  static boolean real(Space space) {
    return space.id().value().startsWith("real");
  }

  /** What the systems call a space; Radicale by its path. */
  static SpaceRef ref(Space space) {
    return new SpaceRef(real(space) ? "/room/" + space.id() + "/" : space.id().value());
  }

  static String name(SpaceRef ref) {
    return ref.value().replace("/room/", "").replace("/", "");
  }

  /** We are about to ask for a place. */
  void asked(HoldRequest request) {
    held.put(request.key().uid(), request.slot());
    history.note("hold", name(request.space()), request.key().uid());
  }

  /** The place is firm. */
  void confirmed(ForeignRef ref) {
    var slot = held.get(ref.key().uid());
    history.note(
        "confirm", name(ref.space()), ref.key().uid(), History.from(slot), History.to(slot));
  }

  /** The engine is killed and begins anew, knowing what is in the store. */
  void crash() {
    for (var adapter : adapters) {
      adapter.die();
      house.systems.removeAdapter(adapter);
      house.systems.addAdapter(adapter);
    }
  }

  /** A moment passes. */
  void pass(Duration time) {
    house.clock.advance(time);
    steward.runDue();
  }

  private void centre(TruthMode mode, int first) throws Exception {
    var id = mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + first;
    house.put(
        Words.site(id, 50, 5),
        Words.centre(id, "acme", OpeningHours.always(House.BRUSSELS)),
        Words.affiliation(id, "acme", State.ACTIVE));
    var kept = new ArrayList<Space>();
    for (int n = 0; n < OF_A_CENTRE; n++) {
      var real = mode.name().equals(CHECKED) && first > 0 && n < REAL;
      kept.add(space((real ? "real-" : "desk-") + id + "-" + n, id, mode));
    }
    kept.forEach(house::put);
    spaces.addAll(kept);
    if (mode == TruthMode.CENTRE_ATOMIC || mode == TruthMode.CENTRE_CHECKED) {
      install(new CentreId(id), mode, kept);
    }
  }

  private void install(CentreId id, TruthMode mode, List<Space> kept) throws Exception {
    var toy = new ToyCentre();
    toy.refuses(mode == TruthMode.CENTRE_ATOMIC && !blind);
    toys.put(id, toy);
    install(id, "toy", Map.of("password", "sesame"), kept.stream().filter(s -> !real(s)).toList());
    var real = kept.stream().filter(Storm::real).toList();
    for (var space : real) {
      radicale.calendar(space.id().value());
    }
    if (!real.isEmpty()) {
      var settings =
          Map.of("url", radicale.url(), "username", "room", "password", "x", "localToo", "true");
      install(id, "caldav", settings, real);
    }
  }

  private void install(CentreId id, String kind, Map<String, String> settings, List<Space> kept) {
    var named = new HashMap<String, String>();
    kept.forEach(space -> named.put(space.id().value(), ref(space).value()));
    var row =
        new InstalledAdapter(
            new AdapterId(kind + "-" + id),
            id,
            kind,
            settings,
            named,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5));
    Answers.done(engine.adapters.install(house.federation(), row, 0));
  }

  private static Space space(String id, String centre, TruthMode mode) {
    var plain = Words.space(id, centre, SpaceKind.DESK);
    return new Space(
        new SpaceId(id),
        plain.centre(),
        id,
        plain.kind(),
        plain.seats(),
        plain.layouts(),
        plain.features(),
        mode);
  }

  @Override
  public void close() throws java.io.IOException {
    steward.close();
    house.close();
    radicale.close();
  }
}
